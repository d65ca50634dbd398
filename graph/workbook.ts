/** Sheets as a workbook: what the writer of spreadsheets is given. Which writer that is, is not known here. */
import type { Sheet } from "./sheet.ts";

/** A cell says its type: what the data bring along is text or a number, whatever it looks like, and never a formula. */
export type WorkbookCell =
  | { value: string; type: StringConstructor; fontWeight?: "bold"; wrap?: true; alignVertical?: "top" }
  | { value: number; type: NumberConstructor }
  | null;

export interface WorkbookSheet {
  /** Unique in the workbook, at most 31 characters, none that spreadsheets refuse. */
  sheet: string;
  data: WorkbookCell[][];
  columns: { width: number }[];
  /** Rows that stay in sight: the titles of the columns. */
  stickyRowsCount?: number;
}

/** The longest name of a sheet, and the longest text of a cell. */
const NAME = 31;
const TEXT = 32_767;
/** Widths of columns, in characters. */
const NARROWEST = 8;
const WIDEST = 60;
/** Rows that the width of a column is taken from. */
const SAMPLE = 200;

/**
 * The sheets of a workbook, and at the end one that says what it is.
 *
 * @param about the last sheet: its name, and terms with what stands for them.
 */
export function workbookOf(
  sheets: readonly Sheet[],
  about: { name: string; rows: readonly (readonly [term: string, text: string])[] },
): WorkbookSheet[] {
  const names = sheetNames([...sheets.map((sheet) => sheet.name), about.name]);
  const tables = sheets.map(
    (sheet, i): WorkbookSheet => ({
      sheet: names[i],
      data: [sheet.columns.map((column) => bold(column.title)), ...sheet.rows.map((row) => row.map(cell))],
      columns: widthsOf(sheet),
      stickyRowsCount: 1,
    }),
  );
  const data = about.rows.map(([term, text]): WorkbookCell[] => [bold(term), { ...textCell(text), wrap: true }]);
  return [...tables, { sheet: names[sheets.length], data, columns: [{ width: 24 }, { width: 100 }] }];
}

const textCell = (text: string) => ({ value: told(cut(text, TEXT)), type: String, alignVertical: "top" }) as const;

/**
 * The writer looks its texts up in an object, so that it takes `constructor` for one that it has written before. A sign
 * that XML has no place for tells such a text apart, and is gone in the file.
 */
const told = (text: string): string => (text in Object.prototype ? `${text}\u0000` : text);
const bold = (text: string): WorkbookCell => ({ ...textCell(text), fontWeight: "bold" });

function cell(value: string | number | undefined): WorkbookCell {
  if (typeof value === "number") return Number.isFinite(value) ? { value, type: Number } : null;
  return value ? textCell(value) : null;
}

function widthsOf({ columns, rows }: Sheet): { width: number }[] {
  const sample = rows.slice(0, SAMPLE);
  return columns.map(({ title }, i) => {
    const longest = sample.reduce((most, row) => Math.max(most, cellsOf(row[i])), cellsOf(title));
    return { width: Math.min(WIDEST, Math.max(NARROWEST, longest + 2)) };
  });
}

/** Characters that a value takes; Han signs count for two. */
function cellsOf(value: string | number | undefined): number {
  let cells = 0;
  for (const sign of String(value ?? "")) cells += sign >= "\u2e80" ? 2 : 1;
  return cells;
}

/** Names that a workbook allows, one for each that is wanted: legal, short enough, told apart by a number. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const legal = legalName(name);
    let own = trimmed(cut(legal, NAME));
    for (let n = 2; taken.has(own.toLowerCase()); n++) own = `${trimmed(cut(legal, NAME - ` ${n}`.length))} ${n}`;
    taken.add(own.toLowerCase());
    return own;
  });
}

/** `History` belongs to the spreadsheet itself; `'` may not stand at an end. */
function legalName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get in
  const clean = name.replace(/[[\]/\\:*?\u0000-\u001f\ufffe\uffff]+/g, " ").replace(/\s+/g, " ");
  const legal = trimmed(clean) || "Sheet";
  return legal.toLowerCase() === "history" ? `${legal} 1` : legal;
}

const trimmed = (name: string): string => name.replace(/^[\s']+|[\s']+$/g, "");

/** The beginning of a text, no sign of two halves cut through. */
function cut(text: string, most: number): string {
  const short = text.slice(0, most);
  return /[\ud800-\udbff]$/.test(short) ? short.slice(0, -1) : short;
}
