/** A sheet as a drawing: its first rows, set as a table with hairlines. */
import { element, type Figure, INK, label } from "./figure.ts";
import { shorten, textWidth } from "./metrics.ts";
import type { Sheet } from "./sheet.ts";

const SIZE = 11;
const ROW = 22;
const GAP = 14;
/** Columns grow with their texts up to this, in pixels. */
const WIDEST = 250;

/**
 * The first rows of a sheet.
 *
 * @param rest says that there are more: shown rows, all rows.
 */
export function tableFigure(sheet: Sheet, rest: (shown: number, all: number) => string, most = 40): Figure {
  const rows = sheet.rows.slice(0, most).map((row) => row.map((cell) => (cell === undefined ? "" : String(cell))));
  const columns = placeColumns(sheet, rows);
  const last = columns[columns.length - 1];
  const width = last ? last.x + last.width : 0;
  const line = (y: number, stroke: string) => element("path", { d: `M0 ${y + 0.5}H${Math.round(width)}`, stroke });
  const texts = (row: readonly string[], y: number, attributes: Record<string, string | number>) =>
    columns.map((column, i) => cellText(column, row[i], y, attributes)).join("");
  const head = { "font-size": SIZE, "font-weight": 600 };
  let body = texts(
    sheet.columns.map((c) => c.title),
    ROW - 7,
    head,
  );
  body += line(ROW, INK.ink);
  for (const [i, row] of rows.entries()) {
    const bottom = ROW * (i + 2);
    body += texts(row, bottom - 7, { "font-size": SIZE }) + line(bottom, INK.line);
  }
  let height = ROW * (rows.length + 1) + 1;
  if (rows.length < sheet.rows.length) {
    body += label(0, height + 16, rest(rows.length, sheet.rows.length), { "font-size": SIZE, fill: INK.quiet });
    height += ROW;
  }
  return { width, height, body, legend: [] };
}

interface Place {
  x: number;
  width: number;
  numeric?: true;
}

function placeColumns({ columns }: Sheet, rows: readonly string[][]): Place[] {
  let x = 0;
  return columns.map(({ title, numeric }, i) => {
    const texts = rows.map((row) => row[i] ?? "");
    // The title is bold.
    const natural = Math.max(textWidth(title, SIZE) * 1.1, ...texts.map((text) => textWidth(text, SIZE)));
    const width = Math.min(WIDEST, natural);
    const place = { x, width, numeric };
    x += width + GAP;
    return place;
  });
}

function cellText({ x, width, numeric }: Place, text: string, y: number, attributes: Record<string, string | number>) {
  if (!text) return "";
  const end = numeric && ({ "text-anchor": "end" } as const);
  return label(end ? x + width : x, y, shorten(text, width + 1, SIZE), { ...attributes, ...end });
}
