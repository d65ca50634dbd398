/**
 * A layer of Sigma that draws items from columns. Sigma's own programs hold an object an item and upload every one at
 * each draw; here the looks are uploaded once, the states are read from the mask, and a draw is one call. Sigma gives
 * the camera, its matrix and the canvas.
 */
import type { RenderParams } from "sigma/types";
import { type Column, ColumnTextures, VERTICES } from "./columns.ts";

export interface LayerSpec {
  vertex: string;
  fragment: string;
  count: number;
  /** Read at every draw, so that a change of states or colours needs no new program. */
  columns: () => Column[];
  emphasis: () => number;
}

const UNIFORMS = ["u_matrix", "u_pixels", "u_scale", "u_emphasis"];

/** The program class that Sigma makes the layer from. Sigma's own items pass it by. */
export function createLayer(spec: LayerSpec) {
  return class Layer {
    drawLabel = undefined;
    drawHover = undefined;
    private gl: WebGL2RenderingContext;
    private program: WebGLProgram;
    private uniforms: Map<string, WebGLUniformLocation | null>;
    private textures: ColumnTextures;

    constructor(gl: WebGLRenderingContext) {
      this.gl = gl as unknown as WebGL2RenderingContext;
      this.program = link(this.gl, spec);
      this.textures = new ColumnTextures(this.gl);
      const names = [...UNIFORMS, ...spec.columns().map((column) => column.name)];
      this.uniforms = new Map(names.map((name) => [name, this.gl.getUniformLocation(this.program, name)]));
    }

    reallocate(): void {}
    process(): void {}

    render(params: RenderParams): void {
      const { gl } = this;
      if (spec.count === 0) return;
      const at = (name: string) => this.uniforms.get(name) ?? null;
      gl.bindFramebuffer(gl.FRAMEBUFFER, null);
      gl.viewport(0, 0, params.width * params.pixelRatio, params.height * params.pixelRatio);
      gl.enable(gl.BLEND);
      gl.useProgram(this.program);
      spec.columns().forEach((column, unit) => {
        this.textures.bind(unit, column);
        gl.uniform1i(at(column.name), unit);
      });
      gl.uniformMatrix3fv(at("u_matrix"), false, params.matrix);
      gl.uniform2f(at("u_pixels"), params.width / 2, params.height / 2);
      gl.uniform1f(at("u_scale"), 1 / params.sizeRatio);
      gl.uniform1f(at("u_emphasis"), spec.emphasis());
      gl.drawArrays(gl.TRIANGLES, 0, VERTICES * spec.count);
    }

    kill(): void {
      this.textures.kill();
      this.gl.deleteProgram(this.program);
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
