/** Sheets as CSV (RFC 4180), for spreadsheets: with a byte order mark, and no cell that one would take for a formula. */
import Papa from "papaparse";
import type { Sheet } from "./sheet.ts";

/** What makes a spreadsheet take a text for a formula. Papa's own pattern passes over one with a line break in it. */
const FORMULA = /^[=+\-@\t\r]/;

/** A sheet as the text of a file. Numbers are written as they are, texts that look like a formula get a `'` in front. */
export function toCsv({ columns, rows }: Sheet): string {
  const fields = columns.map((column) => column.title);
  return `\uFEFF${Papa.unparse({ fields, data: rows }, { escapeFormulae: FORMULA })}\r\n`;
}
