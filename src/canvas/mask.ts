/**
 * The mask: the state of every item on the screen, one byte an item, as the shaders read it. A filter or a hover is
 * then an upload of bytes and a draw; nothing is recomputed per item in JavaScript.
 */

/** Width of the texture; an item's byte is at column `index % WIDTH` of row `index / WIDTH`. */
const WIDTH = 1024;

export class Mask {
  /** The states, and some room to fill the last row of the texture. */
  readonly bytes: Uint8Array;
  private readonly height: number;
  private version = 1;
  private uploaded = 0;
  private texture: WebGLTexture | undefined;

  constructor(readonly count: number) {
    this.height = Math.max(1, Math.ceil(count / WIDTH));
    this.bytes = new Uint8Array(WIDTH * this.height);
  }

  /** Says that the bytes were changed; the texture follows at the next draw. */
  touch(): void {
    this.version++;
  }

  /** Binds the texture to unit 0, uploading first when the bytes changed. */
  bind(gl: WebGL2RenderingContext, sampler: WebGLUniformLocation | null): void {
    gl.activeTexture(gl.TEXTURE0);
    if (this.texture) gl.bindTexture(gl.TEXTURE_2D, this.texture);
    else this.texture = this.create(gl);
    if (this.uploaded !== this.version) {
      gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
      gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
      gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
      const { RED_INTEGER, UNSIGNED_BYTE, TEXTURE_2D } = gl;
      gl.texSubImage2D(TEXTURE_2D, 0, 0, 0, WIDTH, this.height, RED_INTEGER, UNSIGNED_BYTE, this.bytes);
      this.uploaded = this.version;
    }
    gl.uniform1i(sampler, 0);
  }

  private create(gl: WebGL2RenderingContext): WebGLTexture {
    const texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.R8UI, WIDTH, this.height);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    return texture;
  }
}

/** GLSL: reads the state of the item that is drawn: 0 hidden, 1 ghost, 2 shown, 3 emphasised. */
export const MASK_GLSL = /* glsl */ `
uniform highp usampler2D u_state;

uint stateOf(int item) {
  return texelFetch(u_state, ivec2(item % ${WIDTH}, item / ${WIDTH}), 0).r;
}
`;
