/** The coverage matrix and the measures of the goals as sheets: the numbers that the screen shows. */

import type { Node } from "./build.ts";
import { type GoalCoverage, isWithheld, MEASURES, type Measure, type MeasureName } from "./coverage.ts";
import type { MatrixFigureWords, ShownMatrix } from "./coverage-figure.ts";
import { STEPS, type Step } from "./funnel.ts";
import type { Sheet } from "./sheet.ts";

export interface SheetWords {
  /** Names of the sheets. */
  matrix: string;
  cells: string;
  measures: string;
  /** Headings. */
  code: string;
  name: string;
  by: string;
  count: string;
  best: string;
  state: string;
  reason: string;
  links: string;
  through: string;
  /** Of a measure: what was counted, of how many, how many of them unknown. */
  part: string;
  n: string;
  unknown: string;
  withheld: string;
  measure: Record<MeasureName, string>;
  step: Record<Step, string>;
}

/** The matrix as it stands on the screen: a row a goal, a column a value, the counts in the cells. */
export function wideSheet(shown: ShownMatrix, names: MatrixFigureWords, words: SheetWords): Sheet {
  const { matrix, columns } = shown;
  const place = new Map(matrix.columns.map((column, i) => [column, i]));
  const counts = columns.map((c) => ({ title: names.column(c), numeric: true as const }));
  return {
    name: words.matrix,
    columns: [{ title: words.code }, { title: words.name }, ...counts, { title: names.total, numeric: true }],
    rows: [
      ...inSelection(shown).map((row) => [
        row.node.id,
        names.row(row),
        ...columns.map((c) => row.cells[place.get(c)!].count),
        row.total.count,
      ]),
      [undefined, names.total, ...columns.map((c) => c.total.count), matrix.total.count],
    ],
  };
}

/** A row for each cell, with its best grade, its state, and why nothing is there where the reader noted it. */
export function longSheet(
  shown: ShownMatrix,
  names: MatrixFigureWords,
  words: SheetWords,
  reasonOf: (goal: string) => string,
): Sheet {
  const { matrix, columns, stateOf } = shown;
  const place = new Map(matrix.columns.map((column, i) => [column, i]));
  return {
    name: words.cells,
    columns: [
      { title: words.code },
      { title: words.name },
      { title: words.by },
      { title: words.count, numeric: true },
      { title: words.best },
      { title: words.state },
      { title: words.reason },
    ],
    rows: inSelection(shown).flatMap((row) =>
      columns.map((column) => {
        const cell = row.cells[place.get(column)!];
        const state = names.states[stateOf(row, cell)];
        const reason = reasonOf(row.goal) || undefined;
        return [row.node.id, names.row(row), names.column(column), cell.count, cell.best, state, reason];
      }),
    ),
  };
}

/** What the filters leave out has no cells: a 0 would say that nothing is there. */
const inSelection = ({ rows }: ShownMatrix) => rows.filter((row) => !row.filteredOut);

/** A row for each goal: every measure with what it counts, then how far what serves it gets. */
export function measuresSheet(
  goals: readonly GoalCoverage[],
  nameOf: (node: Node) => string,
  words: SheetWords,
): Sheet {
  const figures = (name: MeasureName) => [
    { title: words.measure[name], numeric: true as const },
    ...[words.part, words.n, words.unknown].map((what) => ({
      title: `${words.measure[name]}: ${what}`,
      numeric: true as const,
    })),
  ];
  const steps = STEPS.flatMap((step) => [
    { title: words.step[step], numeric: true as const },
    { title: `${words.step[step]}: ${words.through}`, numeric: true as const },
  ]);
  return {
    name: words.measures,
    columns: [
      { title: words.code },
      { title: words.name },
      { title: words.links, numeric: true },
      ...MEASURES.flatMap(figures),
      { title: words.withheld },
      ...steps,
    ],
    rows: goals.map(({ goal, links, measures, funnel }) => [
      goal.id,
      nameOf(goal),
      links,
      ...MEASURES.flatMap((name) => cellsOf(measures[name])),
      MEASURES.filter((name) => isWithheld(measures[name]))
        .map((name) => words.measure[name])
        .join(", ") || undefined,
      ...STEPS.flatMap((step) => [funnel[step].reached, funnel[step].through]),
    ]),
  };
}

/** Value to four places, so that nothing is lost which the screen shows. */
const cellsOf = ({ value, part, n, unknown }: Measure) => [
  value === undefined ? undefined : Math.round(value * 1e4) / 1e4,
  part,
  n,
  unknown,
];
