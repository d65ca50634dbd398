/** KPIs with a series as a figure: small multiples, each with its name, its unit, its chart and its change in words. */
import { type Per, type Reading, readTrend } from "./bases.ts";
import type { Model } from "./build.ts";
import { type Chart, type ChartOptions, chartOf, LABEL, type Mark } from "./chart.ts";
import { element, type Figure, INK, label } from "./figure.ts";
import type { KpiSeries } from "./kpi-groups.ts";
import { shorten, wrap } from "./metrics.ts";

/** More than these can't be read on a page; the sheets hold all. */
export const DRAWN = 24;

const COLUMNS = 3;
const CELL = { width: 340, height: 216 };
const CHART = { width: 340, height: 112, top: 58 };
const GAP = 24;
const NAME = 13;
/** Names are set bold, which takes more room than widths are reckoned for. */
const NAME_WIDTH = CELL.width / 1.15;

/** What the figure says, in the reader's language. */
export interface FigureWords extends Pick<ChartOptions, "valueText" | "periodText"> {
  name: (kpi: KpiSeries) => string;
  /** Unit and scope in a line. */
  about: (kpi: KpiSeries, reading: Reading) => string;
  /** The change, and what it means: a line each. */
  change: (kpi: KpiSeries, reading: Reading) => string[];
  more: (n: number) => string;
  legend: { printed: string; hollow: string; gap: string };
}

/** Draws the first KPIs that have a series, as the query reads them, and says how many more there are. */
export function kpisFigure(
  model: Model,
  kpis: readonly KpiSeries[],
  { per, scale }: { per: Per | ""; scale: ChartOptions["scale"] },
  words: FigureWords,
): Figure {
  const all = kpis.filter((k, i) => k.trend && kpis.indexOf(k) === i);
  const drawn = all.slice(0, DRAWN);
  const cells = drawn.map((kpi, i) => {
    const at = [(i % COLUMNS) * (CELL.width + GAP), Math.floor(i / COLUMNS) * (CELL.height + GAP)];
    const reading = readTrend(model, kpi.node, kpi.trend!, per);
    const chart = chartOf(reading.trend, { ...CHART, ...words, scale });
    return element("g", { transform: `translate(${at.join()})` }, cellOf(kpi, reading, chart, words));
  });
  const columns = Math.min(COLUMNS, Math.max(1, drawn.length));
  const rows = Math.ceil(drawn.length / COLUMNS);
  const height = Math.max(0, rows * (CELL.height + GAP) - GAP);
  const more = all.length - drawn.length;
  return {
    width: columns * (CELL.width + GAP) - GAP,
    height: height + (more > 0 ? GAP : 0),
    body: cells.join("") + (more > 0 ? label(0, height + GAP - 4, words.more(more), { fill: INK.quiet }) : ""),
    legend: legendOf(words),
  };
}

function cellOf(kpi: KpiSeries, reading: Reading, chart: Chart, words: FigureWords): string {
  const [first, ...rest] = wrap(words.name(kpi), NAME_WIDTH, NAME);
  const names = [first, ...(rest.length > 0 ? [shorten(rest.join(" "), NAME_WIDTH, NAME)] : [])];
  const change = words.change(kpi, reading).map((line) => shorten(line, CELL.width, LABEL));
  const below = CHART.top + CHART.height + 16;
  return [
    element("path", { d: `M0 0H${CELL.width}`, stroke: INK.line }),
    ...names.map((text, i) => label(0, 18 + i * 16, text, { "font-size": NAME, "font-weight": 600 })),
    label(0, 18 + names.length * 16, shorten(words.about(kpi, reading), CELL.width, LABEL), { fill: INK.quiet }),
    element("g", { transform: `translate(0,${CHART.top})` }, drawingOf(chart)),
    ...change.map((text, i) => label(0, below + i * 16, text)),
  ].join("");
}

function drawingOf(chart: Chart): string {
  const axis = chart.axis.map(
    ({ y, text }) =>
      element("path", { d: `M${chart.left} ${y}H${chart.right}`, stroke: INK.line }) +
      label(chart.left - 4, y + 4, text, { fill: INK.quiet, "text-anchor": "end" }),
  );
  const line = element("path", { d: chart.line, fill: "none", stroke: INK.accent, "stroke-width": 1.5 });
  return [...axis, line, ...chart.marks.map((mark) => drawMark(mark, chart))].join("");
}

function drawMark({ point, x, y, value, period }: Mark, chart: Chart): string {
  const middle = { "text-anchor": "middle" };
  const at = y === undefined ? chart.floor - 8 : y - LABEL * 0.75;
  return [
    y === undefined ? "" : dot(x, y, point.observation?.status !== "reported"),
    label(x, at, y === undefined ? "–" : value, { ...middle, "font-weight": y === undefined ? undefined : 600 }),
    label(x, chart.height - 6, period, { ...middle, fill: INK.quiet }),
  ].join("");
}

const dot = (cx: number, cy: number, hollow: boolean): string =>
  element("circle", {
    cx,
    cy,
    r: 3.5,
    fill: hollow ? INK.ground : INK.accent,
    stroke: INK.accent,
    "stroke-width": 1.5,
  });

const legendOf = ({ legend }: FigureWords): Figure["legend"] => [
  { sign: dot(8, 8, false), text: legend.printed },
  { sign: dot(8, 8, true), text: legend.hollow },
  { sign: label(8, 12, "–", { "text-anchor": "middle" }), text: legend.gap },
];
