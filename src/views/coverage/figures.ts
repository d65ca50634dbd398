/** What the coverage view computes from the selection: the matrix, what of it is on the screen, and the measures. */
import { computed, signal } from "@preact/signals";
import { type CellState, cellState } from "../../../graph/cell-state.ts";
import { coverageOf } from "../../../graph/coverage.ts";
import {
  type Cell,
  type Matrix,
  type MatrixColumn,
  type MatrixRow,
  matrixOf,
  sortMatrixRows,
} from "../../../graph/matrix.ts";
import { createSelector } from "../../../graph/select.ts";
import { unitTree } from "../../../graph/unit-tree.ts";
import { notes } from "../../notes.ts";
import { loaded, model, query, selection } from "../../state.ts";

export const matrix = computed(() => matrixOf(model(), selection.value!, query.value));
export const rows = computed(() => sortMatrixRows(matrix.value, query.value.sort));

/** Units that the reader opened or closed; the organisation itself is open by itself. */
export const toggled = signal<ReadonlySet<string>>(new Set());
/** Whether units with few links are columns too. */
export const allUnits = signal(false);
/** Columns that a screen holds. */
const ROOM = 16;

export const isOpen = (unit: string): boolean =>
  toggled.value.has(unit) !== (unit === unitTree(model()).organisation || query.value.unit.includes(unit));

export function toggle(unit: string): void {
  const next = new Set(toggled.peek());
  if (!next.delete(unit)) next.add(unit);
  toggled.value = next;
}

/** The columns whose units are open all the way up. */
const unfolded = computed(() => matrix.value.columns.filter((c) => c.within.every(isOpen)));

/** The columns on the screen: with many units, those with most links and those that the reader opened. */
export const columns = computed((): MatrixColumn[] => {
  const all = unfolded.value;
  if (query.value.by !== "unit" || allUnits.value || all.length <= ROOM) return all;
  const least = all.map((c) => c.total.count).sort((a, b) => b - a)[ROOM - 1];
  const isAsked = (c: MatrixColumn) => toggled.value.has(c.within[c.within.length - 1]);
  return all.filter((c) => c.total.count > least || isAsked(c) || isFirstOf(all, c, least));
});

/** Of those that are equal at the edge, as many as there is room for. */
function isFirstOf(all: MatrixColumn[], column: MatrixColumn, least: number): boolean {
  const more = all.filter((c) => c.total.count > least).length;
  const equal = all.filter((c) => c.total.count === least);
  return equal.slice(0, ROOM - more).includes(column);
}

/** How many columns of units are left out for want of room. */
export const leftOut = computed(() => unfolded.value.length - columns.value.length);

const selectAgain = computed(() => loaded.value && createSelector(loaded.value));

/** The same with every basis; where the basis is not filtered there is no difference to show. */
export const withAllBases = computed((): Matrix | undefined => {
  const q = { ...query.value, basis: [] };
  return query.value.basis.length > 0 ? matrixOf(model(), selectAgain.value!(q), q) : undefined;
});

/** The state of a cell, with what the reader noted of its goal. */
export const stateOf = (row: MatrixRow, cell: Cell): CellState => cellState(cell, notes.value.goals[row.goal]?.state);

/** The measures of each goal that the filters leave in. */
export const measures = computed(() => {
  const goals = matrixOf(model(), selection.value!, { ...query.value, of: "", by: "grade" }).rows;
  const left = goals.filter((row) => !row.filteredOut && (!query.value.of || row.code === query.value.of));
  return left.map(({ code }) => coverageOf(model(), selection.value!, code));
});
