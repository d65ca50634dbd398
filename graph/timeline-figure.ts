/** The visible timeline as a drawing for print: the lanes as they are, closed or open, over an axis. */
import { NONE } from "./build.ts";
import { element, type Figure, INK, type LegendEntry, label } from "./figure.ts";
import { shorten, textWidth } from "./metrics.ts";
import { curvePath, mostRunning, runningOf } from "./running.ts";
import { type Tick, ticksOf } from "./time-axis.ts";
import type { Item, Lane } from "./timeline.ts";
import { type Bar, barsOf, type Mark, marksOf, rowCount, type View } from "./timeline-layout.ts";

/** A lane as it is shown. */
export interface ShownLane {
  lane: Lane;
  name: string;
  /** Of its goal; none for units. */
  color?: { ground: string; text: string };
  open: boolean;
}

/** What the drawing says, in the reader's language; all of it is plain text. */
export interface TimelineFigureWords {
  item: (item: Item) => string;
  tick: (tick: Tick) => string;
  legend: Record<"day" | "span" | "begin" | "count" | "running" | "sure" | "unsure" | "open", string>;
}

const HEAD = 200;
const TRACK = 900;
const AXIS = 24;
const MARKS = 19;
const BARS = 20;
const CURVE = 14;
const PAD = 4;
const SIZE = 11;
/** From how wide on a mark has room for a name. */
const NAMED = 64;
/** Names longer than this are cut off. */
const WIDEST = 300;

/** Draws lanes over the window `span`. */
export function timelineFigure(
  lanes: readonly ShownLane[],
  span: { from: number; to: number },
  words: TimelineFigureWords,
): Figure {
  const view: View = { from: span.from, to: span.to, width: TRACK };
  const most = mostRunning(lanes.map(({ lane }) => lane));
  let y = AXIS;
  const drawn: string[] = [];
  for (const shown of lanes) {
    const { height, markup } = shown.open ? openLane(shown, view, words) : closedLane(shown, view, most, words);
    const rule = element("path", { d: `M0 0H${HEAD + TRACK}`, stroke: INK.line });
    drawn.push(moved(0, y, rule + headOf(shown) + moved(HEAD, PAD, markup)));
    y += height + 2 * PAD;
  }
  return {
    width: HEAD + TRACK,
    height: y,
    body: moved(HEAD, 0, axisOf(view, y, words)) + drawn.join(""),
    legend: legendOf(words),
  };
}

const moved = (x: number, y: number, markup: string): string =>
  element("g", { transform: `translate(${x} ${y})` }, markup);

function axisOf(view: View, height: number, words: TimelineFigureWords): string {
  return ticksOf(view)
    .map((tick) => {
      const [x, isYear] = [tick.x, tick.unit === "year"];
      const line = element("path", { d: `M${x.toFixed(1)} ${AXIS}V${height}`, stroke: INK.line });
      const weight = isYear ? { "font-weight": 600 } : { fill: INK.quiet };
      return line + label(x + 3, AXIS - 8, words.tick(tick), { "font-size": SIZE, ...weight });
    })
    .join("");
}

function headOf({ lane, name, color }: ShownLane): string {
  const count = String(lane.items.length);
  const room = HEAD - (color ? 34 : 0) - textWidth(count, SIZE) - 18;
  const disc = color
    ? element("circle", { cx: 11, cy: 15, r: 10, fill: color.ground }) +
      label(11, 19, lane.id, { "font-size": SIZE, "font-weight": 700, "text-anchor": "middle", fill: color.text })
    : "";
  const ink = lane.id === NONE ? INK.quiet : INK.ink;
  return (
    disc +
    label(color ? 28 : 0, 19, shorten(name, room, 12), { fill: ink }) +
    label(HEAD - 10, 19, count, { "font-size": SIZE, "text-anchor": "end", fill: INK.quiet })
  );
}

function closedLane({ lane, color }: ShownLane, view: View, most: number, words: TimelineFigureWords) {
  const marks = marksOf(lane.items, view);
  const ink = color?.ground ?? INK.accent;
  const height = Math.max(1, rowCount(marks)) * MARKS + CURVE;
  const steps = runningOf(lane.items);
  const curve = (of: "sure" | "possible", opacity: number) =>
    element("path", { d: curvePath(steps, of, view, { most, height: CURVE }), fill: ink, "fill-opacity": opacity });
  const curves = moved(0, height - CURVE, curve("possible", 0.22) + curve("sure", 0.4));
  return { height, markup: curves + marks.map((mark) => drawMark(mark, ink, words)).join("") };
}

function drawMark({ items, left, right, row }: Mark, ink: string, words: TimelineFigureWords): string {
  const [{ begin }] = items;
  const width = right - left;
  const exact = items.length === 1 && begin.precision === "day";
  const hollow = items.every(({ type }) => type === "lifetime");
  const y = row * MARKS + 1;
  const pill = element("rect", {
    x: left + 0.5,
    y: exact ? y + 3 : y,
    width: width - 1,
    height: exact ? 10 : 16,
    rx: exact ? 5 : 4,
    fill: exact && !hollow ? ink : hollow ? INK.ground : ink,
    "fill-opacity": exact || hollow ? 1 : 0.25,
    stroke: ink,
    "stroke-width": hollow ? 1.5 : 1,
  });
  const named = width >= NAMED ? shorten(words.item(items[0]), width - 8, SIZE) : "";
  const text = items.length > 1 ? String(items.length) : named;
  return text ? pill + label((left + right) / 2, y + 12, text, { "font-size": SIZE, "text-anchor": "middle" }) : pill;
}

function openLane({ lane, color }: ShownLane, view: View, words: TimelineFigureWords) {
  const nameOf = (item: Item) => shorten(words.item(item), WIDEST, SIZE);
  const bars = barsOf(lane.items, view, (item) => textWidth(nameOf(item), SIZE));
  const ink = color?.ground ?? INK.accent;
  return {
    height: Math.max(1, rowCount(bars)) * BARS,
    markup: bars.map((bar) => moved(0, bar.row * BARS, drawBar(bar, ink, cut(nameOf(bar.item), bar, view)))).join(""),
  };
}

/** A name that would stand out of the window is cut off at its edge. */
const cut = (name: string, { text, anchor }: Bar, { width }: View): string =>
  anchor === "start" ? shorten(name, width - text, SIZE) : name;

function drawBar({ item, from, to, sure, open, text, anchor }: Bar, ink: string, name: string): string {
  const box = (x: number, end: number, opacity: number, dot = false) =>
    element("rect", {
      x,
      y: dot ? 4 : 1,
      width: end - x,
      height: dot ? 10 : 16,
      rx: dot ? 5 : 2,
      fill: ink,
      "fill-opacity": opacity,
    });
  const isNamed = text > from && text < to;
  const sign =
    item.type === "milestone"
      ? box(from, to, item.begin.precision === "day" ? 1 : 0.3, !isNamed)
      : box(from, to, 0.14) + (sure ? box(...sure, 0.24) : "") + (open ? arrow(to, ink) : "");
  return sign + label(text, 13, name, { "font-size": SIZE, "text-anchor": anchor });
}

/** What goes on points beyond the edge. */
const arrow = (x: number, ink: string): string =>
  element("path", { d: `M${x - 5} 4L${x} 9L${x - 5} 14`, fill: "none", stroke: ink, "stroke-width": 1.5 });

function legendOf({ legend }: TimelineFigureWords): LegendEntry[] {
  const pill = (fill: string, opacity: number, width = 1) =>
    element("rect", {
      x: 1,
      y: 3,
      width: 14,
      height: 10,
      rx: 3,
      fill,
      "fill-opacity": opacity,
      stroke: INK.accent,
      "stroke-width": width,
    });
  const bar = (opacity: number) =>
    element("rect", { x: 0, y: 3, width: 16, height: 10, fill: INK.accent, "fill-opacity": opacity });
  return [
    { sign: element("circle", { cx: 8, cy: 8, r: 5, fill: INK.accent }), text: legend.day },
    { sign: pill(INK.accent, 0.25), text: legend.span },
    { sign: pill(INK.ground, 1, 1.5), text: legend.begin },
    {
      sign: pill(INK.accent, 0.25) + label(8, 12, "3", { "font-size": 9, "text-anchor": "middle" }),
      text: legend.count,
    },
    { sign: element("path", { d: "M0 14H16V4H8V9H0Z", fill: INK.accent, "fill-opacity": 0.4 }), text: legend.running },
    { sign: bar(0.38), text: legend.sure },
    { sign: bar(0.14), text: legend.unsure },
    { sign: bar(0.38) + arrow(15, INK.accent), text: legend.open },
  ];
}
