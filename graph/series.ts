/**
 * Series: the values of a KPI in time, which of them can be compared, and what that says. Values are as printed, in the
 * KPI's printed unit; what is not known stays a gap.
 */
import type { Model, Node } from "./build.ts";
import { type Observation, toNumber } from "./schema.ts";
import { groupBy } from "./text.ts";

/** A value of a KPI in time. Without observation: a year inside the series for which the report gives nothing. */
export interface Point {
  period: string;
  /** The end of the period in years, fractions counted: where it stands on a time axis. */
  at: number;
  /** `undefined` where the value is missing. */
  value: number | undefined;
  observation?: Observation;
}

/** The values of a KPI in time order, with a point for every year that is left out in between. */
export function seriesOf(model: Model, kpi: Node): Point[] {
  const points = (model.observations.get(kpi.id) ?? []).map((observation): Point => {
    const value = toNumber(observation.value);
    const [, at] = boundsOf(observation.period);
    return { period: observation.period, at, value: Number.isNaN(value) ? undefined : value, observation };
  });
  return [...points, ...skippedYears(points)].sort((a, b) => a.at - b.at);
}

/** The years between the first and the last of a yearly series that have no observation; a running total has no years. */
function skippedYears(points: readonly Point[]): Point[] {
  const years = points
    .filter((p) => /^\d{4}$/.test(p.period) && !p.observation?.qualifier.includes("cumulative"))
    .map((p) => Number(p.period));
  const skipped: Point[] = [];
  for (let year = Math.min(...years) + 1; year < Math.max(...years); year++) {
    if (!years.includes(year)) skipped.push({ period: String(year), at: year + 1, value: undefined });
  }
  return skipped;
}

/** Qualifiers that say what a value is, so values that differ in them can't be compared; the others say how exact. */
const NATURES = ["cumulative", "average", "planned", "pledged"];
export const isNature = (qualifier: string): boolean => NATURES.includes(qualifier);

/**
 * The longest run of comparable values in a series: alike in nature and in length of period (cumulative values have
 * none). Missing values of the same length stay in it as gaps. `undefined` when fewer than two points of time have a value.
 */
export function trendOf(series: readonly Point[]): Point[] | undefined {
  const known = series.filter((p) => p.value !== undefined);
  const runs = [...groupBy(known, comparability).values()].map((run) => run.filter((p, i) => p.at !== run[i - 1]?.at));
  const [longest] = runs.sort((a, b) => b.length - a.length);
  if (!longest || longest.length < 2) return undefined;
  const months = monthsOf(longest[0].period);
  const gaps = series.filter((p) => p.value === undefined && monthsOf(p.period) === months);
  return [...longest, ...gaps].sort((a, b) => a.at - b.at);
}

function comparability({ period, observation }: Point): string {
  const natures = (observation?.qualifier ?? []).filter(isNature).sort();
  return natures.includes("cumulative") ? natures.join() : [...natures, monthsOf(period)].join();
}

/** How much a trend changes from its first value to its last; `undefined` where a printed value is only a bound. */
export function changeOf(trend: readonly Point[], unit: string) {
  const known = trend.filter((p) => p.value !== undefined);
  const [first, last] = [known[0], known[known.length - 1]];
  const inexact = [first, last].some((p) => p.observation?.qualifier.some((q) => !isNature(q)));
  const [from, to] = [first.value!, last.value!];
  const inPoints = unit === "%";
  if (inexact || (from <= 0 && !inPoints)) return undefined;
  const amount = inPoints ? to - from : ((to - from) / from) * 100;
  return { amount: Math.round(amount * 10) / 10, inPoints, from: first.period, to: last.period };
}

/** Begin and end of a period in years: `2020` is [2020, 2021], `2020-02` [2020 1/12, 2020 2/12]. */
function boundsOf(period: string): [number, number] {
  const [first, last = first] = period.split("/");
  return [beginOf(first), beginOf(last) + lengthOf(last)];
}

function beginOf(date: string): number {
  const [year, month = 1, day = 1] = date.split("-").map(Number);
  return year + (month - 1) / 12 + (day - 1) / 372;
}

const lengthOf = (date: string): number => [1, 1 / 12, 1 / 372][date.split("-").length - 1];

function monthsOf(period: string): number {
  const [begin, end] = boundsOf(period);
  return Math.round((end - begin) * 12);
}
