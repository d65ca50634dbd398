/**
 * A package by columns: what a worker hands over and what the build ships. Values that repeat stand once, a column is one
 * run of text, so it is small on the wire, cheap to hand from thread to thread, and quick to make into rows. Unpacking
 * trusts its input: only a package that was read and checked is packed.
 */
import type { Issue } from "./issue.ts";
import type { Descriptor, Framework, Kind, ReportPackage } from "./package.ts";
import { type Column, ENTITY, FRAMEWORK, REPORT, readCell } from "./schema.ts";
import { groupBy } from "./text.ts";

/** Separates values in a column's text; stands in no report. */
const END = "\u001f";

interface PackedColumn {
  table: string;
  name: string;
  /** The cells as the CSV has them; with `codes` only the different ones, in the order of their first use. */
  text: string;
  /** For each row the number of its cell. */
  codes?: Uint32Array;
}

/** A package as plain data: JSON can hold it, and threads can hand it over. */
export interface PackedPackage {
  descriptor: Descriptor;
  kinds: Omit<Kind, "rows">[];
  /** Number of rows of each table. */
  rows: Record<string, number>;
  columns: PackedColumn[];
  issues: Issue[];
}

type Columns = Readonly<Record<string, Column>>;
type AnyRow = Record<string, unknown>;

/** Tables that are not entity tables, with their columns; entity tables come from the package's kinds. */
const PLAIN = {
  ...FRAMEWORK,
  sections: REPORT.sections,
  observations: REPORT.observations,
  milestones: REPORT.milestones,
  alignments: REPORT.alignments,
  relations: REPORT.relations,
  evidence: REPORT.evidence,
};

const columnsOf = (name: string): Columns =>
  PLAIN[name as keyof typeof PLAIN]?.columns ?? REPORT[name as keyof typeof REPORT]?.columns ?? ENTITY;

/**
 * Packs a package.
 *
 * @param shared whether cells that repeat stand once: quicker to unpack, so for threads. Without, columns of the same
 *   language stand together, which compresses better, so for files.
 */
export function packPackage(pack: ReportPackage, { shared }: { shared: boolean }): PackedPackage {
  const tables = new Map<string, readonly AnyRow[]>(Object.keys(PLAIN).map((name) => [name, plainRows(pack, name)]));
  for (const { name, rows } of pack.kinds) tables.set(name, rows);
  const columns = [...tables].flatMap(([table, rows]) =>
    Object.keys(columnsOf(table)).map((name) => packColumn(table, name, rows, shared)),
  );
  if (!shared) columns.sort((a, b) => order(a.name).localeCompare(order(b.name), "en"));
  return {
    // The Table Schemas have done their work when the package was read.
    descriptor: { ...pack.descriptor, resources: [] },
    kinds: pack.kinds.map(({ name, title_en, title_zh }) => ({ name, title_en, title_zh })),
    rows: Object.fromEntries([...tables].map(([name, rows]) => [name, rows.length])),
    columns,
    issues: pack.issues,
  };
}

/** Sorts by what a column's text is like: `name_zh` beside `summary_zh`. */
const order = (name: string): string => [...name.split("_").reverse()].join("_");

const plainRows = (pack: ReportPackage, name: string): readonly AnyRow[] =>
  name in FRAMEWORK ? pack.framework[name as keyof Framework] : (pack[name as keyof ReportPackage] as AnyRow[]);

/** The package that was packed. Cells that repeat share one value, so nothing may be changed in place. */
export function unpackPackage(packed: PackedPackage): ReportPackage {
  const byTable = groupBy(packed.columns, (c) => c.table);
  const rows = <T>(name: string): T[] => unpackTable(name, packed.rows[name] ?? 0, byTable.get(name) ?? []) as T[];
  const kinds: Kind[] = packed.kinds.map((kind) => ({ ...kind, rows: rows(kind.name) }));
  const kindRows = <T>(name: string): T[] => (kinds.find((k) => k.name === name)?.rows ?? []) as T[];
  return {
    descriptor: packed.descriptor,
    framework: { goals: rows("goals"), targets: rows("targets") },
    kinds,
    sections: rows("sections"),
    units: kindRows("units"),
    kpis: kindRows("kpis"),
    observations: rows("observations"),
    milestones: rows("milestones"),
    alignments: rows("alignments"),
    relations: rows("relations"),
    evidence: rows("evidence"),
    issues: packed.issues,
  };
}

function packColumn(table: string, name: string, rows: readonly AnyRow[], shared: boolean): PackedColumn {
  const cells = rows.map((row) => cellText(row[name]));
  if (!shared) return { table, name, text: cells.join(END) };
  const known = new Map<string, number>();
  const codes = new Uint32Array(rows.length);
  for (const [i, cell] of cells.entries()) {
    let code = known.get(cell);
    if (code === undefined) {
      code = known.size;
      known.set(cell, code);
    }
    codes[i] = code;
  }
  return { table, name, text: [...known.keys()].join(END), codes };
}

const cellText = (value: unknown): string =>
  Array.isArray(value) ? value.join("|") : value === undefined ? "" : String(value);

function unpackTable(table: string, count: number, columns: PackedColumn[]): AnyRow[] {
  const types = columnsOf(table);
  const read = columns.map(({ name, text, codes }) => ({
    name,
    values: count === 0 ? [] : text.split(END).map((cell) => readCell(cell, types[name].type)),
    codes,
  }));
  const rows = new Array<AnyRow>(count);
  for (let i = 0; i < count; i++) {
    const row: AnyRow = {};
    for (const { name, values, codes } of read) row[name] = values[codes ? codes[i] : i];
    rows[i] = row;
  }
  return rows;
}
