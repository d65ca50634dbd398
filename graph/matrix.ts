/**
 * The coverage matrix: the selected alignments by goal (or by the targets of one goal) and by something else. It counts
 * the records of the selection and nothing besides, so its numbers are those of every other view.
 */
import { type FacetName, type Model, NONE, type Node } from "./build.ts";
import type { Query } from "./query.ts";
import { GRADES, ROLES, STAGES } from "./schema.ts";
import type { Selection } from "./select.ts";
import { unitTree } from "./unit-tree.ts";

type Grade = (typeof GRADES)[number];

/** Some alignments: how many, and the strongest evidence among them. */
export interface Cell {
  count: number;
  /** None where there are no alignments. */
  best: Grade | undefined;
}

export interface MatrixRow {
  /** Code of the goal or target; `none` for the links to the goal alone, when the rows are its targets. */
  code: string;
  /** The goal or target; the goal for the links to it alone. */
  node: Node;
  /** The goal that it belongs to. */
  goal: string;
  /** Whether the filters leave it out: then its cells say nothing about the report. */
  filteredOut: boolean;
  /** In the order of the columns. */
  cells: Cell[];
  /** Each alignment once, in however many columns it stands. */
  total: Cell;
}

export interface MatrixColumn {
  /** A value of the facet, a stage or a role; `none`: not known. */
  value: string;
  /** How deep in the tree of units. */
  depth: number;
  /** The columns around it, the outermost first. */
  within: readonly string[];
  /** Columns directly below it. */
  below: number;
  total: Cell;
}

export interface Matrix {
  by: Query["by"];
  /** Goal whose targets are the rows; empty: the rows are the goals. */
  of: string;
  rows: MatrixRow[];
  columns: MatrixColumn[];
  total: Cell;
  /** Whether an alignment may stand in several columns, so that the columns add up to more than the total. */
  overlapping: boolean;
}

/** Stages and roles are fields of the alignment and no facets: nothing can be filtered by them. */
export const isFacetColumn = (by: Query["by"]): by is Exclude<Query["by"], "stage" | "role"> =>
  by !== "stage" && by !== "role";

/**
 * Counts the selected alignments. The query says what rows and columns are, and which of them the filters leave out:
 * where a facet is filtered, only the chosen values (and the units below them) are columns, since an alignment of
 * several years would else stand under one that was not asked for. Linear in the alignments.
 */
export function matrixOf(model: Model, selection: Selection, query: Query): Matrix {
  const { by, of } = query;
  const source = columnSource(model, by);
  const rows = rowSource(model, of);
  const width = source.values.length;
  const cells = new Tally((rows.codes.length + 1) * (width + 1));
  let overlapping = false;
  for (let r = 0; r < model.records.alignments; r++) {
    const row = selection.records[r] ? rows.rowOf(r) : -1;
    if (row < 0) continue;
    const grade = GRADES.indexOf(model.pack.alignments[r].grade as Grade);
    const places = source.placesOf(r);
    overlapping ||= places.length > 1;
    for (const line of [row, rows.codes.length]) {
      for (const place of places) cells.add(line * (width + 1) + place, grade);
      cells.add(line * (width + 1) + width, grade);
    }
  }
  const cell = (row: number, column: number) => cells.at(row * (width + 1) + column);
  const columns = columnsOf(model, query, source.values, (place) => cell(rows.codes.length, place));
  const places = columns.map((c) => source.values.indexOf(c.value));
  return {
    by,
    of,
    rows: rows.codes.map((code, i) => ({
      ...describeRow(model, query, code),
      cells: places.map((place) => cell(i, place)),
      total: cell(i, width),
    })),
    columns,
    total: cell(rows.codes.length, width),
    overlapping,
  };
}

/** Counts and best grades, as columns. */
class Tally {
  private readonly counts: Uint32Array;
  private readonly bests: Uint8Array;
  constructor(size: number) {
    this.counts = new Uint32Array(size);
    this.bests = new Uint8Array(size);
  }
  add(at: number, grade: number): void {
    this.counts[at]++;
    if (grade > this.bests[at]) this.bests[at] = grade;
  }
  at(at: number): Cell {
    const count = this.counts[at];
    return { count, best: count > 0 ? GRADES[this.bests[at]] : undefined };
  }
}

/** All values that a column may stand for, and for each alignment the places of its values among them. */
function columnSource({ records, pack }: Model, by: Query["by"]) {
  if (by === "unit" || by === "year" || by === "kind") {
    const { values, sets, set } = records.facets[by];
    return { values, placesOf: (r: number) => sets[set[r]] };
  }
  // All that there may be: a grade that no alignment has is a finding too.
  const values: readonly string[] = { stage: STAGES, role: ROLES, grade: GRADES }[by];
  return { values, placesOf: (r: number) => [values.indexOf(pack.alignments[r][by])] };
}

/** The codes of the rows, and the row of each alignment; -1 for one of another goal. */
function rowSource({ pack, node, records }: Model, of: string) {
  const { goals, targets } = pack.framework;
  const codes = of ? [NONE, ...targets.filter((t) => t.goal === of).map((t) => t.code)] : goals.map((g) => g.code);
  const rowOfNode = new Map(codes.map((code, i) => [node.get(code === NONE ? of : code)!.index, i]));
  const ends = of ? records.object : records.goal;
  return { codes, rowOf: (r: number) => rowOfNode.get(ends[r]) ?? -1 };
}

function describeRow({ node, pack }: Model, query: Query, code: string) {
  const goal = query.of || code;
  const passes = (facet: FacetName, values: readonly string[]) =>
    query[facet].length === 0 || values.some((value) => query[facet].includes(value));
  const targets = pack.framework.targets.filter((t) => t.goal === goal).map((t) => t.code);
  return {
    code,
    node: node.get(code === NONE ? goal : code)!,
    goal,
    filteredOut: !passes("goal", [goal]) || !passes("target", query.of ? [code] : [NONE, ...targets]),
  };
}

/**
 * The columns: the values that some selected alignment has, but all grades, stages and roles, whose absence tells
 * something. Units come as a tree, those with most alignments first.
 */
function columnsOf(
  model: Model,
  query: Query,
  values: readonly string[],
  totalAt: (place: number) => Cell,
): MatrixColumn[] {
  const { by } = query;
  const place = new Map(values.map((value, i) => [value, i]));
  const flat = (value: string, depth = 0, within: readonly string[] = []): MatrixColumn => ({
    value,
    depth,
    within,
    below: 0,
    total: totalAt(place.get(value)!),
  });
  const chosen = isFacetColumn(by) ? query[by] : [];
  const isAsked = (value: string) => chosen.length === 0 || chosen.includes(value);
  const isFound = (value: string) => totalAt(place.get(value)!).count > 0;
  if (by === "unit") return unitColumns(model, isAsked, isFound, flat);
  const always = by !== "year" && by !== "kind";
  return values.filter((v) => isAsked(v) && (always || isFound(v))).map((v) => flat(v));
}

function unitColumns(
  model: Model,
  isAsked: (unit: string) => boolean,
  isFound: (unit: string) => boolean,
  make: (unit: string, depth: number, within: readonly string[]) => MatrixColumn,
): MatrixColumn[] {
  const tree = unitTree(model);
  const columns: MatrixColumn[] = [];
  /** `asked`: this unit or one above it was chosen. Gives whether it became a column. */
  const walk = (unit: string, within: readonly string[], asked: boolean): boolean => {
    if (!isFound(unit)) return false;
    const wanted = asked || isAsked(unit);
    const column = make(unit, within.length, within);
    if (wanted) columns.push(column);
    const inside = wanted ? [...within, unit] : within;
    const below = byCount(tree.below.get(unit) ?? []).filter((child) => walk(child, inside, wanted));
    column.below = wanted ? below.length : 0;
    return wanted;
  };
  const byCount = (units: readonly string[]) =>
    units
      .filter(isFound)
      .map((unit) => make(unit, 0, []))
      .sort((a, b) => b.total.count - a.total.count)
      .map((c) => c.value);
  for (const root of byCount(tree.roots)) walk(root, [], false);
  if (isAsked(NONE) && isFound(NONE)) columns.push(make(NONE, 0, []));
  return columns;
}

/** What a click on a cell filters by: the goal or target, and the column's value where that is a facet. */
export function cellFilter(matrix: Matrix, row?: MatrixRow, column?: MatrixColumn): Partial<Query> {
  const { by, of } = matrix;
  return {
    ...(row && { goal: [row.goal] }),
    ...(row && of && { target: [row.code] }),
    ...(!row && of && { goal: [of] }),
    ...(column && isFacetColumn(by) && { [by]: [column.value] }),
  };
}

/** The rows in the order that a sort key asks for: `total` or a column's value, `-` in front for descending. */
export function sortMatrixRows({ rows, columns }: Matrix, sort: string): MatrixRow[] {
  const descending = sort.startsWith("-");
  const key = sort.slice(Number(descending));
  const place = columns.findIndex((c) => c.value === key);
  if (key !== "total" && place < 0) return rows;
  const rankOf = (row: MatrixRow) => rank(key === "total" ? row.total : row.cells[place]) * (descending ? -1 : 1);
  return [...rows].sort((a, b) => rankOf(a) - rankOf(b));
}

/** By count, then by best grade. */
const rank = ({ count, best }: Cell): number => count * GRADES.length + (best ? GRADES.indexOf(best) : 0);
