import { describe, expect, it } from "vitest";
import { type Count, type Measures, measuresOf } from "../../graph/measures.ts";
import { BASES, GRADES, REPORT } from "../../graph/schema.ts";
import { select } from "../../graph/select.ts";
import { ask, descriptorOf, type Files, shippedModel, TINY, tinyModel, withRows, withText } from "../helpers.ts";

const tiny = async (files?: Files): Promise<Measures> => measuresOf(await tinyModel(files));
const counted = (counts: readonly Count[]) => Object.fromEntries(counts.map(({ value, n }) => [value, n]));
const sum = (counts: readonly Count[]): number => counts.reduce((total, { n }) => total + n, 0);

describe("the measures of a package", () => {
  it("count its alignments by each of their fields, values that nothing has with 0", async () => {
    const { alignments } = await tiny();
    expect(alignments.n).toBe(6);
    expect(counted(alignments.grade)).toEqual({ E0: 1, E1: 2, E2: 1, E3: 1, E4: 1, E5: 0 });
    expect(counted(alignments.basis)).toEqual({ stated: 2, curated: 4, suggested: 0 });
    expect(counted(alignments.level)).toEqual({ target: 5, goal: 1 });
    expect(counted(alignments.role)).toEqual({ "avoid-harm": 1, benefit: 1, contribute: 2, enable: 2, harm: 0 });
    expect(counted(alignments.polarity)).toEqual({ positive: 5, negative: 0, mixed: 1 });
    expect(counted(alignments.stage)).toEqual({ commitment: 1, action: 3, result: 2 });
  });

  it("keep the order of the schema", async () => {
    const { grade, basis } = (await tiny()).alignments;
    expect(grade.map((c) => c.value)).toEqual([...GRADES]);
    expect(basis.map((c) => c.value)).toEqual([...BASES]);
  });

  it("count entities by kind, prominence and whether they serve a goal", async () => {
    const { entities, kinds } = await tiny();
    expect(entities).toBe(11);
    expect(kinds.map((k) => k.kind)).toEqual(["units", "initiatives", "labs", "products", "partners", "kpis"]);
    expect(kinds[0]).toEqual({ kind: "units", n: 3, prominence: [1, 2, 0], aligned: 0, unaligned: 3 });
    expect(kinds[1]).toEqual({ kind: "initiatives", n: 3, prominence: [1, 2, 0], aligned: 2, unaligned: 1 });
    expect(kinds[3]).toEqual({ kind: "products", n: 2, prominence: [0, 1, 1], aligned: 2, unaligned: 0 });
  });

  it("tell two readers from one, with or without a note, and from a row that doesn't say", async () => {
    const row = (id: string, review: string) =>
      `${id},school,4.5,curated,enable,positive,direct,action,E1,2020,e1,${review}`;
    const { alignments } = await tiny(
      withRows("alignments.csv", row("b1", "two-readers"), row("b2", '"two-readers: 4.5, not 4.a"'), row("b3", "")),
    );
    expect(counted(alignments.readers)).toEqual({ "two-readers": 2, "one-reader": 6, none: 1 });
    // School and carbon lab are of prominence 3: a1, a2, a3, and the three rows above.
    expect(alignments.prominent).toEqual({ n: 6, twoReaders: 2 });
  });

  it("say who is responsible for what serves a goal: stated, read, itself, or not known", async () => {
    const { responsibility } = await tiny();
    expect(responsibility.n).toBe(5);
    expect(counted(responsibility.by)).toEqual({ stated: 1, curated: 1, suggested: 0, itself: 1, none: 2 });
  });

  it("take the surest relation where several name a unit, and none where a partner runs it", async () => {
    const { responsibility } = await tiny(
      withRows("relations.csv", "well,run_by,group,stated,,e1", "center,run_by,ngo,stated,,e1"),
    );
    expect(counted(responsibility.by)).toEqual({ stated: 2, curated: 0, suggested: 0, itself: 1, none: 2 });
  });

  it("count KPIs by result level, with target and baseline apart, and values by status", async () => {
    const { kpis, observations } = await tiny();
    expect(kpis).toMatchObject({ n: 1, withTarget: 0, withBaseline: 0 });
    expect(counted(kpis.level)).toEqual({ input: 0, activity: 0, output: 0, outcome: 1, impact: 0 });
    expect(observations.n).toBe(3);
    expect(counted(observations.status)).toEqual({ reported: 2, derived: 0, corrected: 0, missing: 1 });
  });

  it("take a target value of 0 for a target, since empty is not zero", async () => {
    const { kpis } = await tiny(withText("kpis.csv", "decrease,,,", "decrease,2018,0,2030"));
    expect(kpis).toMatchObject({ withTarget: 1, withBaseline: 1 });
  });

  it("list the tables that are there, with their rows and files, the framework last", async () => {
    const { tables } = await tiny();
    const rows = Object.fromEntries(tables.map((t) => [t.path, t.rows]));
    expect(rows).toMatchObject({ "alignments.csv": 6, "relations.csv": 6, "observations.csv": 3, "evidence.csv": 3 });
    expect(rows).toMatchObject({ "goals.csv": 17, "targets.csv": 169 });
    expect(tables.map((t) => t.name)).not.toContain("awards");
    expect(tables.slice(-2).map((t) => t.from)).toEqual(["framework", "framework"]);
  });

  it("list an entity table that the package brings along, under its own title", async () => {
    const header = TINY["partners.csv"].split("\n")[0];
    const { tables, kinds } = await tiny({
      "datapackage.json": descriptorOf(["sections", "evidence", "partners", "alignments", "policies!"]),
      "policies.csv": `${header}\ntravel,差旅,Travel policy,,,,,,2,e1\n`,
      "alignments.csv": `${TINY["alignments.csv"].split("\n")[0]}\np1,travel,13,curated,enable,positive,direct,action,E1,,e1,\n`,
    });
    expect(tables.find((t) => t.name === "policies")).toMatchObject({ rows: 1, path: "policies.csv", from: "report" });
    expect(tables.find((t) => t.name === "policies")?.table.about).toBe("Policies");
    expect(kinds.at(-1)).toMatchObject({ kind: "policies", aligned: 1 });
  });

  it("count the faults of the package by level", async () => {
    const { issues } = await tiny(withText("alignments.csv", "a1,school,4.4,stated", "a1,school,4.4,guessed"));
    expect(issues).toEqual({ errors: 1, warnings: 0 });
    expect((await tiny()).issues).toEqual({ errors: 0, warnings: 0 });
  });
});

describe("the measures of the shipped report", () => {
  it("add up, field by field", async () => {
    const { alignments, kinds, entities, kpis, observations, responsibility } = measuresOf(await shippedModel());
    const { grade, basis, level, role, polarity, stage, readers } = alignments;
    for (const counts of [grade, basis, level, role, polarity, stage, readers]) expect(sum(counts)).toBe(alignments.n);
    for (const k of kinds) {
      expect(k.prominence[0] + k.prominence[1] + k.prominence[2]).toBe(k.n);
      expect(k.aligned + k.unaligned).toBe(k.n);
    }
    expect(kinds.reduce((n, k) => n + k.n, 0)).toBe(entities);
    expect(kinds.reduce((n, k) => n + k.aligned, 0)).toBe(responsibility.n);
    expect(sum(responsibility.by)).toBe(responsibility.n);
    expect(sum(kpis.level)).toBe(kpis.n);
    expect(sum(observations.status)).toBe(observations.n);
  });

  it("are what the rows say", async () => {
    const model = await shippedModel();
    const { tables, alignments, issues } = measuresOf(model);
    const { pack } = model;
    expect(tables).toHaveLength(Object.keys(REPORT).length + 2);
    expect(tables.find((t) => t.name === "alignments")?.rows).toBe(pack.alignments.length);
    expect(counted(alignments.basis).suggested).toBe(0);
    expect(issues.errors).toBe(0);
  });

  it("lead to the same numbers in the table: what a count links to selects as many", async () => {
    const model = await shippedModel();
    const { alignments, kinds, responsibility } = measuresOf(model);
    const found = (change: Parameters<typeof ask>[0]) => select(model, ask({ all: true, ...change }));
    expect(found({}).alignments).toBe(alignments.n);
    for (const { value, n } of alignments.grade) {
      if (n > 0) expect(found({ grade: [value] }).alignments, value).toBe(n);
    }
    for (const { value, n } of alignments.basis) {
      if (n > 0) expect(found({ basis: [value] }).alignments, value).toBe(n);
    }
    expect(found({ target: ["none"] }).alignments).toBe(counted(alignments.level).goal);
    for (const { kind, aligned, unaligned } of kinds) {
      if (aligned > 0) expect(found({ kind: [kind] }).entities, kind).toBe(aligned);
      if (unaligned > 0) expect(found({ kind: [kind], goal: ["none"] }).entities, kind).toBe(unaligned);
    }
    expect(found({ unit: ["none"] }).entities).toBe(counted(responsibility.by).none);
  });
});
