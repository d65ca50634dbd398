import Papa from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";
import type { Model } from "../../graph/build.ts";
import { toCsv } from "../../graph/csv.ts";
import {
  type Column,
  listAlignments,
  listEntities,
  nextSort,
  sheetOf,
  sortRows,
  type Wording,
  yearSpans,
} from "../../graph/listing.ts";
import { EMPTY, type Language, type Query } from "../../graph/query.ts";
import { select } from "../../graph/select.ts";
import { unitsOf } from "../../graph/units.ts";
import { modelOf, shippedModel, type Tables } from "../helpers.ts";

/** Words that name themselves, so a test shows which word was taken. */
const echo = new Proxy({}, { get: (_, word) => String(word) }) as Record<string, string>;
const wording = (language: Language): Wording => ({
  language,
  words: {
    table: echo as Wording["words"]["table"],
    kind: { initiatives: "Initiative", units: "Unit" },
    basisShort: echo,
    grade: { E0: "mentioned", E1: "named", E3: "outputs" },
    role: echo,
    polarity: echo,
    stage: echo,
    panel: { page: (page) => `p. ${page}`, lines: (lines) => `lines ${lines}` },
  },
});
const english = wording("en");

const entity = (id: string, name_zh: string, name_en: string, more: Record<string, string> = {}) => ({
  id,
  name_zh,
  name_en,
  prominence: "2",
  evidence: "e1",
  ...more,
});
const alignment = (
  entity: string,
  object: string,
  grade: string,
  years: string,
  more: Record<string, string> = {},
) => ({
  id: `${entity}--${object}`,
  entity,
  object,
  grade,
  years,
  basis: "stated",
  role: "enable",
  polarity: "positive",
  directness: "direct",
  stage: "action",
  evidence: "e1",
  ...more,
});
const run = (from: string, to: string, years = "") => ({
  from,
  relation: "run_by",
  to,
  years,
  basis: "stated",
  evidence: "e1",
});

const TABLES: Tables = {
  sections: [{ id: "s1", title_zh: "一", title_en: "One", first_line: "1", last_line: "9" }],
  evidence: [
    { id: "e1", section: "s1", lines: "1-2", page: "7", says_zh: "一", says_en: "One", tokens: "10万" },
    { id: "e2", section: "s1", lines: "3", says_zh: "二", says_en: "Two", tokens: "甲" },
  ],
  units: [entity("top", "总部", "Head office"), entity("below", "部门", "Department", { parent: "top" })],
  initiatives: [
    entity("lesson", "课堂", "Classroom", { since: "2019-05" }),
    entity("flood", "防洪", "Flood relief"),
    entity("formula", "=1+1", "=1+1"),
    entity("quiet", "安静", "Quiet"),
    entity("aside", "顺带", "Aside", { prominence: "1" }),
  ],
  alignments: [
    alignment("lesson", "4.4", "E1", "2019|2020|2021"),
    alignment("flood", "13", "E3", "2018|2020", { polarity: "mixed", stage: "result", evidence: "e1|e2" }),
    alignment("flood", "11.5", "E1", "", { basis: "curated" }),
    alignment("formula", "4", "E0", "2021", { stage: "commitment" }),
    alignment("below", "4.4", "E1", "2021"),
    alignment("aside", "1", "E0", "2020"),
  ],
  relations: [
    run("lesson", "below", "2019"),
    run("lesson", "below", "2020"),
    run("lesson", "top"),
    run("formula", "below"),
  ],
};

let model: Model;
let shipped: Model;
beforeAll(async () => {
  model = await modelOf(TABLES);
  shipped = await shippedModel();
});

const alignmentsOf = (query: Partial<Query> = {}, words = english) =>
  listAlignments(model, select(model, { ...EMPTY, ...query }), words);
const entitiesOf = (query: Partial<Query> = {}, words = english) =>
  listEntities(model, select(model, { ...EMPTY, ...query }), words);
const ids = (rows: { id: string }[]) => rows.map((row) => row.id);
const cells = <R>(row: R, columns: Column<R>[]) => Object.fromEntries(columns.map((c) => [c.key, c.text(row)]));

describe("the table of alignments", () => {
  it("lists the selected alignments in the order of the package", () => {
    expect(ids(alignmentsOf().rows)).toEqual(["lesson--4.4", "flood--13", "flood--11.5", "formula--4", "below--4.4"]);
    expect(ids(alignmentsOf({ goal: ["4"], grade: ["E1"] }).rows)).toEqual(["lesson--4.4", "below--4.4"]);
    expect(ids(alignmentsOf({ all: true }).rows)).toContain("aside--1");
  });

  it("says everything of a row in words", () => {
    const { rows, columns } = alignmentsOf();
    expect(cells(rows[0], columns)).toEqual({
      id: "lesson--4.4",
      entity: "Classroom",
      kind: "Initiative",
      goal: "4",
      object: expect.stringMatching(/^4\.4 \p{L}/u),
      unit: "Department; Head office",
      years: "2019–2021",
      basis: "stated",
      grade: "E1 named",
      role: "enable",
      stage: "action",
      source: "p. 7, lines 1-2",
    });
    const flood = cells(rows[1], columns);
    expect(flood.role).toBe("enable (mixed)");
    expect(flood.source).toBe("p. 7, lines 1-2; lines 3");
    expect(flood.unit).toBe("");
  });

  it("speaks the reader's language", () => {
    const { rows, columns } = alignmentsOf({}, wording("zh"));
    expect(cells(rows[0], columns)).toMatchObject({ entity: "课堂", unit: "部门; 总部" });
  });
});

describe("the table of entities", () => {
  it("sums up the selected alignments of each entity", () => {
    const { rows, columns } = entitiesOf();
    expect(ids(rows)).toEqual(["below", "lesson", "flood", "formula"]);
    expect(cells(rows[2], columns)).toMatchObject({ goals: "11; 13", count: "2", best: "E3 outputs", since: "" });
    expect(cells(rows[1], columns)).toMatchObject({ kind: "Initiative", since: "2019-05" });
    expect(cells(entitiesOf({ goal: ["11"] }).rows[0], columns)).toMatchObject({
      entity: "Flood relief",
      goals: "11",
      count: "1",
      best: "E1 named",
    });
  });

  it("shows entities that follow without alignment, with nothing made up", () => {
    const { rows, columns } = entitiesOf({ related: true });
    const top = rows.find((row) => row.id === "top")!;
    expect(cells(top, columns)).toMatchObject({ goals: "", count: "0", best: "", unit: "" });
  });
});

describe("the units of an entity", () => {
  it("are those that run it, each once", () => {
    expect(ids(unitsOf(model, "lesson"))).toEqual(["below", "top"]);
    expect(unitsOf(model, "flood")).toEqual([]);
  });

  it("are for a unit the one above it", () => {
    expect(ids(unitsOf(model, "below"))).toEqual(["top"]);
    expect(unitsOf(model, "top")).toEqual([]);
  });
});

describe("sorting", () => {
  const sorted = (sort: string, words = english) => ids(sortRows(alignmentsOf({}, words), sort, words.language));

  it("leaves the rows as they are without a sort, or by a column that isn't there", () => {
    const own = ids(alignmentsOf().rows);
    expect(sorted("")).toEqual(own);
    expect(sorted("nothing")).toEqual(own);
    expect(sorted("-")).toEqual(own);
  });

  it("is stable both ways", () => {
    expect(sorted("grade")).toEqual(["formula--4", "lesson--4.4", "flood--11.5", "below--4.4", "flood--13"]);
    expect(sorted("-grade")).toEqual(["flood--13", "lesson--4.4", "flood--11.5", "below--4.4", "formula--4"]);
  });

  it("keeps the unknown last both ways", () => {
    expect(sorted("years").at(-1)).toBe("flood--11.5");
    expect(sorted("-years").at(-1)).toBe("flood--11.5");
    expect(sorted("unit").slice(-2)).toEqual(["flood--13", "flood--11.5"]);
    expect(sorted("-unit").slice(-2)).toEqual(["flood--13", "flood--11.5"]);
  });

  it("sorts years by the latest, then by how far they reach back", () => {
    expect(sorted("-years")).toEqual(["lesson--4.4", "formula--4", "below--4.4", "flood--13", "flood--11.5"]);
  });

  it("sorts goals and targets in the framework's order, a goal before its targets", () => {
    expect(sorted("object")).toEqual(["formula--4", "lesson--4.4", "below--4.4", "flood--11.5", "flood--13"]);
  });

  it("sorts stages by how far they come", () => {
    expect(sorted("-stage")[0]).toBe("flood--13");
    expect(sorted("-stage").at(-1)).toBe("formula--4");
  });

  it("sorts Chinese names by their reading, English ones by the alphabet", () => {
    const names = (sort: string, words: Wording) =>
      sortRows(entitiesOf({ goal: [], all: true }, words), sort, words.language).map((row) => row.id);
    // bùmén, fánghóng, kètáng, shùndài
    expect(names("entity", wording("zh")).filter((id) => id !== "formula")).toEqual([
      "below",
      "flood",
      "lesson",
      "aside",
    ]);
    expect(names("entity", english).filter((id) => id !== "formula")).toEqual(["aside", "lesson", "below", "flood"]);
  });

  it("leaves the listing itself untouched", () => {
    const listing = alignmentsOf();
    sortRows(listing, "-grade", "en");
    expect(ids(listing.rows)).toEqual(ids(alignmentsOf().rows));
  });

  it("goes through a column's natural direction, the other one, and none", () => {
    const { columns } = alignmentsOf();
    const grade = columns.find((c) => c.key === "grade")!;
    const name = columns.find((c) => c.key === "entity")!;
    expect([nextSort(grade, ""), nextSort(grade, "-grade"), nextSort(grade, "grade")]).toEqual(["-grade", "grade", ""]);
    expect([nextSort(name, "-grade"), nextSort(name, "entity"), nextSort(name, "-entity")]).toEqual([
      "entity",
      "-entity",
      "",
    ]);
  });
});

describe("years", () => {
  it("are drawn together where they follow each other", () => {
    expect(yearSpans([])).toBe("");
    expect(yearSpans(["2020"])).toBe("2020");
    expect(yearSpans(["2021", "2019", "2020", "2017"])).toBe("2017, 2019–2021");
  });
});

describe("CSV", () => {
  const column = (key: string): Column<string[]> => ({
    key,
    title: key,
    text: (row) => row[Number(key)],
    sort: () => undefined,
  });
  const csv = (row: string[]) =>
    toCsv(
      sheetOf(
        "rows",
        [row],
        row.map((_, i) => column(String(i))),
      ),
    );

  it("escapes what a spreadsheet would take for a formula", () => {
    for (const cell of ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "=1\n+2"]) {
      expect(Papa.parse<string[]>(csv([cell, "x"]).slice(1)).data[1]).toEqual([`'${cell}`, "x"]);
    }
    expect(csv(["2019–2021", "a=b", "", "0"])).toContain("2019–2021,a=b,,0\r\n");
  });

  it("quotes separators, quotes and line breaks, and begins with a byte order mark", () => {
    expect(csv(["a,b", 'say "x"', "1\n2", "中文"])).toBe('\uFEFF0,1,2,3\r\n"a,b","say ""x""","1\n2",中文\r\n');
  });

  it("holds every row in the order given, under the columns' titles", () => {
    const listing = alignmentsOf();
    const text = toCsv(sheetOf("rows", sortRows(listing, "-grade", "en"), listing.columns));
    const { data } = Papa.parse<Record<string, string>>(text.slice(1).trimEnd(), { header: true });
    expect(data.map((row) => row.id)).toEqual(ids(sortRows(listing, "-grade", "en")));
    expect(data.find((row) => row.id === "formula--4")!.entity).toBe("'=1+1");
  });
});

describe("the shipped report", () => {
  const selected = (query: Partial<Query>) => select(shipped, { ...EMPTY, ...query });

  it("has as many rows as the selection counts", () => {
    for (const query of [{}, { all: true }, { goal: ["4"], year: ["2020"] }, { related: true }] as Partial<Query>[]) {
      const selection = selected(query);
      expect(listAlignments(shipped, selection, english).rows).toHaveLength(selection.alignments);
      expect(listEntities(shipped, selection, english).rows).toHaveLength(selection.entities);
    }
  });

  it("fills every cell that can't be unknown, in both languages", () => {
    for (const language of ["en", "zh"] as const) {
      const { rows, columns } = listAlignments(shipped, selected({ all: true }), wording(language));
      const known = columns.filter((c) => c.key !== "unit" && c.key !== "years");
      const empty = rows.flatMap((row) => known.filter((c) => !c.text(row)).map((c) => `${c.key} of ${row.id}`));
      expect(empty).toEqual([]);
    }
  });

  it("sorts by every column without losing a row", () => {
    const selection = selected({ all: true });
    const check = <R extends { id: string }>(listing: { rows: R[]; columns: Column<R>[] }) => {
      const all = ids(listing.rows).sort();
      for (const { key } of listing.columns) {
        for (const sort of [key, `-${key}`]) expect(ids(sortRows(listing, sort, "zh")).sort()).toEqual(all);
      }
    };
    check(listAlignments(shipped, selection, wording("zh")));
    check(listEntities(shipped, selection, wording("zh")));
  });
});
