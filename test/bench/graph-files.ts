/** The same graph for the pages that are compared: as graphology's JSON for Sigma, as typed arrays for cosmos.gl. */
import type { Model } from "../../graph/build.ts";
import type { Layout } from "../../graph/layout.ts";
import type { Goal, Target } from "../../graph/schema.ts";

export interface EdgeLook {
  color: string;
  /** A bit for each goal that it belongs to. */
  goals: number;
}

export interface NodeLook extends EdgeLook {
  x: number;
  y: number;
  size: number;
  label: string;
}

/** In the order of the file. */
const ARRAYS = ["positions", "sizes", "nodeColors", "links", "edgeColors", "nodeGoals", "edgeGoals"] as const;
const NEUTRAL = "#999999";

/** The graph in the format of graphology's `export` and `import`. */
export function graphJson(model: Model, { x, y, size }: Layout): string {
  const { nodes, edges } = looksOf(model);
  return JSON.stringify({
    attributes: {},
    options: { type: "directed", multi: true, allowSelfLoops: true },
    nodes: model.nodes.map(({ id, index, name_en }) => ({
      key: id,
      attributes: { x: x[index], y: y[index], size: size[index], label: name_en, ...nodes[index] } satisfies NodeLook,
    })),
    edges: model.edges.map(({ id, index, source, target }) => ({
      key: id,
      source: model.nodes[source].id,
      target: model.nodes[target].id,
      attributes: edges[index],
    })),
  });
}

/** The graph as numbers of four bytes: how many nodes, how many edges, then the arrays. */
export function graphArrays(model: Model, { x, y, size }: Layout): Buffer {
  const { nodes, edges } = looksOf(model);
  const arrays: Record<(typeof ARRAYS)[number], Float32Array | Uint32Array> = {
    positions: Float32Array.from({ length: 2 * x.length }, (_, i) => (i % 2 ? y : x)[i >> 1]),
    sizes: size.map((radius) => 2 * radius),
    nodeColors: Float32Array.from(nodes.flatMap(({ color }) => rgba(color))),
    links: Float32Array.from(model.edges.flatMap(({ source, target }) => [source, target])),
    edgeColors: Float32Array.from(edges.flatMap(({ color }) => rgba(color))),
    nodeGoals: Uint32Array.from(nodes, ({ goals }) => goals),
    edgeGoals: Uint32Array.from(edges, ({ goals }) => goals),
  };
  const counts = Uint32Array.of(nodes.length, edges.length);
  return Buffer.concat([counts, ...ARRAYS.map((name) => arrays[name])].map((a) => new Uint8Array(a.buffer)));
}

/** Reads what `graphArrays` wrote. */
export function readArrays(file: ArrayBuffer) {
  const [nodes, edges] = new Uint32Array(file, 0, 2);
  let at = 8;
  const next = <T>(type: new (file: ArrayBuffer, at: number, length: number) => T, length: number): T => {
    const array = new type(file, at, length);
    at += 4 * length;
    return array;
  };
  return {
    positions: next(Float32Array, 2 * nodes),
    sizes: next(Float32Array, nodes),
    nodeColors: next(Float32Array, 4 * nodes),
    links: next(Float32Array, 2 * edges),
    edgeColors: next(Float32Array, 4 * edges),
    nodeGoals: next(Uint32Array, nodes),
    edgeGoals: next(Uint32Array, edges),
  };
}

/** Colour and goals of each node and edge; what serves no goal alone is neutral, as in the app. */
function looksOf(model: Model): { nodes: EdgeLook[]; edges: EdgeLook[] } {
  const { alignments, entity, goal } = model.records;
  const bits = new Uint32Array(model.nodes.length);
  for (const { index, id, kind, row } of model.nodes) {
    if (kind === "goal") bits[index] = 1 << index;
    if (kind === "target") bits[index] = 1 << model.node.get((row as Target).goal)!.index;
    if (kind === "goal" && model.pack.framework.goals[index].code !== id) throw new Error("goals must come first");
  }
  for (let r = 0; r < alignments; r++) bits[entity[r]] |= 1 << goal[r];
  const colors = new Map(
    model.nodes.filter((n) => n.kind === "goal").map((n) => [1 << n.index, (n.row as Goal).color]),
  );
  const look = (goals: number): EdgeLook => ({ color: colors.get(goals) ?? NEUTRAL, goals });
  return {
    nodes: model.nodes.map(({ index }) => look(bits[index])),
    edges: model.edges.map(({ index, source, target }) =>
      look(index < alignments ? 1 << goal[index] : bits[source] & bits[target]),
    ),
  };
}

const rgba = (hex: string): number[] => [...[1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255), 1];
