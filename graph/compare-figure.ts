/** The matrix of differences by goal as a figure: what A has, what B has, and A − B as bars to either side. */
import { barsOf, type Difference, type Tally } from "./differences.ts";
import { element, type Figure, INK, label } from "./figure.ts";
import { shorten } from "./metrics.ts";
import type { Goal } from "./schema.ts";

export interface FigureWords {
  /** The heads of the columns, in their order. */
  goal: string;
  a: string;
  b: string;
  difference: string;
  /** What the sides are. */
  aMeans: string;
  bMeans: string;
  moreInA: string;
  moreInB: string;
  /** The name of a goal. */
  nameOf: (goal: Goal) => string;
  /** A difference with its sign. */
  signed: (n: number) => string;
}

const ROW = 26;
const HEAD = 28;
const NAME = 30;
const A = 300;
const B = 410;
/** Where the bars stand, and how much room they have. */
const BARS = 510;
const ROOM = 190;
const WIDTH = 760;
/** Bars differ by more than the side they are on: solid where A has more, hollow where B has. */
const SOLID = { fill: INK.accent as string, stroke: INK.accent, "stroke-width": 1.5 };
const HOLLOW = { ...SOLID, fill: INK.ground };

/** Draws a row for each difference; `goals` are those that its values name. */
export function compareFigure(rows: readonly Difference[], goals: readonly Goal[], words: FigureWords): Figure {
  const bars = barsOf(rows);
  const zero = BARS + bars.zero * ROOM;
  const goalOf = new Map(goals.map((goal) => [goal.code, goal]));
  const height = HEAD + rows.length * ROW;
  const body = [
    ...headOf(words),
    element("path", { d: `M${zero} ${HEAD}V${height}`, stroke: INK.line }),
    ...rows.map((row, i) =>
      element("g", { transform: `translate(0 ${HEAD + i * ROW})` }, rowOf(row, goalOf.get(row.value), bars, words)),
    ),
  ].join("");
  return { width: WIDTH, height, body, legend: legendOf(words) };
}

function headOf(words: FigureWords): string[] {
  const head = (x: number, text: string, room: number) =>
    label(x, 16, shorten(text, room, 12), { fill: INK.quiet, "font-weight": 600 });
  return [
    head(0, words.goal, A - 20),
    head(A, words.a, B - A - 10),
    head(B, words.b, BARS - B - 10),
    head(BARS, words.difference, WIDTH - BARS),
  ];
}

type Bars = ReturnType<typeof barsOf>;

function rowOf({ value, a, b, change }: Difference, goal: Goal | undefined, bars: Bars, words: FigureWords): string {
  const disc = goal
    ? element("circle", { cx: 11, cy: 13, r: 10, fill: goal.color }) +
      label(11, 17, goal.code, { "text-anchor": "middle", "font-size": 11, "font-weight": 700, fill: goal.on_color })
    : "";
  const name = goal ? words.nameOf(goal) : value;
  const length = bars.lengthOf(change) * ROOM;
  const zero = BARS + bars.zero * ROOM;
  const bar =
    change === 0
      ? ""
      : element("rect", {
          ...{ x: change > 0 ? zero : zero - length, y: 8, width: length, height: 10 },
          ...(change > 0 ? SOLID : HOLLOW),
        });
  return [
    element("path", { d: `M0 .5H${WIDTH}`, stroke: INK.line }),
    disc,
    label(NAME, 17, shorten(name, A - NAME - 12, 12)),
    tallyOf(A, a),
    tallyOf(B, b),
    bar,
    label(WIDTH, 17, words.signed(change), {
      "text-anchor": "end",
      fill: change === 0 ? INK.quiet : INK.ink,
    }),
  ].join("");
}

const tallyOf = (x: number, { n, best }: Tally): string =>
  label(x + 32, 17, String(n), { "text-anchor": "end", fill: n === 0 ? INK.quiet : INK.ink }) +
  (best ? label(x + 44, 17, best, { fill: INK.quiet }) : "");

function legendOf({ aMeans, bMeans, moreInA, moreInB }: FigureWords): Figure["legend"] {
  const letter = (text: string) => label(8, 13, text, { "text-anchor": "middle", "font-weight": 700 });
  const bar = (look: typeof SOLID) => element("rect", { x: 1, y: 4, width: 14, height: 8, ...look });
  return [
    { sign: letter("A"), text: aMeans },
    { sign: letter("B"), text: bMeans },
    { sign: bar(SOLID), text: moreInA },
    { sign: bar(HOLLOW), text: moreInB },
  ];
}
