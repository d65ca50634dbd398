/**
 * Dates as the time they span: one that is known to the year spans the year, not its first day. Times are milliseconds
 * since 1970 in UTC; months are counted from January of the year 0.
 */

/** From its beginning up to, but without, its end. */
export interface Span {
  from: number;
  to: number;
}

export interface DateSpan extends Span {
  /** What the date is known to. */
  precision: "year" | "month" | "day";
}

export const DAY = 86_400_000;

/** The beginning of a day; months and days beyond their year or month run on into the next. */
function timeOf(year: number, month = 0, day = 1): number {
  // `Date.UTC` takes the years 0 to 99 for those of the last century.
  return new Date(0).setUTCFullYear(year, month, day);
}

/** The beginning of a year. */
export const yearStart = (year: number): number => timeOf(year);
/** The beginning of a month. */
export const monthStart = (month: number): number =>
  timeOf(Math.floor(month / 12), month - Math.floor(month / 12) * 12);
/** The year that a time falls into. */
export const yearAt = (time: number): number => new Date(time).getUTCFullYear();
/** The month that a time falls into. */
export const monthAt = (time: number): number => yearAt(time) * 12 + new Date(time).getUTCMonth();

/** The time that an ISO date spans, `2020`, `2020-09` or `2020-09-09`; nothing for what is no date. */
export function spanOf(date: string): DateSpan | undefined {
  if (!/^\d{4}(-\d\d){0,2}$/.test(date)) return undefined;
  const [year, month, day] = date.split("-").map(Number);
  if (day !== undefined)
    return { from: timeOf(year, month - 1, day), to: timeOf(year, month - 1, day + 1), precision: "day" };
  if (month !== undefined) return { from: timeOf(year, month - 1), to: timeOf(year, month), precision: "month" };
  return { from: timeOf(year), to: timeOf(year + 1), precision: "year" };
}

/** Whether two spans have any time in common. */
export const meet = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;

/** The shortest span that holds both. */
export const join = (a: Span, b: Span): Span => ({ from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) });
