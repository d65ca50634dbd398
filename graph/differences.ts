/** Differences: how many alignments two selections have for each goal, or for each value of another dimension. */
import { type Model, NONE } from "./build.ts";
import { type Comparison, idInA, type Link, type Side, type Split } from "./compare.ts";
import { matchOf } from "./match.ts";
import type { BY, Query } from "./query.ts";
import { type Alignment, ROLES, STAGES } from "./schema.ts";

/** How many alignments, and the best grade among them; `undefined` where there are none. */
export interface Tally {
  n: number;
  best: Alignment["grade"] | undefined;
}

/** A value of a dimension with what each selection has for it; `change` is A − B. */
export interface Difference {
  value: string;
  a: Tally;
  b: Tally;
  change: number;
}

/**
 * Where the bars of some differences stand, in shares of the room that they have: zero, and the length of each. The room
 * ends with the longest bar on either side.
 */
export function barsOf(rows: readonly Difference[]) {
  const changes = rows.map((row) => row.change);
  const [least, most] = [Math.min(0, ...changes), Math.max(0, ...changes)];
  const room = most - least || 1;
  return { zero: Math.abs(least) / room, lengthOf: (change: number) => Math.abs(change) / room };
}

export type Dimension = (typeof BY)[number];

/** The differences by goal: all goals, in their order. An alignment to a target counts for its goal. */
export function differencesByGoal({ model }: Side, { alignments }: Comparison): Difference[] {
  const found = new Map(tally(alignments, goalOf, goalOf).map((d) => [d.value, d]));
  return model.pack.framework.goals.map(
    ({ code }) => found.get(code) ?? { value: code, a: NOTHING, b: NOTHING, change: 0 },
  );
}

const goalOf = ({ goal }: Link): readonly string[] => [goal.id];

/**
 * The differences by a dimension, as far as either selection has values of it: in the order of the dimension, but units
 * by how much they differ. An alignment counts for each of its years, and for the units above its own.
 */
export function differencesBy(a: Side, b: Side, { alignments }: Comparison, by: Dimension): Difference[] {
  const match = matchOf(a.model, b.model);
  const ofB = valuesOf(b.model, by);
  const found = tally(
    alignments,
    valuesOf(a.model, by),
    by === "unit" ? (link) => ofB(link).map((unit) => idInA(match, unit)) : ofB,
  );
  if (by === "unit") return found.sort((x, y) => Math.abs(y.change) - Math.abs(x.change) || sizeOf(y) - sizeOf(x));
  const place = placeIn(a.model, by);
  return found.sort((x, y) => place(x.value) - place(y.value) || (x.value < y.value ? -1 : 1));
}

const sizeOf = ({ a, b }: Difference): number => a.n + b.n;

/**
 * What to filter a side by for the alignments that it has for a value. Nothing where a query can't ask for it: stages and
 * roles are no facets; and of a facet with several values, those that the side filters by already give way to the new one.
 */
export function filterOf({ query }: Side, by: Dimension | "goal", value: string): Partial<Query> | undefined {
  if (by === "stage" || by === "role") return undefined;
  const hasSeveral = by === "unit" || by === "year";
  return hasSeveral && query[by].length > 0 && query[by].join() !== value ? undefined : { [by]: [value] };
}

/** Where a value stands; those that only B has come after A's, `none` comes last. Years and grades sort by themselves. */
function placeIn({ pack }: Model, by: Dimension): (value: string) => number {
  const orders: Partial<Record<Dimension, readonly string[]>> = {
    stage: STAGES,
    role: ROLES,
    kind: pack.kinds.map((kind) => kind.name),
  };
  const order = orders[by] ?? [];
  return (value) => {
    const at = order.indexOf(value);
    if (value === NONE) return order.length + 1;
    return at < 0 ? order.length : at;
  };
}

function valuesOf({ records }: Model, by: Dimension): (link: Link) => readonly string[] {
  if (by === "stage" || by === "role") return ({ alignment }) => [alignment[by]];
  const { values, sets, set } = records.facets[by];
  return ({ record }) => sets[set[record]].map((code) => values[code]);
}

const NOTHING: Tally = { n: 0, best: undefined };
type ValuesOf = (link: Link) => readonly string[];

/** Tallies both sides, in the order in which values appear. */
function tally(alignments: Split<Link>, ofA: ValuesOf, ofB: ValuesOf): Difference[] {
  const [talliesA, talliesB] = [talliesOf(alignments, "a", ofA), talliesOf(alignments, "b", ofB)];
  return [...new Set([...talliesA.keys(), ...talliesB.keys()])].map((value) => {
    const [a, b] = [talliesA.get(value) ?? NOTHING, talliesB.get(value) ?? NOTHING];
    return { value, a, b, change: a.n - b.n };
  });
}

function talliesOf({ onlyA, both, onlyB }: Split<Link>, side: "a" | "b", valuesOf: ValuesOf): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const pair of [...onlyA, ...both, ...onlyB]) {
    const link = pair[side];
    if (!link) continue;
    const { grade } = link.alignment;
    for (const value of valuesOf(link)) {
      const { n, best } = tallies.get(value) ?? NOTHING;
      tallies.set(value, { n: n + 1, best: best === undefined || grade > best ? grade : best });
    }
  }
  return tallies;
}
