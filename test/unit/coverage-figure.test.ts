import { beforeAll, describe, expect, it } from "vitest";
import type { Model } from "../../graph/build.ts";
import { MARKS, markSvg } from "../../graph/cell-marks.ts";
import { CELL_STATES, cellState } from "../../graph/cell-state.ts";
import { coverageOf, MEASURES } from "../../graph/coverage.ts";
import { type MatrixFigureWords, matrixFigure, type ShownMatrix } from "../../graph/coverage-figure.ts";
import { longSheet, measuresSheet, type SheetWords, wideSheet } from "../../graph/coverage-sheets.ts";
import { STEPS } from "../../graph/funnel.ts";
import { matrixOf } from "../../graph/matrix.ts";
import type { Query } from "../../graph/query.ts";
import type { Goal } from "../../graph/schema.ts";
import { select } from "../../graph/select.ts";
import { ask, shippedModel } from "../helpers.ts";

let model: Model;
beforeAll(async () => {
  model = await shippedModel();
});

const shownBy = (change: Partial<Query>): ShownMatrix => {
  const matrix = matrixOf(model, select(model, ask(change)), ask(change));
  return {
    matrix,
    rows: matrix.rows,
    columns: matrix.columns,
    stateOf: (row, cell) => cellState(cell, row.goal === "14" ? "not-material" : undefined),
    goalOf: (row) => model.node.get(row.goal)!.row as Goal,
  };
};

const names: MatrixFigureWords = {
  row: (row) => `<b>${row.node.name_en}</b>`,
  column: (column) => `${column.value} & "more"`,
  total: "Total",
  states: Object.fromEntries(CELL_STATES.map((s) => [s, `state ${s}`])) as MatrixFigureWords["states"],
};

const same = <K extends string>(keys: readonly K[]) =>
  Object.fromEntries(keys.map((k) => [k, k as string])) as Record<K, string>;
const words: SheetWords = {
  ...same(["matrix", "cells", "measures", "code", "name", "by", "count", "best", "state", "reason"]),
  ...same(["links", "through", "part", "n", "unknown", "withheld"]),
  measure: same(MEASURES),
  step: same(STEPS),
};

describe("the figure of the matrix", () => {
  it("draws each number of the shown rows and columns, and a legend of every state", () => {
    const shown = shownBy({ by: "grade" });
    const { body, legend, width, height } = matrixFigure(shown, names);
    for (const row of shown.rows) expect(body).toContain(`>${row.total.count}<`);
    expect(body).toContain(">862<");
    expect(legend.map((l) => l.text)).toEqual(CELL_STATES.map((s) => `state ${s}`));
    expect(width).toBeGreaterThan(600);
    expect(height).toBeGreaterThan(17 * 30);
  });

  it("escapes what comes from the data", () => {
    const { body } = matrixFigure(shownBy({ by: "year" }), names);
    expect(body).toContain("&lt;b&gt;No poverty&lt;/b&gt;");
    expect(body).toContain("2020 &amp; &quot;more&quot;");
    expect(body).not.toContain("<b>");
  });

  it("draws no mark where the filters leave a goal out", () => {
    const dot = MARKS["no-link"][0].d;
    const dots = (change: Partial<Query>) => matrixFigure(shownBy(change), names).body.split(dot).length - 1;
    expect(dots({ by: "stage" })).toBeGreaterThan(0);
    // Goal 13 has commitments, actions and results.
    expect(dots({ by: "stage", goal: ["13"] })).toBe(0);
  });

  it("has a mark of its own for each state", () => {
    const drawn = CELL_STATES.map((state) => markSvg(state, "#000"));
    expect(new Set(drawn).size).toBe(CELL_STATES.length);
  });
});

describe("the sheets of coverage", () => {
  it("hold the numbers of the matrix, wide and long, and none for what is filtered out", () => {
    const shown = shownBy({ by: "grade", goal: ["13", "14"] });
    const wide = wideSheet(shown, names, words);
    expect(wide.rows).toEqual([
      ["13", "<b>Climate action</b>", 0, 12, 0, 1, 6, 0, 19],
      ["14", "<b>Life below water</b>", 0, 4, 0, 0, 0, 0, 4],
      [undefined, "Total", 0, 16, 0, 1, 6, 0, 23],
    ]);
    const long = longSheet(shown, names, words, (goal) => (goal === "14" ? "no sea" : ""));
    expect(long.rows).toHaveLength(12);
    expect(long.rows[1]).toEqual([
      "13",
      "<b>Climate action</b>",
      'E1 & "more"',
      12,
      "E1",
      "state described",
      undefined,
    ]);
    expect(long.rows[6].slice(3)).toEqual([0, undefined, "state not-material", "no sea"]);
    for (const sheet of [wide, long]) for (const row of sheet.rows) expect(row).toHaveLength(sheet.columns.length);
  });

  it("hold every measure with what it counts; what is withheld stays empty and is named", () => {
    const selection = select(model, ask({}));
    const goals = ["4", "13", "14"].map((goal) => coverageOf(model, selection, goal));
    const sheet = measuresSheet(goals, (node) => node.name_en, words);
    const titles = sheet.columns.map((c) => c.title);
    const at = (row: number, title: string) => sheet.rows[row][titles.indexOf(title)];
    expect(at(0, "breadth")).toBe(0.7);
    expect([at(0, "concentration"), at(0, "concentration: part"), at(0, "concentration: n")]).toEqual([0.371, 23, 62]);
    expect([at(1, "concentration"), at(1, "concentration: unknown"), at(1, "withheld")]).toEqual([
      undefined,
      10,
      "concentration",
    ]);
    expect([at(1, "outcome"), at(1, "outcome: through")]).toEqual([6, 0]);
    for (const row of sheet.rows) expect(row).toHaveLength(titles.length);
  });
});
