/** The query: what the reader asks for. It is the only state that matters, and the URL holds it. */
import { FACETS, type FacetName, type Model } from "./build.ts";
import { splitBy } from "./text.ts";

/** Pages to read: they tell of the whole package, so no filter touches them. All other views show the selection. */
export const PAGES = ["data", "method"] as const;
/** Views of the selection, in the order of the header; `brief` is the selection on paper, reached from any of them. */
export const VIEWS = [
  "graph",
  "coverage",
  "gaps",
  "kpis",
  "time",
  "paths",
  "compare",
  "table",
  "brief",
  ...PAGES,
] as const;
export type View = (typeof VIEWS)[number];
export const isPage = (view: View): boolean => (PAGES as readonly View[]).includes(view);
export const LANGUAGES = ["en", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];

export type Query = Record<FacetName, readonly string[]> & {
  /** Folder of the report under `data/`; empty: the one that ships with the app. */
  report: string;
  /** Words that an entity's names, aliases or summaries must hold. */
  q: string;
  /** Node that everything is seen from; empty: the whole. */
  focus: string;
  /** How far from the focus. */
  steps: 1 | 2;
  /** Node, edge or milestone in the panel. */
  item: string;
  view: View;
  /** Empty: as the browser prefers. */
  lang: Language | "";
  /** Passing mentions (prominence 1) too. */
  all: boolean;
  /** Entities without alignment that belong to what is shown: partners, units, KPIs … */
  related: boolean;
  /** Filtered-out nodes vanish instead of staying as ghosts. */
  hide: boolean;
  /** What the table lists. */
  rows: "alignments" | "entities";
  /** Column that the table or the matrix is sorted by, with `-` in front for descending; empty: its own order. */
  sort: string;
  /** What the columns of the coverage matrix are. */
  by: (typeof BY)[number];
  /** Goal looked at closely: its targets are the rows of the coverage matrix, its gaps the only ones listed; empty: all goals. */
  of: string;
  /** What gaps, KPIs or the lanes of time are grouped by; empty: as the view does by itself. */
  group: (typeof GROUPS)[number] | "";
  /** The gap rule that is shown, or all of one severity; empty: all. */
  rule: RuleId | Severity | "";
  /** Axis of the KPI charts. */
  scale: "linear" | "log";
  /** What KPI values are divided by; empty: as printed. */
  per: (typeof PER)[number] | "";
  /** The nodes whose connections are looked for. */
  from: string;
  to: string;
  /** Kind that a connection must pass through; empty: any. */
  via: string;
  /** The other selection of a comparison, as an address of its own without `?`; empty: none yet. */
  against: string;
};

/** Columns of the coverage matrix: facets, and two fields of the alignment. */
export const BY = ["unit", "year", "kind", "stage", "grade", "role"] as const;
export const GROUPS = ["goal", "rule", "unit", "section"] as const;
export const PER = ["index", "head", "revenue"] as const;
export const RULE_IDS = [
  "G01",
  "G02",
  "G03",
  "G04",
  "G05",
  "G06",
  "G07",
  "G08",
  "G09",
  "G10",
  "G11",
  "G12",
  "G13",
  "G14",
  "G15",
  "G16",
] as const;
export type RuleId = (typeof RULE_IDS)[number];
export const SEVERITIES = ["high", "medium", "low"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The query that asks for nothing: what a bare address shows. */
export const EMPTY: Query = {
  report: "",
  goal: [],
  target: [],
  year: [],
  unit: [],
  kind: [],
  basis: [],
  grade: [],
  q: "",
  focus: "",
  steps: 1,
  item: "",
  view: "graph",
  lang: "",
  all: false,
  related: false,
  hide: false,
  rows: "alignments",
  sort: "",
  by: "unit",
  of: "",
  group: "",
  rule: "",
  scale: "linear",
  per: "",
  from: "",
  to: "",
  via: "",
  against: "",
};

/** A part of a link that this report can't answer. */
export interface Unknown {
  field: string;
  value: string;
}

/** The fields that decide what is selected; the others decide how it is shown. */
export const FILTER_FIELDS = [...FACETS, "q", "focus", "steps", "all", "related", "hide"] as const;

type Field = keyof Query;
const FIELDS = Object.keys(EMPTY) as Field[];
const isFacet = (field: Field): field is FacetName => (FACETS as readonly string[]).includes(field);

/** Values that a field may have where they don't depend on the data. */
const CHOICES: Partial<Record<Field, readonly string[]>> = {
  steps: ["1", "2"],
  view: VIEWS,
  lang: LANGUAGES,
  rows: ["alignments", "entities"],
  by: BY,
  group: GROUPS,
  rule: [...RULE_IDS, ...SEVERITIES],
  scale: ["linear", "log"],
  per: PER,
};

/**
 * Reads a query from the search part of an address (`?goal=4,13&year=2020`), cleaned against the data.
 *
 * @returns the query, and every field or value that is not known; those are left out of the query.
 */
export function parseQuery(search: string, model: Model): { query: Query; unknown: Unknown[] } {
  const unknown: Unknown[] = [];
  const query: Record<string, unknown> = { ...EMPTY };
  for (const part of splitBy(search.replace(/^\?/, ""), "&")) {
    // Only the first `=` divides: an address within the address (`against=year=2019`) has its own.
    const [, field, raw] = /^([^=]*)=?(.*)$/s.exec(part)!;
    if ((FIELDS as string[]).includes(field)) {
      query[field] = readField(field as Field, raw, model, (value) => unknown.push({ field, value }));
    } else unknown.push({ field: unescapeValue(field), value: unescapeValue(raw) });
  }
  return { query: query as Query, unknown };
}

function readField(field: Field, escaped: string, model: Model, reject: (value: string) => void): Query[Field] {
  const raw = unescapeValue(escaped);
  if (isFacet(field)) {
    const known = model.records.facets[field].values;
    const asked = [...new Set(splitBy(escaped, ",").map(unescapeValue))];
    for (const value of asked) if (!known.includes(value)) reject(value);
    return known.filter((value) => asked.includes(value));
  }
  const empty = EMPTY[field];
  if (typeof empty === "boolean") {
    if (raw !== "1") reject(raw);
    return raw === "1";
  }
  if (field === "q" || field === "sort" || field === "against") return raw.trim();
  if (field === "report") {
    const name = reportName(`report=${escaped}`, "");
    if (name !== raw) reject(raw);
    return name;
  }
  const sound = CHOICES[field]?.includes(raw) ?? isKnown(field, raw, model);
  if (!sound) {
    if (raw) reject(raw);
    return empty;
  }
  return field === "steps" ? (Number(raw) as Query["steps"]) : (raw as Query[Field]);
}

/** Whether a value that depends on the data is in them: a goal, a kind, else a node; the panel shows edges and milestones too. */
function isKnown(field: Field, value: string, model: Model): boolean {
  if (field === "of") return model.node.get(value)?.kind === "goal";
  if (field === "via") return model.pack.kinds.some((kind) => kind.name === value);
  return model.node.has(value) || (field === "item" && (model.edge.has(value) || isMilestone(value, model)));
}

const isMilestone = (id: string, { pack }: Model): boolean => pack.milestones.some((m) => m.id === id);

/** The report that ships with the app. */
export const SHIPPED = "tencent-2020";

/** The folder that an address names for its report; names that could leave `data/` count as none. */
export const reportName = (search: string, shipped: string = SHIPPED): string =>
  /(?:^|[?&])report=([a-z0-9]+(?:-[a-z0-9]+)*)(?:&|$)/.exec(search)?.[1] ?? shipped;

/** Writes a query as the search part of an address; defaults are left out, so the bare query gives an empty string. */
export function formatQuery(query: Query): string {
  const parts: string[] = [];
  for (const field of FIELDS) {
    const value = query[field];
    if (Array.isArray(value)) {
      if (value.length > 0) parts.push(`${field}=${value.map(escapeValue).join(",")}`);
    } else if (value !== EMPTY[field]) {
      parts.push(`${field}=${value === true ? "1" : escapeValue(String(value))}`);
    }
  }
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}

/** Escapes what has a meaning in an address, and leaves the rest (Chinese too, once decoded) readable. */
const escapeValue = (value: string): string => encodeURIComponent(value).replaceAll("%2F", "/").replaceAll("%3A", ":");

/** The value behind an escaped one; an escape that is broken stands for itself. */
function unescapeValue(escaped: string): string {
  try {
    return decodeURIComponent(escaped.replaceAll("+", " "));
  } catch {
    return escaped;
  }
}

/** The query with a facet value switched on or off. */
export function toggleValue(query: Query, facet: FacetName, value: string): Query {
  const chosen = query[facet];
  const next = chosen.includes(value) ? chosen.filter((v) => v !== value) : [...chosen, value];
  return { ...query, [facet]: next };
}

/** The query without any filter; view, language and switches stay. */
export const clearFilters = (query: Query): Query => ({
  ...query,
  ...Object.fromEntries(FACETS.map((f) => [f, []])),
  q: "",
  focus: "",
  steps: 1,
});

/** Whether anything is filtered at all. */
export const isFiltered = (query: Query): boolean =>
  FACETS.some((f) => query[f].length > 0) || query.q !== "" || query.focus !== "";
