/** The part of time that is in sight: where it opens, and how it is moved and zoomed. All pure, in milliseconds. */
import { DAY, join, meet, type Span, yearAt, yearStart } from "./calendar.ts";
import type { Item } from "./timeline.ts";

/** The shortest time in sight: four weeks, in which days can be told apart. */
const SHORTEST = 28 * DAY;
/** The share of what happened that the opening window holds, where that needs less than all years. */
const MOST = 0.85;
/** Years in the opening window, at most: more can't be read by month. */
const LONGEST = 5;

const yearsFrom = (first: number, last: number): Span => ({ from: yearStart(first), to: yearStart(last + 1) });
const lengthOf = ({ from, to }: Span): number => to - from;

/** The whole years of all dates of some items and, besides, of the years asked for; nothing where there is no date. */
export function domainOf(items: readonly Item[], years: readonly string[] = []): Span | undefined {
  const spans = items.flatMap(({ begin, end }): Span[] => (end ? [begin, end] : [begin]));
  const asked = years.map(Number).filter(Number.isInteger);
  const all = [...spans, ...asked.map((year) => yearsFrom(year, year))];
  if (all.length === 0) return undefined;
  const { from, to } = all.reduce(join);
  return yearsFrom(yearAt(from), yearAt(to - 1));
}

/** How many items begin or happen in each year. */
export function countByYear(items: readonly Item[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { begin } of items) {
    const year = yearAt(begin.from);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return counts;
}

/**
 * The window to open with: the years asked for, else the fewest years in a row that hold most of what happened, up to
 * five; the latest of those that hold as much. A report dwells on the last few years, while some of what it tells of
 * began decades ago.
 */
export function openingWindow(items: readonly Item[], years: readonly string[] = []): Span | undefined {
  const asked = domainOf([], years);
  if (asked || items.length === 0) return asked;
  const counts = countByYear(items);
  for (let length = 1; ; length++) {
    const { last, held } = fullest(counts, length);
    if (held >= MOST * items.length || length === LONGEST) return yearsFrom(last - length + 1, last);
  }
}

/** The years in a row, so many, that hold the most. */
function fullest(counts: Map<number, number>, length: number): { last: number; held: number } {
  const runs = [...counts.keys()].map((last) => {
    let held = 0;
    for (let year = last - length + 1; year <= last; year++) held += counts.get(year) ?? 0;
    return { last, held };
  });
  return runs.reduce((best, run) =>
    run.held > best.held || (run.held === best.held && run.last > best.last) ? run : best,
  );
}

/** A window within the domain, as long as it was where there is room. */
function within(window: Span, domain: Span): Span {
  const length = Math.min(lengthOf(window), lengthOf(domain));
  const from = Math.min(Math.max(window.from, domain.from), domain.to - length);
  return { from, to: from + length };
}

/** A window `factor` times as long, in which the time `at` keeps its place. */
export function zoomed(window: Span, factor: number, at: number, domain: Span): Span {
  const length = Math.min(Math.max(lengthOf(window) * factor, SHORTEST), lengthOf(domain));
  const from = at - ((at - window.from) / lengthOf(window)) * length;
  return within({ from, to: from + length }, domain);
}

/** A window moved by a share of its length. */
export function panned(window: Span, share: number, domain: Span): Span {
  const by = share * lengthOf(window);
  return within({ from: window.from + by, to: window.to + by }, domain);
}

/** A window of the same length around a time. */
export const centred = (window: Span, at: number, domain: Span): Span =>
  panned(window, (at - window.from) / lengthOf(window) - 0.5, domain);

/** The window that shows a span with some room around it. */
export function fitted(span: Span, domain: Span): Span {
  const room = lengthOf(span) * 0.1;
  const length = Math.max(lengthOf(span) + 2 * room, SHORTEST);
  const middle = (span.from + span.to) / 2;
  return within({ from: middle - length / 2, to: middle + length / 2 }, domain);
}

/** The items of which some of the time is in sight. */
export const inSight = (items: readonly Item[], window: Span): Item[] =>
  items.filter(({ begin, end }) => meet({ from: begin.from, to: end?.to ?? Number.POSITIVE_INFINITY }, window));
