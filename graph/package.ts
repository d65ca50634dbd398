/** Reads a report package: text files in, typed rows and issues out. Files, URLs and dropped folders take this one path. */
import * as v from "valibot";
import { checkPackage } from "./check.ts";
import type { Issue } from "./issue.ts";
import {
  type Alignment,
  ENTITY,
  type Entity,
  type Evidence,
  FRAMEWORK,
  type Goal,
  type Kpi,
  type Milestone,
  type Observation,
  REPORT,
  type Relation,
  type Section,
  type Table,
  type TableName,
  type Target,
  type Unit,
} from "./schema.ts";
import { type Parsed, parseTable, withoutMark } from "./table.ts";

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

const EMPTY_DESCRIPTOR: Descriptor = { name: "", title: "", resources: [] };

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
