import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { type Audit, audit } from "../../graph/audit.ts";
import { agrees, formulasIn } from "../../graph/equations.ts";
import { readPackage } from "../../graph/package.ts";
import { type Files, fileSource, filesOf, ROOT, SHIPPED, sdgSource, type Tables } from "../helpers.ts";

const TEXT = [
  "A report of the Well Trust",
  "The ＷＥＬＬ Fund gave 1,200 litres to 40 people and kept 300 litres.",
  "",
  "Green wells and the Deep",
  "",
  "Water Lab were founded in 2019.",
  "Litres given in 2019: 800. A head: 30.0. Growth: 50",
  ...Array.from({ length: 43 }, (_, i) => `Line ${i + 8}`),
].join("\n");

const entity = (id: string, name: string, evidence: string, more: Record<string, string> = {}) => ({
  ...{ id, name_zh: `无名 ${id}`, name_en: name, prominence: "2", evidence },
  ...more,
});
const kpi = (id: string, more: Record<string, string> = {}) =>
  entity(id, `Figure ${id}`, "gift", {
    ...{ subject: "fund", unit_of_measure: "litre", result_level: "output", direction: "increase" },
    ...more,
  });
const observation = (kpi: string, period: string, value: string, more: Record<string, string> = {}) => ({
  ...{ kpi, period, value, status: "reported", evidence: "gift|year" },
  ...more,
});
const evidence = (id: string, lines: string, tokens: string, more: Record<string, string> = {}) => ({
  ...{ id, section: "wells", lines, page: "3", tokens, says_zh: "有。", says_en: "It is there." },
  ...more,
});

/** A sound package: every rule has a record to look at, and none finds anything. */
const SOUND: Tables = {
  sections: [
    { id: "all", title_zh: "全", title_en: "All", first_page: "1", last_page: "9", first_line: "1", last_line: "50" },
    {
      ...{ id: "wells", parent: "all", title_zh: "井", title_en: "Wells" },
      ...{ first_page: "2", last_page: "4", first_line: "2", last_line: "48" },
    },
  ],
  evidence: [
    evidence("gift", "2", "1,200 litres|40 people"),
    evidence("labs", "4-6", "Deep|Water Lab", { page: "3-4" }),
    evidence("year", "7", "2019", { page: "" }),
  ],
  initiatives: [
    entity("fund", "Well fund", "gift"),
    entity("green", "Wells in green", "labs", { aliases: "Greenwells" }),
  ],
  labs: [entity("lab", "Deep Water Lab", "labs")],
  kpis: [kpi("given", { target_value: "300" }), kpi("kept"), kpi("both"), kpi("people"), kpi("each"), kpi("growth")],
  observations: [
    observation("given", "2019", "800"),
    observation("given", "2020", "1,200"),
    observation("kept", "2020", "300", { status: "corrected", note: "Printed under people" }),
    observation("both", "2020", "1,500", { status: "derived", note: "Given 1,200 + kept 300" }),
    observation("people", "2020", "40"),
    observation("people", "2019", "", { status: "missing", note: "Not printed" }),
    observation("each", "2020", "30.0"),
    observation("growth", "2020", "50"),
  ],
  milestones: [{ id: "m", date: "2019", title_zh: "始", title_en: "Start", entities: "lab", evidence: "labs" }],
  alignments: [
    {
      ...{ id: "fund--6-1", entity: "fund", object: "6.1", basis: "curated", role: "benefit", polarity: "positive" },
      ...{ directness: "direct", stage: "result", grade: "E3", years: "2020", evidence: "gift" },
    },
  ],
  relations: [{ from: "green", relation: "part_of", to: "fund", basis: "curated", evidence: "labs" }],
};
const CHECKS: readonly object[] = [
  { sum: ["given", "kept"], of: "both" },
  { ratio: ["given", "people"], of: "each" },
  { growth: "given", of: "growth" },
];

/** The sound package with cells of one row changed. */
const withCells = (table: string, row: number, cells: Record<string, string>): Tables => ({
  ...SOUND,
  [table]: SOUND[table].map((r, i) => (i === row - 2 ? { ...r, ...cells } : r)),
});

async function auditOf(tables: Tables, checks: unknown = CHECKS, text = TEXT): Promise<Audit> {
  const files: Files = filesOf(tables);
  files["datapackage.json"] = JSON.stringify({ ...JSON.parse(files["datapackage.json"]!), checks });
  return audit(await readPackage(async (path) => files[path], sdgSource), text);
}

/** The findings as `rule file:row column name`. */
const places = ({ findings }: Audit) =>
  findings.map((i) => [i.rule, i.row ? `${i.file}:${i.row}` : i.file, i.column, i.value].filter(Boolean).join(" "));

describe("a grounded package", () => {
  it("has no findings, and every record is counted", async () => {
    const result = await auditOf(SOUND);
    expect(result.findings).toEqual([]);
    expect(result).toMatchObject({ records: 28, ungrounded: 0 });
  });

  it("may come with text of any line ends", async () => {
    expect(places(await auditOf(SOUND, CHECKS, `${TEXT.replaceAll("\n", "\r\n")}\r\n`))).toEqual([]);
  });
});

describe("each rule finds what breaks it", () => {
  it.each<[string, string, number, Record<string, string>]>([
    ["no-evidence milestones.csv:2 evidence m", "milestones", 2, { evidence: "|" }],
    ["no-evidence relations.csv:2 evidence green part_of fund", "relations", 2, { evidence: "|" }],
    ["no-such-line sections.csv:2 last_line all", "sections", 2, { last_line: "51" }],
    ["outside-parent sections.csv:3 parent wells", "sections", 3, { first_line: "0" }],
    ["token-not-found evidence.csv:2 tokens gift", "evidence", 2, { tokens: "1,200 Litres" }],
    ["too-many-lines evidence.csv:4 lines year", "evidence", 4, { lines: "7-37" }],
    ["outside-section evidence.csv:4 section year", "evidence", 4, { lines: "7|49" }],
    ["outside-pages evidence.csv:3 page labs", "evidence", 3, { page: "3-5" }],
    ["outside-pages evidence.csv:3 page labs", "evidence", 3, { page: "iv" }],
    ["name-not-found labs.csv:2 name_zh lab", "labs", 2, { name_en: "Deep Well Lab" }],
    ["name-not-found initiatives.csv:3 name_zh green", "initiatives", 3, { evidence: "gift" }],
    ["value-not-found kpis.csv:2 target_value given", "kpis", 2, { target_value: "200" }],
    ["value-not-found observations.csv:4 value kept 2020", "observations", 4, { evidence: "year" }],
    ["no-formula observations.csv:5 note both 2020", "observations", 5, { note: "Computed" }],
    ["no-formula observations.csv:5 note both 2020", "observations", 5, { note: "1,200 - 300" }],
    ["no-formula observations.csv:5 note both 2020", "observations", 5, { note: "1,100 + 400" }],
    ["no-note observations.csv:4 note kept 2020", "observations", 4, { note: "" }],
    ["no-note observations.csv:7 note people 2019", "observations", 7, { note: "" }],
    ["value-of-missing observations.csv:7 value people 2019", "observations", 7, { value: "12" }],
  ])("%s", async (place, table, row, cells) => {
    const result = await auditOf(withCells(table, row, cells));
    expect(places(result).filter((p) => !p.startsWith("does-not-add-up"))).toContain(place);
    expect(result.ungrounded).toBeGreaterThan(0);
  });

  it("only there: one broken record is one finding and one ungrounded record", async () => {
    const result = await auditOf(withCells("labs", 2, { name_en: "Deep Well Lab" }));
    expect(places(result)).toEqual(["name-not-found labs.csv:2 name_zh lab"]);
    expect(result).toMatchObject({ records: 28, ungrounded: 1 });
  });

  it("lines that the text hasn't", async () => {
    const tables = withCells("evidence", 4, { lines: "99" });
    expect(places(await auditOf(tables))).toContain("no-such-line evidence.csv:4 lines year");
  });

  it("a number within a longer one is not that number", async () => {
    for (const [value, found] of [
      ["200", 1],
      ["1,20", 1],
      ["40", 0],
      ["300", 0],
    ] as const) {
      const tables = withCells("kpis", 2, { target_value: value });
      expect((await auditOf(tables)).findings, value).toHaveLength(found);
    }
  });

  it("counts what the reader refused, and names later rows rightly", async () => {
    const tables = withCells("initiatives", 2, { prominence: "9", id: "refused" });
    tables.initiatives = [
      ...tables.initiatives,
      entity("fund", "Well fund", "gift"),
      entity("last", "Nowhere", "gift"),
    ];
    const result = await auditOf(tables);
    expect(places(result)).toEqual([
      "not-allowed initiatives.csv:2 prominence 9",
      "name-not-found initiatives.csv:5 name_zh last",
    ]);
    expect(result).toMatchObject({ records: 30, ungrounded: 2 });
  });

  it("evidence that isn't in the package", async () => {
    const result = await auditOf(withCells("labs", 2, { evidence: "labs|nowhere" }));
    expect(places(result)).toEqual(["unknown-reference labs.csv:2 evidence nowhere"]);
    expect(result.ungrounded).toBe(1);
  });
});

describe("equations between KPIs", () => {
  const misfit = async (check: object) => {
    const { findings } = await auditOf(SOUND, [check]);
    return findings.map(({ rule, row, message }) => `${rule}:${row} ${message}`);
  };

  it("a sum agrees to the last digit", async () => {
    expect(await misfit({ sum: ["given", "people"], of: "both" })).toEqual([
      "does-not-add-up:5 1,200 + 40 gives 1240, not 1,500",
    ]);
    expect(await misfit({ sum: ["given", "people"], of: "both", tolerance: 260 })).toEqual([]);
  });

  it("a ratio agrees to the printed precision", async () => {
    expect(await misfit({ ratio: ["kept", "people"], of: "each" })).toEqual([
      "does-not-add-up:8 300 / 40 gives 7.5, not 30.0",
    ]);
  });

  it("growth is counted from the year before", async () => {
    expect(await misfit({ growth: "given", of: "people" })).toEqual([
      "does-not-add-up:6 1,200 / 800 - 1, in per cent, gives 50, not 40",
    ]);
    expect(await misfit({ growth: "kept", of: "growth" })).toEqual([]);
  });

  it("ratios to a number that isn't printed agree with each other", async () => {
    const pairs = (...same: [string, string][]) => misfit({ same });
    expect(await pairs(["given", "each"], ["both", "growth"])).toEqual([
      "does-not-add-up:9 1,500 / 50 gives 29.693069 to 30.313131, others 39.916805 to 40.083472",
    ]);
    expect(await pairs(["given", "people"], ["both", "growth"])).toEqual([]);
  });

  it("those that can't be evaluated are findings", async () => {
    const result = await auditOf(SOUND, [{ sum: ["given", "gone"], of: "both" }, { product: ["a"] }, ...CHECKS]);
    expect(places(result)).toEqual([
      "unknown-check datapackage.json checks[0]",
      "unknown-check datapackage.json checks[1]",
    ]);
    expect(result).toMatchObject({ records: 30, ungrounded: 2 });
  });

  it("a package needs none", async () => {
    expect(await auditOf(SOUND, null)).toMatchObject({ records: 25, ungrounded: 0 });
  });
});

describe("formulas in notes", () => {
  it.each([
    ["12 + 30", [42]],
    ["12 - 2 + 3", [13]],
    ["10 + 6 / 3", [12]],
    ["7 × 100 ÷ 50", [14]],
    ["范围一3,756.48+范围二105,956.51=109,712.99", [109712.99]],
    ["waste 12 t / 3 people, or 4 + 4", [4, 8]],
    ["Lost in 2020; 5,660—6,330 is too wide", []],
    ["", []],
  ])("%s", (note, results) => {
    expect(formulasIn(note).map((f) => Number(f.result.toFixed(6)))).toEqual(results);
  });

  it("agree to the last printed digit", () => {
    expect(agrees(1.649, "1.65")).toBe(true);
    expect(agrees(1.644, "1.65")).toBe(false);
    expect(agrees(0.1 + 0.2, "0.3")).toBe(true);
    expect(agrees(Number.NaN, "")).toBe(false);
  });
});

describe("the shipped package", () => {
  const report = `${ROOT}../shared/report/000_a9ea261b81342fb1.txt`;

  it.skipIf(!existsSync(report))("is grounded in the report's text (needs ../shared/report)", async () => {
    const pack = await readPackage(fileSource(SHIPPED), sdgSource);
    const result = audit(pack, await readFile(report, "utf8"));
    expect(result.findings.map(({ file, row, message }) => `${file}:${row} ${message}`)).toEqual([]);
    expect(result.records).toBeGreaterThan(5000);
  });
});
