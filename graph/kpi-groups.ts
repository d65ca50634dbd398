/** The KPIs of a selection with their series, grouped as the report groups them or by goal. */
import type { Model, Node } from "./build.ts";
import { isFiltered, type Query } from "./query.ts";
import { expandLines, type Kpi, type Section } from "./schema.ts";
import { type Selection, SHOWN } from "./select.ts";
import { type Point, seriesOf, trendOf } from "./series.ts";
import { groupBy, memoWeakly } from "./text.ts";

export interface KpiSeries {
  node: Node;
  kpi: Kpi;
  series: Point[];
  /** Its comparable values; `undefined` when there is one only, or none. */
  trend: Point[] | undefined;
  /** The section of its first evidence. */
  section: Section | undefined;
}

/** KPIs that stand together; without section and goal, those that have neither. */
export interface KpiGroup {
  section?: Section;
  goal?: Node;
  /** With comparable values, to be drawn. */
  charts: KpiSeries[];
  /** All others. */
  singles: KpiSeries[];
}

/** All KPIs of a package in the order of the report: by the line of their first evidence. */
const allSeries = memoWeakly((model: Model): KpiSeries[] => {
  const line = ({ evidence: [first] }: Kpi) => expandLines(model.evidence.get(first)?.lines ?? "")[0] ?? Infinity;
  const found = model.pack.kpis.map((kpi) => ({ line: line(kpi), series: seriesFor(model, kpi) }));
  return found.sort((a, b) => a.line - b.line || 0).map(({ series }) => series);
});

function seriesFor(model: Model, kpi: Kpi): KpiSeries {
  const node = model.node.get(kpi.id)!;
  const series = seriesOf(model, node);
  const section = model.sections.get(model.evidence.get(kpi.evidence[0])?.section ?? "");
  return { node, kpi, series, trend: trendOf(series), section };
}

/** The KPIs that belong to a selection: they or what they measure is shown. With no filter, all of them. */
export function selectedKpis(model: Model, selection: Selection, query: Query): KpiSeries[] {
  const all = allSeries(model);
  if (!isFiltered(query)) return all;
  const isShown = (node: Node | undefined) => node !== undefined && selection.nodes[node.index] === SHOWN;
  return all.filter(({ node, kpi }) => isShown(node) || isShown(model.node.get(kpi.subject)));
}

/** By section, in the order of the report. */
export function bySection(model: Model, kpis: readonly KpiSeries[]): KpiGroup[] {
  const groups = groupBy(kpis, (k) => k.section);
  return [...model.pack.sections, undefined].flatMap((section) => groupOf({ section }, groups.get(section)));
}

/** By the goals that a KPI or what it measures serves in the selection, so one may stand in several; the others come last. */
export function byGoal(model: Model, selection: Selection, kpis: readonly KpiSeries[]): KpiGroup[] {
  const goals = goalsServed(model, selection);
  const pairs = kpis.flatMap((kpi) => {
    const served = [kpi.node, model.node.get(kpi.kpi.subject)].flatMap((n) => [...(goals.get(n?.index ?? -1) ?? [])]);
    return (served.length > 0 ? [...new Set(served)] : [-1]).map((goal) => ({ goal, kpi }));
  });
  const groups = groupBy(pairs, (p) => p.goal);
  const numbers = [...groups.keys()].filter((goal) => goal >= 0).sort((a, b) => a - b);
  return [...numbers, -1].flatMap((goal) =>
    groupOf(
      { goal: model.nodes[goal] },
      groups.get(goal)?.map((p) => p.kpi),
    ),
  );
}

/** For each entity, by its index, the goals of its selected alignments, by theirs. */
function goalsServed({ records }: Model, selection: Selection): Map<number, Set<number>> {
  const goals = new Map<number, Set<number>>();
  for (let r = 0; r < records.alignments; r++) {
    if (!selection.records[r]) continue;
    const served = goals.get(records.entity[r]);
    if (served) served.add(records.goal[r]);
    else goals.set(records.entity[r], new Set([records.goal[r]]));
  }
  return goals;
}

const groupOf = (head: Pick<KpiGroup, "section" | "goal">, kpis: readonly KpiSeries[] | undefined): KpiGroup[] =>
  kpis ? [{ ...head, charts: kpis.filter((k) => k.trend), singles: kpis.filter((k) => !k.trend) }] : [];
