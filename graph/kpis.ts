/** The KPIs of what serves a goal: which figures stand behind a claim, and how far they can be compared. */
import type { Model, Node } from "./build.ts";
import { goalLinks } from "./goal-links.ts";
import type { Kpi } from "./schema.ts";
import type { Selection } from "./select.ts";
import { isNature } from "./series.ts";
import { groupBy, memoWeakly } from "./text.ts";

/**
 * For each entity its KPIs, in the order of their table: those whose subject it is, and those that a `measured_by`
 * relation gives it. A KPI that serves a goal itself is its own figure. Entities without KPI are not in the map.
 */
export const kpisOf = memoWeakly((model: Model): ReadonlyMap<string, readonly Kpi[]> => {
  const { pack } = model;
  const pairs = pack.kpis.flatMap((kpi) => [kpi.id, kpi.subject].map((entity) => ({ entity, kpi: kpi.id })));
  for (const { from, relation, to } of pack.relations) {
    if (relation === "measured_by") pairs.push({ entity: from, kpi: to });
  }
  const measured = groupBy(pairs, (p) => p.entity);
  const idsOf = (of: typeof pairs) => new Set(of.map((p) => p.kpi));
  const order = new Map(pack.kpis.map((kpi, i) => [kpi.id, i]));
  return new Map(
    [...measured]
      .map(([entity, of]): [string, Kpi[]] => {
        const numbers = [...idsOf(of)].flatMap((id) => order.get(id) ?? []).sort((a, b) => a - b);
        return [entity, numbers.map((i) => pack.kpis[i])];
      })
      .filter(([, kpis]) => kpis.length > 0),
  );
});

/**
 * The entities with a selected alignment to a goal or to one of its targets, each once. All kinds count: whatever the
 * report holds up for a goal is a claim, be it an initiative, a product or a lab.
 */
export const entitiesOfGoal = (model: Model, selection: Selection, goal: string): Node[] => [
  ...new Set(goalLinks(model, selection, goal).map((link) => link.entity)),
];

/** The KPIs of the entities that serve a goal by selected alignments, each once, in the order of their table. */
export function kpisOfGoal(model: Model, selection: Selection, goal: string): Kpi[] {
  const kpis = kpisOf(model);
  const found = new Set(entitiesOfGoal(model, selection, goal).flatMap(({ id }) => kpis.get(id) ?? []));
  return model.pack.kpis.filter((kpi) => found.has(kpi));
}

/**
 * The most years for which a KPI has values that can be compared: of whole calendar years and alike in nature (a sum
 * that runs on, an average, a plan). The unit is the KPI's own, so it is the same for all. `lost` are the years whose
 * values are missing in the text: with them there might be more.
 */
export function comparableYears({ observations }: Model, { id }: Kpi): { years: number; lost: number } {
  const yearly = (observations.get(id) ?? []).filter((o) => /^\d{4}$/.test(o.period));
  const known = yearly.filter((o) => o.value !== "");
  const alike = groupBy(known, (o) => o.qualifier.filter(isNature).sort().join());
  const yearsOf = (of: typeof yearly) => new Set(of.map((o) => o.period));
  const seen = yearsOf(known);
  return {
    years: Math.max(0, ...[...alike.values()].map((of) => yearsOf(of).size)),
    lost: [...yearsOf(yearly)].filter((year) => !seen.has(year)).length,
  };
}
