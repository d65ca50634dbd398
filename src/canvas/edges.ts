/** Shaders of edges: straight lines, faint until emphasised, solid where the report states the link, else dashed. */
import { COLUMNS_GLSL } from "./columns.ts";
import { MASK_GLSL } from "./mask.ts";

export const EDGE_VERTEX = /* glsl */ `#version 300 es
uniform mat3 u_matrix;
uniform vec2 u_pixels;
uniform float u_emphasis;
uniform highp sampler2D u_ends;
// Dash length in pixels, and opacity while shown but not emphasised; both of 255.
uniform highp sampler2D u_stroke;
uniform highp sampler2D u_color;
${COLUMNS_GLSL}${MASK_GLSL}
out vec4 v_color;
out float v_along;
out float v_across;
flat out float v_half;
flat out float v_dash;

void main() {
  int item = itemOf(gl_VertexID);
  vec2 corner = cornerOf(gl_VertexID);
  vec4 ends = look(u_ends, item);
  vec2 stroke = look(u_stroke, item).rg;
  int state = stateOf(item);
  bool emphasised = state == 3;
  vec2 start = (u_matrix * vec3(ends.xy, 1)).xy * u_pixels;
  vec2 end = (u_matrix * vec3(ends.zw, 1)).xy * u_pixels;
  vec2 line = end - start;
  float distance = max(length(line), 0.001);
  vec2 across = vec2(-line.y, line.x) / distance;
  float place = corner.x * 0.5 + 0.5;
  v_half = emphasised ? 0.95 : 0.55;
  v_along = place * distance;
  v_across = corner.y * (v_half + 0.6);
  v_dash = floor(stroke.x * 255.0 + 0.5);
  gl_Position = vec4((mix(start, end, place) + across * v_across) / u_pixels, 0, 1);
  if (state < 2) gl_Position = vec4(2, 2, 0, 1);
  float alpha = emphasised ? 0.85 : stroke.y * (u_emphasis > 0.5 ? 0.2 : 1.0);
  if (alpha == 0.0) gl_Position = vec4(2, 2, 0, 1);
  vec4 color = look(u_color, item);
  v_color = vec4(color.rgb, 1) * color.a * alpha;
}
`;

export const EDGE_FRAGMENT = /* glsl */ `#version 300 es
precision highp float;

in vec4 v_color;
in float v_along;
in float v_across;
flat in float v_half;
flat in float v_dash;
out vec4 color;

void main() {
  float on = v_dash > 0.0 ? step(mod(v_along, v_dash), v_dash * 0.6) : 1.0;
  color = v_color * on * (1.0 - smoothstep(v_half - 0.5, v_half + 0.5, abs(v_across)));
}
`;
