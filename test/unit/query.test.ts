import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Model } from "../../graph/build.ts";
import {
  clearFilters,
  EMPTY,
  formatQuery,
  isFiltered,
  parseQuery,
  type Query,
  reportName,
  toggleValue,
} from "../../graph/query.ts";
import { arbTables, ask, modelOf, someQueries, tinyModel } from "../helpers.ts";

const parse = async (search: string) => parseQuery(search, await tinyModel());

/** What a browser makes of the search part of an address. */
const throughBrowser = (search: string): string => new URL(search, "https://example.org/app/").search;

const expectRoundTrip = (query: Query, model: Model) => {
  const search = formatQuery(query);
  expect(parseQuery(search, model)).toEqual({ query, unknown: [] });
  expect(parseQuery(throughBrowser(search), model)).toEqual({ query, unknown: [] });
};

/** One value that is not the default for each field of the query. */
const ONE_OF_EACH: Query = {
  report: "another-2021",
  goal: ["4", "13"],
  target: ["4.4", "4.a"],
  year: ["2020", "none"],
  unit: ["dept", "carbon-lab"],
  kind: ["initiatives", "labs"],
  basis: ["stated"],
  grade: ["E0", "E3"],
  q: "碳 中和 & 50% + a=b, c/d:e #1?",
  focus: "school",
  steps: 2,
  item: "a1",
  view: "table",
  lang: "zh",
  all: true,
  related: true,
  hide: true,
  rows: "entities",
  sort: "-grade",
  by: "year",
  of: "4",
  group: "rule",
  rule: "G03",
  scale: "log",
  per: "head",
  from: "school",
  to: "4",
  via: "labs",
  against: "year=2019&goal=4,13",
};

describe("the address of a query", { timeout: 60_000 }, () => {
  it("is empty for the query that asks for nothing", async () => {
    expect(formatQuery(EMPTY)).toBe("");
    expect(await parse("")).toEqual({ query: EMPTY, unknown: [] });
    expect(await parse("?")).toEqual({ query: EMPTY, unknown: [] });
  });

  it("names a report only by a folder that can't leave the data", async () => {
    for (const name of ["../secret", "a/b", "https:", "", "A", "-a", "a--b"]) {
      const { query, unknown } = await parse(`?report=${encodeURIComponent(name)}`);
      expect(query.report).toBe("");
      expect(unknown).toEqual(name ? [{ field: "report", value: name }] : []);
      expect(reportName(`?goal=4&report=${name}`)).toBe("tencent-2020");
    }
  });

  it("is short and readable", () => {
    expect(formatQuery(ask({ goal: ["4", "13"], year: ["2020"], all: true }))).toBe("?goal=4,13&year=2020&all=1");
    expect(decodeURI(formatQuery(ask({ q: "碳中和" })))).toBe("?q=碳中和");
  });

  it.each(Object.keys(EMPTY) as (keyof Query)[])("gives back the field %s, alone", async (field) => {
    const query = ask({ [field]: ONE_OF_EACH[field] });
    expect(query).not.toEqual(EMPTY);
    expect(formatQuery(query)).toMatch(new RegExp(`^\\?${field}=[^&]+$`));
    expectRoundTrip(query, await tinyModel());
  });

  it("gives back all fields together", async () => {
    expectRoundTrip(ONE_OF_EACH, await tinyModel());
  });

  it("gives back any query of any report, ids with commas, spaces, &, +, % and Chinese among them", async () => {
    await fc.assert(
      fc.asyncProperty(arbTables, fc.integer(), async (tables, seed) => {
        const model = await modelOf(tables);
        for (const query of someQueries(model, seed)) expectRoundTrip(query, model);
      }),
    );
  });
});

describe("reading an address", () => {
  it("reports an unknown field, and leaves it out", async () => {
    expect(await parse("?goal=4&colour=red%20ish&__proto__=1")).toEqual({
      query: ask({ goal: ["4"] }),
      unknown: [
        { field: "colour", value: "red ish" },
        { field: "__proto__", value: "1" },
      ],
    });
  });

  it.each<[string, Partial<Query>, string, string]>([
    ["?goal=4,18", { goal: ["4"] }, "goal", "18"],
    ["?target=4.4,4.99", { target: ["4.4"] }, "target", "4.99"],
    ["?year=1999", {}, "year", "1999"],
    ["?unit=dept,%E9%83%A8%2C%20x", { unit: ["dept"] }, "unit", "部, x"],
    ["?kind=goals", {}, "kind", "goals"],
    ["?basis=guessed,stated", { basis: ["stated"] }, "basis", "guessed"],
    ["?grade=E9", {}, "grade", "E9"],
    ["?focus=nowhere", {}, "focus", "nowhere"],
    ["?focus=a1", {}, "focus", "a1"],
    ["?steps=3", {}, "steps", "3"],
    ["?item=gone", {}, "item", "gone"],
    ["?view=pie", {}, "view", "pie"],
    ["?lang=fr", {}, "lang", "fr"],
    ["?all=yes", {}, "all", "yes"],
    ["?rows=columns", {}, "rows", "columns"],
  ])("reports the unknown value of %s, and keeps the rest", async (search, query, field, value) => {
    expect(await parse(search)).toEqual({ query: ask(query), unknown: [{ field, value }] });
  });

  it("puts values in the order of the facet and drops repeated ones, so one query has one address", async () => {
    const { query } = await parse("?goal=13,4,13&goal=&grade=E3,E0,E3");
    expect(query).toEqual(ask({ grade: ["E0", "E3"] }));
    expect((await parse("?goal=13,4,13")).query.goal).toEqual(["4", "13"]);
  });

  it("reads + and %20 as spaces, and drops those around a text", async () => {
    expect((await parse("?q=+rural+school%20")).query.q).toBe("rural school");
    expect((await parse("?q=1%2B1")).query.q).toBe("1+1");
  });

  it("reads an address within the address, escaped or not", async () => {
    for (const search of ["?against=year=2019", "?against=year%3D2019"]) {
      expect((await parse(search)).query.against).toBe("year=2019");
    }
    expect((await parse("?q=a=b&goal")).query.q).toBe("a=b");
  });

  it("never throws, and what it understood survives another round", async () => {
    const model = await tinyModel();
    const arbPart = fc.tuple(
      fc.constantFrom(...Object.keys(EMPTY), "x", ""),
      fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("4,,13", "%", "%E4%", "none", "1", "school", "a1")),
    );
    fc.assert(
      fc.property(fc.array(arbPart, { maxLength: 4 }), (parts) => {
        const { query } = parseQuery(`?${parts.map((p) => p.join("=")).join("&")}`, model);
        expectRoundTrip(query, model);
      }),
    );
  });
});

describe("changing a query", () => {
  it("switches one value of a facet and leaves the others", () => {
    const two = toggleValue(toggleValue(EMPTY, "goal", "4"), "goal", "13");
    expect(two).toEqual(ask({ goal: ["4", "13"] }));
    expect(toggleValue(two, "goal", "4")).toEqual(ask({ goal: ["13"] }));
    expect(EMPTY.goal).toEqual([]);
  });

  it("clears every filter and keeps how things are shown", () => {
    const cleared = clearFilters(ONE_OF_EACH);
    expect(isFiltered(cleared)).toBe(false);
    const { goal, target, year, unit, kind, basis, grade, q, focus, steps, ...kept } = ONE_OF_EACH;
    expect(cleared).toEqual(ask(kept));
  });

  it.each(["goal", "target", "year", "unit", "kind", "basis", "grade", "q", "focus"] as const)(
    "%s filters",
    (field) => {
      expect(isFiltered(ask({ [field]: ONE_OF_EACH[field] }))).toBe(true);
    },
  );

  it.each(["report", "item", "view", "lang", "all", "related", "hide", "rows", "sort", "steps"] as const)(
    "%s alone filters nothing",
    (field) => {
      expect(isFiltered(ask({ [field]: ONE_OF_EACH[field] }))).toBe(false);
    },
  );
});
