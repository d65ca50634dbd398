/** Draws nodes: one shader for every shape, looks from attributes, state from the mask. */
import type { Attributes } from "graphology-types";
import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { EdgeLook } from "./edge-program.ts";
import { MASK_GLSL, type Mask } from "./mask.ts";

/** Shapes that the shader knows. Add `HOLLOW` for an outline, `FADES` for an outline only while a ghost. */
export const SHAPE = { circle: 0, square: 1, diamond: 2, triangle: 3, hexagon: 4 } as const;
export const HOLLOW = 8;
export const FADES = 16;

/** What a node carries besides Sigma's own attributes. */
export interface NodeLook extends Attributes {
  x: number;
  y: number;
  size: number;
  color: string;
  index: number;
  shape: number;
}

/** What the whole drawing has in common; the canvas changes it, the next draw follows. */
export interface Drawing {
  mask: Mask;
  /** 1 while some items are emphasised and the rest steps back, else 0. */
  emphasis: number;
}

const UNIFORMS = ["u_matrix", "u_sizeRatio", "u_correctionRatio", "u_state", "u_stateSize", "u_emphasis"] as const;

const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_index;
attribute float a_shape;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
${MASK_GLSL}
varying vec4 v_color;
varying vec2 v_point;
varying float v_shape;
varying float v_edge;
varying float v_hollow;

void main() {
  float state = stateOf(a_index);
  float pixels = a_size / u_sizeRatio;
  // Room of one pixel around the shape for a smooth edge.
  float reach = (pixels + 1.5) / max(pixels, 0.001);
  float size = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  gl_Position = vec4((u_matrix * vec3(a_position + a_corner * size * reach, 1)).xy, 0, 1);
  v_point = a_corner * reach;
  v_edge = 1.0 / max(pixels, 0.001);

  float fades = step(15.5, a_shape);
  float shape = a_shape - fades * 16.0;
  v_hollow = step(7.5, shape);
  v_shape = shape - v_hollow * 8.0;
  bool ghost = state < 1.5;
  if (fades > 0.5 && ghost) v_hollow = 1.0;

  #ifdef PICKING_MODE
  v_color = a_id;
  if (state < 1.5) gl_Position = vec4(2.0, 2.0, 0.0, 1.0);
  #else
  v_color = a_color;
  float alpha = ghost ? (fades > 0.5 ? 0.55 : 0.13) : 1.0;
  if (u_emphasis > 0.5 && state < 2.5) alpha *= fades > 0.5 ? 0.4 : 0.22;
  v_color *= alpha;
  if (state < 0.5) gl_Position = vec4(2.0, 2.0, 0.0, 1.0);
  #endif
}
`;

const FRAGMENT = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec2 v_point;
varying float v_shape;
varying float v_edge;
varying float v_hollow;

// Signed distance to the outline, in radii: negative inside.
float outline(vec2 p) {
  if (v_shape < 0.5) return length(p) - 1.0;
  vec2 a = abs(p);
  if (v_shape < 1.5) return max(a.x, a.y) - 0.86;
  if (v_shape < 2.5) return (a.x + a.y - 1.12) * 0.7071;
  if (v_shape < 3.5) return max(a.x * 0.866 + p.y * 0.5, -p.y) - 0.56;
  return max(a.x * 0.866 + a.y * 0.5, a.y) - 0.9;
}

void main() {
  float distance = outline(v_point);
  if (v_hollow > 0.5) distance = max(distance, -distance - max(0.34, 1.1 * v_edge));
  #ifdef PICKING_MODE
  if (outline(v_point) > v_edge) discard;
  gl_FragColor = v_color;
  #else
  gl_FragColor = v_color * (1.0 - smoothstep(-0.5 * v_edge, 0.5 * v_edge, distance));
  #endif
}
`;

const { UNSIGNED_BYTE, FLOAT, TRIANGLES } = WebGLRenderingContext;

/** The program class for one drawing. */
export const createNodeProgram = (drawing: Drawing) =>
  class extends NodeProgram<(typeof UNIFORMS)[number], NodeLook, EdgeLook> {
    getDefinition() {
      return {
        VERTICES: 6,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLES as number,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_position", size: 2, type: FLOAT as number },
          { name: "a_size", size: 1, type: FLOAT as number },
          { name: "a_index", size: 1, type: FLOAT as number },
          { name: "a_shape", size: 1, type: FLOAT as number },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE as number, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE as number, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT as number }],
        CONSTANT_DATA: [
          [-1, -1],
          [1, -1],
          [-1, 1],
          [-1, 1],
          [1, -1],
          [1, 1],
        ],
      };
    }

    processVisibleItem(nodeIndex: number, at: number, data: NodeDisplayData & NodeLook): void {
      const { array } = this;
      array[at] = data.x;
      array[at + 1] = data.y;
      array[at + 2] = data.size;
      array[at + 3] = data.index;
      array[at + 4] = data.shape;
      array[at + 5] = floatColor(data.color);
      array[at + 6] = nodeIndex;
    }

    setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo): void {
      gl.uniform1f(at.u_sizeRatio, params.sizeRatio);
      gl.uniform1f(at.u_correctionRatio, params.correctionRatio);
      gl.uniformMatrix3fv(at.u_matrix, false, params.matrix);
      gl.uniform1f(at.u_emphasis, drawing.emphasis);
      drawing.mask.bind(gl, at.u_state, at.u_stateSize);
    }
  };
