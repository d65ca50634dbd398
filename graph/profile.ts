/**
 * Profiles: what there is to say about one node, put together from a model and a selection. Data only; words and looks
 * are the panel's business.
 */
import { type Edge, forEachLink, type Model, type Node } from "./build.ts";
import { type Alignment, type Evidence, expandLines, type Kpi, type Milestone, type Target } from "./schema.ts";
import { isEntity, type Selection, SHOWN } from "./select.ts";
import { seriesOf, trendOf } from "./series.ts";
import { groupBy } from "./text.ts";
import { unitsOf } from "./units.ts";

/** An alignment with its ends, and whether the selection holds it. */
export interface AlignmentItem {
  alignment: Alignment;
  entity: Node;
  object: Node;
  shown: boolean;
}

/** The alignments of a node, in the order of the goals: an entity's own, a target's, a goal's with its targets'. */
export function alignmentsOf(model: Model, selection: Selection, node: Node): AlignmentItem[] {
  const { entity, object, goal, alignments } = model.records;
  const ends = isEntity(node) ? [entity] : [object, goal];
  const items: AlignmentItem[] = [];
  for (let r = 0; r < alignments; r++) {
    if (!ends.some((end) => end[r] === node.index)) continue;
    items.push({
      alignment: model.pack.alignments[r],
      entity: model.nodes[entity[r]],
      object: model.nodes[object[r]],
      shown: selection.records[r] === 1,
    });
  }
  return items.sort((a, b) => goalIndex(model, a) - goalIndex(model, b) || a.object.index - b.object.index);
}

const goalIndex = (model: Model, { object }: AlignmentItem): number =>
  model.node.get((object.row as Target).goal)?.index ?? object.index;

/** Evidence records behind some alignments, each once, in the order of the report's lines. */
export function evidenceBehind(model: Model, alignments: readonly Alignment[]): Evidence[] {
  const ids = new Set(alignments.flatMap((a) => a.evidence));
  const found = [...ids].map((id) => model.evidence.get(id)).filter((e) => e !== undefined);
  return found.sort((a, b) => expandLines(a.lines)[0] - expandLines(b.lines)[0]);
}

/** An entity among those that serve a goal. */
export interface Server {
  node: Node;
  alignments: Alignment[];
  /** The strongest grade among them. */
  best: string;
}

/** The entities of some alignments, strongest evidence first, then by prominence. */
export function serversOf(items: readonly AlignmentItem[]): Server[] {
  const servers = [...groupBy(items, (i) => i.entity)].map(([node, of]) => {
    const alignments = of.map((i) => i.alignment);
    return { node, alignments, best: bestGrade(alignments) };
  });
  return servers.sort((a, b) => compare(b.best, a.best) || b.node.prominence - a.node.prominence);
}

/** Servers by kind, kinds in the order of the package. */
export function byKind(model: Model, servers: readonly Server[]): { kind: string; servers: Server[] }[] {
  const groups = groupBy(servers, (s) => s.node.kind);
  return model.pack.kinds
    .map(({ name }) => ({ kind: name, servers: groups.get(name) ?? [] }))
    .filter((group) => group.servers.length > 0);
}

const bestGrade = (alignments: readonly Alignment[]): string =>
  alignments.reduce((best, { grade }) => (grade > best ? grade : best), "E0");

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** A target of a goal, with the selected alignments to it. */
export interface TargetCover {
  target: Node;
  alignments: number;
  best: string;
}

/**
 * The targets of a goal, covered and not by the selected alignments. A mention alone (E0) does not cover; its target
 * stays among the others, with the number of mentions.
 */
export function targetsOf(model: Model, items: readonly AlignmentItem[], goal: Node) {
  const to = groupBy(
    items.filter((i) => i.shown),
    (i) => i.object,
  );
  const covers = model.pack.framework.targets
    .filter((t) => t.goal === goal.id)
    .map(({ code }): TargetCover => {
      const target = model.node.get(code)!;
      const of = to.get(target) ?? [];
      return { target, alignments: of.length, best: bestGrade(of.map((i) => i.alignment)) };
    });
  const isCovered = (c: TargetCover) => c.best > "E0";
  return { covered: covers.filter(isCovered), notCovered: covers.filter((c) => !isCovered(c)) };
}

/** A neighbour, with the edges of one relation that lead there (a relation may stand for several spans of years). */
export interface Neighbour {
  node: Node;
  edges: Edge[];
}

/** The neighbours by one relation in one direction: those on the screen, and those that are not. */
export interface RelationGroup {
  relation: string;
  /** Whether the node is the relation's source. */
  outgoing: boolean;
  shown: Neighbour[];
  filteredOut: Neighbour[];
}

/** The relations of an entity by kind and direction, prominent neighbours first. `leaveOut`: edges told elsewhere. */
export function relationsOf(
  model: Model,
  selection: Selection,
  node: Node,
  leaveOut: readonly Edge[] = [],
): RelationGroup[] {
  const edges = edgesOf(model, node).filter((e) => e.kind !== "alignment" && !leaveOut.includes(e));
  const groups = groupBy(edges, (e) => `${e.kind} ${e.source === node.index}`);
  return [...groups.values()].map((of) => {
    const outgoing = of[0].source === node.index;
    const neighbours = [...groupBy(of, (e) => model.nodes[outgoing ? e.target : e.source])]
      .map(([neighbour, links]): Neighbour => ({ node: neighbour, edges: links }))
      .sort((a, b) => b.node.prominence - a.node.prominence);
    const isShown = (n: Neighbour) => selection.nodes[n.node.index] === SHOWN;
    return {
      relation: of[0].kind,
      outgoing,
      shown: neighbours.filter(isShown),
      filteredOut: neighbours.filter((n) => !isShown(n)),
    };
  });
}

function edgesOf(model: Model, node: Node): Edge[] {
  const edges: Edge[] = [];
  forEachLink(model, node.index, (edge) => edges.push(edge));
  return edges.sort((a, b) => a.index - b.index);
}

/** The edges to the units that answer for an entity: who runs it; for a unit or lab, else, the unit above it. */
export function responsibleUnits(model: Model, node: Node): Edge[] {
  const out = edgesOf(model, node).filter((e) => e.source === node.index);
  return unitsOf(model, node.id).flatMap((unit) => {
    const there = out.filter((e) => e.target === unit.index);
    const runBy = there.filter((e) => e.kind === "run_by");
    const links = runBy.length > 0 ? runBy : there.filter((e) => e.kind === "part_of");
    return (links.find((e) => e.record) ?? links[0]) || [];
  });
}

const isUnit = (node: Node): boolean => node.kind === "units" || node.kind === "labs";

/** Whether one should know who answers for a node: aligned entities that are no unit themselves. */
export const wantsUnit = (node: Node, alignments: readonly AlignmentItem[]): boolean =>
  !isUnit(node) && node.kind !== "kpis" && alignments.length > 0;

/** The edges from an entity to its KPIs; for a KPI, from its subject. */
export function measuredBy(model: Model, node: Node): Edge[] {
  const from = node.kind === "kpis" ? model.node.get((node.row as Kpi).subject) : node;
  return edgesOf(model, node).filter((e) => e.kind === "measured_by" && e.source === from?.index);
}

/** The KPIs of an entity, those with a trend first. */
export function kpisOf(model: Model, node: Node): Node[] {
  const kpis = new Set(measuredBy(model, node).map((e) => model.nodes[e.target]));
  kpis.delete(node);
  return trendsFirst(model, [...kpis]);
}

/**
 * The KPIs of the entities that serve a goal: `cited` share evidence with an alignment to it, so they are the figures
 * behind it; `others` measure the same entities in another respect.
 */
export function kpisBehind(model: Model, items: readonly AlignmentItem[]): { cited: Node[]; others: Node[] } {
  const evidence = new Set(items.flatMap((i) => i.alignment.evidence));
  const entities = new Set(items.map((i) => i.entity));
  const kpis = new Set(
    [...entities].flatMap((e) => (e.kind === "kpis" ? [e] : measuredBy(model, e).map((m) => model.nodes[m.target]))),
  );
  const isCited = (kpi: Node) =>
    entities.has(kpi) ||
    (kpi.row as Kpi).evidence.some((e) => evidence.has(e)) ||
    (model.observations.get(kpi.id) ?? []).some((o) => o.evidence.some((e) => evidence.has(e)));
  const ordered = trendsFirst(model, [...kpis]);
  return { cited: ordered.filter(isCited), others: ordered.filter((k) => !isCited(k)) };
}

function trendsFirst(model: Model, kpis: readonly Node[]): Node[] {
  const length = new Map(kpis.map((k) => [k, trendOf(seriesOf(model, k))?.length ?? 0]));
  return [...kpis].sort((a, b) => length.get(b)! - length.get(a)! || b.prominence - a.prominence);
}

/** The milestones that name a node, earliest first. */
export const milestonesOf = (model: Model, node: Node): Milestone[] =>
  model.pack.milestones.filter((m) => m.entities.includes(node.id)).sort((a, b) => compare(a.date, b.date));
