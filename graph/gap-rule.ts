/** What a gap rule is, what it looks at, and what it finds. */
import { type Model, NONE, type Node } from "./build.ts";
import type { FrameworkCode } from "./framework-codes.ts";
import type { GoalLink } from "./goal-links.ts";
import { kpisOf } from "./kpis.ts";
import type { Query, RuleId, Severity } from "./query.ts";
import type { Kpi, Target } from "./schema.ts";
import type { Selection } from "./select.ts";
import { groupBy } from "./text.ts";

/** What the sentence of each rule tells besides names. Counts are of what lacks something, `n` of how many. */
export interface Facts {
  G01: { n: number };
  G02: Record<never, never>;
  G03: { best: string };
  G04: { lacking: number; n: number };
  G05: { baseline: number; unit: number; evidence: number; n: number };
  G06: { n: number };
  /** `most`: the most comparable years that one of them has. */
  G07: { lacking: number; n: number; most: number };
  G08: { holder: Node; links: number; n: number };
  /** `links`: with negative or mixed effect, in the whole package; `loads`: KPIs of loads on the environment. */
  G09: { links: number; loads: number };
  G10: Record<never, never>;
  G11: { n: number };
  G12: Record<never, never>;
  /** `lost`: of those that lack a value, how many once had one that the text edition lost. */
  G13: { lacking: number; lost: number; before: string; now: string };
  G14: { n: number };
  G15: { lacking: number; n: number };
  G16: { codes: readonly FrameworkCode[] };
}

/** A finding before it is told whose it is. */
export interface Draft<R extends RuleId = RuleId> {
  /** What it is about: an entity, a goal or a target. `link` brings these on the screen. */
  nodes: readonly Node[];
  /** What else is concerned: KPIs, units, the entities behind a goal's finding. */
  others?: readonly Node[];
  /** Codes of the goals that it bears on, in their order; never empty. */
  goals: readonly string[];
  /** Ids of the evidence that it rests on. */
  evidence: readonly string[];
  facts: Facts[R];
  /** What to ask for, besides the filters of now, to see it in the graph. */
  link: Partial<Query>;
}

/** A finding of any rule. `key` is made of the rule and of what it is about: it lasts as long as those. */
export type Finding = { [R in RuleId]: Draft<R> & { rule: R; key: string } }[RuleId];

export interface Rule<R extends RuleId = RuleId> {
  id: R;
  severity: Severity;
  find(scope: Scope): Draft<R>[];
}

/** Rules of every kind in one list. */
export type AnyRule = { [R in RuleId]: Rule<R> }[RuleId];

/** An entity with its selected alignments: what the report holds up for the goals. */
export interface Claim {
  entity: Node;
  links: readonly GoalLink[];
  /** Codes of the goals, in their order. */
  goals: readonly string[];
  kpis: readonly Kpi[];
}

/** What the rules look at: the selection, put together once for all of them. */
export interface Scope {
  model: Model;
  selection: Selection;
  /** What selected it. */
  query: Query;
  /** The goals that are asked for: the filters may leave some out. */
  goals: readonly Node[];
  /** The selected alignments of each goal that has any, by its code. */
  links: ReadonlyMap<string, readonly GoalLink[]>;
  claims: readonly Claim[];
}

/** Puts together what rules look at. Linear in the number of records. */
export function scopeOf(model: Model, selection: Selection, query: Query): Scope {
  const { records, pack, nodes } = model;
  const all: (GoalLink & { goal: Node })[] = [];
  for (let r = 0; r < records.alignments; r++) {
    if (!selection.records[r]) continue;
    all.push({
      alignment: pack.alignments[r],
      entity: nodes[records.entity[r]],
      object: nodes[records.object[r]],
      goal: nodes[records.goal[r]],
    });
  }
  const kpis = kpisOf(model);
  const links = groupBy(all, (link) => link.goal.id);
  const claims = [...groupBy(all, (link) => link.entity)].map(([entity, of]) => ({
    entity,
    links: of,
    goals: codesInOrder(of.map((link) => link.goal)),
    kpis: kpis.get(entity.id) ?? [],
  }));
  return { model, selection, query, goals: goalsAsked(model, query).filter(mayLack(query, links)), links, claims };
}

/** The codes of some goals, each once, in the order of the goals. */
export const codesInOrder = (goals: readonly Node[]): string[] =>
  [...new Set(goals)].sort((a, b) => a.index - b.index).map((goal) => goal.id);

/** The goals that the filters leave: those chosen, or those of the chosen targets. */
function goalsAsked({ nodes, node }: Model, { goal, target }: Query): Node[] {
  const ofTargets = target.map((code) => (node.get(code)?.row as Target | undefined)?.goal);
  return nodes.filter(
    ({ kind, id }) =>
      kind === "goal" &&
      (goal.length === 0 || goal.includes(id)) &&
      (target.length === 0 || target.includes(NONE) || ofTargets.includes(id)),
  );
}

/** Who looks for a word or around a node asks for entities: that a goal has none of them is no gap of the report. */
const mayLack =
  ({ q, focus }: Query, links: ReadonlyMap<string, unknown>) =>
  (goal: Node): boolean =>
    (q === "" && focus === "") || links.has(goal.id);

/** The evidence behind some alignments, each record once. */
export const evidenceOf = (links: readonly GoalLink[]): string[] => [
  ...new Set(links.flatMap((link) => link.alignment.evidence)),
];

/** The query for an entity and what belongs to it; `others` that are passing mentions need to be switched on. */
export function linkToEntity(model: Model, entity: Node, others: readonly Node[] = []): Partial<Query> {
  const faint = [entity, ...others].some((node) => node.prominence < model.opening);
  return { view: "graph", focus: entity.id, steps: 1, ...(faint ? { all: true } : {}) };
}

/** The query for a goal and what serves it. */
export const linkToGoal = (goal: Node): Partial<Query> => ({ view: "graph", goal: [goal.id] });

/** The query for a goal or target that nothing serves: it is not on the screen unless it is the focus. */
export const linkToEmpty = (node: Node): Partial<Query> => ({ view: "graph", focus: node.id, steps: 1 });
