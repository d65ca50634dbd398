/** The colours of the map's nodes and lines, and how faint lines are; the canvas and the picture of it are alike. */
import type { Edge, Model } from "./build.ts";
import type { Alignment } from "./schema.ts";

/** Colours that depend on the ground, as `#rrggbb`. */
export interface Palette {
  ground: string;
  node: string;
  edge: string;
}

/** Opacity of lines: alignments show faintly, relations only once emphasised, or they would hide what the map is about. */
export const FAINT = { alignment: 0.2, relation: 0 } as const;

/** What is our reading is dashed, what the report states is not. */
export const isDashed = ({ kind, record }: Edge): boolean =>
  kind === "alignment" && (record as Alignment | undefined)?.basis !== "stated";

/**
 * The colours of the nodes, four bytes each: goals and targets in the goal's colour; who serves one goal alone in a
 * quieter tone of it; all else neutral.
 */
export function nodeColors(model: Model, palette: Palette): Uint8Array {
  const goals = goalColors(model);
  const quiet = new Map([...goals].map(([index, color]) => [index, mix(color, rgb(palette.ground), 0.28)]));
  const serves = new Int32Array(model.nodes.length).fill(-1);
  const { alignments, entity, goal } = model.records;
  for (let r = 0; r < alignments; r++) {
    const known = serves[entity[r]];
    serves[entity[r]] = known === -1 || known === goal[r] ? goal[r] : -2;
  }
  const neutral = rgb(palette.node);
  const colors = new Uint8Array(model.nodes.length * 4);
  for (const { index } of model.nodes) {
    colors.set(goals.get(index) ?? quiet.get(serves[index]) ?? neutral, index * 4);
  }
  return colors;
}

/** The colours of the edges, four bytes each: alignments in the goal's colour, relations neutral. */
export function edgeColors(model: Model, palette: Palette): Uint8Array {
  const goals = goalColors(model);
  const neutral = rgb(palette.edge);
  const colors = new Uint8Array(model.edges.length * 4);
  for (const { index, kind, target } of model.edges) {
    colors.set((kind === "alignment" && goals.get(target)) || neutral, index * 4);
  }
  return colors;
}

/** The colour of each goal's node and of its targets' nodes. */
function goalColors(model: Model): Map<number, number[]> {
  const colors = new Map<number, number[]>();
  for (const g of model.pack.framework.goals) colors.set(model.node.get(g.code)!.index, rgb(g.color));
  for (const t of model.pack.framework.targets) {
    colors.set(model.node.get(t.code)!.index, colors.get(model.node.get(t.goal)!.index)!);
  }
  return colors;
}

const rgb = (hex: string): number[] => [...[1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)), 255];

const mix = (color: number[], other: number[], share: number): number[] =>
  color.map((v, i) => Math.round(v * (1 - share) + other[i] * share));
