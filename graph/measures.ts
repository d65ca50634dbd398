/**
 * The package's own measures: what it holds, how strong its evidence is, who read it. They are of the whole package,
 * whatever is filtered: they say how far the data can be trusted, not what the reader looks at now.
 */
import { type Model, NONE } from "./build.ts";
import type { ReportPackage } from "./package.ts";
import {
  type Alignment,
  BASES,
  ENTITY,
  FRAMEWORK,
  GRADES,
  REPORT,
  ROLES,
  STAGES,
  type Table,
  type TableName,
} from "./schema.ts";

/** How many rows have a value. */
export interface Count<V extends string = string> {
  value: V;
  n: number;
}
type Counts<Values extends readonly string[]> = Count<Values[number]>[];

const POLARITIES = REPORT.alignments.columns.polarity.oneOf;
const RESULT_LEVELS = REPORT.kpis.columns.result_level.oneOf;
const STATUSES = REPORT.observations.columns.status.oneOf;

export interface KindMeasure {
  kind: string;
  n: number;
  /** Entities of prominence 3, 2 and 1. */
  prominence: [number, number, number];
  /** Entities with an alignment, and without. */
  aligned: number;
  unaligned: number;
}

export interface TableMeasure {
  name: string;
  table: Table;
  /** File of the table, relative to the folder of the package, or of the framework. */
  path: string;
  from: "report" | "framework";
  rows: number;
}

/** Whether an alignment names a target or the goal alone. */
export const LEVELS = ["target", "goal"] as const;
export const READERS = ["two-readers", "one-reader", NONE] as const;
/** Who is responsible for an entity: as the basis of the relation says, the unit itself, or nobody known. */
export const RESPONSIBILITY = [...BASES, "itself", NONE] as const;

export interface Measures {
  entities: number;
  kinds: KindMeasure[];
  alignments: {
    n: number;
    grade: Counts<typeof GRADES>;
    basis: Counts<typeof BASES>;
    level: Counts<typeof LEVELS>;
    role: Counts<typeof ROLES>;
    polarity: Counts<typeof POLARITIES>;
    stage: Counts<typeof STAGES>;
    readers: Counts<typeof READERS>;
    /** The alignments of prominence 3, and how many of them two readers read. */
    prominent: { n: number; twoReaders: number };
  };
  /** The entities with an alignment, by who is responsible. */
  responsibility: { n: number; by: Counts<typeof RESPONSIBILITY> };
  kpis: { n: number; level: Counts<typeof RESULT_LEVELS>; withTarget: number; withBaseline: number };
  observations: { n: number; status: Counts<typeof STATUSES> };
  evidence: number;
  milestones: number;
  relations: number;
  issues: { errors: number; warnings: number };
  tables: TableMeasure[];
}

/** Measures a package. Pure; linear in its rows. */
export function measuresOf(model: Model): Measures {
  const { pack } = model;
  const aligned = new Set(pack.alignments.map((a) => a.entity));
  return {
    entities: pack.kinds.reduce((sum, kind) => sum + kind.rows.length, 0),
    kinds: pack.kinds.map((kind) => kindMeasure(kind, aligned)),
    alignments: alignmentMeasures(model),
    responsibility: { n: aligned.size, by: tally(RESPONSIBILITY, responsibilities(model, aligned)) },
    kpis: {
      n: pack.kpis.length,
      level: tally(
        RESULT_LEVELS,
        pack.kpis.map((k) => k.result_level),
      ),
      withTarget: pack.kpis.filter((k) => k.target_value !== "").length,
      withBaseline: pack.kpis.filter((k) => k.baseline_year !== undefined).length,
    },
    observations: {
      n: pack.observations.length,
      status: tally(
        STATUSES,
        pack.observations.map((o) => o.status),
      ),
    },
    evidence: pack.evidence.length,
    milestones: pack.milestones.length,
    relations: pack.relations.length,
    issues: {
      errors: pack.issues.filter((i) => i.level === "error").length,
      warnings: pack.issues.filter((i) => i.level === "warning").length,
    },
    tables: tablesOf(pack),
  };
}

/** Counts the values found, in the order of those allowed; one that nothing has stands with 0. */
function tally<V extends string>(allowed: readonly V[], found: Iterable<string>): Count<V>[] {
  const counts = new Map<string, number>();
  for (const value of found) counts.set(value, (counts.get(value) ?? 0) + 1);
  return allowed.map((value) => ({ value, n: counts.get(value) ?? 0 }));
}

function kindMeasure({ name, rows }: ReportPackage["kinds"][number], aligned: Set<string>): KindMeasure {
  const served = rows.filter((row) => aligned.has(row.id)).length;
  const ofProminence = (p: number) => rows.filter((row) => (row.prominence ?? 1) === p).length;
  return {
    kind: name,
    n: rows.length,
    prominence: [ofProminence(3), ofProminence(2), ofProminence(1)],
    aligned: served,
    unaligned: rows.length - served,
  };
}

function alignmentMeasures({ pack, node }: Model): Measures["alignments"] {
  const count = <V extends string>(allowed: readonly V[], of: (a: Alignment) => string) =>
    tally(allowed, pack.alignments.map(of));
  const prominent = pack.alignments.filter((a) => node.get(a.entity)!.prominence === 3);
  return {
    n: pack.alignments.length,
    grade: count(GRADES, (a) => a.grade),
    basis: count(BASES, (a) => a.basis),
    level: count(LEVELS, (a) => node.get(a.object)!.kind),
    role: count(ROLES, (a) => a.role),
    polarity: count(POLARITIES, (a) => a.polarity),
    stage: count(STAGES, (a) => a.stage),
    readers: count(READERS, readersOf),
    prominent: { n: prominent.length, twoReaders: prominent.filter((a) => readersOf(a) === "two-readers").length },
  };
}

/** Who read an alignment: the note of how readers differed comes after it. */
const readersOf = ({ review }: Alignment): string => READERS.find((readers) => review.startsWith(readers)) ?? NONE;

/** For each entity, who is responsible: the surest relation that says it; nothing is inherited. */
function responsibilities({ pack, node }: Model, ids: Set<string>): string[] {
  const isUnit = (id: string) => ["units", "labs"].includes(node.get(id)!.kind);
  const basis = new Map<string, number>();
  for (const r of pack.relations) {
    if (r.relation !== "run_by" || !isUnit(r.to)) continue;
    const rank = (BASES as readonly string[]).indexOf(r.basis);
    basis.set(r.from, Math.min(rank, basis.get(r.from) ?? rank));
  }
  return [...ids].map((id) => {
    const rank = basis.get(id);
    if (isUnit(id)) return "itself";
    return rank === undefined ? NONE : BASES[rank];
  });
}

/** Every table of the package and its framework: those of the schema first, then those that the package brings along. */
function tablesOf(pack: ReportPackage): TableMeasure[] {
  const entityRows = new Map(pack.kinds.map((kind) => [kind.name, kind.rows.length]));
  const path = (name: string) => pack.descriptor.resources.find((r) => r.name === name)?.path ?? `${name}.csv`;
  const report = (name: string, table: Table, rows: number): TableMeasure[] => [
    { name, table, path: path(name), from: "report", rows },
  ];
  const known = (Object.keys(REPORT) as TableName[]).flatMap((name) => {
    const table: Table = REPORT[name];
    const rows = table.entities ? entityRows.get(name) : (pack[name as keyof ReportPackage] as unknown[]).length;
    return rows === undefined ? [] : report(name, table, rows);
  });
  const own = pack.kinds
    .filter((kind) => !Object.hasOwn(REPORT, kind.name))
    .flatMap(({ name, title_en, rows }) =>
      report(name, { about: title_en, entities: true, columns: ENTITY }, rows.length),
    );
  const framework = (["goals", "targets"] as const).map(
    (name): TableMeasure => ({
      name,
      table: FRAMEWORK[name],
      path: `${name}.csv`,
      from: "framework",
      rows: pack.framework[name].length,
    }),
  );
  return [...known, ...own, ...framework];
}
