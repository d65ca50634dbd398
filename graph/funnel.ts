/**
 * The funnel of a goal: of what is said to serve it, how much names a target, has a figure, has a figure to reach, and
 * shows a change. Entities are counted, each once.
 */
import type { GoalLink } from "./goal-links.ts";
import type { Kpi } from "./schema.ts";
import { groupBy } from "./text.ts";

/**
 * `mention`: any link to the goal · `target`: a link of E1 or better to one of its targets · `kpi`: a KPI of its own ·
 * `targetValue`: a KPI with a value to reach · `outcome`: a link of E4 or better, so a change that is shown.
 */
export const STEPS = ["mention", "target", "kpi", "targetValue", "outcome"] as const;
export type Step = (typeof STEPS)[number];

export type Funnel = Record<
  Step,
  {
    /** Entities that meet this step. */
    reached: number;
    /** Those among them that meet every step before it as well. */
    through: number;
  }
>;

/** Counts the entities of some links of one goal by how far they get. `kpis`: the KPIs of each entity. */
export function funnelOf(links: readonly GoalLink[], kpis: ReadonlyMap<string, readonly Kpi[]>): Funnel {
  const entities = [...groupBy(links, (l) => l.entity)].map(([entity, of]) => {
    const own = kpis.get(entity.id) ?? [];
    return {
      mention: true,
      target: of.some((l) => l.object.kind === "target" && l.alignment.grade >= "E1"),
      kpi: own.length > 0,
      targetValue: own.some((kpi) => kpi.target_value !== ""),
      outcome: of.some((l) => l.alignment.grade >= "E4"),
    } satisfies Record<Step, boolean>;
  });
  const countAt = (step: Step, i: number) => {
    const reached = entities.filter((entity) => entity[step]);
    const before = STEPS.slice(0, i);
    return { reached: reached.length, through: reached.filter((e) => before.every((s) => e[s])).length };
  };
  return Object.fromEntries(STEPS.map((step, i) => [step, countAt(step, i)])) as Funnel;
}
