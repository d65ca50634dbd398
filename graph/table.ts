/** Reads one CSV into typed rows: what can be said of a table by itself. */
import Papa from "papaparse";
import type { Issue } from "./issue.ts";
import { type CellValue, type Column, PATTERN, readCell, splitList, type Table } from "./schema.ts";

/** A row with the place it came from, until the package is whole. */
export interface Placed {
  row: number;
  cells: Record<string, CellValue>;
}
export interface Parsed {
  name: string;
  file: string;
  table: Table;
  rows: Placed[];
}

/** Reads one CSV into typed rows; a row whose required cells are not sound is left out. */
export function parseTable(name: string, file: string, table: Table, text: string, issues: Issue[]): Parsed {
  const plain = withoutMark(text);
  const { data, errors } = Papa.parse<string[]>(plain, { delimiter: delimiterOf(plain) });
  const [header = [], ...records] = data;
  const lines = firstLines(data, plain.includes('"'));
  for (const row of new Set(errors.flatMap((e) => (e.type === "Quotes" ? [lines[e.row ?? 0]] : [])))) {
    issues.push({
      level: "error",
      rule: "quotes",
      file,
      row,
      message: "a quotation mark opens a cell here and is not closed, or not followed by a separator",
      hint: 'Close it with a second ", and write each " inside the cell twice',
    });
  }
  const names = header.map((h) => h.trim());
  const columns = Object.entries(table.columns).map(([column, spec]) => ({
    column,
    spec,
    at: names.indexOf(column),
    read: cellReader(spec),
  }));
  for (const { column, spec, at } of columns) {
    if (at >= 0) continue;
    issues.push({
      level: spec.required ? "error" : "warning",
      rule: "missing-column",
      file,
      column,
      message: "the column is missing",
      hint: "Add it to the first line; leave its cells empty where nothing is known",
    });
  }
  for (const extra of names.filter((n) => n && !Object.hasOwn(table.columns, n))) {
    issues.push({
      level: "warning",
      rule: "unknown-column",
      file,
      row: 1,
      column: extra,
      message: "this column is not known and is passed over",
      hint: `Known columns: ${Object.keys(table.columns).join(", ")}`,
    });
  }
  const rows: Placed[] = [];
  records.forEach((record, i) => {
    if (record.every((cell) => cell.trim() === "")) return;
    const row = lines[i + 1];
    const extra = record.slice(names.length).find((cell) => cell.trim() !== "");
    if (extra) {
      issues.push({
        level: "warning",
        rule: "too-many-cells",
        file,
        row,
        value: extra.trim(),
        message: "the row has more cells than the first line, and what is too many is passed over",
        hint: "Put a text that holds the separator in quotation marks",
      });
    }
    const cells: Placed["cells"] = {};
    let sound = true;
    for (const { column, spec, at, read } of columns) {
      const raw = at < 0 ? "" : (record[at] ?? "").trim();
      const { value, fault } = read(raw);
      if (fault) {
        issues.push({ level: spec.required ? "error" : "warning", file, row, column, value: raw, ...fault });
        if (spec.required) sound = false;
      }
      cells[column] = value;
    }
    if (sound) rows.push({ row, cells });
  });
  return { name, file, table, rows };
}

/** Without the byte order mark that some programs write first. */
export const withoutMark = (text: string): string => text.replace(/^\uFEFF/, "");

/** The separator is the one that the header has most of: its names hold none, while texts may hold any. */
function delimiterOf(text: string): string {
  const [header] = text.split(/[\r\n]/, 1);
  return [",", "\t", ";"].reduce((a, b) => (header.split(b).length > header.split(a).length ? b : a));
}

/** The line on which each record begins; a cell may hold line breaks where there are quotation marks. */
function firstLines(records: string[][], quoted: boolean): number[] {
  let next = 1;
  return records.map((record) => {
    const line = next;
    next += 1 + (quoted ? (record.join().match(/\r\n?|\n/g)?.length ?? 0) : 0);
    return line;
  });
}

type Fault = Pick<Issue, "rule" | "message" | "hint">;

interface ReadCell {
  value: Placed["cells"][string];
  fault?: Fault;
}

/** Reads the cells of a column. Cells that repeat are read once and share their value: tables repeat themselves a lot. */
function cellReader(spec: Column): (raw: string) => ReadCell {
  const seen = new Set<string>();
  const known = new Map<string, ReadCell>();
  const repeats = !spec.unique && (spec.type !== "text" || spec.oneOf !== undefined || spec.ref !== undefined);
  // Most cells are texts of which nothing is asked: they need no object each.
  const free: ReadCell = { value: "" };
  if (spec.type === "text" && !repeats && !spec.unique && !spec.required) {
    return (raw) => {
      free.value = raw;
      return free;
    };
  }
  return (raw) => {
    const before = known.get(raw);
    if (before) return before;
    const fault = cellFault(raw, spec, seen);
    const read = { value: readCell(fault ? "" : raw, spec.type), fault };
    if (repeats) known.set(raw, read);
    return read;
  };
}

function cellFault(raw: string, spec: Column, seen: Set<string>): Fault | undefined {
  if (raw === "") {
    if (!spec.required) return undefined;
    return { rule: "required", message: "the cell is empty but must not be", hint: spec.about.replace(/\.$/, "") };
  }
  const values = spec.type === "list" || spec.type === "years" ? splitList(raw) : [raw];
  const pattern = PATTERN[spec.type];
  if (pattern && !values.every((value) => pattern.test(value))) {
    return { rule: "format", message: `this is not a ${spec.type}`, hint: FORMAT_HINT[spec.type] ?? "Mend the value" };
  }
  const allowed = spec.oneOf;
  if (allowed && !values.every((value) => allowed.includes(value))) {
    return { rule: "not-allowed", message: "the value is not one of those allowed", hint: `Use ${allowed.join(", ")}` };
  }
  if (spec.unique) {
    if (seen.has(raw))
      return { rule: "duplicate", message: "the value stands in an earlier row too", hint: "Give each row its own" };
    seen.add(raw);
  }
  return undefined;
}

const FORMAT_HINT: Partial<Record<Column["type"], string>> = {
  integer: "Write a whole number, such as 2020",
  number: "Write digits as printed, such as 1,009,890 or 3.99; leave it empty when unknown",
  date: "Write 2020, 2020-09 or 2020-09-09",
  period: "Write 2020, 2020-09, 2020-09-09 or 2019-07/2020-06",
  lines: "Write 113, 113-115 or 113-115|120",
  years: "Write 2020 or 2018|2019|2020",
};
