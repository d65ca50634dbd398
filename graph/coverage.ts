/**
 * Coverage of a goal by the selected alignments: breadth, depth and what else DESIGN §2 asks of a claim. Each measure
 * stands by itself, with what it counts; there is no sum of them and no order of goals.
 */
import { type Model, NONE, type Node } from "./build.ts";
import { type Funnel, funnelOf } from "./funnel.ts";
import { type GoalLink, goalLinks } from "./goal-links.ts";
import { comparableYears, kpisOf } from "./kpis.ts";
import { GRADES, type Kpi, type Target } from "./schema.ts";
import type { Selection } from "./select.ts";
import { unitTree } from "./unit-tree.ts";
import { unitsOf } from "./units.ts";

export const MEASURES = [
  "breadth",
  "depth",
  "gap",
  "measurability",
  "targeting",
  "trend",
  "concentration",
  "balance",
] as const;
export type MeasureName = (typeof MEASURES)[number];

/** A share, or a mean, from 0 to 1 (the symbolic gap from −1 to 1), and what went into it. */
export interface Measure {
  /** Withheld (`undefined`) when there is nothing to measure, or when too much of it is unknown. */
  value: number | undefined;
  /** What was counted, of how many. For depth the sum of the grades, of five for each target. */
  part: number;
  n: number;
  /** How many of the `n` can't be judged, because the report's text doesn't tell. */
  unknown: number;
}

/** With more than this share unknown, a measure says nothing. */
export const UNKNOWN_AT_MOST = 0.2;

export const isWithheld = ({ n, unknown }: Measure): boolean => unknown > n * UNKNOWN_AT_MOST;

export interface GoalCoverage {
  goal: Node;
  /** Selected alignments to the goal and its targets. */
  links: number;
  /** What serves it. */
  entities: Node[];
  /** Their KPIs, each once. */
  kpis: Kpi[];
  measures: Record<MeasureName, Measure>;
  /** The units of the first row that hold most of the links, where there are any. */
  largest: { unit: Node; links: number } | undefined;
  /** How far what serves the goal gets, from a mention to an outcome. */
  funnel: Funnel;
}

/**
 * Measures how a goal is covered by the selected alignments.
 *
 * What counts as unknown: for concentration, links of entities whose unit is not stated; for trend, KPIs that fall short
 * of three years because values are lost in the text. Targets, grades, effects, KPIs and target values are read from the
 * report as a whole: what it doesn't give is not there, which is an answer.
 */
export function coverageOf(model: Model, selection: Selection, goal: string): GoalCoverage {
  const links = goalLinks(model, selection, goal);
  const known = kpisOf(model);
  const entities = [...new Set(links.map((l) => l.entity))];
  const kpis = [...new Set(entities.flatMap((e) => known.get(e.id) ?? []))];
  const best = bestGrades(links);
  const breadth = share(best.length, model.pack.framework.targets.filter((t) => t.goal === goal).length);
  const depth = { ...share(sum(best), 5 * best.length), n: best.length };
  const held = holdings(model, links);
  return {
    goal: model.node.get(goal)!,
    links: links.length,
    entities,
    kpis,
    measures: {
      breadth,
      depth,
      gap: gapOf(breadth, depth),
      measurability: share(entities.filter((e) => known.has(e.id)).length, entities.length),
      targeting: share(kpis.filter((kpi) => kpi.target_value !== "").length, kpis.length),
      trend: trendMeasure(model, kpis),
      concentration: share(held.largest?.links ?? 0, links.length, held.unstated),
      balance: share(links.filter((l) => l.alignment.polarity !== "positive").length, links.length),
    },
    largest: held.largest,
    funnel: funnelOf(links, known),
  };
}

/** A part of `n` things, of which some are unknown. */
function share(part: number, n: number, unknown = 0): Measure {
  const measure = { value: undefined, part, n, unknown };
  return n === 0 || isWithheld(measure) ? measure : { ...measure, value: part / n };
}

/** The best grade, as a number from 1 to 5, of each target that is covered: by a link of E1 or better. */
function bestGrades(links: readonly GoalLink[]): number[] {
  const best = new Map<Target, number>();
  for (const { alignment, object } of links) {
    const grade = GRADES.indexOf(alignment.grade as (typeof GRADES)[number]);
    const target = object.row as Target;
    if (object.kind === "target" && grade > (best.get(target) ?? 0)) best.set(target, grade);
  }
  return [...best.values()];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);

/** Breadth minus depth: high where many targets are touched and little is shown for them. */
function gapOf(breadth: Measure, depth: Measure): Measure {
  const known = breadth.value !== undefined && depth.value !== undefined;
  return { value: known ? breadth.value! - depth.value! : undefined, part: depth.n, n: breadth.n, unknown: 0 };
}

/** Years that make a trend. */
const TREND = 3;

function trendMeasure(model: Model, kpis: readonly Kpi[]): Measure {
  const series = kpis.map((kpi) => comparableYears(model, kpi));
  const long = series.filter((s) => s.years >= TREND);
  const lost = series.filter((s) => s.years < TREND && s.years + s.lost >= TREND);
  return share(long.length, kpis.length, lost.length);
}

/**
 * How many links each unit of the first row holds, counting what the units below it run; a link of several units counts
 * for each. The organisation itself is a holder only where it is named and no unit below it.
 */
function holdings(model: Model, links: readonly GoalLink[]) {
  const { top } = unitTree(model);
  const { unit } = model.records.facets;
  const isUnit = new Set(unit.values.filter((value) => value !== NONE));
  const held = new Map<string, number>();
  let unstated = 0;
  for (const { entity } of links) {
    const named = isUnit.has(entity.id) ? [entity.id] : unitsOf(model, entity.id).map((u) => u.id);
    const holders = new Set(named.flatMap((u) => top.get(u) ?? []));
    if (holders.size === 0) unstated++;
    for (const holder of holders) held.set(holder, (held.get(holder) ?? 0) + 1);
  }
  const [first] = [...held].sort((a, b) => b[1] - a[1]);
  return { unstated, largest: first && { unit: model.node.get(first[0])!, links: first[1] } };
}
