/** The geometry of a trend as a small chart, for the screen and for print: where marks, line, labels and axis stand. */
import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from "d3-scale";
import { line } from "d3-shape";
import { textWidth } from "./metrics.ts";
import type { Point } from "./series.ts";

/** Size of the labels, in pixels of the chart. */
export const LABEL = 12;
/** Room around the plot: for labels above the values, and for the periods below. */
const TOP = 24;
const BOTTOM = 26;
const SIDE = 44;
/** From the axis' labels to the plot. */
const GAP = 24;

export interface ChartOptions {
  width: number;
  height: number;
  scale: "linear" | "log";
  /** What stands at a value and below the axis. */
  valueText: (point: Point) => string;
  periodText: (period: string) => string;
}

/** A point of a trend on the chart. */
export interface Mark {
  point: Point;
  x: number;
  /** `undefined` for a gap. */
  y: number | undefined;
  /** Empty where there is no room: the ends come first. */
  value: string;
  period: string;
}

export interface Chart {
  width: number;
  height: number;
  marks: Mark[];
  /** Lines between neighbours in time, lifted over gaps: the `d` of a path. */
  line: string;
  /** Lines of the axis with their values. */
  axis: { y: number; text: string }[];
  /** Where the axis begins and ends, and the height that gaps are marked at. */
  left: number;
  right: number;
  floor: number;
}

/** The points that a logarithmic axis has no place for: zero and what is below. */
export const withoutLogarithm = (trend: readonly Point[]): Point[] =>
  trend.filter((p) => p.value !== undefined && p.value <= 0);

/**
 * Lays out a trend that has at least two points of time. A linear axis begins at zero, so that heights may be compared;
 * a logarithmic one spans the values, and is refused (drawn linear) where one of them is not above zero.
 */
export function chartOf(trend: readonly Point[], options: ChartOptions): Chart {
  const { width, height } = options;
  const isLog = options.scale === "log" && withoutLogarithm(trend).length === 0;
  const floor = height - BOTTOM;
  const y = (isLog ? logAxis(trend) : linearAxis(trend)).range([isLog ? floor - 8 : floor, TOP]);
  const values = isLog ? outermost(y.ticks()) : [0];
  const axis = values.map((value) => ({ y: y(value), text: GROUPED.format(value) }));
  const left = Math.max(SIDE, GAP + Math.max(0, ...axis.map(({ text }) => textWidth(text, LABEL))));
  const right = width - SIDE;
  const x = scaleLinear([trend[0].at, trend[trend.length - 1].at], [left, right]);
  const marks = trend.map((point): Mark => {
    const at = { point, x: x(point.at), y: point.value === undefined ? undefined : y(point.value) };
    return { ...at, value: options.valueText(point), period: options.periodText(point.period) };
  });
  return {
    width,
    height,
    marks: labelled(marks),
    line: path(marks) ?? "",
    axis,
    left: left - 16,
    right: right + 16,
    floor: isLog ? floor : y(0),
  };
}

const GROUPED = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });

const path = line<Mark>(
  (mark) => mark.x,
  (mark) => mark.y!,
).defined((mark) => mark.y !== undefined);

const valuesOf = (trend: readonly Point[]): number[] => trend.flatMap((p) => p.value ?? []);

function linearAxis(trend: readonly Point[]): ScaleContinuousNumeric<number, number> {
  const values = valuesOf(trend);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  return scaleLinear().domain([low, high === low ? low + 1 : high]);
}

function logAxis(trend: readonly Point[]): ScaleContinuousNumeric<number, number> {
  const values = valuesOf(trend);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  // Equal values stand in the middle.
  return scaleLog().domain(low === high ? [low / 2, high * 2] : [low, high]);
}

const outermost = (ticks: readonly number[]): number[] => [...new Set([ticks[0], ticks[ticks.length - 1]])];

/** Takes labels away that would run into others: the last and the first stay, then those from the right. */
function labelled(marks: readonly Mark[]): Mark[] {
  const order = marks.map((_, i) => i).reverse();
  order.splice(1, 0, order.pop()!);
  const [values, periods] = [new Set<number>(), new Set<number>()];
  const hasRoom = (taken: Set<number>, i: number, text: (mark: Mark) => string) =>
    [...taken].every((j) => {
      const half = (textWidth(text(marks[i]), LABEL) + textWidth(text(marks[j]), LABEL)) / 2;
      return Math.abs(marks[i].x - marks[j].x) >= half + 4;
    });
  for (const i of order) {
    if (marks[i].y !== undefined && hasRoom(values, i, (m) => m.value)) values.add(i);
    if (hasRoom(periods, i, (m) => m.period)) periods.add(i);
  }
  return marks.map((mark, i) => ({
    ...mark,
    value: values.has(i) ? mark.value : "",
    period: periods.has(i) ? mark.period : "",
  }));
}
