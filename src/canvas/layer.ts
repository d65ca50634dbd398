/**
 * A layer of the picture: items drawn from columns. Sigma's own programs hold an object an item and upload every one at
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
}

const UNIFORMS = ["u_matrix", "u_pixels", "u_scale", "u_emphasis"];

export class Layer {
  private program: WebGLProgram;
  private uniforms: Map<string, WebGLUniformLocation | null>;
  private textures: ColumnTextures;

  constructor(
    private gl: WebGL2RenderingContext,
    private spec: LayerSpec,
  ) {
    this.program = link(gl, spec);
    this.textures = new ColumnTextures(gl);
    const names = [...UNIFORMS, ...spec.columns().map((column) => column.name)];
    this.uniforms = new Map(names.map((name) => [name, gl.getUniformLocation(this.program, name)]));
  }

  /** Draws all items; `emphasis` 1: those that are not emphasised step back. */
  render(params: RenderParams, emphasis: number): void {
    const { gl, spec } = this;
    if (spec.count === 0) return;
    const at = (name: string) => this.uniforms.get(name) ?? null;
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
    gl.uniform1f(at("u_emphasis"), emphasis);
    gl.drawArrays(gl.TRIANGLES, 0, VERTICES * spec.count);
  }

  kill(): void {
    this.textures.kill();
    this.gl.deleteProgram(this.program);
  }
}

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
