/** The looks of a model as columns, ready for the shaders: where each item stands, how large, what shape and colour. */
import type { Model } from "../../graph/build.ts";
import { edgeColors, FAINT, isDashed, nodeColors } from "../../graph/colors.ts";
import type { Layout } from "../../graph/layout.ts";
import { shapeName } from "../../graph/shapes.ts";
import type { Column } from "./columns.ts";
import { FADES, HOLLOW, SHAPE } from "./nodes.ts";

/** Colours and type of the page, read from its style sheet. */
export interface Theme {
  ink: string;
  quiet: string;
  ground: string;
  node: string;
  edge: string;
  font: string;
}

export interface Picture {
  /** Positions in Sigma's frame (0 to 1 over the opening view), two numbers a node. */
  positions: Float32Array;
  nodes: Column[];
  edges: Column[];
}

/** Length of a dash and its gap in pixels, for what is our reading. */
const DASH = 6;

/** The picture of a model; only the colours depend on the theme. */
export function pictureOf(model: Model, layout: Layout, theme: Theme): Picture {
  const positions = frame(layout);
  const colors = nodeColors(model, theme);
  return {
    positions,
    nodes: [
      { name: "u_position", size: 2, data: positions },
      { name: "u_size", size: 1, data: layout.size },
      { name: "u_shape", size: 1, data: Uint8Array.from(model.nodes, (n) => nodeShape(n.kind)) },
      { name: "u_color", size: 4, data: colors },
    ],
    edges: [
      { name: "u_ends", size: 4, data: edgeEnds(model, positions) },
      { name: "u_stroke", size: 2, data: edgeStrokes(model) },
      { name: "u_color", size: 4, data: edgeColors(model, theme) },
    ],
  };
}

/** The same picture in other colours; what doesn't change is kept, so it is not uploaded again. */
export function recolor(picture: Picture, model: Model, theme: Theme): Picture {
  const replace = (columns: Column[], data: Uint8Array) =>
    columns.map((c) => (c.name === "u_color" ? { ...c, data } : c));
  return {
    positions: picture.positions,
    nodes: replace(picture.nodes, nodeColors(model, theme)),
    edges: replace(picture.edges, edgeColors(model, theme)),
  };
}

/** The same picture with its nodes at other places. */
export function move(picture: Picture, model: Model, layout: Layout): Picture {
  const replace = (columns: Column[], name: string, data: Float32Array) =>
    columns.map((c) => (c.name === name ? { ...c, data } : c));
  const positions = frame(layout);
  return {
    positions,
    nodes: replace(picture.nodes, "u_position", positions),
    edges: replace(picture.edges, "u_ends", edgeEnds(model, positions)),
  };
}

/** Sigma frames its graph into a unit square; the bounds of the opening view are that square. */
function frame({ x, y, bounds }: Layout): Float32Array {
  const [left, right] = bounds.x;
  const [bottom, top] = bounds.y;
  const span = Math.max(right - left, top - bottom) || 1;
  const framed = new Float32Array(x.length * 2);
  for (let i = 0; i < x.length; i++) {
    framed[2 * i] = 0.5 + (x[i] - (left + right) / 2) / span;
    framed[2 * i + 1] = 0.5 + (y[i] - (bottom + top) / 2) / span;
  }
  return framed;
}

function nodeShape(kind: string): number {
  if (kind === "goal") return SHAPE.circle;
  if (kind === "target") return SHAPE.circle + FADES;
  const [outline, hollow] = shapeName(kind).split(" ");
  return SHAPE[outline as keyof typeof SHAPE] + (hollow ? HOLLOW : 0);
}

function edgeEnds(model: Model, positions: Float32Array): Float32Array {
  const ends = new Float32Array(model.edges.length * 4);
  for (const { index, source, target } of model.edges) {
    ends.set(positions.subarray(2 * source, 2 * source + 2), index * 4);
    ends.set(positions.subarray(2 * target, 2 * target + 2), index * 4 + 2);
  }
  return ends;
}

function edgeStrokes(model: Model): Uint8Array {
  const strokes = new Uint8Array(model.edges.length * 2);
  for (const edge of model.edges) {
    const faint = edge.kind === "alignment" ? FAINT.alignment : FAINT.relation;
    strokes[2 * edge.index] = isDashed(edge) ? DASH : 0;
    strokes[2 * edge.index + 1] = Math.round(faint * 255);
  }
  return strokes;
}
