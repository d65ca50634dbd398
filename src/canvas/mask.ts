/**
 * The mask: the state of every item on the screen, one byte an item, as the shaders read it. A filter or a hover is
 * then an upload of bytes and a draw; nothing is recomputed per item in JavaScript.
 */

/** Width of the texture; an item's byte is at column `index % WIDTH` of row `index / WIDTH`. */
const WIDTH = 1024;

export class Mask {
  readonly bytes: Uint8Array;
  private readonly height: number;
  private version = 1;
  private textures = new Map<WebGLRenderingContext, { texture: WebGLTexture; version: number }>();

  constructor(readonly count: number) {
    this.height = Math.max(1, Math.ceil(count / WIDTH));
    this.bytes = new Uint8Array(WIDTH * this.height);
  }

  /** Takes new states; the texture follows at the next draw. */
  set(states: Uint8Array): void {
    this.bytes.set(states);
    this.version++;
  }

  /** Binds the texture to unit 0 of a context and names its size, uploading first when the bytes changed. */
  bind(gl: WebGLRenderingContext, state: WebGLUniformLocation, size: WebGLUniformLocation): void {
    const held = this.textures.get(gl) ?? this.create(gl);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, held.texture);
    if (held.version !== this.version) {
      gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.LUMINANCE, WIDTH, this.height, 0, gl.LUMINANCE, gl.UNSIGNED_BYTE, this.bytes);
      held.version = this.version;
    }
    gl.uniform1i(state, 0);
    gl.uniform2f(size, WIDTH, this.height);
  }

  private create(gl: WebGLRenderingContext): { texture: WebGLTexture; version: number } {
    const texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, texture);
    for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) {
      gl.texParameteri(gl.TEXTURE_2D, filter, gl.NEAREST);
    }
    for (const wrap of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) {
      gl.texParameteri(gl.TEXTURE_2D, wrap, gl.CLAMP_TO_EDGE);
    }
    const held = { texture, version: 0 };
    this.textures.set(gl, held);
    return held;
  }
}

/** GLSL: reads the state of the item with this index as 0, 1, 2 or 3 (hidden, ghost, shown, emphasised). */
export const MASK_GLSL = /* glsl */ `
uniform sampler2D u_state;
uniform vec2 u_stateSize;
uniform float u_emphasis;

float stateOf(float index) {
  vec2 cell = vec2(mod(index, u_stateSize.x), floor(index / u_stateSize.x)) + 0.5;
  return floor(texture2D(u_state, cell / u_stateSize).r * 255.0 + 0.5);
}
`;
