import { splitBy } from "./text.ts";

/**
 * The tables of a report package: the single source of their types, validation, descriptors and documentation.
 *
 * Names and columns are the data contract. A column's `type` says how a cell is read:
 * `text` as it stands · `list` several values, separated by `|` · `integer` a whole number · `number` a number as
 * printed (thousands separators allowed, kept as text) · `date` ISO `2020`, `2020-09` or `2020-09-09` · `period` a date
 * or `start/end` · `lines` line numbers `113` or `113-115|120` · `years` a list of four-digit years. Empty means unknown.
 */
export interface Column {
  type: "text" | "list" | "integer" | "number" | "date" | "period" | "lines" | "years";
  /** What the column holds, in one sentence. */
  about: string;
  required?: boolean;
  /** The only values allowed (each value of a list is checked). */
  oneOf?: readonly string[];
  /** Where the value points: a table, `entity` (any entity table), or `object` (a goal or a target). */
  ref?: string;
  unique?: boolean;
}

export interface Table {
  about: string;
  /** Entity tables hold nodes; the kind of a node is its table. */
  entities?: boolean;
  columns: Readonly<Record<string, Column>>;
}

export const GRADES = ["E0", "E1", "E2", "E3", "E4", "E5"] as const;
export const BASES = ["stated", "curated", "suggested"] as const;
export const ROLES = ["avoid-harm", "benefit", "contribute", "enable", "harm"] as const;
export const STAGES = ["commitment", "action", "result"] as const;
export const RELATIONS = [
  "run_by",
  "part_of",
  "uses",
  "measured_by",
  "partner",
  "produced",
  "conforms_to",
  "received",
  "successor_of",
] as const;
export const QUALIFIERS = [
  "over",
  "about",
  "nearly",
  "under",
  "at-least",
  "up-to",
  "planned",
  "pledged",
  "cumulative",
  "average",
] as const;

const id = { type: "text", required: true, unique: true, about: "Stable identifier in kebab-case." } as const;
const evidence = { type: "list", required: true, ref: "evidence", about: "Evidence records that show it." } as const;
const years = { type: "years", about: "The years for which the report shows it." } as const;

/** The columns that every entity table has. */
export const ENTITY = {
  id,
  name_zh: { type: "text", required: true, about: "Name in Chinese, as printed." },
  name_en: { type: "text", required: true, about: "Name in English, as the organisation uses it, else translated." },
  aliases: { type: "list", about: "Every other printed spelling." },
  since: { type: "date", about: "When it began." },
  until: { type: "date", about: "When it ended." },
  summary_zh: { type: "text", about: "One or two sentences of our own, in Chinese." },
  summary_en: { type: "text", about: "One or two sentences of our own, in English." },
  prominence: {
    type: "integer",
    required: true,
    oneOf: ["1", "2", "3"],
    about: "3 a good graph must have it · 2 named with a fact of its own · 1 a passing mention.",
  },
  evidence,
} as const satisfies Table["columns"];

export const FRAMEWORK = {
  goals: {
    about: "The 17 Sustainable Development Goals.",
    columns: {
      code: { type: "text", required: true, unique: true, about: "Number of the goal." },
      name_en: { type: "text", required: true, about: "Official short name in English." },
      name_zh: { type: "text", required: true, about: "Official short name in Chinese." },
      color: { type: "text", required: true, about: "Colour of the goal in the UN palette of 2018." },
      on_color: { type: "text", required: true, about: "Colour of text that is readable on it." },
      iri: { type: "text", required: true, about: "The UN's identifier of the goal." },
    },
  },
  targets: {
    about: "The 169 targets, with short titles of our own.",
    columns: {
      code: { type: "text", required: true, unique: true, about: "Code of the target." },
      goal: { type: "text", required: true, ref: "goals", about: "The goal it belongs to." },
      title_en: { type: "text", required: true, about: "Short title in English." },
      title_zh: { type: "text", required: true, about: "Short title in Chinese." },
      iri: { type: "text", required: true, about: "The UN's identifier of the target." },
    },
  },
} as const satisfies Record<string, Table>;

const entities = (about: string) => ({ about, entities: true, columns: ENTITY }) as const;

export const REPORT = {
  sections: {
    about: "The report's sections, with their place in print and in the text edition.",
    columns: {
      id,
      parent: { type: "text", ref: "sections", about: "The section around it." },
      title_zh: { type: "text", required: true, about: "Title in Chinese." },
      title_en: { type: "text", required: true, about: "Title in English." },
      first_page: { type: "integer", about: "First printed page, as the report's contents and index give it." },
      last_page: { type: "integer", about: "Last printed page." },
      first_line: { type: "integer", required: true, about: "First line in the text edition." },
      last_line: { type: "integer", required: true, about: "Last line in the text edition." },
      framework_codes: { type: "list", about: "Codes of the reporting guide that the report's own index gives." },
    },
  },
  units: {
    about: "Business groups, departments, teams, associations and the foundation.",
    entities: true,
    columns: { ...ENTITY, parent: { type: "text", ref: "units", about: "The unit above it." } },
  },
  initiatives: entities("Programmes, campaigns, funds, plans, competitions, cooperation projects."),
  labs: entities("Research and innovation labs."),
  products: entities("Products, platforms, technologies, games, data centres and buildings."),
  partners: entities("Organisations and people outside the company."),
  publications: entities("Reports, white papers, books, films, policies and proposals."),
  standards: entities("Standards, certifications and guidelines."),
  awards: entities("Awards received or given."),
  kpis: {
    about: "Quantities that the report gives figures for.",
    entities: true,
    columns: {
      ...ENTITY,
      subject: { type: "text", required: true, ref: "entity", about: "The entity that it measures." },
      unit_of_measure: { type: "text", required: true, about: "The printed unit; 1 for a ratio." },
      scope: { type: "text", about: "The part of the organisation that it covers." },
      result_level: {
        type: "text",
        required: true,
        oneOf: ["input", "activity", "output", "outcome", "impact"],
        about: "Where it stands between effort and effect.",
      },
      direction: {
        type: "text",
        required: true,
        oneOf: ["increase", "decrease", "neutral"],
        about: "Which way is better.",
      },
      baseline_year: { type: "integer", about: "The year that it is compared with." },
      target_value: { type: "number", about: "The value aimed at." },
      target_year: { type: "integer", about: "The year by which." },
    },
  },
  observations: {
    about: "The values of the KPIs, each a number as printed.",
    columns: {
      kpi: { type: "text", required: true, ref: "kpis", about: "The KPI." },
      period: { type: "period", required: true, about: "The date or time span that the value is for." },
      value: { type: "number", about: "The number as printed; empty when it is missing." },
      qualifier: { type: "list", oneOf: QUALIFIERS, about: "What the report says about the value's exactness." },
      status: {
        type: "text",
        required: true,
        oneOf: ["reported", "derived", "corrected", "missing"],
        about: "As printed, computed from printed values, misplaced in the text edition, or lost.",
      },
      evidence,
      note: { type: "text", about: "Formula of a derived value, reason of a correction or a gap." },
    },
  },
  milestones: {
    about: "Dated events.",
    columns: {
      id,
      date: { type: "date", required: true, about: "When it happened." },
      title_zh: { type: "text", required: true, about: "Title in Chinese." },
      title_en: { type: "text", required: true, about: "Title in English." },
      entities: { type: "list", ref: "entity", about: "The entities that take part." },
      evidence,
    },
  },
  alignments: {
    about: "What the report says an entity does for a goal or target: the records everything else follows from.",
    columns: {
      id,
      entity: { type: "text", required: true, ref: "entity", about: "The entity." },
      object: { type: "text", required: true, ref: "object", about: "A target where the text allows it, else a goal." },
      basis: { type: "text", required: true, oneOf: BASES, about: "Named by the report, or our reading." },
      role: { type: "text", required: true, oneOf: ROLES, about: "How it acts on the goal." },
      polarity: { type: "text", required: true, oneOf: ["positive", "negative", "mixed"], about: "Which way it acts." },
      directness: { type: "text", required: true, oneOf: ["direct", "indirect"], about: "How near it acts." },
      stage: { type: "text", required: true, oneOf: STAGES, about: "How far the report shows it has come." },
      grade: { type: "text", required: true, oneOf: GRADES, about: "How strong the evidence is." },
      years,
      evidence,
      review: { type: "text", about: "Who read it, and a note where readers differed." },
    },
  },
  relations: {
    about: "How entities belong together.",
    columns: {
      from: { type: "text", required: true, ref: "entity", about: "The entity that it starts from." },
      relation: { type: "text", required: true, oneOf: RELATIONS, about: "How they belong together." },
      to: { type: "text", required: true, ref: "entity", about: "The entity that it leads to." },
      basis: { type: "text", required: true, oneOf: BASES, about: "Said by the report, or our reading." },
      years,
      evidence,
    },
  },
  evidence: {
    about: "What stands where in the report.",
    columns: {
      id,
      section: { type: "text", required: true, ref: "sections", about: "The section." },
      lines: { type: "lines", required: true, about: "Line numbers of the text edition." },
      page: { type: "text", about: "Printed page or pages of the section." },
      says_zh: { type: "text", required: true, about: "What stands there, in our own words, in Chinese." },
      says_en: { type: "text", required: true, about: "What stands there, in our own words, in English." },
      tokens: { type: "list", required: true, about: "Names and figures that stand on those lines as printed." },
    },
  },
} as const satisfies Record<string, Table>;

export type TableName = keyof typeof REPORT;
type Cell<C extends Column> = C["type"] extends "list" | "years"
  ? readonly string[]
  : C["type"] extends "integer"
    ? number | undefined
    : string;

/** A row of a table: lists are arrays, integers are numbers (`undefined` when empty), everything else is text. */
export type Row<T extends Table> = { [K in keyof T["columns"]]: Cell<T["columns"][K]> };
export type Goal = Row<typeof FRAMEWORK.goals>;
export type Target = Row<typeof FRAMEWORK.targets>;
export type Entity = { [K in keyof typeof ENTITY]: Cell<(typeof ENTITY)[K]> };
export type Unit = Row<typeof REPORT.units>;
export type Kpi = Row<typeof REPORT.kpis>;
export type Observation = Row<typeof REPORT.observations>;
export type Milestone = Row<typeof REPORT.milestones>;
export type Alignment = Row<typeof REPORT.alignments>;
export type Relation = Row<typeof REPORT.relations>;
export type Evidence = Row<typeof REPORT.evidence>;
export type Section = Row<typeof REPORT.sections>;

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** What a cell of each type must look like; `text` and `list` may hold anything. */
export const PATTERN: Partial<Record<Column["type"], RegExp>> = {
  integer: /^-?\d+$/,
  number: /^-?\d[\d,]*(\.\d+)?$/,
  date: DATE,
  period: /^\d{4}(-\d\d){0,2}(\/\d{4}(-\d\d){0,2})?$/,
  lines: /^\d+(-\d+)?(\|\d+(-\d+)?)*$/,
  years: /^\d{4}$/,
};

/** Splits a cell of several values; spaces around a value and empty values go. */
export const splitList = (cell: string): string[] => splitBy(cell, "|");

/** What a cell holds once it is read. */
export type CellValue = string | readonly string[] | number | undefined;

/** The value of a cell: lists are arrays, integers numbers (`undefined` when empty), all else text. */
export function readCell(cell: string, type: Column["type"]): CellValue {
  if (type === "list" || type === "years") return splitList(cell);
  if (type === "integer") return cell === "" ? undefined : Number(cell);
  return cell;
}

/** The line numbers that a `lines` cell names, in order. */
export function expandLines(lines: string): number[] {
  return splitList(lines).flatMap((part) => {
    const [first, last = first] = part.split("-").map(Number);
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
}

/** A printed number as a JavaScript number (`"1,009,890"` → 1009890); `NaN` for an empty or unreadable one. */
export const toNumber = (printed: string): number => (printed ? Number(printed.replaceAll(",", "")) : Number.NaN);
