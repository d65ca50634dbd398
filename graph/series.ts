/**
 * Series: the values of a KPI in time, which of them can be compared, and what that says. Values are as printed, in the
 * KPI's printed unit; what is not known stays a gap.
 */
import type { Model, Node } from "./build.ts";
import { type Kpi, type Observation, toNumber } from "./schema.ts";
import { groupBy } from "./text.ts";

/** A value of a KPI in time. Without observation: a year inside the series for which the report gives nothing. */
export interface Point {
  period: string;
  /** The end of the period in years, fractions counted: where it stands on a time axis. */
  at: number;
  /** `undefined` where the value is missing. */
  value: number | undefined;
  observation?: Observation;
  /** What the printed value was divided by; `value` is then computed here. */
  by?: Observation;
}

// Four digits are as much as a quotient of printed values can promise.
const ROUNDED = new Intl.NumberFormat("en", { minimumSignificantDigits: 4, maximumSignificantDigits: 4 });

/** A value as it stands in print; a computed one rounded to four digits. Empty where there is none. */
export function valueText({ value, observation, by }: Point): string {
  if (value === undefined) return "";
  return by ? ROUNDED.format(value) : (observation?.value ?? "");
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

/** The points as rows of a table: neighbouring years that the report leaves out are one row. */
export function joinGaps(points: readonly Point[]): Point[] {
  const rows: Point[] = [];
  for (const point of points) {
    const last = rows[rows.length - 1];
    if (last && !last.observation && !point.observation) {
      rows[rows.length - 1] = { ...point, period: `${last.period.split("/")[0]}/${point.period}` };
    } else rows.push(point);
  }
  return rows;
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

/** What two values must share to be compared: their nature and the length of their periods. */
export function comparability({ period, observation }: Point): string {
  const natures = (observation?.qualifier ?? []).filter(isNature).sort();
  return natures.includes("cumulative") ? natures.join() : [...natures, monthsOf(period)].join();
}

/** Whether a value is the number itself, not a bound or an estimate of it. */
export const isExact = ({ value, observation }: Point): boolean =>
  value !== undefined && !observation?.qualifier.some((q) => !isNature(q));

/** How much a value differs from an earlier one: in percent of it, of percentages in percentage points. */
export interface Change {
  /** Rounded to a tenth. */
  amount: number;
  inPoints: boolean;
  from: string;
  to: string;
}

/** The change between two values; `undefined` where one is missing or only a bound, or where it would divide by zero. */
export function changeBetween(first: Point, last: Point, unit: string): Change | undefined {
  if (!isExact(first) || !isExact(last)) return undefined;
  const [from, to] = [first.value!, last.value!];
  const inPoints = unit === "%";
  if (from <= 0 && !inPoints) return undefined;
  const amount = inPoints ? to - from : ((to - from) / from) * 100;
  return { amount: Math.round(amount * 10) / 10, inPoints, from: first.period, to: last.period };
}

/** A row of a trend's table, with its change against the exact value before it. */
export interface Row {
  point: Point;
  change?: Change;
}

export function rowsOf(trend: readonly Point[], unit: string): Row[] {
  let before: Point | undefined;
  return joinGaps(trend).map((point) => {
    const row = { point, change: before && changeBetween(before, point, unit) };
    if (isExact(point)) before = point;
    return row;
  });
}

/** How much a trend changes from its first exact value to its last; `undefined` where there are no two. */
export function changeOf(trend: readonly Point[], unit: string): Change | undefined {
  const exact = trend.filter(isExact);
  return exact.length > 1 ? changeBetween(exact[0], exact[exact.length - 1], unit) : undefined;
}

export type Verdict = "better" | "worse" | "unchanged";

/**
 * Whether a change is for the better, by the KPI's direction. `undefined` where neither way is better, and for a
 * running total: it can only grow, so growing says nothing.
 */
export function verdictOf(
  { direction }: Kpi,
  trend: readonly Point[],
  change: Change | undefined,
): Verdict | undefined {
  if (!change || direction === "neutral" || isRunningTotal(trend)) return undefined;
  if (change.amount === 0) return "unchanged";
  return change.amount > 0 === (direction === "increase") ? "better" : "worse";
}

/** Whether the values of a trend are sums that run on from one to the next. */
export const isRunningTotal = (trend: readonly Point[]): boolean =>
  trend.some((p) => p.observation?.qualifier.includes("cumulative"));

/** Why values are not simply as printed: one remark for all periods that share it. */
export interface Remark {
  periods: string[];
  status: string;
  note: string;
}

export function remarksOf(series: readonly Point[]): Remark[] {
  const observed = series.flatMap((p) => p.observation ?? []).filter((o) => o.status !== "reported");
  return [...groupBy(observed, (o) => JSON.stringify([o.status, o.note])).values()].map((of) => ({
    periods: of.map((o) => o.period),
    status: of[0].status,
    note: of[0].note,
  }));
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
