/** Shaders of nodes: one program for every shape; looks come from columns, states from the mask. */
import { COLUMNS_GLSL } from "./columns.ts";
import { MASK_GLSL } from "./mask.ts";

/** Shapes that the shader knows. Add `HOLLOW` for an outline, `FADES` for an outline only while a ghost. */
export const SHAPE = { circle: 0, square: 1, diamond: 2, triangle: 3, hexagon: 4 } as const;
export const HOLLOW = 8;
export const FADES = 16;

export const NODE_VERTEX = /* glsl */ `#version 300 es
uniform mat3 u_matrix;
uniform vec2 u_pixels;
uniform float u_scale;
uniform float u_emphasis;
uniform highp sampler2D u_position;
uniform highp sampler2D u_size;
uniform highp sampler2D u_shape;
uniform highp sampler2D u_color;
${COLUMNS_GLSL}${MASK_GLSL}
out vec4 v_color;
out vec2 v_point;
flat out float v_shape;
flat out float v_edge;
flat out float v_hollow;

void main() {
  int item = itemOf(gl_VertexID);
  vec2 corner = cornerOf(gl_VertexID);
  int state = stateOf(item);
  bool ghost = state < 2;
  float radius = max(look(u_size, item).r * u_scale, 0.6);
  // Room of a pixel around the shape for a smooth edge.
  float reach = (radius + 1.5) / radius;
  vec2 middle = (u_matrix * vec3(look(u_position, item).rg, 1)).xy;
  gl_Position = vec4(middle + corner * reach * radius / u_pixels, 0, 1);
  if (state == 0) gl_Position = vec4(2, 2, 0, 1);

  float code = floor(look(u_shape, item).r * 255.0 + 0.5);
  bool fades = code >= 16.0;
  code -= fades ? 16.0 : 0.0;
  v_hollow = code >= 8.0 || (fades && ghost) ? 1.0 : 0.0;
  v_shape = code >= 8.0 ? code - 8.0 : code;
  v_point = corner * reach;
  v_edge = 1.0 / radius;

  float alpha = ghost ? (fades ? 0.55 : 0.13) : 1.0;
  if (u_emphasis > 0.5 && state < 3) alpha *= fades ? 0.4 : 0.22;
  vec4 color = look(u_color, item);
  v_color = vec4(color.rgb, 1) * color.a * alpha;
}
`;

export const NODE_FRAGMENT = /* glsl */ `#version 300 es
precision highp float;

in vec4 v_color;
in vec2 v_point;
flat in float v_shape;
flat in float v_edge;
flat in float v_hollow;
out vec4 color;

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
  float away = outline(v_point);
  if (v_hollow > 0.5) away = max(away, -away - max(0.34, 1.1 * v_edge));
  color = v_color * (1.0 - smoothstep(-0.5 * v_edge, 0.5 * v_edge, away));
}
`;
