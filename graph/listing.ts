/**
 * The table: the selected alignments, or the shown entities, as rows under columns.
 *
 * A column is a record that says how its cells read and sort. The table on the screen and the CSV are made from the
 * same columns, so they can't differ.
 */
import Papa from "papaparse";
import type { Model, Node } from "./build.ts";
import type { Language } from "./query.ts";
import { type Alignment, BASES, type Entity, STAGES } from "./schema.ts";
import { type Selection, shownEntities } from "./select.ts";
import { groupBy } from "./text.ts";
import { unitsOf } from "./units.ts";

/** What every row has: the id of its alignment or entity, the entity, and the units responsible for it. */
export interface Row {
  id: string;
  entity: Node;
  units: Node[];
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
  /** In the CSV only. */
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
  return { rows: alignmentRows(model, selection), columns: alignmentColumns(model, wording) };
}

/** The shown entities, in the order of their tables. */
export function listEntities(model: Model, selection: Selection, wording: Wording): Listing<EntityRow> {
  return { rows: entityRows(model, selection), columns: entityColumns(model, wording) };
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
      units: unitsOf(model, alignment.entity),
      object: model.nodes[object[r]],
      goal: model.nodes[goal[r]],
      alignment,
    });
  }
  return rows;
}

function entityRows(model: Model, selection: Selection): EntityRow[] {
  const byEntity = groupBy(alignmentRows(model, selection), (row) => row.entity);
  return shownEntities(model, selection).map((entity) => {
    const own = byEntity.get(entity) ?? [];
    return {
      id: entity.id,
      entity,
      units: unitsOf(model, entity.id),
      goals: [...new Set(own.map((row) => row.goal))].sort((a, b) => a.index - b.index),
      count: own.length,
      best: own
        .map((row) => row.alignment.grade)
        .sort()
        .at(-1),
    };
  });
}

function alignmentColumns(model: Model, wording: Wording): Column<AlignmentRow>[] {
  const { words } = wording;
  const title = words.table;
  const name = naming(wording);
  const { id, entity, kind, unit } = sharedColumns(model, wording);
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

function entityColumns(model: Model, wording: Wording): Column<EntityRow>[] {
  const title = wording.words.table;
  const { id, entity, kind, unit } = sharedColumns(model, wording);
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

function sharedColumns(model: Model, wording: Wording) {
  const { table, kind } = wording.words;
  const name = naming(wording);
  const kinds = new Map(model.pack.kinds.map((k, order) => [k.name, { ...k, order }]));
  const kindText = ({ entity }: Row) => {
    const own = kinds.get(entity.kind);
    return kind[entity.kind] ?? (wording.language === "zh" ? own?.title_zh : own?.title_en) ?? entity.kind;
  };
  const unitText = (row: Row) => row.units.map(name).join("; ");
  return {
    id: { key: "id", title: table.id, text: (r) => r.id, sort: (r) => r.id },
    entity: { key: "entity", title: table.entity, text: (r) => name(r.entity), sort: (r) => name(r.entity) },
    kind: { key: "kind", title: table.kind, text: kindText, sort: (r) => kinds.get(r.entity.kind)?.order },
    unit: { key: "unit", title: table.unit, text: unitText, sort: (r) => unitText(r) || undefined },
  } satisfies Record<string, Column<Row>>;
}

const naming =
  ({ language }: Wording) =>
  ({ name_en, name_zh }: Node): string =>
    (language === "zh" ? name_zh : name_en) || name_en || name_zh;

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
  if (years.length === 0) return undefined;
  const numbers = years.map(Number);
  return Math.max(...numbers) * 10_000 - Math.min(...numbers);
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
  // Chinese is sorted by its reading, figures in names by their value.
  const collator = new Intl.Collator(language === "zh" ? "zh-Hans-u-co-pinyin" : "en", { numeric: true });
  const way = order.descending ? -1 : 1;
  return rows
    .map((row) => ({ row, key: order.column.sort(row) }))
    .sort((a, b) => {
      if (a.key === undefined || b.key === undefined) return Number(a.key === undefined) - Number(b.key === undefined);
      return way * (typeof a.key === "number" ? a.key - (b.key as number) : collator.compare(a.key, b.key as string));
    })
    .map(({ row }) => row);
}

/** Rows as CSV (RFC 4180) for spreadsheets: with a byte order mark, and no cell that one would take for a formula. */
export function toCsv<R>(rows: R[], columns: Column<R>[]): string {
  const data = rows.map((row) => columns.map((column) => column.text(row)));
  // Papa's own pattern passes over a formula with a line break in it.
  const csv = Papa.unparse({ fields: columns.map((c) => c.title), data }, { escapeFormulae: /^[=+\-@\t\r]/ });
  return `\uFEFF${csv}\r\n`;
}
