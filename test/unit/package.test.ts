import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildModel } from "../../graph/build.ts";
import { formatIssue, type Issue } from "../../graph/issue.ts";
import { type ReportPackage, readPackage } from "../../graph/package.ts";
import { expandLines, PATTERN, splitList, toNumber } from "../../graph/schema.ts";
import { select } from "../../graph/select.ts";
import {
  ask,
  descriptorOf,
  type Files,
  readTiny,
  sdgSource,
  TINY,
  tinyPackage,
  withRows,
  withText,
} from "../helpers.ts";

const TABLES = Object.keys(TINY).filter((file) => file.endsWith(".csv"));

/** Every table in another spelling. */
const respelt = (spell: (text: string) => string): Files =>
  Object.fromEntries(TABLES.map((file) => [file, spell(TINY[file])]));

/** Everything that was read. */
const readings = ({ issues: _, descriptor: __, ...rows }: ReportPackage) => rows;

const idsOf = (rows: readonly { id: string }[]) => rows.map((r) => r.id);
const idsOfKind = (pack: ReportPackage, kind: string) => idsOf(pack.kinds.find((k) => k.name === kind)?.rows ?? []);

/** The issues without their sentences. */
const faults = (pack: ReportPackage) => pack.issues.map(({ message: _, hint: __, ...fault }) => fault);

describe("cells", () => {
  it("splits lists at | only, and drops spaces around values and empty values", () => {
    expect(splitList(" a | b c||中 文|")).toEqual(["a", "b c", "中 文"]);
    expect(splitList("a;b,c")).toEqual(["a;b,c"]);
    expect(splitList("")).toEqual([]);
  });

  it("expands line numbers in their order", () => {
    expect(expandLines("113-115|120")).toEqual([113, 114, 115, 120]);
    expect(expandLines("7")).toEqual([7]);
  });

  it("reads printed numbers, and tells empty from zero", () => {
    expect(toNumber("1,009,890")).toBe(1009890);
    expect(toNumber("-3.99")).toBe(-3.99);
    expect(toNumber("0")).toBe(0);
    expect(toNumber("")).toBeNaN();
  });

  it.each([
    ["number", ["0", "1,009,890", "3.99", "-12"], ["about 3", "1.", ".5", "3亿", "1e5"]],
    ["integer", ["0", "-3", "2020"], ["2020.0", "1,000", "２０２０"]],
    ["date", ["2020", "2020-09", "2020-09-30"], ["2020-13", "2020-09-32", "2020/09", "20-09"]],
    ["period", ["2020", "2020-06", "2019-07/2020-06"], ["2019-2020", "2019/"]],
    ["lines", ["113", "113-115|120"], ["113,115", "113-", "a"]],
    ["years", ["2020"], ["20", "2020-21", "2020年"]],
  ] as const)("knows what a cell of type %s looks like", (type, good, bad) => {
    for (const value of good) expect(PATTERN[type]?.test(value), value).toBe(true);
    for (const value of bad) expect(PATTERN[type]?.test(value), value).toBe(false);
  });
});

describe("a sound package", () => {
  it("reads whole, without issues, entity tables in the order of the descriptor", async () => {
    const pack = await readTiny();
    expect(pack.issues).toEqual([]);
    expect(pack.kinds.map((k) => k.name)).toEqual(["units", "initiatives", "labs", "products", "partners", "kpis"]);
    expect(idsOfKind(pack, "initiatives")).toEqual(["school", "well", "festival"]);
    expect(idsOf(pack.alignments)).toEqual(["a1", "a2", "a3", "a4", "a5", "a6"]);
    expect(pack.relations).toHaveLength(6);
    expect([pack.framework.goals.length, pack.framework.targets.length]).toEqual([17, 169]);
  });

  it("gives lists as arrays, integers as numbers, and the rest as printed", async () => {
    const pack = await readTiny();
    expect(pack.kinds[1].rows[0]).toMatchObject({
      aliases: ["希望学校", "Hope School"],
      since: "2019-09",
      prominence: 3,
    });
    expect(pack.sections[1]).toMatchObject({ first_line: 10, framework_codes: ["GRI 203", "GRI 413"] });
    expect(pack.evidence[0]).toMatchObject({ lines: "10-12|14", tokens: ["3所", "学校"] });
    expect(pack.alignments[0].years).toEqual(["2019", "2020"]);
  });

  it("keeps empty apart from zero", async () => {
    const pack = await readTiny(withText("kpis.csv", "decrease,,,", "decrease,0,0,"));
    expect(pack.observations.map((o) => o.value)).toEqual(["1.32", "0", ""]);
    expect(pack.kpis[0]).toMatchObject({ baseline_year: 0, target_value: "0", target_year: undefined });
    expect(pack.sections[2].first_page).toBeUndefined();
    expect(pack.alignments[1].years).toEqual([]);
  });

  it("tells how many files are read, of how many", async () => {
    const steps: [number, number][] = [];
    await readPackage(tinyPackage(), sdgSource, (done, all) => steps.push([done, all]));
    expect(steps).toEqual(steps.map((_, i) => [i + 1, TABLES.length + 2]));
  });

  it("takes a further entity table that the descriptor marks", async () => {
    const names = TABLES.map((file) => file.replace(".csv", ""));
    const files: Files = {
      "datapackage.json": descriptorOf([...names, "policies!"]),
      "policies.csv": TINY["labs.csv"].replace("carbon-lab", "code-of-conduct"),
      ...withRows("alignments.csv", "a7,code-of-conduct,16.5,stated,avoid-harm,positive,direct,action,E1,,e2,"),
    };
    const pack = await readTiny(files);
    expect(pack.issues).toEqual([]);
    expect(pack.kinds.at(-1)).toMatchObject({ name: "policies", title_en: "Policies", title_zh: "Policies" });
    expect(idsOf(pack.alignments)).toContain("a7");
  });

  it("passes over a further table that is not marked, and says so", async () => {
    const names = TABLES.map((file) => file.replace(".csv", ""));
    const pack = await readTiny({ "datapackage.json": descriptorOf([...names, "notes"]) });
    expect(faults(pack)).toEqual([
      { level: "warning", rule: "unknown-table", file: "datapackage.json", value: "notes" },
    ]);
  });
});

describe("the spellings of spreadsheets", () => {
  it.each<[string, (text: string) => string]>([
    ["a byte order mark", (text) => `\uFEFF${text}`],
    ["CRLF", (text) => text.replaceAll("\n", "\r\n")],
    ["CR", (text) => text.replaceAll("\n", "\r")],
    ["no line end after the last row", (text) => text.trimEnd()],
    ["empty lines", (text) => text.replaceAll("\n", "\n\n")],
    ["lines of empty cells", (text) => `${text},,,\n , ,\n`],
    ["semicolons", (text) => text.replaceAll(",", ";")],
    ["tabs", (text) => text.replaceAll(",", "\t")],
    ["every cell quoted", (text) => text.replace(/[^,\n]+/g, '"$&"')],
    ["spaces around cells", (text) => text.replace(/[^,\n]+/g, " $&\u3000")],
    ["columns in another order", (text) => text.replace(/^([^,\n]*),(.*)$/gm, "$2,$1")],
    ["all of it", (text) => `\uFEFF${text.replaceAll(",", ";").replaceAll("\n", "\r\n")}`],
  ])("reads the same rows from %s", async (_, spell) => {
    const pack = await readTiny(respelt(spell));
    expect(pack.issues).toEqual([]);
    expect(readings(pack)).toEqual(readings(await readTiny()));
  });

  it("reads a descriptor with a byte order mark", async () => {
    const pack = await readTiny({ "datapackage.json": `\uFEFF${TINY["datapackage.json"]}` });
    expect(pack.issues).toEqual([]);
    expect(pack.descriptor.name).toBe("tiny");
  });

  it("tells the separator by the header, whatever stands in the cells", async () => {
    const words = "one, two, three, four, five, six, seven, eight, nine";
    const said = (text: string, what: string) => text.replace(/[^;,]+\.([;,])(3所|实验室|1\.32)/g, `${what}$1$2`);
    const semicolons = await readTiny({ "evidence.csv": said(TINY["evidence.csv"].replaceAll(",", ";"), words) });
    const commas = await readTiny({ "evidence.csv": said(TINY["evidence.csv"], "one; two; three") });
    expect([...semicolons.issues, ...commas.issues]).toEqual([]);
    expect(semicolons.evidence.map((e) => e.says_en)).toEqual([words, words, words]);
    expect(commas.evidence.map((e) => e.says_en)).toEqual(Array(3).fill("one; two; three"));
  });

  it("keeps separators, quotation marks, line breaks and signs of HTML that stand in cells", async () => {
    const summary = 'One, two; "three"\n<b> & =SUM(1) | four';
    const pack = await readTiny(withText("initiatives.csv", "Builds schools", `"${summary.replaceAll('"', '""')}"`));
    expect(pack.issues).toEqual([]);
    expect(pack.kinds[1].rows[0].summary_en).toBe(summary);
  });

  it("keeps ids with spaces and full-width signs as they are", async () => {
    const id = "乡村 学校（Ａ）：1";
    const pack = await readTiny(respelt((text) => text.replace(/(^|,|\|)school(?=,|\|)/gm, `$1${id}`)));
    expect(pack.issues).toEqual([]);
    expect(idsOfKind(pack, "initiatives")[0]).toBe(id);
    expect(pack.milestones[0].entities).toEqual([id, "ngo"]);
  });
});

/** One fault in one place, the issue it gives, and what of the table is left. */
interface Fault {
  files: Files;
  issue: Partial<Issue>;
  left?: (pack: ReportPackage) => unknown;
  are?: unknown;
}

const alignments = (pack: ReportPackage) => idsOf(pack.alignments);
const values = (pack: ReportPackage) => pack.observations.map((o) => o.value);
const ALL = ["a1", "a2", "a3", "a4", "a5", "a6"];
const WITHOUT_A2 = ALL.filter((id) => id !== "a2");

const FAULTS: Record<string, Fault> = {
  "an empty cell that must not be": {
    files: withText("alignments.csv", "a2,school,4,curated", "a2,school,4,"),
    issue: { level: "error", rule: "required", file: "alignments.csv", row: 3, column: "basis", value: "" },
    left: alignments,
    are: WITHOUT_A2,
  },
  "a value that is not allowed": {
    files: withText("alignments.csv", "a2,school,4,curated", "a2,school,4,guessed"),
    issue: { level: "error", rule: "not-allowed", file: "alignments.csv", row: 3, column: "basis", value: "guessed" },
    left: alignments,
    are: WITHOUT_A2,
  },
  "a value of a list that is not allowed": {
    files: withText("observations.csv", "1.32,average", "1.32,average|circa"),
    issue: { level: "warning", rule: "not-allowed", row: 2, column: "qualifier", value: "average|circa" },
    left: (pack) => pack.observations.map((o) => o.qualifier),
    are: [[], [], []],
  },
  "a number that is none": {
    files: withText("observations.csv", "2019,1.32", "2019,about 1.3"),
    issue: { level: "warning", rule: "format", file: "observations.csv", row: 2, column: "value", value: "about 1.3" },
    left: values,
    are: ["", "0", ""],
  },
  "a whole number that is none": {
    files: withText("kpis.csv", "decrease,,,", "decrease,2018.5,,"),
    issue: { level: "warning", rule: "format", file: "kpis.csv", row: 2, column: "baseline_year", value: "2018.5" },
    left: (pack) => pack.kpis.map((k) => k.baseline_year),
    are: [undefined],
  },
  "a prominence of 4": {
    files: withText("initiatives.csv", "Festival,,,,,,2", "Festival,,,,,,4"),
    issue: { level: "error", rule: "not-allowed", file: "initiatives.csv", row: 4, column: "prominence", value: "4" },
    left: (pack) => idsOfKind(pack, "initiatives"),
    are: ["school", "well"],
  },
  "a date in another spelling": {
    files: withText("milestones.csv", "2019-09-01", "1.9.2019"),
    issue: { level: "error", rule: "format", file: "milestones.csv", row: 2, column: "date", value: "1.9.2019" },
    left: (pack) => pack.milestones,
    are: [],
  },
  "a year among years that is none": {
    files: withText("alignments.csv", "E3,2019|2020", "E3,2019|20"),
    issue: { level: "warning", rule: "format", file: "alignments.csv", row: 2, column: "years", value: "2019|20" },
    left: (pack) => pack.alignments[0].years,
    are: [],
  },
  "an id that differs from another by a space": {
    files: withRows("initiatives.csv", "school ,又一学校,Another,,,,,,2,e1"),
    issue: { level: "error", rule: "duplicate", file: "initiatives.csv", row: 5, column: "id", value: "school" },
    left: (pack) => idsOfKind(pack, "initiatives"),
    are: ["school", "well", "festival"],
  },
  "an id that differs from another by a full-width space": {
    files: withRows("alignments.csv", "\u3000a1,well,6.1,curated,enable,positive,direct,action,E0,,e1,"),
    issue: { level: "error", rule: "duplicate", file: "alignments.csv", row: 8, column: "id", value: "a1" },
    left: alignments,
    are: ALL,
  },
  "an id that stands in two tables": {
    files: withRows("partners.csv", "well,水井,Well,,,,,,2,e1"),
    issue: { level: "error", rule: "duplicate", file: "partners.csv", row: 3, column: "id", value: "well" },
    left: (pack) => [idsOfKind(pack, "initiatives"), idsOfKind(pack, "partners")],
    are: [["school", "well", "festival"], ["ngo"]],
  },
  "an id that looks like the code of a target": {
    files: withRows("partners.csv", "4.a,水井,Well,,,,,,2,e1"),
    issue: { level: "error", rule: "duplicate", file: "partners.csv", row: 3, column: "id", value: "4.a" },
    left: (pack) => idsOfKind(pack, "partners"),
    are: ["ngo"],
  },
  "a relation that leads nowhere": {
    files: withRows("relations.csv", "school,uses,nowhere,stated,,e1"),
    issue: { level: "error", rule: "unknown-reference", file: "relations.csv", row: 8, column: "to", value: "nowhere" },
    left: (pack) => pack.relations.length,
    are: 6,
  },
  "a relation that starts from a goal": {
    files: withRows("relations.csv", "4,uses,app,stated,,e1"),
    issue: { level: "error", rule: "unknown-reference", file: "relations.csv", row: 8, column: "from", value: "4" },
    left: (pack) => pack.relations.length,
    are: 6,
  },
  "an alignment to a goal that there is not": {
    files: withText("alignments.csv", "a2,school,4,", "a2,school,18,"),
    issue: { level: "error", rule: "unknown-reference", file: "alignments.csv", row: 3, column: "object", value: "18" },
    left: alignments,
    are: WITHOUT_A2,
  },
  "one unknown record among the evidence": {
    files: withText("alignments.csv", "E0,,e1,", "E0,,e1|e9,"),
    issue: { level: "warning", rule: "unknown-reference", row: 3, column: "evidence", value: "e9" },
    left: (pack) => pack.alignments[1].evidence,
    are: ["e1"],
  },
  "an observation of an unknown KPI": {
    files: withText("observations.csv", "pue,2019", "wue,2019"),
    issue: { level: "error", rule: "unknown-reference", file: "observations.csv", row: 2, column: "kpi", value: "wue" },
    left: values,
    are: ["0", ""],
  },
  "a unit below an unknown one": {
    files: withText("units.csv", "e1,dept", "e1,division"),
    issue: {
      level: "warning",
      rule: "unknown-reference",
      file: "units.csv",
      row: 4,
      column: "parent",
      value: "division",
    },
    left: (pack) => pack.units.map((u) => u.parent),
    are: ["", "group", ""],
  },
  "a grade of E2 without a figure": {
    files: withText("alignments.csv", "commitment,E1", "commitment,E2"),
    issue: {
      level: "error",
      rule: "grade-without-figure",
      file: "alignments.csv",
      row: 4,
      column: "grade",
      value: "E2",
    },
    left: alignments,
    are: ALL.filter((id) => id !== "a3"),
  },
  "a missing column that must be there": {
    files: respelt((text) => text.replace(/,stage,/, ",phase,")),
    issue: { level: "error", rule: "missing-column", file: "alignments.csv", column: "stage" },
    left: alignments,
    are: [],
  },
  "a missing column that need not be there": {
    files: withText("alignments.csv", ",review", ""),
    issue: { level: "warning", rule: "missing-column", file: "alignments.csv", column: "review" },
    left: alignments,
    are: ALL,
  },
  "an unknown column": {
    files: withText("sections.csv", ",framework_codes", ",framework_codes,colour"),
    issue: { level: "warning", rule: "unknown-column", file: "sections.csv", row: 1, column: "colour" },
    left: (pack) => idsOf(pack.sections),
    are: ["s1", "s2", "s3"],
  },
  "a missing file": {
    files: { "observations.csv": undefined },
    issue: { level: "error", rule: "missing-file", file: "observations.csv" },
    left: (pack) => [pack.observations, idsOf(pack.alignments)],
    are: [[], ALL],
  },
  "an empty file": {
    files: { "milestones.csv": "" },
    issue: { level: "error", rule: "missing-column", file: "milestones.csv", column: "id" },
    left: (pack) => pack.milestones,
    are: [],
  },
  "a quotation mark that is not closed": {
    files: withText("alignments.csv", "E0,,e1,one-reader", 'E0,,e1,"one-reader'),
    issue: { level: "error", rule: "quotes", file: "alignments.csv", row: 3 },
  },
  "a comma in a text that is not quoted": {
    files: withText("observations.csv", "lost in print", "lost in print, page 9"),
    issue: { level: "warning", rule: "too-many-cells", file: "observations.csv", row: 4, value: "page 9" },
    left: (pack) => pack.observations.map((o) => o.note),
    are: ["", "", "lost in print"],
  },
  "a descriptor that is not JSON": {
    files: { "datapackage.json": '{"name": "tiny",' },
    issue: { level: "error", rule: "json", file: "datapackage.json" },
    left: (pack) => [pack.alignments, pack.framework.goals.length],
    are: [[], 17],
  },
  "a descriptor without a title": {
    files: { "datapackage.json": '{"name": "tiny", "resources": []}' },
    issue: { level: "error", rule: "descriptor", file: "datapackage.json", column: "title" },
  },
  "a descriptor that is not there": {
    files: { "datapackage.json": undefined },
    issue: { level: "error", rule: "missing-file", file: "datapackage.json" },
  },
  "a descriptor without the alignments": {
    files: { "datapackage.json": descriptorOf(["sections", "evidence", "units"]) },
    issue: { level: "error", rule: "missing-file", file: "alignments.csv" },
    left: (pack) => idsOf(pack.units),
    are: ["group", "dept", "team"],
  },
};

describe("issues", { timeout: 60_000 }, () => {
  it.each(Object.entries(FAULTS))("%s", async (_, { files, issue, left, are }) => {
    const pack = await readTiny(files);
    expect(pack.issues).toContainEqual(expect.objectContaining(issue));
    if (left) expect(left(pack)).toEqual(are);
  });

  it("is one for one fault, and carries file, row, column, value, rule, what is wrong and what to do", async () => {
    const pack = await readTiny(withText("alignments.csv", "a2,school,4,curated", "a2,school,4,guessed"));
    expect(pack.issues).toEqual([
      {
        level: "error",
        rule: "not-allowed",
        file: "alignments.csv",
        row: 3,
        column: "basis",
        value: "guessed",
        message: "the value is not one of those allowed",
        hint: "Use stated, curated, suggested",
      },
    ]);
    expect(formatIssue(pack.issues[0])).toBe(
      "error: alignments.csv, row 3, column basis: the value is not one of those allowed (found “guessed”). " +
        "Use stated, curated, suggested.",
    );
  });

  it.each(Object.entries(FAULTS))("says what is wrong and what to do: %s", async (_, { files }) => {
    for (const { message, hint } of (await readTiny(files)).issues) {
      expect(message).toMatch(/\S/);
      expect(hint).toMatch(/\S.*[^.]$/s);
    }
  });

  it("counts rows as an editor counts lines, after empty lines and cells of several lines", async () => {
    const text = TINY["initiatives.csv"]
      .replace("Builds schools", '"Builds\r\n\nschools"')
      .replace("\nwell", "\n\nwell");
    const pack = await readTiny({ "initiatives.csv": `${text}broken,,Broken,,,,,,2,e1\n` });
    expect(faults(pack)).toEqual([
      { level: "error", rule: "required", file: "initiatives.csv", row: 8, column: "name_zh", value: "" },
    ]);
  });

  it("says it when quotation marks swallow rows", async () => {
    const pack = await readTiny(FAULTS["a quotation mark that is not closed"].files);
    expect(pack.alignments.length).toBeLessThan(ALL.length);
    expect(faults(pack)).toEqual([{ level: "error", rule: "quotes", file: "alignments.csv", row: 3 }]);
  });

  it("takes along what depends on a row that falls", async () => {
    const pack = await readTiny(withText("sections.csv", "s3,s1,气候,Climate,,,21,30", "s3,s1,气候,Climate,,,x,30"));
    expect(idsOf(pack.evidence)).toEqual(["e1"]);
    expect(pack.kinds.flatMap((k) => idsOf(k.rows))).toEqual(["group", "dept", "team", "school", "well", "ngo"]);
    expect(alignments(pack)).toEqual(["a1", "a2", "a4"]);
    expect(pack.observations).toEqual([]);
    const places = pack.issues.map((i) => `${i.file}:${i.row} ${i.value}`);
    expect(places).toEqual([...new Set(places)]);
  });

  it("leaves no unit below one that fell, in whatever order they stand", async () => {
    const files = withText("units.csv", "group,集团,The Group,,1998,,,,3,e1,", "group,集团,The Group,,1998,,,,3,e9,");
    const pack = await readTiny(files);
    expect(pack.units.map((u) => [u.id, u.parent])).toEqual([
      ["dept", ""],
      ["team", "dept"],
    ]);
    expect(pack.issues).toContainEqual(
      expect.objectContaining({
        rule: "unknown-reference",
        file: "units.csv",
        row: 3,
        column: "parent",
        value: "group",
      }),
    );
  });

  it("drops a KPI whose subject is a KPI that falls", async () => {
    const row = (id: string, evidence: string, subject: string) =>
      `${id},指标,KPI,,,,,,2,${evidence},${subject},1,,output,increase,,,`;
    const pack = await readTiny(withRows("kpis.csv", row("share", "e1", "total"), row("total", "e9", "school")));
    expect(idsOf(pack.kpis)).toEqual(["pue"]);
  });

  it.each([
    ["E1", "e2", true],
    ["E2", "e2", false],
    ["E5", "e2", false],
    ["E2", "e1", true],
    ["E2", "e2|e3", true],
  ])("a grade of %s on evidence %s is sound: %s", async (grade, evidence, sound) => {
    const row = `a7,festival,11.4,curated,contribute,positive,direct,action,${grade},,${evidence},`;
    expect(alignments(await readTiny(withRows("alignments.csv", row))).includes("a7")).toBe(sound);
  });

  it("takes an observation as a figure, zero too, but not a gap", async () => {
    const e2 = withText("alignments.csv", "commitment,E1", "commitment,E2");
    const observed = (value: string) => withRows("observations.csv", `pue,2017,${value},,reported,e2,`);
    expect(alignments(await readTiny({ ...e2, ...observed("7") }))).toContain("a3");
    expect(alignments(await readTiny({ ...e2, ...observed("0") }))).toContain("a3");
    expect(alignments(await readTiny({ ...e2, ...observed("") }))).not.toContain("a3");
  });

  it("take a source that throws as a file that is not there, of the report and of the framework", async () => {
    const broken = async (path: string) => {
      throw new Error(`no way to ${path}`);
    };
    const missing = (file: string) => ({ level: "error", rule: "missing-file", file });
    const noFramework = await readPackage(tinyPackage(), broken);
    expect(faults(noFramework)).toEqual(expect.arrayContaining([missing("goals.csv"), missing("targets.csv")]));
    expect(noFramework.alignments).toEqual([]);
    expect(faults(await readPackage(broken, sdgSource))).toEqual([missing("datapackage.json")]);
  });

  it("never throws, whatever stands in the files, and what it returns can be built and selected", async () => {
    const arbFiles = fc
      .tuple(fc.constantFrom(...Object.keys(TINY)), fc.nat(), fc.nat({ max: 30 }), fc.string({ unit: "grapheme" }))
      .map(([file, at, length, text]): Files => {
        const whole = TINY[file];
        const from = at % whole.length;
        return { [file]: whole.slice(0, from) + text + whole.slice(from + length) };
      });
    await fc.assert(
      fc.asyncProperty(arbFiles, async (files) => {
        const model = buildModel(await readTiny(files));
        const { counts, records } = select(model, ask({ all: true }));
        expect(counts.goal.reduce((sum, n) => sum + n, 0)).toBe(records.length);
        expect(model.graph.size).toBe(model.edges.length);
      }),
    );
  });
});
