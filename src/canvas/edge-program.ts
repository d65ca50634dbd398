/** Draws edges: straight lines, faint until emphasised, solid where the report states the link and dashed elsewhere. */
import type { Attributes } from "graphology-types";
import { EdgeProgram, type ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import { MASK_GLSL } from "./mask.ts";
import type { Drawing, NodeLook } from "./node-program.ts";

/** What an edge carries besides Sigma's own attributes. */
export interface EdgeLook extends Attributes {
  color: string;
  index: number;
  /** Length of a dash and its gap, in pixels; 0 for a solid line. */
  dash: number;
  /** Opacity while shown but not emphasised. */
  faint: number;
}

const UNIFORMS = [
  "u_matrix",
  "u_sizeRatio",
  "u_correctionRatio",
  "u_pixels",
  "u_state",
  "u_stateSize",
  "u_emphasis",
] as const;

const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_start;
attribute vec2 a_end;
attribute float a_index;
attribute float a_dash;
attribute float a_faint;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform float u_correctionRatio;
uniform vec2 u_pixels;
${MASK_GLSL}
varying vec4 v_color;
varying float v_along;
varying float v_across;
varying float v_half;
varying float v_dash;

void main() {
  float state = stateOf(a_index);
  float emphasised = step(2.5, state);
  vec2 start = (u_matrix * vec3(a_start, 1)).xy * u_pixels;
  vec2 end = (u_matrix * vec3(a_end, 1)).xy * u_pixels;
  vec2 along = end - start;
  float length = max(length(along), 0.001);
  vec2 across = vec2(-along.y, along.x) / length;
  float half_ = mix(0.55, 0.95, emphasised);
  #ifdef PICKING_MODE
  // A wider line is easier to click; only emphasised ones are there to be clicked.
  half_ = 4.0;
  #endif
  vec2 at = mix(start, end, a_corner.x) + across * a_corner.y * (half_ + 1.0);
  gl_Position = vec4(at / u_pixels, 0, 1);
  v_along = a_corner.x * length;
  v_across = a_corner.y * (half_ + 1.0);
  v_half = half_;
  v_dash = a_dash;
  #ifdef PICKING_MODE
  v_color = a_id;
  if (emphasised < 0.5) gl_Position = vec4(2.0, 2.0, 0.0, 1.0);
  #else
  float alpha = emphasised > 0.5 ? 0.85 : a_faint * (u_emphasis > 0.5 ? 0.2 : 1.0);
  v_color = a_color * alpha;
  if (state < 1.5) gl_Position = vec4(2.0, 2.0, 0.0, 1.0);
  #endif
}
`;

const FRAGMENT = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying float v_along;
varying float v_across;
varying float v_half;
varying float v_dash;

void main() {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  float on = v_dash > 0.0 ? step(mod(v_along, v_dash), v_dash * 0.6) : 1.0;
  gl_FragColor = v_color * on * (1.0 - smoothstep(v_half - 0.5, v_half + 0.5, abs(v_across)));
  #endif
}
`;

const { UNSIGNED_BYTE, FLOAT, TRIANGLES } = WebGLRenderingContext;

/** The program class for one drawing; its mask holds the states of edges. */
export const createEdgeProgram = (drawing: Drawing) =>
  class extends EdgeProgram<(typeof UNIFORMS)[number], NodeLook, EdgeLook> {
    getDefinition() {
      return {
        VERTICES: 6,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLES as number,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_start", size: 2, type: FLOAT as number },
          { name: "a_end", size: 2, type: FLOAT as number },
          { name: "a_index", size: 1, type: FLOAT as number },
          { name: "a_dash", size: 1, type: FLOAT as number },
          { name: "a_faint", size: 1, type: FLOAT as number },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE as number, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE as number, normalized: true },
        ],
        // Place along the line (0 start, 1 end) and side of it.
        CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT as number }],
        CONSTANT_DATA: [
          [0, 1],
          [0, -1],
          [1, 1],
          [1, 1],
          [0, -1],
          [1, -1],
        ],
      };
    }

    processVisibleItem(
      edgeIndex: number,
      at: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: EdgeDisplayData & EdgeLook,
    ): void {
      const { array } = this;
      array[at] = source.x;
      array[at + 1] = source.y;
      array[at + 2] = target.x;
      array[at + 3] = target.y;
      array[at + 4] = data.index;
      array[at + 5] = data.dash;
      array[at + 6] = data.faint;
      array[at + 7] = floatColor(data.color);
      array[at + 8] = edgeIndex;
    }

    setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo): void {
      gl.uniformMatrix3fv(at.u_matrix, false, params.matrix);
      gl.uniform1f(at.u_sizeRatio, params.sizeRatio);
      gl.uniform1f(at.u_correctionRatio, params.correctionRatio);
      gl.uniform2f(at.u_pixels, params.width / 2, params.height / 2);
      gl.uniform1f(at.u_emphasis, drawing.emphasis);
      drawing.mask.bind(gl, at.u_state, at.u_stateSize);
    }
  };
