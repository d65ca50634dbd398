/** Reads a report package: text files in, typed rows and issues out. Files, URLs and dropped folders take this one path. */
import Papa from "papaparse";
import * as v from "valibot";
import type { Issue } from "./issue.ts";
import {
  type Alignment,
  type Column,
  ENTITY,
  type Entity,
  type Evidence,
  FRAMEWORK,
  type Goal,
  type Kpi,
  type Milestone,
  type Observation,
  PATTERN,
  REPORT,
  type Relation,
  type Section,
  splitList,
  type Table,
  type TableName,
  type Target,
  type Unit,
} from "./schema.ts";

/** Gives the text of a file of the package, or `undefined` where there is none. Paths are relative, with `/`. */
export type Source = (path: string) => Promise<string | undefined>;

const Resource = v.looseObject({
  name: v.string(),
  path: v.string(),
  title: v.optional(v.string()),
  title_zh: v.optional(v.string()),
  /** Marks an entity table: its rows are nodes, its name is their kind. */
  entities: v.optional(v.boolean()),
});

const Descriptor = v.looseObject({
  name: v.string(),
  title: v.string(),
  title_zh: v.optional(v.string()),
  version: v.optional(v.string()),
  organisation: v.optional(v.looseObject({ name_en: v.string(), name_zh: v.optional(v.string()) })),
  period: v.optional(v.looseObject({ start: v.string(), end: v.string() })),
  resources: v.array(Resource),
});

/** What `datapackage.json` says about the report, other properties included as they stand. */
export type Descriptor = v.InferOutput<typeof Descriptor>;

/** A kind of entity: an entity table of the package. */
export interface Kind {
  name: string;
  title_en: string;
  title_zh: string;
  rows: Entity[];
}

export interface Framework {
  goals: Goal[];
  targets: Target[];
}

/** A package as read: every row is sound, what was not sound is in `issues`. */
export interface ReportPackage {
  descriptor: Descriptor;
  framework: Framework;
  /** Entity tables, in the order of the descriptor; `units` and `kpis` among them. */
  kinds: Kind[];
  sections: Section[];
  units: Unit[];
  kpis: Kpi[];
  observations: Observation[];
  milestones: Milestone[];
  alignments: Alignment[];
  relations: Relation[];
  evidence: Evidence[];
  issues: Issue[];
}

/** A row with the place it came from, until the package is whole. */
interface Placed {
  row: number;
  cells: Record<string, string | readonly string[] | number | undefined>;
}
interface Parsed {
  name: string;
  file: string;
  table: Table;
  rows: Placed[];
}

const EMPTY_DESCRIPTOR: Descriptor = { name: "", title: "", resources: [] };

/** Order of reference checks: a table comes after those it points to, so a row that falls takes its dependants along. */
const CHECK_FIRST = ["goals", "targets", "sections", "evidence", "units"];
const CHECK_LAST = ["kpis", "observations", "alignments", "relations", "milestones"];

/**
 * Reads a package and checks it. Never throws for what stands in the files: every fault is an issue, and the rows
 * without fault are returned.
 *
 * @param source gives the files of the report.
 * @param framework gives the files of the framework (`goals.csv`, `targets.csv`).
 * @param onFile called after each file, with the number read and the number in all.
 */
export async function readPackage(
  source: Source,
  framework: Source,
  onFile: (done: number, all: number) => void = () => {},
): Promise<ReportPackage> {
  const issues: Issue[] = [];
  const descriptor = await readDescriptor(source, issues);
  const plan = planTables(descriptor, issues);
  let done = 0;
  const files = await Promise.all(
    plan.map(async ({ name, file, table, from }) => {
      const text = await (from === "framework" ? framework : source)(file).catch(() => undefined);
      onFile(++done, plan.length);
      if (text === undefined) {
        issues.push(missingFile(file));
        return { name, file, table, rows: [] };
      }
      return parseTable(name, file, table, text, issues);
    }),
  );
  checkPackage(files, issues);
  return assemble(descriptor, files, issues);
}

async function readDescriptor(source: Source, issues: Issue[]): Promise<Descriptor> {
  const file = "datapackage.json";
  const text = await source(file).catch(() => undefined);
  if (text === undefined) {
    issues.push(missingFile(file));
    return EMPTY_DESCRIPTOR;
  }
  try {
    const read = v.safeParse(Descriptor, JSON.parse(withoutMark(text)));
    if (read.success) return read.output;
    for (const fault of read.issues) {
      issues.push({
        level: "error",
        rule: "descriptor",
        file,
        column: v.getDotPath(fault) ?? undefined,
        message: fault.message,
        hint: "Compare it with the datapackage.json of the shipped report",
      });
    }
  } catch (error) {
    issues.push({
      level: "error",
      rule: "json",
      file,
      message: `it is not valid JSON: ${error instanceof Error ? error.message : error}`,
      hint: "Open it in an editor that checks JSON and mend the place it names",
    });
  }
  return EMPTY_DESCRIPTOR;
}

const missingFile = (file: string): Issue => ({
  level: "error",
  rule: "missing-file",
  file,
  message: "the file is not there",
  hint: "Add it, or take its resource out of datapackage.json",
});

interface Planned {
  name: string;
  file: string;
  table: Table;
  from: "framework" | "report";
}

function planTables(descriptor: Descriptor, issues: Issue[]): Planned[] {
  const plan: Planned[] = Object.entries(FRAMEWORK).map(([name, table]) => ({
    name,
    file: `${name}.csv`,
    table,
    from: "framework",
  }));
  for (const { name, path, entities } of descriptor.resources) {
    const table: Table | undefined = Object.hasOwn(REPORT, name)
      ? REPORT[name as TableName]
      : entities
        ? { about: name, entities: true, columns: ENTITY }
        : undefined;
    if (table) plan.push({ name, file: path, table, from: "report" });
    else {
      issues.push({
        level: "warning",
        rule: "unknown-table",
        file: "datapackage.json",
        value: name,
        message: "this resource is not a table of a report and is passed over",
        hint: `Mark it with "entities": true if its rows are entities`,
      });
    }
  }
  if (descriptor.resources.length > 0 && !plan.some((p) => p.name === "alignments")) {
    issues.push(missingFile("alignments.csv"));
  }
  return plan;
}

/** Reads one CSV into typed rows; a row whose required cells are not sound is left out. */
export function parseTable(name: string, file: string, table: Table, text: string, issues: Issue[]): Parsed {
  const plain = withoutMark(text);
  const { data, errors } = Papa.parse<string[]>(plain, { delimiter: delimiterOf(plain) });
  const [header = [], ...records] = data;
  const lines = firstLines(data);
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
const withoutMark = (text: string): string => text.replace(/^\uFEFF/, "");

/** The separator is the one that the header has most of: its names hold none, while texts may hold any. */
function delimiterOf(text: string): string {
  const [header] = text.split(/[\r\n]/, 1);
  return [",", "\t", ";"].reduce((a, b) => (header.split(b).length > header.split(a).length ? b : a));
}

/** The line on which each record begins; a quoted cell may hold line breaks. */
function firstLines(records: string[][]): number[] {
  let next = 1;
  return records.map((record) => {
    const line = next;
    next += 1 + (record.join().match(/\r\n?|\n/g)?.length ?? 0);
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

function readCell(raw: string, type: Column["type"]): string | readonly string[] | number | undefined {
  if (type === "list" || type === "years") return splitList(raw);
  if (type === "integer") return raw === "" ? undefined : Number(raw);
  return raw;
}

/** Checks what a table by itself can't show: references, identifiers across tables, evidence grades. */
function checkPackage(files: Parsed[], issues: Issue[]): void {
  const rank = (f: Parsed) => {
    if (CHECK_FIRST.includes(f.name)) return CHECK_FIRST.indexOf(f.name);
    return CHECK_LAST.includes(f.name) ? 100 + CHECK_LAST.indexOf(f.name) : 50;
  };
  const ordered = [...files].sort((a, b) => rank(a) - rank(b));
  checkEntityIds(ordered, issues);
  /** The ids of each table, of `entity` and of `object`; a row that falls takes its id out of all of them. */
  const ids = new Map<string, Set<string>>([
    ["entity", new Set()],
    ["object", new Set()],
  ]);
  const idOf = ({ cells }: Placed) => String(cells.id ?? cells.code);
  const groupOf = (file: Parsed) => ids.get(file.table.entities ? "entity" : "object")!;
  for (const file of ordered) {
    ids.set(file.name, new Set(file.rows.map(idOf)));
    if (file.table.entities || file.name in FRAMEWORK) for (const row of file.rows) groupOf(file).add(idOf(row));
  }
  for (const file of ordered) {
    // A table may point to itself (a unit to its parent): until no row falls, another may have lost what it points to.
    for (let fell = true; fell; ) {
      fell = false;
      file.rows = file.rows.filter((row) => {
        if (checkReferences(file, row, (ref) => ids.get(ref) ?? new Set(), issues)) return true;
        fell = true;
        ids.get(file.name)!.delete(idOf(row));
        groupOf(file).delete(idOf(row));
        return false;
      });
    }
  }
  checkGrades(files, issues);
}

/** One node, one id: over all entity tables, and apart from the codes of goals and targets. */
function checkEntityIds(files: Parsed[], issues: Issue[]): void {
  const owner = new Map<string, string>();
  for (const file of files.filter((f) => f.table.entities)) {
    file.rows = file.rows.filter(({ row, cells }) => {
      const id = String(cells.id);
      const other = owner.get(id);
      const code = /^\d+(\.\w+)?$/.test(id);
      if (!other && !code) {
        owner.set(id, file.file);
        return true;
      }
      issues.push({
        level: "error",
        rule: "duplicate",
        file: file.file,
        row,
        column: "id",
        value: id,
        message: code ? "the id looks like the code of a goal or target" : `the id stands in ${other} too`,
        hint: "Give the entity an id of its own",
      });
      return false;
    });
  }
}

function checkReferences(
  file: Parsed,
  { row, cells }: Placed,
  idsOf: (ref: string) => Set<string>,
  issues: Issue[],
): boolean {
  let sound = true;
  for (const [column, spec] of Object.entries(file.table.columns)) {
    if (!spec.ref) continue;
    const known = idsOf(spec.ref);
    const cell = cells[column];
    const values = Array.isArray(cell) ? (cell as string[]) : cell ? [String(cell)] : [];
    const found = values.filter((value) => known.has(value));
    if (found.length === values.length) continue;
    const fatal = Boolean(spec.required) && found.length === 0;
    for (const value of values.filter((x) => !known.has(x))) {
      issues.push({
        level: fatal ? "error" : "warning",
        rule: "unknown-reference",
        file: file.file,
        row,
        column,
        value,
        message: spec.ref === "object" ? "there is no such goal or target" : `there is no ${spec.ref} with this id`,
        hint: "Correct the id, or add the row that it should point to",
      });
    }
    cells[column] = Array.isArray(cell) ? found : "";
    if (fatal) sound = false;
  }
  return sound;
}

/** A grade from E2 up needs a figure: an observation on its evidence, or a number among the tokens. */
function checkGrades(files: Parsed[], issues: Issue[]): void {
  const rows = (name: string) => files.find((f) => f.name === name)?.rows ?? [];
  const observed = rows("observations").filter((o) => o.cells.value);
  const figures = new Set(observed.flatMap((o) => o.cells.evidence as string[]));
  for (const { cells } of rows("evidence")) {
    if ((cells.tokens as string[]).some((t) => /\d/.test(t))) figures.add(String(cells.id));
  }
  const alignments = files.find((f) => f.name === "alignments");
  if (!alignments) return;
  alignments.rows = alignments.rows.filter(({ row, cells }) => {
    if (String(cells.grade) < "E2" || (cells.evidence as string[]).some((e) => figures.has(e))) return true;
    issues.push({
      level: "error",
      rule: "grade-without-figure",
      file: alignments.file,
      row,
      column: "grade",
      value: String(cells.grade),
      message: "a grade from E2 up needs a figure, and its evidence has none",
      hint: "Cite evidence with a number, or grade it E0 or E1",
    });
    return false;
  });
}

function assemble(descriptor: Descriptor, files: Parsed[], issues: Issue[]): ReportPackage {
  const rows = <T>(name: string): T[] => (files.find((f) => f.name === name)?.rows ?? []).map((r) => r.cells as T);
  const kinds = files
    .filter((f) => f.table.entities)
    .map((f): Kind => {
      const resource = descriptor.resources.find((r) => r.name === f.name);
      const title_en = resource?.title ?? f.name;
      return { name: f.name, title_en, title_zh: resource?.title_zh ?? title_en, rows: rows<Entity>(f.name) };
    });
  return {
    descriptor,
    framework: { goals: rows<Goal>("goals"), targets: rows<Target>("targets") },
    kinds,
    sections: rows<Section>("sections"),
    units: rows<Unit>("units"),
    kpis: rows<Kpi>("kpis"),
    observations: rows<Observation>("observations"),
    milestones: rows<Milestone>("milestones"),
    alignments: rows<Alignment>("alignments"),
    relations: rows<Relation>("relations"),
    evidence: rows<Evidence>("evidence"),
    issues,
  };
}
