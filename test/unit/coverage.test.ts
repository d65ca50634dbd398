import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Model, NONE } from "../../graph/build.ts";
import { cellState } from "../../graph/cell-state.ts";
import { coverageOf, isWithheld, MEASURES, type MeasureName } from "../../graph/coverage.ts";
import { comparableYears, entitiesOfGoal, kpisOf, kpisOfGoal } from "../../graph/kpis.ts";
import { cellFilter, isFacetColumn, matrixOf, sortMatrixRows } from "../../graph/matrix.ts";
import { BY, type Query } from "../../graph/query.ts";
import { createSelector, select } from "../../graph/select.ts";
import { unitTree } from "../../graph/unit-tree.ts";
import { arbTables, ask, modelOf, shippedModel, someQueries, tinyModel, withRows, withText } from "../helpers.ts";

let model: Model;
beforeAll(async () => {
  model = await shippedModel();
});

const matrix = (of: Model, change: Partial<Query>) => matrixOf(of, select(of, ask(change)), ask(change));
const row = (change: Partial<Query>, code: string) => {
  const { columns, rows } = matrix(model, change);
  const { cells, total } = rows.find((r) => r.code === code)!;
  const text = cells.map((c, i) => [columns[i].value, `${c.count}${c.best ? ` ${c.best}` : ""}`]);
  return { cells: Object.fromEntries(text), total: `${total.count} ${total.best}` };
};

/** A measure as one would write it down: what was counted, of how many, how many unknown, and the value. */
const figures = (goal: string, change: Partial<Query> = {}) => {
  const { measures } = coverageOf(model, select(model, ask(change)), goal);
  const text = MEASURES.map((name): [MeasureName, string] => {
    const { part, n, unknown, value } = measures[name];
    const result = value === undefined ? "–" : String(Math.round(value * 1000) / 1000);
    return [name, `${part}/${n}${unknown > 0 ? ` (${unknown} unknown)` : ""} = ${result}`];
  });
  return Object.fromEntries(text);
};
const funnel = (goal: string, change: Partial<Query> = {}) => {
  const { funnel } = coverageOf(model, select(model, ask(change)), goal);
  return Object.entries(funnel).map(([step, { reached, through }]) => `${step} ${reached}/${through}`);
};

/*
 * Worked by hand from the CSVs of data/tencent-2020, with the entities of prominence 2 and 3, as the opening view shows
 * them. A row is looked up as `grep ',13\(\.\|,\)' alignments.csv`, units in relations.csv (run_by, part_of), KPIs by
 * their subject in kpis.csv, years in observations.csv.
 */
describe("three goals, worked by hand", () => {
  /*
   * Goal 14, 10 targets: 14.1–14.7, 14.a–14.c.
   *   scan-ocean-plastic   14 E1, 14.1 E1   no unit, no KPI
   *   pan-gun-and-wei-er   14 E1, 14.1 E1   no unit, no KPI
   * (marine-litter-cleanup, 14.1 E1, is a passing mention and not in it.)
   */
  it("goal 14: one target touched, nothing measured, no unit named", () => {
    expect(figures("14")).toEqual({
      breadth: "1/10 = 0.1",
      // 14.1 has E1: 1 of 5.
      depth: "1/1 = 0.2",
      gap: "1/10 = -0.1",
      measurability: "0/2 = 0",
      targeting: "0/0 = –",
      trend: "0/0 = –",
      concentration: "0/4 (4 unknown) = –",
      balance: "0/4 = 0",
    });
    expect(funnel("14")).toEqual(["mention 2/2", "target 2/2", "kpi 0/0", "targetValue 0/0", "outcome 0/0"]);
    expect(row({ by: "grade" }, "14")).toEqual({
      cells: { E0: "0", E1: "4 E1", E2: "0", E3: "0", E4: "0", E5: "0" },
      total: "4 E1",
    });
  });

  it("goal 14 with passing mentions: the clean-up comes in, and is one more without KPI", () => {
    expect(figures("14", { all: true })).toMatchObject({
      breadth: "1/10 = 0.1",
      measurability: "0/3 = 0",
      // The volunteers run the clean-up.
      concentration: "1/5 (4 unknown) = –",
    });
  });

  /*
   * Goal 13, 5 targets: 13.1, 13.2, 13.3, 13.a, 13.b. 19 links of 16 entities:
   *   carbon-neutrality-ssv         13 E1                      2021       ssv and a lab of it
   *   pan-gun-and-wei-er            13.3 E1                    2020       –
   *   carbon-neutrality-plan        13 E1, 13.2 E1, 13.3 E1    2021       tencent
   *   green-low-carbon-operations   13 E1, 13.2 E1             2020|2021  –
   *   carbon-neutrality-lab         13.3 E1                    2021       itself, below ssv
   *   tianjin-waste-heat-pilot      13 E4                      2020       –               3 KPIs
   *   security-computing            13 E3 negative             2020       –               2
   *   low-carbon-security-computing 13 E4                      2020       –               3
   *   nev-charging-safety-platform  13 E1                      2020       –
   *   weiling-energy-efficiency     13 E4                      2021       –               3
   *   timi-studio-group             13.3 E1                    2021       itself, below tencent-games   1, with a target value
   *   green-game-jam                13.3 E1                    2021       timi-studio-group
   *   gongyi-sports-step-donation   13.3 E1                    2020       –               1
   *   office-buildings              13 E4 mixed                2018–2020  tencent        25, of which 24 have three years;
   *                                                            of non-hazardous waste the value of 2020 is lost
   *   tencent-data-centers          13 E4 negative             2018–2020  tencent        16, of which 13 have three years;
   *                                                            of hazardous waste the value of 2018 is lost
   *   t-block-data-center-clusters  13 E4                      2020       –               5
   */
  it("goal 13: much measured, little of it named by target", () => {
    expect(figures("13")).toEqual({
      // 13.2 and 13.3.
      breadth: "2/5 = 0.4",
      // (1 + 1) / (2 × 5)
      depth: "2/2 = 0.2",
      gap: "2/5 = 0.2",
      // tianjin, security, low-carbon, weiling, timi, gongyi, offices, data centres, t-block.
      measurability: "9/16 = 0.563",
      // 3 + 2 + 3 + 3 + 1 + 1 + 25 + 16 + 5 = 59; only timi's has a target value.
      targeting: "1/59 = 0.017",
      trend: "37/59 (2 unknown) = 0.627",
      // tencent 3 + 1 + 1; but 1 + 2 + 1 + 1 + 1 + 1 + 1 + 1 + 1 = 10 links have no unit.
      concentration: "5/19 (10 unknown) = –",
      // Data centres, security computing, offices.
      balance: "3/19 = 0.158",
    });
    expect(funnel("13")).toEqual([
      "mention 16/16",
      // pan-gun, plan, operations, lab, timi, jam, gongyi.
      "target 7/7",
      // Of those, timi and gongyi.
      "kpi 9/2",
      "targetValue 1/1",
      // tianjin, low-carbon, weiling, offices, data centres, t-block: none of them names a target.
      "outcome 6/0",
    ]);
    expect(row({ by: "year" }, "13")).toMatchObject({
      cells: { "2018": "2 E4", "2019": "2 E4", "2020": "11 E4", "2021": "10 E4" },
      total: "19 E4",
    });
    expect(row({ of: "13", by: "grade" }, "13.3")).toMatchObject({ cells: { E1: "6 E1", E2: "0" }, total: "6 E1" });
    expect(row({ of: "13", by: "grade" }, NONE)).toMatchObject({ cells: { E1: "4 E1", E3: "1 E3", E4: "6 E4" } });
  });

  /*
   * Goal 4, 10 targets: 4.1–4.7, 4.a–4.c. 62 links of 48 entities. Best grade of each target:
   *   4.1 E3 (penguin-tutoring)   4.4 E3 (make-community)   4.5 E3 (smart campus)   4.6 E1 (mandarin-town)
   *   4.7 E3 (x-talk)             4.a E3 (smart campus)     4.c E1 (starlight)      4.2, 4.3, 4.b none
   * KPIs: smart-campus 1, foundation 2, training 6, sme-support 4, make 3, education-fund 1, penguin-tutoring 1,
   *   air classroom 1, rural-donations 1, countryside-dream 1, xunwu 2, youth-dialogue 2, snow-leopard 1.
   * Unit: tencent-education, below csig, runs classroom 3, campus 4, undisrupted 2, smart-education 2, brain 2, fund 1,
   *   tutoring 1, welearning 1, assistant 1, yingyujun 1, air classroom 1, employment 1, inclusive 2, and is itself 1.
   */
  it("goal 4: most targets touched, a quarter of what serves it measured", () => {
    expect(figures("4")).toEqual({
      breadth: "7/10 = 0.7",
      // (3 + 3 + 3 + 1 + 3 + 3 + 1) / (7 × 5)
      depth: "17/7 = 0.486",
      gap: "7/10 = 0.214",
      measurability: "13/48 = 0.271",
      // 26 KPIs; sme-support's 4 and the education fund's have a target value.
      targeting: "5/26 = 0.192",
      // The foundation's two, which run on.
      trend: "2/26 = 0.077",
      // 23; without unit: scan, study, lite, we-summit, x-talk, strength, xunwu, dialogue, assembly, leopard.
      concentration: "23/62 (10 unknown) = 0.371",
      balance: "0/62 = 0",
    });
    expect(coverageOf(model, select(model, ask({})), "4").largest).toMatchObject({ unit: { id: "csig" }, links: 23 });
    expect(funnel("4")).toEqual([
      "mention 48/48",
      // Not the four that have the goal alone (ssv, foundation) or a mention (study, lite).
      "target 44/44",
      // All thirteen but the foundation.
      "kpi 13/12",
      "targetValue 2/2",
      "outcome 0/0",
    ]);
    expect(row({ of: "4", by: "grade" }, NONE)).toMatchObject({ total: "7 E1" });
    expect(row({ of: "4", by: "grade" }, "4.a")).toMatchObject({ cells: { E1: "3 E1", E3: "1 E3" }, total: "4 E3" });
    expect(row({ by: "unit" }, "4").cells.csig).toBe("23 E3");
  });

  it("stated only: the report names goals and no targets, so breadth is nothing and depth can't be told", () => {
    // classroom, campus, undisrupted, smart-education, brain, foundation.
    expect(figures("4", { basis: ["stated"] })).toMatchObject({
      breadth: "0/10 = 0",
      depth: "0/0 = –",
      gap: "0/10 = –",
      measurability: "2/6 = 0.333",
      concentration: "5/6 = 0.833",
    });
    expect(figures("13", { basis: ["stated"] }).measurability).toBe("0/2 = 0");
  });
});

describe("coverage", () => {
  it("withholds with more than a fifth unknown, and not with a fifth", () => {
    expect(isWithheld({ value: undefined, part: 0, n: 5, unknown: 1 })).toBe(false);
    expect(isWithheld({ value: undefined, part: 0, n: 4, unknown: 1 })).toBe(true);
    expect(isWithheld({ value: undefined, part: 0, n: 0, unknown: 0 })).toBe(false);
  });

  it("a mention alone covers no target, and a goal-only link is in no breadth", async () => {
    const mentioned = await tinyModel(
      withText(
        "alignments.csv",
        "4.4,stated,contribute,positive,direct,action,E3",
        "4.4,stated,contribute,positive,direct,action,E0",
      ),
    );
    const { measures, funnel, links } = coverageOf(mentioned, select(mentioned, ask({})), "4");
    expect(links).toBe(2);
    expect(measures.breadth).toMatchObject({ part: 0, n: 10, value: 0 });
    expect(measures.depth.value).toBeUndefined();
    expect(funnel.target.reached).toBe(0);
  });

  it("follows the selection, not the package", () => {
    const whole = coverageOf(model, select(model, ask({})), "4");
    const unit = coverageOf(model, select(model, ask({ unit: ["tencent-foundation"] })), "4");
    expect(unit.links).toBeLessThan(whole.links);
    expect(unit.measures.concentration).toMatchObject({ unknown: 0, n: unit.links });
  });

  it("a goal that nothing serves has no measures but breadth", async () => {
    const tiny = await tinyModel();
    const { measures } = coverageOf(tiny, select(tiny, ask({})), "1");
    expect(measures.breadth.value).toBe(0);
    for (const name of MEASURES.slice(1)) expect(measures[name].value, name).toBeUndefined();
  });

  it("values lost in the text are unknown, not a trend that is missing", async () => {
    const lost = await tinyModel();
    // 2019 is an average, 2020 is plain, 2021 is missing: one comparable year, and not three even with the lost one.
    expect(comparableYears(lost, lost.pack.kpis[0])).toEqual({ years: 1, lost: 1 });
    const plain = await tinyModel(withText("observations.csv", "1.32,average", "1.32,"));
    expect(comparableYears(plain, plain.pack.kpis[0])).toEqual({ years: 2, lost: 1 });
    const { measures } = coverageOf(plain, select(plain, ask({})), "9");
    expect(measures.trend).toEqual({ value: undefined, part: 0, n: 1, unknown: 1 });
  });
});

describe("KPIs of an entity", () => {
  it("are those it is the subject of and those a relation gives it, each once", async () => {
    const tiny = await tinyModel(
      withRows("relations.csv", "school,measured_by,pue,stated,,e1", "center,measured_by,pue,stated,,e1"),
    );
    const kpis = kpisOf(tiny);
    expect(kpis.get("center")?.map((k) => k.id)).toEqual(["pue"]);
    expect(kpis.get("school")?.map((k) => k.id)).toEqual(["pue"]);
    expect(kpis.has("well")).toBe(false);
    const selection = select(tiny, ask({}));
    expect(kpisOfGoal(tiny, selection, "4").map((k) => k.id)).toEqual(["pue"]);
    expect(entitiesOfGoal(tiny, selection, "4").map((e) => e.id)).toEqual(["school"]);
  });

  it("a KPI that serves a goal is its own figure", async () => {
    const tiny = await tinyModel(
      withRows("alignments.csv", "a9,pue,13.2,curated,avoid-harm,positive,direct,result,E4,2020,e3,one-reader"),
    );
    expect(coverageOf(tiny, select(tiny, ask({})), "13").measures.measurability).toMatchObject({ part: 1, n: 2 });
  });
});

describe("the tree of units", () => {
  it("finds the organisation and the units below it", () => {
    const { organisation, top, roots } = unitTree(model);
    expect(organisation).toBe("tencent");
    expect(roots).toContain("youtu-lab");
    for (const [unit, its] of [
      ["tencent", "tencent"],
      ["csig", "csig"],
      ["tencent-education", "csig"],
      ["youtu-lab", "youtu-lab"],
    ]) {
      expect(top.get(unit), unit).toBe(its);
    }
  });

  it("takes in each unit once, whatever the table says", async () => {
    await fc.assert(
      fc.asyncProperty(arbTables, async (tables) => {
        const random = await modelOf(tables);
        const { roots, below, above, top } = unitTree(random);
        const units = random.records.facets.unit.values.slice(0, -1);
        expect([...roots, ...[...below.values()].flat()].sort()).toEqual([...units].sort());
        for (const [child, parent] of above) expect(random.unitParent.get(child)).toBe(parent);
        for (const unit of units) expect(units).toContain(top.get(unit));
      }),
    );
  });
});

describe("the matrix", () => {
  it("states: a link shows its evidence whatever was noted; without one, the note, else no link", () => {
    const nothing = { count: 0, best: undefined };
    expect(cellState(nothing)).toBe("no-link");
    expect(cellState(nothing, "not-assessed")).toBe("not-assessed");
    expect(cellState(nothing, "not-material")).toBe("not-material");
    expect(cellState({ count: 1, best: "E0" }, "not-material")).toBe("mentioned");
    const states = (["E1", "E2", "E3", "E4", "E5"] as const).map((best) => cellState({ count: 1, best }));
    expect(states).toEqual(["described", "measured", "measured", "outcome", "outcome"]);
  });

  it("units: below the organisation those with most links first, each within those above it", () => {
    const { columns } = matrix(model, { by: "unit" });
    expect(columns[0]).toMatchObject({ value: "tencent", depth: 0, within: [] });
    expect(columns[1]).toMatchObject({ value: "csig", depth: 1, within: ["tencent"] });
    expect(columns[2]).toMatchObject({ value: "tencent-cloud", depth: 2, within: ["tencent", "csig"] });
    expect(columns.at(-1)?.value).toBe(NONE);
    // Counted with awk: 554 of the 862 links belong to the company or a unit below it, 273 name no unit.
    expect(columns[0].total.count).toBe(554);
    expect(columns.at(-1)?.total.count).toBe(273);
  });

  it("where the facet is filtered, the columns are what was asked for and the units below it", () => {
    const { columns, rows } = matrix(model, { by: "unit", unit: ["csig"], goal: ["4"] });
    expect(columns.map((c) => c.value)).toEqual(["csig", "tencent-education"]);
    expect(columns.map((c) => c.depth)).toEqual([0, 1]);
    expect(rows.filter((r) => !r.filteredOut).map((r) => r.code)).toEqual(["4"]);
    expect(matrix(model, { by: "year", year: ["2019"] }).columns.map((c) => c.value)).toEqual(["2019"]);
  });

  it("a filter of targets leaves out the goals of other targets, and in a goal the other targets", () => {
    const kept = (change: Partial<Query>) =>
      matrix(model, change)
        .rows.filter((r) => !r.filteredOut)
        .map((r) => r.code);
    expect(kept({ target: ["4.4"] })).toEqual(["4"]);
    expect(kept({ target: [NONE] })).toHaveLength(17);
    expect(kept({ target: ["4.4"], of: "4" })).toEqual(["4.4"]);
    expect(kept({ of: "4" })).toHaveLength(11);
  });

  it("sorts by total and by a column, both ways, equal rows in their own order; what isn't there sorts nothing", () => {
    const table = matrix(model, { by: "grade" });
    const order = (sort: string) => sortMatrixRows(table, sort).map((r) => r.code);
    expect(order("-total").slice(0, 3)).toEqual(["16", "3", "9"]);
    expect(order("total")[0]).toBe("14");
    expect(order("-E5")).toEqual(order(""));
    expect(order("nowhere")).toEqual(order(""));
    const counts = sortMatrixRows(table, "-E4").map((r) => r.cells[4].count);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  });

  /** What must hold in any package and for any query. */
  function check(of: Model, query: Query): void {
    const selectAgain = createSelector(of);
    const selection = selectAgain(query);
    const chosen = selection.records.slice(0, of.records.alignments);
    const alignments = chosen.reduce((n, r) => n + r, 0);
    const inGoal = (goal: string) =>
      of.pack.alignments.filter((_, r) => chosen[r] && of.nodes[of.records.goal[r]].id === goal);
    const table = matrixOf(of, selection, query);
    const sum = (cells: readonly { count: number }[]) => cells.reduce((n, c) => n + c.count, 0);
    const all = query.of ? inGoal(query.of).length : alignments;
    expect(table.total.count).toBe(all);
    // Rows never overlap: an alignment has one goal, and one target or none.
    expect(sum(table.rows.map((r) => r.total))).toBe(all);
    for (const row of table.rows) {
      if (row.filteredOut) expect(row.total.count).toBe(0);
      if (!table.overlapping && !(isFacetColumn(query.by) && query[query.by].length > 0)) {
        expect(sum(row.cells)).toBe(row.total.count);
      }
    }
    const asked = (filter: Partial<Query>) => selectAgain({ ...query, ...filter }).alignments;
    for (const row of table.rows.filter((r) => !r.filteredOut)) {
      expect(asked(cellFilter(table, row))).toBe(row.total.count);
      if (!isFacetColumn(query.by)) continue;
      for (const [i, column] of table.columns.entries()) {
        expect(asked(cellFilter(table, row, column))).toBe(row.cells[i].count);
      }
    }
    // Where the filters leave out the goal whose targets are shown, there is nothing to click.
    if (isFacetColumn(query.by) && table.rows.some((r) => !r.filteredOut)) {
      for (const column of table.columns) expect(asked(cellFilter(table, undefined, column))).toBe(column.total.count);
    }
  }

  it("counts what the selection holds, and each cell what its filter would select: any package, any query", async () => {
    await fc.assert(
      fc.asyncProperty(arbTables, fc.integer(), async (tables, seed) => {
        const random = await modelOf(tables);
        for (const query of someQueries(random, seed)) check(random, query);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it.each(BY)(
    "the same on the shipped report, by %s",
    (by) => {
      check(model, ask({ by }));
      check(model, ask({ by, of: "4", basis: ["curated"] }));
      check(model, ask({ by, year: ["2019", "2020"], unit: ["csig"], q: "教育" }));
    },
    30_000,
  );
});
