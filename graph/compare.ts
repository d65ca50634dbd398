/**
 * Comparison: what is only in one selection, only in the other, and in both.
 *
 * Within a package, entities and alignments are the same when their ids are. Of two packages, entities are matched (see
 * `match.ts`), and alignments are the same when the same entity serves the same goal or target; where it does so by
 * several alignments, the first of A meets the first of B, and so on. Nothing is weighed, and neither side wins.
 */
import { type Model, NONE, type Node } from "./build.ts";
import { type Match, matchOf } from "./match.ts";
import type { Query } from "./query.ts";
import type { Alignment } from "./schema.ts";
import { type Selection, shownEntities } from "./select.ts";
import { groupBy } from "./text.ts";

/** A selection with what it is of. */
export interface Side {
  model: Model;
  query: Query;
  selection: Selection;
}

/** The same thing in A and in B; one side is empty where the other alone has it. */
export interface Pair<T> {
  a?: T;
  b?: T;
}

/** What there is in a pair: A's, where both have it. */
export const eitherOf = <T>({ a, b }: Pair<T>): T => (a ?? b)!;

export const PARTS = ["onlyA", "both", "onlyB"] as const;
export type Part = (typeof PARTS)[number];
export type Split<T> = Record<Part, Pair<T>[]>;

/** A selected alignment with its ends. */
export interface Link {
  /** Number of its record in its model. */
  record: number;
  alignment: Alignment;
  entity: Node;
  object: Node;
  goal: Node;
}

/** An entity under a goal, and in which parts its alignments to this goal are. */
export interface Entry {
  entity: Pair<Node>;
  alignments: Record<Part, number>;
}

/** The entities that serve a goal; without goal, those that serve none. */
export interface GoalGroup {
  goal: Node | undefined;
  entries: Entry[];
}

export interface Comparison {
  entities: Split<Node>;
  alignments: Split<Link>;
  /** The entities of each part, under each goal that they serve in A or in B. */
  groups: Record<Part, GoalGroup[]>;
}

/** Compares two selections. Pure, and keeps nothing of them; linear in the number of records and nodes. */
export function compareSelections(a: Side, b: Side): Comparison {
  const match = matchOf(a.model, b.model);
  const entities = split(
    shownEntities(a.model, a.selection),
    shownEntities(b.model, b.selection),
    (node) => node.id,
    (node) => idInA(match, node.id),
  );
  const alignments = splitLinks(a, b, match);
  return { entities, alignments, groups: groupByGoal(a.model, entities, alignments, match) };
}

/** A's id of an entity of B; its own where A has none like it. */
export const idInA = ({ inA }: Match, id: string): string => inA.get(id)?.id ?? id;

/** B's id of an entity of A; its own where B has none like it. */
export const idInB = ({ inB }: Match, id: string): string => inB.get(id)?.id ?? id;

function splitLinks(a: Side, b: Side, match: Match): Split<Link> {
  const byId = ({ alignment }: Link) => alignment.id;
  if (a.model === b.model) return split(linksOf(a), linksOf(b), byId, byId);
  return split(
    linksOf(a),
    linksOf(b),
    numbered(({ entity, object }) => `${object.id} ${entity.id}`),
    numbered(({ entity, object }) => `${object.id} ${idInA(match, entity.id)}`),
  );
}

/** The selected alignments, in the order of the package. */
function linksOf({ model, selection }: Side): Link[] {
  const { records, nodes, pack } = model;
  return pack.alignments.flatMap((alignment, record) =>
    selection.records[record]
      ? {
          record,
          alignment,
          entity: nodes[records.entity[record]],
          object: nodes[records.object[record]],
          goal: nodes[records.goal[record]],
        }
      : [],
  );
}

/** Splits two lists by keys that are unique within each; the order is A's, then B's. */
function split<T>(a: readonly T[], b: readonly T[], keyA: (item: T) => string, keyB: (item: T) => string): Split<T> {
  const others = new Map(b.map((item) => [keyB(item), item]));
  const parts: Split<T> = { onlyA: [], both: [], onlyB: [] };
  for (const item of a) {
    const key = keyA(item);
    const other = others.get(key);
    others.delete(key);
    if (other === undefined) parts.onlyA.push({ a: item });
    else parts.both.push({ a: item, b: other });
  }
  for (const item of others.values()) parts.onlyB.push({ b: item });
  return parts;
}

/** Makes keys unique: each begins with how often it came before. */
function numbered<T>(keyOf: (item: T) => string): (item: T) => string {
  const seen = new Map<string, number>();
  return (item) => {
    const key = keyOf(item);
    const n = seen.get(key) ?? 0;
    seen.set(key, n + 1);
    return `${n} ${key}`;
  };
}

type Counts = Entry["alignments"];
const noCounts = (): Counts => ({ onlyA: 0, both: 0, onlyB: 0 });

function groupByGoal(a: Model, entities: Split<Node>, alignments: Split<Link>, match: Match): Comparison["groups"] {
  const idOf = ({ a, b }: Pair<Node>) => (a ? a.id : idInA(match, b!.id));
  const counts = new Map<string, Map<string, Counts>>();
  for (const part of PARTS) {
    for (const pair of alignments[part]) {
      const id = idOf({ a: pair.a?.entity, b: pair.b?.entity });
      const goals = counts.get(id) ?? new Map<string, Counts>();
      const goal = eitherOf(pair).goal.id;
      const count = goals.get(goal) ?? noCounts();
      count[part]++;
      counts.set(id, goals.set(goal, count));
    }
  }
  const order = [...a.pack.framework.goals.map((g) => g.code), NONE];
  const groupsOf = (part: Part): GoalGroup[] => {
    const entries = entities[part].flatMap((entity) =>
      [...(counts.get(idOf(entity)) ?? [[NONE, noCounts()] as const])].map(([goal, n]) => ({
        goal,
        entry: { entity, alignments: n },
      })),
    );
    const groups = groupBy(entries, (e) => e.goal);
    return order
      .filter((goal) => groups.has(goal))
      .map((goal) => ({ goal: a.node.get(goal), entries: groups.get(goal)!.map((e) => e.entry) }));
  };
  return { onlyA: groupsOf("onlyA"), both: groupsOf("both"), onlyB: groupsOf("onlyB") };
}
