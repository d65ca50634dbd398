import { describe, expect, it } from "vitest";
import type { Model, Node } from "../../graph/build.ts";
import type { Kpi } from "../../graph/schema.ts";
import { changeOf, joinGaps, remarksOf, rowsOf, seriesOf, trendOf, verdictOf } from "../../graph/series.ts";
import { shippedModel, TINY, tinyModel } from "../helpers.ts";

const nodeOf = (model: Model, id: string): Node => model.node.get(id)!;

/** The small package with these observations of its KPI instead of its own. */
const observed = (...rows: string[]) => {
  const [header] = TINY["observations.csv"].split("\n");
  return tinyModel({ "observations.csv": [header, ...rows.map((r) => `pue,${r}`)].join("\n") });
};
const series = async (...rows: string[]) => {
  const model = await observed(...rows);
  return seriesOf(model, nodeOf(model, "pue"));
};
const printed = (points: readonly { period: string; value: number | undefined }[] | undefined) =>
  points?.map((p) => `${p.period} ${p.value ?? "–"}`);

describe("a series", () => {
  it("keeps zero as a value and a missing one as none", async () => {
    const model = await tinyModel();
    expect(printed(seriesOf(model, nodeOf(model, "pue")))).toEqual(["2019 1.32", "2020 0", "2021 –"]);
  });

  it("reads thousands as printed and stands in the order of time", async () => {
    expect(
      printed(await series('2020,"1,009,890",,reported,e3,', "2018,12,,reported,e3,", "2018-06,3,,reported,e3,")),
    ).toEqual(["2018-06 3", "2018 12", "2019 –", "2020 1009890"]);
  });

  it("has a point for each year left out, none for a running total", async () => {
    expect(printed(await series("2017,1,,reported,e3,", "2020,2,,reported,e3,"))).toEqual([
      "2017 1",
      "2018 –",
      "2019 –",
      "2020 2",
    ]);
    expect(await series("2017,1,cumulative,reported,e3,", "2020,2,cumulative,reported,e3,")).toHaveLength(2);
    expect(await series()).toEqual([]);
  });
});

describe("a trend", () => {
  const trend = async (...rows: string[]) => printed(trendOf(await series(...rows)));

  it("takes values of one nature and one length of period", async () => {
    expect(await trend("2018,1,,reported,e3,", "2019,2,,reported,e3,", "2020-12,9,,reported,e3,")).toEqual([
      "2018 1",
      "2019 2",
    ]);
    expect(await trend("2019,1,,reported,e3,", "2020,2,planned,reported,e3,")).toBeUndefined();
    expect(await trend("2019,1,over,reported,e3,", "2020,2,about,reported,e3,")).toEqual(["2019 1", "2020 2"]);
  });

  it("compares running totals whatever their dates", async () => {
    expect(await trend("2019,1,cumulative,reported,e3,", "2020-12-31,2,over|cumulative,reported,e3,")).toEqual([
      "2019 1",
      "2020-12-31 2",
    ]);
  });

  it("keeps gaps, at its ends too", async () => {
    expect(await trend("2017,,,missing,e3,", "2018,1,,reported,e3,", "2020,2,,derived,e3,")).toEqual([
      "2017 –",
      "2018 1",
      "2019 –",
      "2020 2",
    ]);
  });

  it("needs values at two points of time", async () => {
    expect(await trend("2020,50,at-least,reported,e3,", "2020,70,up-to,reported,e3,")).toBeUndefined();
    expect(await trend("2019,,,missing,e3,", "2020,2,,reported,e3,")).toBeUndefined();
    expect(await trend()).toBeUndefined();
  });

  it("tells its change in percent, of percentages in points, and of bounds not at all", async () => {
    const change = async (unit: string, ...rows: string[]) => changeOf(trendOf(await series(...rows))!, unit);
    const [first, last] = ["2018,1.37,average,corrected,e3,", "2020,1.32,average,corrected,e3,"];
    expect(await change("1", first, last)).toEqual({ amount: -3.6, inPoints: false, from: "2018", to: "2020" });
    expect(await change("%", "2018,0,,reported,e3,", "2019,12.5,,reported,e3,")).toEqual({
      amount: 12.5,
      inPoints: true,
      from: "2018",
      to: "2019",
    });
    expect(await change("吨", "2018,10,over,reported,e3,", "2019,12,,reported,e3,")).toBeUndefined();
    expect(
      await change("吨", "2018,0,,reported,e3,", "2019,12,,reported,e3,"),
      "nothing divides by zero",
    ).toBeUndefined();
  });
});

describe("what a trend says", () => {
  const kpi = (direction: string) => ({ direction }) as Kpi;
  const verdict = async (direction: string, ...rows: string[]) => {
    const trend = trendOf(await series(...rows))!;
    return verdictOf(kpi(direction), trend, changeOf(trend, "吨"));
  };
  const [low, high] = ["2019,10,,reported,e3,", "2020,12,,reported,e3,"];

  it("is better or worse by the direction of the KPI, and neither where no way is better", async () => {
    expect(await verdict("increase", low, high)).toBe("better");
    expect(await verdict("decrease", low, high)).toBe("worse");
    expect(await verdict("decrease", "2019,12,,reported,e3,", "2020,10,,reported,e3,")).toBe("better");
    expect(await verdict("neutral", low, high)).toBeUndefined();
    expect(await verdict("increase", low, "2020,10,,reported,e3,")).toBe("unchanged");
  });

  it("is nothing for bounds, and for running totals, which can only grow", async () => {
    expect(await verdict("increase", "2019,10,over,reported,e3,", "2020,12,over,reported,e3,")).toBeUndefined();
    const total = ["2019,10,cumulative,reported,e3,", "2020,12,cumulative,reported,e3,"];
    expect(await verdict("increase", ...total)).toBeUndefined();
  });

  it("counts from the first exact value, and row by row from the one before", async () => {
    const trend = trendOf(await series("2018,5,over,reported,e3,", low, high))!;
    expect(changeOf(trend, "吨")).toEqual({ amount: 20, inPoints: false, from: "2019", to: "2020" });
    expect(rowsOf(trend, "吨").map((r) => r.change?.amount)).toEqual([undefined, undefined, 20]);
  });

  it("lists years without a value as one row, missing values by themselves", async () => {
    const all = await series("2010,1,,reported,e3,", "2014,,,missing,e3,lost", "2016,3,,reported,e3,");
    expect(all.map((p) => p.period)).toEqual(["2010", "2011", "2012", "2013", "2014", "2015", "2016"]);
    expect(joinGaps(all).map((p) => p.period)).toEqual(["2010", "2011/2013", "2014", "2015", "2016"]);
  });

  it("gives each reason once, for all values that share it", async () => {
    const all = await series(
      "2018,1,,corrected,e3,moved",
      "2019,2,,corrected,e3,moved",
      "2020,3,,derived,e3,1 + 2",
      "2021,4,,reported,e3,as printed",
    );
    expect(remarksOf(all)).toEqual([
      { periods: ["2018", "2019"], status: "corrected", note: "moved" },
      { periods: ["2020"], status: "derived", note: "1 + 2" },
    ]);
  });
});

describe("the shipped report", () => {
  it("has the data centres' PUE as a trend of three years, corrected", async () => {
    const model = await shippedModel();
    const trend = trendOf(seriesOf(model, nodeOf(model, "a3-dc-average-pue")));
    expect(trend?.map((p) => [p.period, p.observation?.value, p.observation?.status])).toEqual([
      ["2018", "1.37", "corrected"],
      ["2019", "1.35", "corrected"],
      ["2020", "1.32", "corrected"],
    ]);
  });
});
