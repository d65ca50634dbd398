/**
 * A layer of Sigma that draws items from columns. Sigma's own programs hold an object an item and upload every one at
 * each draw; here the looks are uploaded once, the states are read from the mask, and a draw is one call. Sigma gives
 * the camera, its matrix and the canvas.
 */
import type { RenderParams } from "sigma/types";
import type { Mask } from "./mask.ts";

/** A column of looks: so many numbers an item, read by the shader under this name. */
export interface LookColumn {
  name: string;
  size: 1 | 2 | 4;
  /** Bytes are given to the shader as 0–1. */
  data: Float32Array | Uint8Array;
}

export interface LayerSpec {
  vertex: string;
  fragment: string;
  count: number;
  mask: Mask;
  /** Read at every draw, so that a change of colours or of emphasis needs no new program. */
  columns: () => LookColumn[];
  emphasis: () => number;
}

/** Two triangles that make the square from (-1, -1) to (1, 1). */
const CORNERS = new Float32Array([-1, -1, 1, -1, -1, 1, -1, 1, 1, -1, 1, 1]);

const UNIFORMS = ["u_matrix", "u_pixels", "u_scale", "u_emphasis", "u_state"] as const;

/** The program class that Sigma makes the layer from. Sigma's own items pass it by. */
export function createLayer(spec: LayerSpec) {
  return class Layer {
    drawLabel = undefined;
    drawHover = undefined;
    private gl: WebGL2RenderingContext;
    private program: WebGLProgram;
    private vertices: WebGLVertexArrayObject;
    private uniforms: Record<(typeof UNIFORMS)[number], WebGLUniformLocation | null>;
    private buffers = new Map<string, { buffer: WebGLBuffer; data: unknown }>();

    constructor(gl: WebGLRenderingContext) {
      this.gl = gl as unknown as WebGL2RenderingContext;
      this.program = link(this.gl, spec);
      this.vertices = this.gl.createVertexArray();
      this.uniforms = Object.fromEntries(
        UNIFORMS.map((name) => [name, this.gl.getUniformLocation(this.program, name)]),
      ) as Layer["uniforms"];
      this.gl.bindVertexArray(this.vertices);
      this.upload({ name: "a_corner", size: 2, data: CORNERS }, 0);
      this.gl.bindVertexArray(null);
    }

    reallocate(): void {}
    process(): void {}

    render(params: RenderParams): void {
      const { gl, uniforms } = this;
      if (spec.count === 0) return;
      gl.bindFramebuffer(gl.FRAMEBUFFER, null);
      gl.viewport(0, 0, params.width * params.pixelRatio, params.height * params.pixelRatio);
      gl.enable(gl.BLEND);
      gl.useProgram(this.program);
      gl.bindVertexArray(this.vertices);
      for (const column of spec.columns()) this.upload(column, 1);
      gl.uniformMatrix3fv(uniforms.u_matrix, false, params.matrix);
      gl.uniform2f(uniforms.u_pixels, params.width / 2, params.height / 2);
      gl.uniform1f(uniforms.u_scale, 1 / params.sizeRatio);
      gl.uniform1f(uniforms.u_emphasis, spec.emphasis());
      spec.mask.bind(gl, uniforms.u_state);
      gl.drawArraysInstanced(gl.TRIANGLES, 0, CORNERS.length / 2, spec.count);
      gl.bindVertexArray(null);
    }

    kill(): void {
      for (const { buffer } of this.buffers.values()) this.gl.deleteBuffer(buffer);
      this.gl.deleteVertexArray(this.vertices);
      this.gl.deleteProgram(this.program);
    }

    /** Uploads a column unless the same array is there already; `divisor` 1: one value an item. */
    private upload({ name, size, data }: LookColumn, divisor: 0 | 1): void {
      const { gl } = this;
      const held = this.buffers.get(name);
      if (held?.data === data) return;
      const at = gl.getAttribLocation(this.program, name);
      const buffer = held?.buffer ?? gl.createBuffer();
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
      gl.bufferData(gl.ARRAY_BUFFER, data, gl.STATIC_DRAW);
      gl.enableVertexAttribArray(at);
      const bytes = data instanceof Uint8Array;
      gl.vertexAttribPointer(at, size, bytes ? gl.UNSIGNED_BYTE : gl.FLOAT, bytes, 0, 0);
      gl.vertexAttribDivisor(at, divisor);
      this.buffers.set(name, { buffer, data });
    }
  };
}

type LayerClass = ReturnType<typeof createLayer>;

/** Two layers as one, drawn into the same canvas: the first below the second. */
export const stack = (below: LayerClass, above: LayerClass) =>
  class Stack {
    drawLabel = undefined;
    drawHover = undefined;
    private layers: InstanceType<LayerClass>[];

    constructor(gl: WebGLRenderingContext) {
      this.layers = [new below(gl), new above(gl)];
    }

    reallocate(): void {}
    process(): void {}

    render(params: RenderParams): void {
      for (const layer of this.layers) layer.render(params);
    }

    kill(): void {
      for (const layer of this.layers) layer.kill();
    }
  };

function link(gl: WebGL2RenderingContext, { vertex, fragment }: LayerSpec): WebGLProgram {
  const program = gl.createProgram();
  const sources = [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const;
  for (const [type, source] of sources) {
    const shader = gl.createShader(type)!;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
    throw new Error(`canvas: a shader does not compile: ${gl.getProgramInfoLog(program)}`);
  }
  return program;
}
