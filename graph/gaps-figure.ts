/** The gaps as a drawing for print: rules by goals, with the number of findings in each cell. */
import type { Node } from "./build.ts";
import { element, type Figure, INK, label } from "./figure.ts";
import type { RuleCount } from "./gaps.ts";
import { shorten, textWidth } from "./metrics.ts";
import { type RuleId, SEVERITIES, type Severity } from "./query.ts";
import type { Goal } from "./schema.ts";

/** What the drawing says; all of it is plain text. */
export interface GapFigureWords {
  rule: (id: RuleId) => string;
  total: string;
  severity: Record<Severity, string>;
  /** What the ground of a cell means. */
  ground: string;
  /** Goals that the reader doesn't judge have a dash in their cells, and a line each that says why. */
  isJudged: (goal: Node) => boolean;
  notJudged: readonly string[];
}

const ROW = 28;
const CODE = 36;
const STEPS = 40;
const NAME = 250;
const TOTAL = 52;
const COLUMN = 34;
const HEAD = 34;

/** Draws the counts, a row a rule and a column a goal; rules without finding stand there as well, with nothing in their cells. */
export function gapsFigure(counts: readonly RuleCount[], goals: readonly Node[], words: GapFigureWords): Figure {
  const left = CODE + STEPS + NAME + TOTAL;
  const width = left + COLUMN * goals.length;
  const most = Math.max(1, ...counts.flatMap((count) => [...count.goals.values()]));
  const heads = goals.map((goal, i) => disc(goal.row as Goal, left + COLUMN * (i + 0.5)));
  const rows = counts.map((count, i) => {
    const cells = goals.map((goal, g) =>
      cell(count.goals.get(goal.id) ?? 0, left + COLUMN * g, most, words.isJudged(goal) ? "·" : "–"),
    );
    return at(0, HEAD + ROW * i, rule(width) + head(count, words) + cells.join(""));
  });
  const total = label(left - 12, HEAD - 12, words.total, { "text-anchor": "end", fill: INK.quiet });
  return {
    width,
    height: HEAD + ROW * counts.length,
    body: total + heads.join("") + rows.join(""),
    legend: [
      ...SEVERITIES.map((severity) => ({ sign: small(steps(severity)), text: words.severity[severity] })),
      { sign: ground(0.3, 16, 16), text: words.ground },
      ...words.notJudged.map((text) => ({ sign: label(4, 12, "–"), text })),
    ],
  };
}

const at = (x: number, y: number, markup: string): string =>
  element("g", { transform: `translate(${x} ${Math.round(y)})` }, markup);

/** Three steps in the room of a sign. */
const small = (markup: string): string => element("g", { transform: "translate(0 5) scale(.55)" }, markup);

const rule = (width: number): string => element("path", { d: `M0 .5H${width}`, stroke: INK.line });

function disc({ code, color, on_color }: Goal, x: number): string {
  const width = Math.max(22, textWidth(code, 11) + 10);
  const shape = element("rect", { x: x - width / 2, y: HEAD - 28, width, height: 20, rx: 10, fill: color });
  const text = { "font-size": 11, "font-weight": 700, "text-anchor": "middle", fill: on_color };
  return shape + label(x, HEAD - 14, code, text);
}

function head({ id, severity, findings }: RuleCount, words: GapFigureWords): string {
  const quiet = findings > 0 ? INK.ink : INK.quiet;
  return (
    label(0, ROW / 2 + 4, id, { fill: quiet, "font-weight": 600 }) +
    at(CODE, ROW / 2 - 4, steps(severity)) +
    label(CODE + STEPS, ROW / 2 + 4, shorten(words.rule(id), NAME - 12, 12), { fill: quiet }) +
    label(CODE + STEPS + NAME + TOTAL - 12, ROW / 2 + 4, String(findings), {
      "text-anchor": "end",
      "font-weight": 600,
      fill: quiet,
    })
  );
}

/** Three steps, filled from the left: one for low, three for high. */
function steps(severity: Severity): string {
  const filled = SEVERITIES.length - SEVERITIES.indexOf(severity);
  return SEVERITIES.map((_, i) =>
    element("rect", {
      x: i * 10 + 0.5,
      y: 0.5,
      width: 7,
      height: 7,
      fill: i < filled ? INK.ink : "none",
      stroke: i < filled ? INK.ink : INK.quiet,
    }),
  ).join("");
}

/** A cell; `none` stands where there is nothing to count. */
function cell(count: number, x: number, most: number, none: string): string {
  if (count === 0) return label(x + COLUMN / 2, ROW / 2 + 4, none, { "text-anchor": "middle", fill: INK.quiet });
  const share = Math.sqrt(count / most);
  const number = label(COLUMN / 2, ROW / 2 + 4, String(count), { "text-anchor": "middle", "font-size": 11 });
  return at(x, 0, at(1, 2, ground(0.3 * share, COLUMN - 2, ROW - 2)) + number);
}

const ground = (opacity: number, width: number, height: number): string =>
  element("rect", { width, height, fill: INK.accent, "fill-opacity": opacity });
