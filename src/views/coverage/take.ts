/** What the coverage view gives away: the matrix as a figure, matrix and measures as sheets. */
import { type MatrixFigureWords, matrixFigure, type ShownMatrix } from "../../../graph/coverage-figure.ts";
import { longSheet, measuresSheet, type SheetWords, wideSheet } from "../../../graph/coverage-sheets.ts";
import type { Figure } from "../../../graph/figure.ts";
import type { Goal } from "../../../graph/schema.ts";
import type { Sheet } from "../../../graph/sheet.ts";
import { notes } from "../../notes.ts";
import { model, nameOf, query } from "../../state.ts";
import { columns, matrix, measures, rows, stateOf } from "./figures.ts";
import { columnName, rowName, words } from "./words.ts";

const shown = (): ShownMatrix => ({
  matrix: matrix.value,
  rows: rows.value,
  columns: columns.value,
  stateOf,
  goalOf: (row) => model().node.get(row.goal)!.row as Goal,
});

const names = (): MatrixFigureWords => ({
  row: rowName,
  column: (column) => columnName(column),
  total: words.value.matrix.total,
  states: words.value.states,
});

export const takeFigure = (): Figure => matrixFigure(shown(), names());

/** The sheets hold every column, those for which the screen has no room too. */
export function takeSheets(): Sheet[] {
  const w = words.value;
  const sheetWords: SheetWords = {
    ...w.sheets,
    by: w.column[query.value.by],
    measure: w.measures.names,
    step: w.measures.steps,
  };
  const all = { ...shown(), columns: matrix.value.columns };
  return [
    wideSheet(all, names(), sheetWords),
    longSheet(all, names(), sheetWords, (goal) => notes.value.goals[goal]?.reason ?? ""),
    measuresSheet(measures.value, nameOf, sheetWords),
  ];
}
