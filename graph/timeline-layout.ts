/**
 * Where the items of a lane stand, in pixels from the left edge of the window. A closed lane shows how much happened and
 * began when: marks that would overlap are one mark of a calendar span, with a count. An open lane shows every item by
 * itself, with its name, in as many rows as that takes.
 */
import { DAY, join, meet, monthAt, monthStart, type Span } from "./calendar.ts";
import { extentOf, type Item } from "./timeline.ts";

/** A window of time, drawn so many pixels wide. */
export interface View extends Span {
  width: number;
}

/** The place of a time. */
export const xOf = ({ from, to, width }: View, time: number): number => ((time - from) / (to - from)) * width;

/** What takes up room in a row. */
export interface Placed {
  left: number;
  right: number;
  /** Counted from the top. */
  row: number;
}

/** Items that stand at one place. */
export interface Mark extends Placed {
  /** At least one; more where they would overlap. */
  items: Item[];
  /** The time of all of them. */
  span: Span;
}

/** The least width that a count can be read and hit at. */
export const MARK = 20;
/** The least width of the mark of a single item. */
const DOT = 11;
/** Months in the spans that marks are gathered by: single ones, quarters, years, five years and so on. */
const BINS = [1, 3, 12, 60, 120, 600, 1200, 12_000];
const MONTH = 30.436875 * DAY;
const MONTHS = { day: 0, month: 1, year: 12 } as const;

/** The marks of a closed lane: what happened or began within the window. */
export function marksOf(items: readonly Item[], view: View): Mark[] {
  const bins = new Map<string, { bin: Span; items: Item[] }>();
  const binOf = binning(view);
  for (const item of items) {
    if (!meet(item.begin, view)) continue;
    const bin = binOf(item);
    const key = `${bin.from} ${bin.to}`;
    const gathered = bins.get(key);
    if (gathered) gathered.items.push(item);
    else bins.set(key, { bin, items: [item] });
  }
  const marks = [...bins.values()].map(({ bin, items }) => markOf(items, bin, view));
  // Years first, so that what is known more exactly stands below.
  return pack(marks.sort((a, b) => a.left - b.left || b.right - a.right));
}

/** The calendar span that an item is gathered in: never shorter than its date is known to, nor too narrow to be read. */
function binning(view: View): (item: Item) => Span {
  const month = (view.width * MONTH) / (view.to - view.from);
  const narrowest = month * (DAY / MONTH) >= MARK ? 0 : (BINS.find((months) => month * months >= MARK) ?? BINS.at(-1)!);
  return ({ begin }) => {
    const months = Math.max(MONTHS[begin.precision], narrowest);
    if (months === 0) return begin;
    const first = Math.floor(monthAt(begin.from) / months) * months;
    return { from: monthStart(first), to: monthStart(first + months) };
  };
}

function markOf(items: Item[], bin: Span, view: View): Mark {
  const span = items.map(({ begin }): Span => begin).reduce(join);
  const [from, to] = [span.from, span.to].map((time) => clip(xOf(view, time), view));
  const [first, last] = [bin.from, bin.to].map((time) => clip(xOf(view, time), view));
  const width = Math.max(to - from, items.length > 1 ? MARK : DOT);
  // Within its bin where there is room, so that it doesn't touch its neighbours; within the window in any case.
  const inBin = Math.min(Math.max((from + to - width) / 2, first), Math.max(first, last - width));
  const left = Math.max(0, Math.min(inBin, view.width - width));
  return { items, span, left, right: left + width, row: 0 };
}

const clip = (x: number, { width }: View): number => Math.min(Math.max(x, 0), width);

/** Neighbours in time touch; the reckoning with pixels must not part them. */
const ROUNDING = 1e-6;

/** Puts each, in their order, in the first row that has room for it. */
export function pack<P extends Placed>(placed: readonly P[], apart = 0): P[] {
  const rows: Placed[][] = [];
  return placed.map((one) => {
    const isClear = (other: Placed) =>
      other.right + apart <= one.left + ROUNDING || one.right + apart <= other.left + ROUNDING;
    const free = rows.findIndex((row) => row.every(isClear));
    const row = free < 0 ? rows.push([]) - 1 : free;
    rows[row].push(one);
    return { ...one, row };
  });
}

/** How many rows these take. */
export const rowCount = (placed: readonly Placed[]): number =>
  placed.reduce((most, { row }) => Math.max(most, row + 1), 0);

/** An item in a row of an open lane: `left` and `right` are with its name. */
export interface Bar extends Placed {
  item: Item;
  /** Where its time is drawn. */
  from: number;
  to: number;
  /** Within that, what it surely took; nothing where that is not known. */
  sure: [number, number] | undefined;
  /** Whether its end is not stated: it goes on beyond the right edge. */
  open: boolean;
  /** Where the name stands; up to the edge of the window, it is cut off there. */
  text: number;
  anchor: "start" | "end";
}

/** Room beside a name. */
const GAP = 6;
/** From how many pixels on a name stands on what it names. */
const ROOMY = 64;
/** Pixels in which enough of a long name can be read. */
const ENOUGH = 140;
/** Room between an item and the next in its row. */
const BAR_APART = 10;

/**
 * The bars of an open lane: first milestones, then lifetimes, of which any time is in the window. `widthOf` is how wide
 * an item's name is, in pixels.
 */
export function barsOf(items: readonly Item[], view: View, widthOf: (item: Item) => number): Bar[] {
  const bars = items.filter((item) => meet(extentOf(item), view)).map((item) => barOf(item, view, widthOf(item)));
  const milestones = pack(
    bars.filter(({ item }) => item.type === "milestone"),
    BAR_APART,
  );
  const below = rowCount(milestones);
  const lifetimes = pack(
    bars.filter(({ item }) => item.type === "lifetime"),
    BAR_APART,
  );
  return [...milestones, ...lifetimes.map((bar) => ({ ...bar, row: bar.row + below }))];
}

function barOf(item: Item, view: View, name: number): Bar {
  const { from: begins, to: ends } = extentOf(item);
  const open = ends === Number.POSITIVE_INFINITY;
  const [x, end] = [clip(xOf(view, begins), view), open ? view.width : clip(xOf(view, ends), view)];
  const width = Math.max(end - x, DOT);
  const from = Math.max(0, Math.min(x, view.width - width));
  const to = from + width;
  // The name stands on what is long enough to hold some of it, else behind it; before it where there is no room.
  const start = (width >= ROOMY ? from : to) + GAP;
  const room = view.width - start;
  const anchor = name <= room || room >= ENOUGH || from - GAP - name < 0 ? "start" : "end";
  const text = anchor === "start" ? start : from - GAP;
  const [first, last] = anchor === "start" ? [from, Math.max(to, text + Math.min(name, room))] : [text - name, to];
  return { item, from, to, sure: sureOf(item, view), open, text, anchor, left: first, right: last, row: 0 };
}

/** The part of the window that an item surely took: from when it had begun to when it may have ended. */
function sureOf({ type, begin, end }: Item, view: View): [number, number] | undefined {
  if (type === "milestone") return undefined;
  const last = end ? end.from : view.to;
  if (begin.to >= last || begin.to >= view.to || last <= view.from) return undefined;
  return [clip(xOf(view, begin.to), view), clip(xOf(view, last), view)];
}
