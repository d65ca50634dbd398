/**
 * The table: the selected alignments, or the shown entities, as rows under columns.
 *
 * A column is a record that says how its cells read and sort. The table on the screen and what is taken from it are
 * made from the same columns, so they can't differ.
 */
import type { Model, Node } from "./build.ts";
import type { Language } from "./query.ts";
import { type Alignment, BASES, type Entity, STAGES } from "./schema.ts";
import { type Selection, shownEntities } from "./select.ts";
import type { Sheet } from "./sheet.ts";
import { memo, memoWeakly } from "./text.ts";
import { unitsOf } from "./units.ts";

/** What every row has: the id of its alignment or entity, and the entity. */
export interface Row {
  id: string;
  entity: Node;
}

export interface AlignmentRow extends Row {
  /** The target, or the goal where there is no target. */
  object: Node;
  goal: Node;
  alignment: Alignment;
}

/** What the selected alignments say of an entity. */
export interface EntityRow extends Row {
  goals: Node[];
  /** Number of selected alignments. */
  count: number;
  best: Alignment["grade"] | undefined;
}

export interface Column<R> {
  /** Stands in the query: `sort=grade`. */
  key: string;
  title: string;
  text: (row: R) => string;
  /** What the column sorts by. `undefined` is unknown, and comes last whichever way the column is sorted. */
  sort: (row: R) => string | number | undefined;
  /** Figures, set flush right. */
  numeric?: true;
  /** Sorted for the first time, the highest comes first: readers ask for the most, the best, the latest. */
  descends?: true;
  /** Only in what is taken away. */
  download?: true;
}

export interface Listing<R> {
  rows: R[];
  columns: Column<R>[];
}

type Title =
  | ("id" | "entity" | "kind" | "goal" | "object" | "unit" | "years" | "basis" | "grade" | "role" | "stage" | "source")
  | ("goals" | "count" | "best" | "since");

/** The reader's language and words; the app's dictionaries fit. */
export interface Wording {
  language: Language;
  words: {
    table: Record<Title, string>;
    kind: Record<string, string>;
    basisShort: Record<string, string>;
    grade: Record<string, string>;
    role: Record<string, string>;
    polarity: Record<string, string>;
    stage: Record<string, string>;
    panel: { page: (page: string) => string; lines: (lines: string) => string };
  };
}

/** The selected alignments, in the order of the package. */
export function listAlignments(model: Model, selection: Selection, wording: Wording): Listing<AlignmentRow> {
  const rows = alignmentRows(model, selection);
  return { rows, columns: alignmentColumns(model, wording, rows.length) };
}

/** The shown entities, in the order of their tables. */
export function listEntities(model: Model, selection: Selection, wording: Wording): Listing<EntityRow> {
  const rows = entityRows(model, selection);
  return { rows, columns: entityColumns(model, wording, rows.length) };
}

function alignmentRows(model: Model, selection: Selection): AlignmentRow[] {
  const { alignments, entity, object, goal } = model.records;
  const rows: AlignmentRow[] = [];
  for (let r = 0; r < alignments; r++) {
    if (!selection.records[r]) continue;
    const alignment = model.pack.alignments[r];
    rows.push({
      id: alignment.id,
      entity: model.nodes[entity[r]],
      object: model.nodes[object[r]],
      goal: model.nodes[goal[r]],
      alignment,
    });
  }
  return rows;
}

function entityRows(model: Model, selection: Selection): EntityRow[] {
  const { alignments, entity, goal } = model.records;
  const counts = new Uint32Array(model.nodes.length);
  const best: EntityRow["best"][] = new Array(model.nodes.length);
  /** A bit for each goal: goals are the first nodes. */
  const served = new Uint32Array(model.nodes.length);
  for (let r = 0; r < alignments; r++) {
    if (!selection.records[r]) continue;
    const { grade } = model.pack.alignments[r];
    const own = entity[r];
    counts[own]++;
    served[own] |= 1 << goal[r];
    if (!best[own] || grade > best[own]) best[own] = grade;
  }
  // Entities that serve the same goals share a list.
  const goalsOf = memo((bits: number) => model.nodes.slice(0, 32).filter(({ index }) => (bits >>> index) & 1));
  return shownEntities(model, selection).map((node) => ({
    id: node.id,
    entity: node,
    goals: goalsOf(served[node.index]),
    count: counts[node.index],
    best: best[node.index],
  }));
}

function alignmentColumns(model: Model, wording: Wording, rows: number): Column<AlignmentRow>[] {
  const { words } = wording;
  const title = words.table;
  const name = (node: Node) => nameIn(wording.language, node);
  const { id, entity, kind, unit } = sharedColumns(model, wording, rows);
  return [
    { ...id, download: true },
    entity,
    { ...kind, download: true },
    { key: "goal", title: title.goal, text: (r) => r.goal.id, sort: (r) => r.goal.index, download: true },
    {
      key: "object",
      title: title.object,
      text: (r) => `${r.object.id} ${name(r.object)}`,
      // In the order of the framework; what names the goal only comes before the goal's targets.
      sort: (r) => r.goal.index + (r.object === r.goal ? 0 : r.object.index / model.nodes.length),
    },
    unit,
    {
      key: "years",
      title: title.years,
      text: (r) => yearSpans(r.alignment.years),
      sort: (r) => yearKey(r.alignment.years),
      descends: true,
    },
    {
      key: "basis",
      title: title.basis,
      text: (r) => words.basisShort[r.alignment.basis],
      sort: (r) => BASIS_ORDER.indexOf(r.alignment.basis),
    },
    {
      key: "grade",
      title: title.grade,
      text: (r) => gradeText(r.alignment.grade, wording),
      sort: (r) => r.alignment.grade,
      descends: true,
    },
    {
      key: "role",
      title: title.role,
      text: ({ alignment: { role, polarity } }) =>
        polarity === "positive" ? words.role[role] : `${words.role[role]} (${words.polarity[polarity]})`,
      sort: (r) => words.role[r.alignment.role],
    },
    {
      key: "stage",
      title: title.stage,
      text: (r) => words.stage[r.alignment.stage],
      sort: (r) => STAGE_ORDER.indexOf(r.alignment.stage),
      descends: true,
    },
    {
      key: "source",
      title: title.source,
      text: (r) => r.alignment.evidence.map((e) => placeText(model, e, wording)).join("; "),
      sort: (r) => r.alignment.evidence[0],
      download: true,
    },
  ];
}

function entityColumns(model: Model, wording: Wording, rows: number): Column<EntityRow>[] {
  const title = wording.words.table;
  const { id, entity, kind, unit } = sharedColumns(model, wording, rows);
  const since = (row: EntityRow) => (row.entity.row as Entity).since;
  return [
    { ...id, download: true },
    entity,
    kind,
    {
      key: "goals",
      title: title.goals,
      text: (r) => r.goals.map((goal) => goal.id).join("; "),
      sort: (r) => r.goals.length,
      descends: true,
    },
    {
      key: "count",
      title: title.count,
      text: (r) => `${r.count}`,
      sort: (r) => r.count,
      numeric: true,
      descends: true,
    },
    {
      key: "best",
      title: title.best,
      text: (r) => (r.best ? gradeText(r.best, wording) : ""),
      sort: (r) => r.best,
      descends: true,
    },
    { key: "since", title: title.since, text: since, sort: (r) => since(r) || undefined },
    unit,
  ];
}

function sharedColumns(model: Model, wording: Wording, rows: number) {
  const { table, kind } = wording.words;
  const name = (node: Node) => nameIn(wording.language, node);
  const kinds = new Map(model.pack.kinds.map((k, order) => [k.name, { ...k, order }]));
  const kindText = ({ entity }: Row) => {
    const own = kinds.get(entity.kind);
    return kind[entity.kind] ?? (wording.language === "zh" ? own?.title_zh : own?.title_en) ?? entity.kind;
  };
  const unitsText = memo((entity: Node) => unitsOf(model, entity.id).map(name).join("; "));
  const unitText = (row: Row) => unitsText(row.entity);
  const nameKey = (node: Node) => (rows > MANY ? nameRanks(model)(wording.language)[node.index] : name(node));
  return {
    id: { key: "id", title: table.id, text: (r) => r.id, sort: (r) => r.id },
    entity: { key: "entity", title: table.entity, text: (r) => name(r.entity), sort: (r) => nameKey(r.entity) },
    kind: { key: "kind", title: table.kind, text: kindText, sort: (r) => kinds.get(r.entity.kind)?.order },
    unit: { key: "unit", title: table.unit, text: unitText, sort: (r) => unitText(r) || undefined },
  } satisfies Record<string, Column<Row>>;
}

const nameIn = (language: Language, { name_en, name_zh }: Node): string =>
  (language === "zh" ? name_zh : name_en) || name_en || name_zh;

/** Rows from which on names are compared once for all sorts to come: by the rules of a language it takes its time. */
const MANY = 5000;

/** The places of a model's nodes in the order of their names in a language. */
const nameRanks = memoWeakly((model: Model) =>
  memo((language: Language) => {
    const names = model.nodes.map((node) => nameIn(language, node));
    const ranks = rankKeys(names, language);
    return Uint32Array.from(names, (name) => ranks.get(name)!);
  }),
);

const BASIS_ORDER: readonly string[] = BASES;
const STAGE_ORDER: readonly string[] = STAGES;

const gradeText = (grade: string, { words }: Wording): string => `${grade} ${words.grade[grade]}`;

/** Where a piece of evidence stands in the report: `p. 12, lines 113–115`. */
function placeText(model: Model, id: string, { words }: Wording): string {
  const { page, lines } = model.evidence.get(id)!;
  return [page && words.panel.page(page), words.panel.lines(lines)].filter(Boolean).join(", ");
}

/** Years with runs drawn together: `2017, 2019–2021`. */
export function yearSpans(years: readonly string[]): string {
  const spans: [number, number][] = [];
  for (const year of years.map(Number).sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && year <= last[1] + 1) last[1] = year;
    else spans.push([year, year]);
  }
  return spans.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
}

/** Orders sets of years by their latest year, then by how far they reach back. */
function yearKey(years: readonly string[]): number | undefined {
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const year of years) {
    const number = Number(year);
    if (number < first) first = number;
    if (number > last) last = number;
  }
  return last > 0 ? last * 10_000 - first : undefined;
}

/** A sort as the query writes it: the key of a column, `-` in front for descending. */
export function parseSort<R>(
  columns: Column<R>[],
  sort: string,
): { column: Column<R>; descending: boolean } | undefined {
  const descending = sort.startsWith("-");
  const column = columns.find((c) => c.key === sort.slice(Number(descending)));
  return column && { column, descending };
}

/** What a click on a column's header asks for: its natural direction, then the other one, then the table's own order. */
export function nextSort<R>(column: Column<R>, sort: string): string {
  const [up, down] = [column.key, `-${column.key}`];
  const [first, second] = column.descends ? [down, up] : [up, down];
  if (sort === first) return second;
  return sort === second ? "" : first;
}

/**
 * The rows in the order that the query asks for. Stable both ways, so rows that are equal keep the table's own order;
 * a column that isn't there sorts nothing.
 */
export function sortRows<R>({ rows, columns }: Listing<R>, sort: string, language: Language): R[] {
  const order = parseSort(columns, sort);
  if (!order) return rows;
  const { column, descending } = order;
  const keys = rows.map((row) => column.sort(row));
  const ranks = rankKeys(keys, language);
  const rankOf = (key: Key): number => {
    if (key === undefined) return ranks.size;
    return descending ? ranks.size - 1 - ranks.get(key)! : ranks.get(key)!;
  };
  // Rank and place in one number: such numbers sort by themselves, and equal rows stay as they were.
  const places = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) places[i] = rankOf(keys[i]) * rows.length + i;
  places.sort();
  return rows.map((_, i) => rows[places[i] % rows.length]);
}

type Key = string | number | undefined;

/** The rank of each key among the different ones; equals have the same. Each is compared once, however often it occurs. */
function rankKeys(keys: Key[], language: Language): Map<Key, number> {
  // Chinese is sorted by its reading, figures in names by their value.
  const collator = new Intl.Collator(language === "zh" ? "zh-Hans-u-co-pinyin" : "en", { numeric: true });
  const compare = (a: Key, b: Key): number =>
    typeof a === "string" ? collator.compare(a, b as string) : (a as number) - (b as number);
  const different = [...new Set(keys)].filter((key) => key !== undefined).sort(compare);
  const ranks = new Map<Key, number>();
  let rank = 0;
  for (const [i, key] of different.entries()) {
    if (i > 0 && compare(different[i - 1], key) !== 0) rank = i;
    ranks.set(key, rank);
  }
  return ranks;
}

/** Rows as a sheet for spreadsheets: with the columns that the screen has no room for, and figures as numbers. */
export function sheetOf<R>(name: string, rows: R[], columns: Column<R>[]): Sheet {
  return {
    name,
    columns: columns.map(({ title, numeric }) => ({ title, numeric })),
    rows: rows.map((row) =>
      columns.map((column) => (column.numeric ? Number(column.text(row)) : column.text(row) || undefined)),
    ),
  };
}
