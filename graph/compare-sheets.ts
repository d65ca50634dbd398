/** A comparison as sheets: the alignments of each part, the goals, and the changes of KPIs. */
import type { Node } from "./build.ts";
import { type Comparison, eitherOf, type Link, type Pair, type Part } from "./compare.ts";
import type { Difference } from "./differences.ts";
import type { KpiComparison } from "./kpi-changes.ts";
import type { Kpi } from "./schema.ts";
import type { Point } from "./series.ts";
import type { Sheet, SheetColumn } from "./sheet.ts";

export interface SheetWords {
  parts: Record<Part, string>;
  goals: string;
  kpis: string;
  /** Titles of columns. */
  column: Record<
    | ("alignment" | "id" | "entity" | "kind" | "object" | "basis" | "grade" | "years" | "goal" | "code" | "count")
    | ("best" | "difference" | "kpi" | "unit" | "period" | "value" | "qualifier" | "status" | "percent" | "points")
    | ("verdict" | "belongs"),
    string
  >;
  /** The title of a column of one side. */
  side: (letter: "A" | "B", title: string) => string;
  nameOf: (node: Node) => string;
  kindOf: (node: Node) => string;
  basis: (basis: string) => string;
  status: (status: string) => string;
  verdict: (verdict: KpiComparison["changes"][number]["verdict"]) => string;
}

type Cell = Sheet["rows"][number][number];

/** The sheets, in this order: only in A, only in B, both, goals, KPI changes. */
export function compareSheets(
  comparison: Comparison,
  goals: readonly Difference[],
  goalOf: (code: string) => Node | undefined,
  kpis: KpiComparison,
  words: SheetWords,
): Sheet[] {
  return [
    ...(["onlyA", "onlyB", "both"] as const).map((part) => partSheet(comparison, part, words)),
    goalSheet(goals, goalOf, words),
    kpiSheet(kpis, words),
  ];
}

/** A row for each alignment; then one for each entity of the part that has no alignment in it. */
function partSheet({ entities, alignments }: Comparison, part: Part, words: SheetWords): Sheet {
  const { column } = words;
  const sides = part === "both" ? (["a", "b"] as const) : part === "onlyA" ? (["a"] as const) : (["b"] as const);
  const ofSide = ["alignment", "basis", "grade", "years"] as const;
  const titled = (side: "a" | "b", title: string) =>
    sides.length === 1 ? title : words.side(side === "a" ? "A" : "B", title);
  const row = (entity: Node, link: Pair<Link> | undefined): Cell[] => [
    entity.id,
    words.nameOf(entity),
    words.kindOf(entity),
    link && eitherOf(link).object.id,
    link && words.nameOf(eitherOf(link).object),
    ...sides.flatMap((side) => alignmentCells(link?.[side], words)),
  ];
  const served = new Set(alignments[part].flatMap(({ a, b }) => [a?.entity, b?.entity]));
  const unserved = entities[part].map(eitherOf).filter((entity) => !served.has(entity));
  return {
    name: words.parts[part],
    columns: [
      ...[column.id, column.entity, column.kind, column.code, column.object],
      ...sides.flatMap((side) => ofSide.map((key) => titled(side, column[key]))),
    ].map((title) => ({ title })),
    rows: [
      ...alignments[part].map((pair) => row(eitherOf(pair).entity, pair)),
      ...unserved.map((entity) => row(entity, undefined)),
    ],
  };
}

const alignmentCells = (link: Link | undefined, { basis }: SheetWords): Cell[] =>
  link
    ? [link.alignment.id, basis(link.alignment.basis), link.alignment.grade, link.alignment.years.join(", ")]
    : [undefined, undefined, undefined, undefined];

const numeric = (title: string): SheetColumn => ({ title, numeric: true });

function goalSheet(rows: readonly Difference[], goalOf: (code: string) => Node | undefined, words: SheetWords): Sheet {
  const { column, side } = words;
  return {
    name: words.goals,
    columns: [
      { title: column.code },
      { title: column.goal },
      ...(["A", "B"] as const).flatMap((letter) => [
        numeric(side(letter, column.count)),
        { title: side(letter, column.best) },
      ]),
      numeric(column.difference),
    ],
    rows: rows.map(({ value, a, b, change }) => {
      const goal = goalOf(value);
      return [value, goal && words.nameOf(goal), a.n, a.best, b.n, b.best, change];
    }),
  };
}

/** All KPIs: those that can't be compared have no change. */
function kpiSheet({ changes, rest }: KpiComparison, words: SheetWords): Sheet {
  const { column, side } = words;
  const ofSide = (letter: "A" | "B") => [
    { title: side(letter, column.period) },
    numeric(side(letter, column.value)),
    { title: side(letter, column.qualifier) },
    { title: side(letter, column.status) },
  ];
  const belongs = (of: { a: boolean; b: boolean }) => [of.a && "A", of.b && "B"].filter(Boolean).join(", ");
  const head = (kpi: Pair<Node>): Cell[] => {
    const node = eitherOf(kpi);
    return [node.id, words.nameOf(node), (node.row as Kpi).unit_of_measure];
  };
  return {
    name: words.kpis,
    columns: [
      ...[column.id, column.kpi, column.unit, column.belongs].map((title) => ({ title })),
      ...ofSide("A"),
      ...ofSide("B"),
      ...[column.difference, column.percent, column.points].map(numeric),
      { title: column.verdict },
    ],
    rows: [
      ...changes.map(({ kpi, of, values, difference, relative, verdict }) => [
        ...[...head(kpi), belongs(of), ...pointCells(values.a, words), ...pointCells(values.b, words), difference],
        relative?.inPoints ? undefined : relative?.amount,
        relative?.inPoints ? relative.amount : undefined,
        words.verdict(verdict),
      ]),
      ...rest.map(({ kpi, of, values }) => [
        ...[...head(kpi), belongs(of), ...pointCells(values.a, words), ...pointCells(values.b, words)],
        ...[undefined, undefined, undefined, undefined],
      ]),
    ],
  };
}

const pointCells = (point: Point | undefined, { status }: SheetWords): Cell[] => {
  const { observation } = point ?? {};
  return [point?.period, point?.value, observation?.qualifier.join(", "), observation && status(observation.status)];
};
