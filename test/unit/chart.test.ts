import { describe, expect, it } from "vitest";
import { chartOf, withoutLogarithm } from "../../graph/chart.ts";
import { type Point, valueText } from "../../graph/series.ts";

/** A trend of yearly values from 2018; `undefined` is a gap. */
const trend = (...values: (number | undefined)[]): Point[] =>
  values.map((value, i) => ({
    period: String(2018 + i),
    at: 2019 + i,
    value,
    observation: value === undefined ? undefined : ({ value: String(value), qualifier: [] } as never),
  }));
const draw = (points: readonly Point[], scale: "linear" | "log" = "linear", width = 340) =>
  chartOf(points, { width, height: 112, scale, valueText, periodText: (period) => period });

describe("a chart of a trend", () => {
  it("has a linear axis from zero: half the value is half as high", () => {
    const { marks, floor } = draw(trend(50, 100));
    expect(floor - marks[0].y!).toBeCloseTo((floor - marks[1].y!) / 2);
  });

  it("keeps zero in sight between negative and positive values", () => {
    const { marks, axis } = draw(trend(-10, 10));
    expect(axis).toEqual([{ y: (marks[0].y! + marks[1].y!) / 2, text: "0" }]);
  });

  it("draws equal steps of a logarithmic axis for equal factors", () => {
    const { marks, axis } = draw(trend(1, 10, 100), "log");
    const [first, second, third] = marks.map((m) => m.y!);
    expect(first - second).toBeCloseTo(second - third);
    expect(axis.map((a) => a.text)).toEqual(["1", "100"]);
  });

  it("refuses a logarithmic axis for zero and below, and names the values", () => {
    for (const values of [
      [0, 5],
      [-1, 5],
    ]) {
      expect(withoutLogarithm(trend(...values)).map((p) => p.period)).toEqual(["2018"]);
      expect(draw(trend(...values), "log")).toEqual(draw(trend(...values), "linear"));
    }
    expect(withoutLogarithm(trend(undefined, 5, 6)), "a gap is not zero").toEqual([]);
  });

  it("lifts the line over a gap", () => {
    const { line, marks } = draw(trend(1, 2, undefined, 4, 5));
    expect(line.match(/M/g)).toHaveLength(2);
    expect(marks[2].y).toBeUndefined();
  });

  it("stands equal values, and zeros, on the chart", () => {
    for (const chart of [draw(trend(5, 5), "log"), draw(trend(0, 0)), draw(trend(5, 5))]) {
      for (const { y } of chart.marks) expect(y).toBeGreaterThan(0);
      for (const { y } of chart.marks) expect(y).toBeLessThan(chart.height);
    }
  });

  it("labels what there is room for, the ends first", () => {
    const many = draw(trend(...Array.from({ length: 30 }, (_, i) => 1_000_000 + i)));
    const labelled = many.marks.filter((m) => m.value !== "");
    expect(labelled.length).toBeLessThan(8);
    expect([many.marks[0].value, many.marks[29].value]).toEqual(["1000000", "1000029"]);
    expect(draw(trend(1, 2, 3)).marks.map((m) => m.value)).toEqual(["1", "2", "3"]);
  });
});
