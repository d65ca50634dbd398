/**
 * Columns of items as the shaders read them: a texture a column, a texel an item. A vertex finds its item by its own
 * number, so a layer is one plain draw: a renderer in software draws instances one by one (measured: a click on a goal
 * of the shipped report to the end of the next frame 77 ms with instances, 41 ms without).
 */

/** A column: so many numbers an item, under the name that the shader knows. */
export interface Column {
  name: string;
  size: 1 | 2 | 4;
  /** Bytes are given to the shader as 0–1. */
  data: Float32Array | Uint8Array;
  /** Counts the changes within `data`; a new array counts as changed in any case. */
  version?: number;
}

/** Width of the textures: an item's texel is at column `item % WIDTH` of row `item / WIDTH`. */
const WIDTH = 1024;

/** GLSL: the item that a vertex belongs to, its corner of the item's square (-1 to 1), and the item's texel of a column. */
export const COLUMNS_GLSL = /* glsl */ `
int itemOf(int vertex) {
  return vertex / 6;
}

vec2 cornerOf(int vertex) {
  int corner = vertex % 6;
  return vec2(corner == 1 || corner > 3 ? 1 : -1, corner == 2 || corner == 3 || corner == 5 ? 1 : -1);
}

vec4 look(highp sampler2D column, int item) {
  return texelFetch(column, ivec2(item % ${WIDTH}, item / ${WIDTH}), 0);
}
`;

/** Vertices of an item: the two triangles of its square. */
export const VERTICES = 6;

export class ColumnTextures {
  private held = new Map<string, { texture: WebGLTexture; data: unknown; version: unknown }>();

  constructor(private gl: WebGL2RenderingContext) {}

  /** Binds a column to a texture unit; uploads it first when it changed. */
  bind(unit: number, column: Column): void {
    const { gl, held } = this;
    const { name, data, version } = column;
    gl.activeTexture(gl.TEXTURE0 + unit);
    const known = held.get(name);
    const texture = known?.texture ?? this.create(column);
    gl.bindTexture(gl.TEXTURE_2D, texture);
    if (known && known.data === data && known.version === version) return;
    this.fill(column);
    held.set(name, { texture, data, version });
  }

  kill(): void {
    for (const { texture } of this.held.values()) this.gl.deleteTexture(texture);
    this.held.clear();
  }

  private create({ size, data }: Column): WebGLTexture {
    const { gl } = this;
    const texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, texture);
    const { internal } = this.formats(size, data);
    gl.texStorage2D(gl.TEXTURE_2D, 1, internal, WIDTH, Math.ceil(data.length / size / WIDTH));
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    return texture;
  }

  /** Full rows at once, then what is left for the last one. */
  private fill({ size, data }: Column): void {
    const { gl } = this;
    const { format, type } = this.formats(size, data);
    const rows = Math.floor(data.length / size / WIDTH);
    const rest = data.length / size - rows * WIDTH;
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    if (rows > 0) gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, WIDTH, rows, format, type, data);
    if (rest > 0) gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, rows, rest, 1, format, type, data, rows * WIDTH * size);
  }

  private formats(size: Column["size"], data: Column["data"]) {
    const { gl } = this;
    const bytes = data instanceof Uint8Array;
    const internal = {
      1: bytes ? gl.R8 : gl.R32F,
      2: bytes ? gl.RG8 : gl.RG32F,
      4: bytes ? gl.RGBA8 : gl.RGBA32F,
    }[size];
    const format = { 1: gl.RED, 2: gl.RG, 4: gl.RGBA }[size];
    return { internal, format, type: bytes ? gl.UNSIGNED_BYTE : gl.FLOAT };
  }
}
