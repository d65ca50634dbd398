import { describe, expect, it } from "vitest";
import { baseOf, type Per, type Reading, readTrend } from "../../graph/bases.ts";
import type { Model } from "../../graph/build.ts";
import { seriesOf, trendOf, valueText } from "../../graph/series.ts";
import { modelOf, shippedModel, type Tables } from "../helpers.ts";

function read(model: Model, id: string, per: Per | ""): Reading {
  const node = model.node.get(id)!;
  return readTrend(model, node, trendOf(seriesOf(model, node))!, per);
}
const told = ({ trend }: Reading) => trend.map((p) => `${p.period} ${valueText(p) || "–"}`);

describe("figures of the shipped report, worked by hand from kpis.csv and observations.csv", () => {
  it("data centres' emissions with 2018 as 100", async () => {
    // a3-dc-ghg-total: 612,521.16 · 743,287.01 · 821,052.60 吨
    // 743,287.01 / 612,521.16 × 100 = 121.348…      821,052.60 / 612,521.16 × 100 = 134.044…
    const reading = read(await shippedModel(), "a3-dc-ghg-total", "index");
    expect(told(reading)).toEqual(["2018 100.0", "2019 121.3", "2020 134.0"]);
    expect(reading.trend[1].value).toBeCloseTo(121.3488, 4);
    expect(reading.trend[2].value).toBeCloseTo(134.0448, 4);
    expect(reading.unit, "an index has no unit").toBe("");
  });

  it("data centres' energy per employee", async () => {
    // a3-dc-energy-total: 938,988.70 · 1,301,161.66 · 1,515,181.56 兆瓦时; a3-employees: 54,309 · 62,885 · 85,858 人
    // 938,988.70 / 54,309 = 17.2897…   1,301,161.66 / 62,885 = 20.6911…   1,515,181.56 / 85,858 = 17.6475…
    const model = await shippedModel();
    expect(baseOf(model, "head")?.kpi.id).toBe("a3-employees");
    const reading = read(model, "a3-dc-energy-total", "head");
    expect(told(reading)).toEqual(["2018 17.29", "2019 20.69", "2020 17.65"]);
    expect(reading.unit).toBe("兆瓦时/人");
    expect(reading.trend.map((p) => p.by?.value)).toEqual(["54,309", "62,885", "85,858"]);
  });

  it("profit per revenue, money by money, so in per cent", async () => {
    // a3-profit: 774.69 · 943.51 · 1,227.42 亿元; a3-total-revenue: 3,126.94 · 3,772.89 · 4,820.64 亿元
    // 774.69 / 3,126.94 = 24.7747… %   943.51 / 3,772.89 = 25.0076… %   1,227.42 / 4,820.64 = 25.4617… %
    const model = await shippedModel();
    expect(baseOf(model, "revenue")?.kpi.id).toBe("a3-total-revenue");
    const reading = read(model, "a3-profit", "revenue");
    expect(told(reading)).toEqual(["2018 24.77", "2019 25.01", "2020 25.46"]);
    expect(reading.unit).toBe("%");
  });

  it("keeps a lost value a gap: the data centres' hazardous waste of 2018", async () => {
    // a3-dc-hazardous-waste: — · 8.00 · 71.89 吨; 8.00 / 62,885 = 0.000127216…   71.89 / 85,858 = 0.000837312…
    const reading = read(await shippedModel(), "a3-dc-hazardous-waste", "head");
    expect(told(reading)).toEqual(["2018 –", "2019 0.0001272", "2020 0.0008373"]);
  });

  it("leaves alone what the report divides itself, by the people of its offices", async () => {
    const reading = read(await shippedModel(), "a3-office-ghg-total", "head");
    expect(reading.refusal).toBe("own");
    expect(told(reading)).toEqual(["2018 102,831.74", "2019 113,501.50", "2020 109,712.99"]);
    expect(reading.own.map((kpi) => kpi.id)).toContain("a3-office-ghg-per-head");
  });

  it("says why it does not divide", async () => {
    const model = await shippedModel();
    const refusals = (["a3-employees", "a3-dc-average-pue", "a3-foundation-donated"] as const).map(
      (id) => read(model, id, "head").refusal,
    );
    expect(refusals).toEqual(["base", "ratio", "nature"]);
    expect(read(model, "weicun-verified-villagers", "index").refusal, "two bounds").toBe("start");
  });

  it("leaves values as printed when nothing is asked for", async () => {
    const reading = read(await shippedModel(), "a3-dc-average-pue", "");
    expect(told(reading)).toEqual(["2018 1.37", "2019 1.35", "2020 1.32"]);
    expect(reading.refusal).toBeUndefined();
  });
});

type KpiCells = { id: string; name_en: string; unit_of_measure: string; subject?: string; name_zh?: string };

/** An organisation with a department, and KPIs with these values of 2019 and 2020. */
const firm = (...kpis: [KpiCells, ...string[]][]): Tables => ({
  alignments: [],
  relations: [],
  sections: [{ id: "s", title_zh: "节", title_en: "Section", first_line: "1", last_line: "9" }],
  evidence: [{ id: "e", section: "s", lines: "1", says_zh: "有数", says_en: "A figure", tokens: "1" }],
  units: [
    { id: "firm", name_zh: "公司", name_en: "Firm", prominence: "3", evidence: "e" },
    { id: "dept", name_zh: "部门", name_en: "Department", prominence: "3", evidence: "e", parent: "firm" },
  ],
  kpis: kpis.map(([cells]) => ({
    name_zh: "指标",
    subject: "firm",
    prominence: "2",
    evidence: "e",
    result_level: "output",
    direction: "increase",
    ...cells,
  })),
  observations: kpis.flatMap(([{ id }, ...values]) =>
    values.map((value, i) => {
      const [qualifier, number] = value.includes(" ") ? value.split(" ") : ["", value];
      return { kpi: id, period: String(2019 + i), value: number, qualifier, status: "reported", evidence: "e" };
    }),
  ),
});
const STAFF: KpiCells = { id: "staff", name_en: "Employees, total", unit_of_measure: "people" };
const POWER: KpiCells = { id: "power", name_en: "Power", unit_of_measure: "MWh" };

describe("a base", () => {
  const found = async (...kpis: [KpiCells, ...string[]][]) => baseOf(await modelOf(firm(...kpis)), "head")?.kpi.id;

  it("is recognised by its whole name, its unit, and the organisation as its subject", async () => {
    expect(await found([STAFF, "10", "20"])).toBe("staff");
    const zh = { ...STAFF, name_en: "Persons on the payroll", name_zh: "员工总人数" };
    expect(await found([{ ...zh, unit_of_measure: "人" }, "10", "20"])).toBe("staff");
    expect(await found([{ ...STAFF, name_en: "Female employees, total" }, "10", "20"])).toBeUndefined();
    expect(await found([{ ...STAFF, unit_of_measure: "%" }, "10", "20"])).toBeUndefined();
    expect(await found([{ ...STAFF, subject: "dept" }, "10", "20"])).toBeUndefined();
  });

  it("needs exact values above zero for two years", async () => {
    expect(await found([STAFF, "10"])).toBeUndefined();
    expect(await found([STAFF, "0", "20"])).toBeUndefined();
    expect(await found([STAFF, "over 10", "20"])).toBeUndefined();
  });

  it("is never guessed: with two that could be it, nothing is divided", async () => {
    const model = await modelOf(
      firm([STAFF, "10", "20"], [{ ...STAFF, id: "heads", name_en: "Headcount" }, "9", "19"], [POWER, "50", "60"]),
    );
    expect(baseOf(model, "head")).toBeUndefined();
    expect(told(read(model, "power", "head"))).toEqual(["2019 50", "2020 60"]);
  });
});

describe("dividing", () => {
  it("begins an index with the first exact value above zero; bounds stay bounds", async () => {
    const model = await modelOf(firm([POWER, "over 40", "0", "50", "over 60", "-25"]));
    const reading = read(model, "power", "index");
    expect(told(reading)).toEqual(["2021 100.0", "2022 120.0", "2023 -50.00"]);
    expect(reading.trend[1].observation?.qualifier).toEqual(["over"]);
  });

  it("has no index where no value is above zero", async () => {
    expect(read(await modelOf(firm([POWER, "0", "-5"])), "power", "index").refusal).toBe("start");
  });

  it("has no value for a year without base, and needs two that have one", async () => {
    const gap = await modelOf(firm([STAFF, "10", "20", "40"], [POWER, "50", "60", "80", "90"]));
    expect(told(read(gap, "power", "head"))).toEqual(["2019 5.000", "2020 3.000", "2021 2.000"]);
    const one = await modelOf(firm([STAFF, "10", "20"], [POWER, "", "60", "80"]));
    const observations = one.pack.observations.map((o) => o.value);
    expect(observations).toEqual(["10", "20", "", "60", "80"]);
    expect(read(one, "power", "head").refusal).toBe("years");
  });
});
