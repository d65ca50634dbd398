/**
 * Engagements: what a unit or a partner has a hand in, with whom, for which goals, measured how, and where it is alone.
 * Of the selection, as all views are; what the selection leaves out is told apart.
 */
import { type FacetColumn, forEachLink, type Model, type Node, otherEnd, unitsAbove } from "./build.ts";
import { kpisOf } from "./profile.ts";
import type { Alignment } from "./schema.ts";
import { isEntity, type Selection } from "./select.ts";
import { groupBy } from "./text.ts";
import { unitsOf } from "./units.ts";

/** Someone it works with, and the entities in which it does. */
export interface Fellow {
  node: Node;
  through: Node[];
}

/** A goal of its work: the selected alignments, and the strongest of them. */
export interface GoalPart {
  goal: Node;
  alignments: Alignment[];
  entities: number;
  strongest: Alignment;
}

/** A KPI of its work, with what it measures. */
export interface Measured {
  kpi: Node;
  subject: Node;
}

/** A goal or target that no other unit is known to serve. */
export interface Alone {
  object: Node;
  alignments: Alignment[];
  /** Alignments of others, of whom the report names no unit. */
  unstated: number;
}

export interface Engagement {
  subject: Node;
  /** The units below it, and labs. */
  below: Node[];
  /** What it runs or takes part in, as the selection has it; the most prominent first. */
  work: Node[];
  /** The same, as far as the selection leaves it out: filtered, not aligned, or mentioned in passing. */
  leftOut: Node[];
  partners: Fellow[];
  units: Fellow[];
  goals: GoalPart[];
  kpis: Measured[];
  /** Goals, and targets, that it serves alone; of units only. */
  alone: Alone[];
}

/** Whether there is a profile for a node of this kind. */
export const hasEngagement = ({ kind }: Node): boolean => kind === "units" || kind === "labs" || kind === "partners";

/**
 * The engagement of a unit, lab or partner. A unit has a hand in what it and the units below it run.
 *
 * @param selection for a unit, one that does not filter by units: like a facet, a unit's numbers leave out that choice.
 */
export const engagementOf = (model: Model, selection: Selection, subject: Node): Engagement =>
  subject.kind === "partners"
    ? partnerEngagement(model, selection, subject)
    : unitEngagement(model, selection, subject);

function unitEngagement(model: Model, selection: Selection, subject: Node): Engagement {
  const { records, nodes } = model;
  const isWithin = unitTest(records.facets.unit, subject.id);
  const within = new Set<Node>();
  for (let r = 0; r < records.count; r++) {
    if (isWithin(r)) within.add(nodes[records.entity[r]]);
  }
  const selected = selectedEntities(model, selection);
  const all = [...within].filter((node) => node !== subject);
  const below = all.filter(isUnit).sort(byProminence);
  const work = all.filter((node) => !isUnit(node));
  const members = new Set([subject, ...below]);
  const parts = split(work, selected);
  const shown = [subject, ...parts.work, ...below];
  return {
    subject,
    below,
    ...parts,
    partners: fellows(shown, (node) => linked(model, node, "partner")),
    units: fellows(shown, (node) => unitsOf(model, node.id)).filter(
      ({ node }) => !members.has(node) && !unitsAbove(model.unitParent, subject.id).includes(node.id),
    ),
    goals: goalParts(model, selection, within),
    kpis: measuredOf(model, shown),
    alone: aloneIn(model, selection, subject),
  };
}

/** Who a partner works with as a whole counts as met; what that unit runs besides is no work of the partner's. */
function partnerEngagement(model: Model, selection: Selection, subject: Node): Engagement {
  const selected = selectedEntities(model, selection);
  const all = linked(model, subject, "partner");
  const work = all.filter((node) => !isUnit(node));
  const parts = split(work, selected);
  const met = [...parts.work, ...all.filter(isUnit)];
  return {
    subject,
    below: [],
    ...parts,
    partners: fellows(parts.work, (node) => linked(model, node, "partner").filter((other) => other !== subject)),
    units: fellows(met, (node) => (isUnit(node) ? [node] : unitsOf(model, node.id))),
    goals: goalParts(model, selection, new Set([subject, ...work])),
    kpis: measuredOf(model, parts.work),
    alone: [],
  };
}

const isUnit = ({ kind }: Node): boolean => kind === "units" || kind === "labs";

const byProminence = (a: Node, b: Node): number => b.prominence - a.prominence || a.index - b.index;

const split = (nodes: readonly Node[], selected: ReadonlySet<Node>) => {
  const sorted = [...nodes].sort(byProminence);
  return { work: sorted.filter((n) => selected.has(n)), leftOut: sorted.filter((n) => !selected.has(n)) };
};

/** Whether a record belongs to a unit or those below it. */
function unitTest({ values, sets, set }: FacetColumn, unit: string): (record: number) => boolean {
  const code = values.indexOf(unit);
  const holds = sets.map((codes) => codes.includes(code));
  return (record) => holds[set[record]];
}

/** The entities of selected records: what is only shown because it belongs to them is not among them. */
function selectedEntities({ records, nodes }: Model, selection: Selection): Set<Node> {
  const entities = new Set<Node>();
  for (let r = 0; r < records.count; r++) if (selection.records[r]) entities.add(nodes[records.entity[r]]);
  return entities;
}

/** The nodes at the other end of a relation, whichever way it runs; each once. */
function linked(model: Model, node: Node, relation: string): Node[] {
  const ends = new Set<Node>();
  forEachLink(model, node.index, (edge) => {
    if (edge.kind === relation) ends.add(model.nodes[otherEnd(edge, node.index)]);
  });
  ends.delete(node);
  return [...ends].filter(isEntity);
}

/** Who is met in which of the entities; who is met most often comes first. */
function fellows(entities: readonly Node[], others: (node: Node) => Node[]): Fellow[] {
  const meetings = entities.flatMap((through) => others(through).map((node) => ({ node, through })));
  return [...groupBy(meetings, (m) => m.node)]
    .map(([node, of]) => ({ node, through: of.map((m) => m.through) }))
    .sort((a, b) => b.through.length - a.through.length || byProminence(a.node, b.node));
}

function goalParts(model: Model, selection: Selection, entities: ReadonlySet<Node>): GoalPart[] {
  const { records, nodes, pack } = model;
  const own: number[] = [];
  for (let r = 0; r < records.alignments; r++) {
    if (selection.records[r] && entities.has(nodes[records.entity[r]])) own.push(r);
  }
  return [...groupBy(own, (r) => records.goal[r])]
    .sort(([a], [b]) => a - b)
    .map(([goal, of]) => {
      const alignments = of.map((r) => pack.alignments[r]);
      const distinct = new Set(of.map((r) => records.entity[r]));
      return { goal: nodes[goal], alignments, entities: distinct.size, strongest: strongestOf(alignments) };
    });
}

export const strongestOf = (alignments: readonly Alignment[]): Alignment =>
  alignments.reduce((best, a) => (a.grade > best.grade ? a : best));

function measuredOf(model: Model, entities: readonly Node[]): Measured[] {
  const found = new Map<Node, Node>();
  for (const subject of entities)
    for (const kpi of kpisOf(model, subject)) if (!found.has(kpi)) found.set(kpi, subject);
  return [...found].map(([kpi, subject]) => ({ kpi, subject }));
}

/**
 * The goals and targets that no other unit serves by a selected alignment. What a unit runs together with one from
 * outside its branch is not its alone; the units above it are no others.
 */
function aloneIn(model: Model, selection: Selection, subject: Node): Alone[] {
  const { records, nodes, pack, unitParent } = model;
  const { values, sets, set } = records.facets.unit;
  const above = unitsAbove(unitParent, subject.id);
  const isWithin = unitTest(records.facets.unit, subject.id);
  const withinUnit = (unit: string) => unitsAbove(unitParent, unit).includes(subject.id);
  const hasOthers = sets.map((codes) => codes.some((c) => !above.includes(values[c]) && !withinUnit(values[c])));
  const none = values.length - 1;
  const isUnstated = sets.map((codes) => codes[0] === none);
  const tallies = new Map<number, { own: Alignment[]; unstated: number; others: boolean }>();
  for (let r = 0; r < records.alignments; r++) {
    if (!selection.records[r]) continue;
    for (const object of new Set([records.goal[r], records.object[r]])) {
      const tally = tallies.get(object) ?? { own: [], unstated: 0, others: false };
      tallies.set(object, tally);
      if (isUnstated[set[r]]) tally.unstated++;
      else if (isWithin(r)) tally.own.push(pack.alignments[r]);
      if (!isUnstated[set[r]] && (!isWithin(r) || hasOthers[set[r]])) tally.others = true;
    }
  }
  return [...tallies]
    .filter(([, { own, others }]) => own.length > 0 && !others)
    .sort(([a], [b]) => a - b)
    .map(([object, { own, unstated }]) => ({ object: nodes[object], alignments: own, unstated }));
}

/** The partners of what the selection holds, with what they take part in; those of most things first. */
export const partnersIn = (model: Model, selection: Selection): Fellow[] =>
  fellows(
    [...selectedEntities(model, selection)].filter((node) => !isUnit(node)),
    (node) => linked(model, node, "partner").filter((other) => other.kind === "partners"),
  );
