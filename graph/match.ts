/**
 * Which entities of two packages are the same: those with the same id; of the others, those of the same kind with the
 * same English name; of the rest, with the same Chinese name. Width, case and spaces of names don't count. An entity is
 * matched once at most, so A to B and B to A are the same matches.
 */
import type { Model, Node } from "./build.ts";
import { isEntity } from "./select.ts";
import { fold, groupBy, memoWeakly } from "./text.ts";

export interface Match {
  /** Nodes of A by the ids of their counterparts in B. */
  inA: ReadonlyMap<string, Node>;
  /** Nodes of B by the ids of their counterparts in A. */
  inB: ReadonlyMap<string, Node>;
}

/** Matches two packages, or one with itself. Linear in the number of nodes; computed once for each two. */
export const matchOf = (a: Model, b: Model): Match => (a === b ? { inA: a.node, inB: a.node } : matchesOf(a)(b));

const matchesOf = memoWeakly((a: Model) => memoWeakly((b: Model) => matchPackages(a, b)));

/** Goals and targets have their codes in every package. A product and the unit behind it often share their name. */
const ROUNDS: ((node: Node) => string | undefined)[] = [
  ({ id }) => id,
  (node) => (isEntity(node) && node.name_en ? `${node.kind} ${fold(node.name_en)}` : undefined),
  (node) => (isEntity(node) && node.name_zh ? `${node.kind} ${fold(node.name_zh)}` : undefined),
];

function matchPackages(a: Model, b: Model): Match {
  const inA = new Map<string, Node>();
  const inB = new Map<string, Node>();
  for (const keyOf of ROUNDS) {
    const free = groupBy(
      a.nodes.filter((node) => !inB.has(node.id)),
      keyOf,
    );
    for (const node of b.nodes) {
      const key = keyOf(node);
      const same = key === undefined || inA.has(node.id) ? undefined : free.get(key)?.shift();
      if (!same) continue;
      inA.set(node.id, same);
      inB.set(same.id, node);
    }
  }
  return { inA, inB };
}
