/** Overlap of goals: which goals the same entities serve, by the selected alignments. A target counts as its goal. */
import type { Model, Node } from "./build.ts";
import type { Alignment } from "./schema.ts";
import type { Selection } from "./select.ts";

export interface Overlap {
  goals: Node[];
  /** Entities that serve both goals, by their places among `goals`; on the diagonal, all that serve the one. */
  counts: number[][];
}

/** Two different goals, by their places, and how many entities serve both. */
export interface Pair {
  a: number;
  b: number;
  count: number;
}

/** Counts the entities that serve two goals, for each two. Linear in records, but for entities that serve many goals. */
export function overlapOf(model: Model, selection: Selection): Overlap {
  const goals = model.nodes.filter((node) => node.kind === "goal");
  const counts = goals.map(() => goals.map(() => 0));
  for (const served of servedGoals(model, selection).values()) {
    for (const a of served) for (const b of served) counts[a][b]++;
  }
  return { goals, counts };
}

/** The goals that each entity serves. Goals are the first nodes, so their indices are their places. */
function servedGoals({ records }: Model, selection: Selection): Map<number, Set<number>> {
  const served = new Map<number, Set<number>>();
  for (let r = 0; r < records.alignments; r++) {
    if (!selection.records[r]) continue;
    const own = served.get(records.entity[r]);
    if (own) own.add(records.goal[r]);
    else served.set(records.entity[r], new Set([records.goal[r]]));
  }
  return served;
}

/** The pairs that something serves, those that most serves first. */
export function strongestPairs({ counts }: Overlap): Pair[] {
  const pairs = counts.flatMap((row, a) => row.slice(0, a).map((count, b) => ({ a: b, b: a, count })));
  return pairs.filter((pair) => pair.count > 0).sort((x, y) => y.count - x.count || x.a - y.a || x.b - y.b);
}

/** An entity that serves two goals, with its strongest alignment to each. */
export interface Both {
  node: Node;
  strongest: [Alignment, Alignment];
}

/** The entities that serve both goals, those first whose weaker alignment is the stronger. */
export function servingBoth(model: Model, selection: Selection, goals: readonly [Node, Node]): Both[] {
  const { records, pack, nodes } = model;
  const strongest = goals.map(({ index }) => {
    const best = new Map<number, Alignment>();
    for (let r = 0; r < records.alignments; r++) {
      if (!selection.records[r] || records.goal[r] !== index) continue;
      const before = best.get(records.entity[r]);
      if (!before || pack.alignments[r].grade > before.grade) best.set(records.entity[r], pack.alignments[r]);
    }
    return best;
  });
  const [first, second] = strongest;
  const both = [...first].flatMap(([node, a]): Both[] => {
    const b = second.get(node);
    return b ? [{ node: nodes[node], strongest: [a, b] }] : [];
  });
  const weaker = ({ strongest: [a, b] }: Both) => (a.grade < b.grade ? a.grade : b.grade);
  const key = (item: Both) => `${weaker(item)}${item.node.prominence}`;
  return both.sort((x, y) => (key(x) < key(y) ? 1 : key(x) > key(y) ? -1 : x.node.index - y.node.index));
}
