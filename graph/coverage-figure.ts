/** The coverage matrix as a drawing for print: the same rows, columns, marks and numbers as on the screen. */
import { markSvg } from "./cell-marks.ts";
import { CELL_STATES, type CellState } from "./cell-state.ts";
import { element, type Figure, INK, label } from "./figure.ts";
import type { Cell, Matrix, MatrixColumn, MatrixRow } from "./matrix.ts";
import { shorten, textWidth } from "./metrics.ts";
import type { Goal } from "./schema.ts";

/** What the drawing says; all of it is plain text. */
export interface MatrixFigureWords {
  row: (row: MatrixRow) => string;
  column: (column: MatrixColumn) => string;
  total: string;
  states: Record<CellState, string>;
}

/** What of the matrix is on the screen, in its order. */
export interface ShownMatrix {
  matrix: Matrix;
  rows: readonly MatrixRow[];
  columns: readonly MatrixColumn[];
  /** The state of a cell, with what the reader noted of its goal. */
  stateOf: (row: MatrixRow, cell: Cell) => CellState;
  /** The goal of a row, for its colours. */
  goalOf: (row: MatrixRow) => Goal;
}

const ROW = 30;
const NAME = 250;
const COLUMN = 58;
const HEAD = 16;
const WIDEST = 170;

/** Draws the matrix. Names of columns stand upright where they are too wide to lie. */
export function matrixFigure(
  { matrix, rows, columns, stateOf, goalOf }: ShownMatrix,
  words: MatrixFigureWords,
): Figure {
  const names = [...columns.map(words.column), words.total].map((name) => shorten(name, WIDEST, 12));
  const widest = Math.max(...names.map((name) => textWidth(name, 12)));
  const upright = widest > COLUMN - 6;
  const top = upright ? widest + HEAD : HEAD + 12;
  const width = NAME + COLUMN * names.length;
  const place = new Map(matrix.columns.map((column, i) => [column, i]));
  const most = Math.max(1, ...rows.flatMap((row) => row.cells.map((c) => c.count)));
  const heads = names.map((name, i) => columnHead(name, NAME + COLUMN * i + COLUMN / 2, top - 8, upright));
  const lines = rows.map((row, i) => {
    const cells = columns.map((column) => row.cells[place.get(column)!]);
    const drawn = [...cells, row.total].map((cell, c) =>
      cellMarkup(cell, row.filteredOut ? undefined : stateOf(row, cell), c, c < cells.length ? cell.count / most : 0),
    );
    return at(0, top + ROW * i, rule(width) + rowHead(row, words.row(row), goalOf(row)) + drawn.join(""));
  });
  const totals = [...columns.map((c) => c.total), matrix.total].map(({ count }, i) =>
    label(NAME + COLUMN * i + COLUMN / 2, ROW / 2 + 4, String(count), { "text-anchor": "middle", "font-weight": 600 }),
  );
  const foot = rule(width) + label(0, ROW / 2 + 4, words.total, { "font-weight": 600 }) + totals.join("");
  return {
    width,
    height: top + ROW * (rows.length + 1),
    body: heads.join("") + lines.join("") + at(0, top + ROW * rows.length, foot),
    legend: CELL_STATES.map((state) => ({ sign: markSvg(state, INK.ink), text: words.states[state] })),
  };
}

const at = (x: number, y: number, markup: string): string =>
  element("g", { transform: `translate(${x} ${Math.round(y)})` }, markup);

const rule = (width: number): string => element("path", { d: `M0 .5H${width}`, stroke: INK.line });

function columnHead(name: string, x: number, y: number, upright: boolean): string {
  if (!upright) return label(x, y, name, { "text-anchor": "middle", fill: INK.quiet });
  return label(x + 4, y, name, { transform: `rotate(-90 ${x + 4} ${y})`, fill: INK.quiet });
}

function rowHead(row: MatrixRow, name: string, goal: Goal): string {
  const quiet = row.filteredOut ? { opacity: 0.45 } : {};
  const width = Math.max(22, textWidth(row.node.id, 11) + 10);
  const disc = element("rect", { y: (ROW - 20) / 2, width, height: 20, rx: 10, fill: goal.color });
  const code = label(width / 2, ROW / 2 + 4, row.node.id, {
    "font-size": 11,
    "font-weight": 700,
    "text-anchor": "middle",
    fill: goal.on_color,
  });
  const text = label(width + 8, ROW / 2 + 4, shorten(name, NAME - width - 20, 12));
  return element("g", quiet, disc + code + text);
}

/** A cell: ground by its number, mark, number and grade. What the filters leave out is blank. */
function cellMarkup({ count, best }: Cell, state: CellState | undefined, column: number, share: number): string {
  if (!state) return "";
  const ground = element("rect", {
    width: COLUMN - 2,
    height: ROW - 2,
    x: 1,
    y: 1.5,
    fill: INK.accent,
    "fill-opacity": 0.3 * Math.sqrt(share),
  });
  const mark = element(
    "g",
    { transform: `translate(${count > 0 ? 5 : COLUMN / 2 - 6} 9) scale(.75)` },
    markSvg(state, INK.ink),
  );
  const number =
    count > 0 ? label(21, 14, String(count)) + label(21, 26, best!, { "font-size": 10, fill: INK.quiet }) : "";
  return at(NAME + COLUMN * column, 0, (share > 0 ? ground : "") + mark + number);
}
