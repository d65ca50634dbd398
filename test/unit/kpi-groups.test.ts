import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Model } from "../../graph/build.ts";
import { byGoal, bySection, type KpiGroup, selectedKpis } from "../../graph/kpi-groups.ts";
import { DRAWN, type FigureWords, kpisFigure } from "../../graph/kpis-figure.ts";
import { kpisSheets, type SheetWords } from "../../graph/kpis-sheets.ts";
import { EMPTY, type Query } from "../../graph/query.ts";
import { type Selection, select } from "../../graph/select.ts";
import { valueText } from "../../graph/series.ts";
import { arbQuery, arbTables, modelOf, shippedModel, tinyModel } from "../helpers.ts";

function choose(model: Model, change: Partial<Query> = {}) {
  const query = { ...EMPTY, ...change };
  const selection = select(model, query);
  return { selection, kpis: selectedKpis(model, selection, query) };
}
const ids = (kpis: readonly { kpi: { id: string } }[]) => kpis.map((k) => k.kpi.id);
const told = (groups: readonly KpiGroup[]) =>
  groups.map((g) => [g.section?.id ?? g.goal?.id, g.charts.length, g.singles.length]);

describe("the KPIs of a selection", () => {
  it("are all with no filter", async () => {
    const model = await shippedModel();
    const { kpis } = choose(model);
    expect(kpis).toHaveLength(model.pack.kpis.length);
    expect(kpis.filter((k) => k.trend)).toHaveLength(55);
  });

  it("are those that are shown, or whose subject is", async () => {
    const model = await tinyModel();
    expect(ids(choose(model, { goal: ["9"] }).kpis), "measures the data centre, which serves goal 9").toEqual(["pue"]);
    expect(ids(choose(model, { goal: ["4"] }).kpis)).toEqual([]);
  });

  it("stand by section in the order of the report, those with a series apart", async () => {
    const model = await shippedModel();
    const groups = bySection(model, choose(model).kpis);
    const order = model.pack.sections.map((s) => s.id);
    const places = groups.map((g) => order.indexOf(g.section!.id));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(told(groups)).toContainEqual(["appendix-3", 52, 7]);
    const { charts } = groups.find((g) => g.section?.id === "appendix-3")!;
    expect(ids(charts).slice(0, 3)).toEqual(["a3-total-revenue", "a3-revenue-growth", "a3-profit"]);
  });

  it("stand by the goals that they serve in the selection, the others last", async () => {
    const model = await tinyModel();
    const goals = (change: Partial<Query>) => {
      const { selection, kpis } = choose(model, change);
      return told(byGoal(model, selection, kpis));
    };
    expect(goals({})).toEqual([["9", 0, 1]]);
    expect(goals({ basis: ["stated"] })).toEqual([]);
  });

  it("are never lost or doubled by grouping, whatever is asked", async () => {
    await fc.assert(
      fc.asyncProperty(arbTables, fc.infiniteStream(fc.nat()), async (tables, seeds) => {
        const model = await modelOf(tables);
        const [query] = fc.sample(arbQuery(model), { numRuns: 1, seed: seeds.next().value });
        const { selection, kpis } = choose(model, query);
        const all = (groups: KpiGroup[]) => ids(groups.flatMap((g) => [...g.charts, ...g.singles]));
        expect(all(bySection(model, kpis)).sort()).toEqual(ids(kpis).sort());
        expect(new Set(all(byGoal(model, selection, kpis)))).toEqual(new Set(ids(kpis)));
      }),
      { numRuns: 60 },
    );
  });
});

const figureWords: FigureWords = {
  valueText,
  periodText: (period) => period,
  name: ({ node }) => node.name_en,
  about: ({ kpi }) => kpi.unit_of_measure,
  change: () => ["+1 %"],
  more: (n) => `${n} more`,
  legend: { printed: "as printed", hollow: "derived", gap: "not known" },
};

describe("the figure", () => {
  const figure = (model: Model, { kpis }: { kpis: ReturnType<typeof selectedKpis>; selection: Selection }) =>
    kpisFigure(model, kpis, { per: "", scale: "linear" }, figureWords);

  it("draws the first series, and says how many more there are", async () => {
    const model = await shippedModel();
    const made = figure(model, choose(model));
    expect(made.body.match(/<path d="M[^"]+" fill="none"/g)).toHaveLength(DRAWN);
    expect(made.body).toContain(`${55 - DRAWN} more`);
  });

  it("escapes what the data say", async () => {
    const model = await tinyModel({
      "kpis.csv":
        'id,name_zh,name_en,aliases,since,until,summary_zh,summary_en,prominence,evidence,subject,unit_of_measure,scope,result_level,direction,baseline_year,target_value,target_year\npue,能效,"<script>alert(1)</script>",,,,,,2,e3,center,"<b>",,outcome,decrease,,,\n',
      "observations.csv":
        "kpi,period,value,qualifier,status,evidence,note\npue,2019,1,,reported,e3,\npue,2020,2,,reported,e3,\n",
    });
    const { body } = figure(model, choose(model));
    expect(body).toContain("&lt;script&gt;");
    expect(body).not.toMatch(/<script|<b>/);
  });

  it("is empty without series, and of a sound size", async () => {
    const model = await tinyModel();
    const made = figure(model, choose(model, { goal: ["4"] }));
    expect(made.body).toBe("");
    expect(made.height).toBe(0);
  });
});

describe("the sheets", () => {
  const same = (value: string) => value;
  const words: SheetWords = {
    titles: new Proxy({} as SheetWords["titles"], { get: (_, title: string) => title }),
    name: same,
    section: ({ section }) => section?.id ?? "",
    direction: same,
    level: same,
    status: same,
    qualifier: same,
    verdict: same,
    page: (evidence) => evidence.page,
  };
  const column = (sheet: { columns: { title: string }[]; rows: unknown[][] }, title: string) =>
    sheet.rows.map((row) => row[sheet.columns.findIndex((c) => c.title === title)]);

  it("hold a row for each KPI, and one for each value with its print and its number", async () => {
    const model = await shippedModel();
    const { kpis } = choose(model);
    const [kpiSheet, values] = kpisSheets(model, kpis, "head", words);
    expect(kpiSheet.rows).toHaveLength(model.pack.kpis.length);
    for (const sheet of [kpiSheet, values]) {
      for (const row of sheet.rows) expect(row).toHaveLength(sheet.columns.length);
    }
    const energy = values.rows.map((_, i) => i).filter((i) => column(values, "id")[i] === "a3-dc-energy-total");
    const of = (title: string) => energy.map((i) => column(values, title)[i]);
    expect(of("printed")).toEqual(["938,988.70", "1,301,161.66", "1,515,181.56"]);
    expect(of("number")).toEqual([938988.7, 1301161.66, 1515181.56]);
    expect((of("read") as number[]).map((n) => n.toFixed(2))).toEqual(["17.29", "20.69", "17.65"]);
    expect(of("lines")).toEqual(["2503", "2503", "2503"]);
  });

  it("leave empty what is not known", async () => {
    const model = await shippedModel();
    const { kpis } = choose(model);
    const [, values] = kpisSheets(
      model,
      kpis.filter((k) => k.kpi.id === "a3-dc-hazardous-waste"),
      "",
      words,
    );
    expect(column(values, "number")).toEqual([undefined, 8, 71.89]);
    expect(column(values, "status")).toEqual(["missing", "reported", "reported"]);
    expect(values.columns.map((c) => c.title)).not.toContain("read");
  });
});
