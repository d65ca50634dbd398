import fc from "fast-check";
import Papa from "papaparse";
import readExcelFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { toCsv } from "../../graph/csv.ts";
import type { Sheet } from "../../graph/sheet.ts";
import { sheetNames, workbookOf } from "../../graph/workbook.ts";

const FORMULAS = ['=HYPERLINK("https://evil.example","x")', "+1+1", "-1", "@SUM(A1)", "\tx", "\rx", "=1\n+2"];
const ABOUT = { name: "About", rows: [["Title", "A report"] as const, ["Filters", "=cmd|' /C calc'!A0"] as const] };

const sheetOf = (rows: Sheet["rows"], name = "Rows"): Sheet => ({
  name,
  columns: [{ title: "Name" }, { title: "=Count", numeric: true }],
  rows,
});

/** Writes a workbook and reads it with a library that is not the writer's: cells by the name of their sheet. */
async function readBack(sheets: Sheet[]): Promise<Record<string, unknown[][]>> {
  const buffer = await writeExcelFile(workbookOf(sheets, ABOUT)).toBuffer();
  const read = await readExcelFile(buffer, { trim: false });
  return Object.fromEntries(read.map(({ sheet, data }) => [sheet, data]));
}

describe("a workbook", () => {
  it("is read back by another library: texts as texts, numbers as numbers, the unknown empty", async () => {
    const rows: Sheet["rows"] = [
      ["碳中和 & <b>", 1.37],
      ["1,009,890", 0],
      ["2020", undefined],
      ["two\nlines", -3],
      ["none", Number.NaN],
    ];
    const book = await readBack([sheetOf(rows)]);
    expect(book.Rows).toEqual([
      ["Name", "=Count"],
      ["碳中和 & <b>", 1.37],
      ["1,009,890", 0],
      ["2020", null],
      ["two\nlines", -3],
      ["none", null],
    ]);
  });

  it("says at its end what it is", async () => {
    const book = await readBack([sheetOf([["a", 1]])]);
    expect(Object.keys(book)).toEqual(["Rows", "About"]);
    expect(book.About).toEqual(ABOUT.rows);
  });

  it("holds no formula: what looks like one is a text", async () => {
    const book = await readBack([sheetOf(FORMULAS.map((text) => [text, 1]))]);
    expect(book.Rows.slice(1).map(([text]) => String(text).replace("\r", "\n"))).toEqual(
      FORMULAS.map((text) => text.replace("\r", "\n")),
    );
    const cells = workbookOf([sheetOf(FORMULAS.map((text) => [text, 1]))], ABOUT).flatMap(({ data }) => data.flat());
    for (const cell of cells) expect([String, Number]).toContain(cell?.type);
  });

  it("survives any text", async () => {
    const random = fc.sample(fc.string({ unit: "binary", minLength: 1 }), { seed: 5, numRuns: 60 });
    const texts = [...Object.getOwnPropertyNames(Object.prototype), ...random];
    const book = await readBack([sheetOf([...texts.map((text) => [text, 1]), ["x".repeat(40_000), 2]])]);
    expect(book.Rows).toHaveLength(texts.length + 2);
    expect(book.Rows[1][0]).toBe(texts[0]);
    expect(book.Rows.map((row) => row[1])).toEqual(["=Count", ...texts.map(() => 1), 2]);
  }, 30_000);

  it("names its sheets as spreadsheets allow, each differently", () => {
    const arbName = fc.oneof(
      fc.constantFrom("", "History", "a/b:c*d?[e]\\", "'quoted'", "About", "x".repeat(40), "目标".repeat(20)),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(fc.array(arbName, { maxLength: 12 }), (wanted) => {
        const names = sheetNames(wanted);
        expect(names).toHaveLength(wanted.length);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of names) {
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name).not.toMatch(/[[\]/\\:*?]|^'|'$|^history$/i);
        }
      }),
    );
    expect(sheetNames(["Goals", "goals", "Goals"])).toEqual(["Goals", "goals 2", "Goals 3"]);
  });
});

describe("CSV", () => {
  const parse = (csv: string) => Papa.parse<string[]>(csv.slice(1).trimEnd()).data;

  it("escapes what a spreadsheet would take for a formula, in cells and titles, and leaves numbers alone", () => {
    const [titles, ...rows] = parse(toCsv(sheetOf(FORMULAS.map((text) => [text, -1]))));
    expect(titles).toEqual(["Name", "'=Count"]);
    for (const [i, [text, number]] of rows.entries()) {
      expect(text.startsWith("'")).toBe(true);
      expect(text.slice(1).replace("\r", "\n")).toBe(FORMULAS[i].replace("\r", "\n"));
      expect(number).toBe("-1");
    }
  });

  it("gives back every cell", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: "grapheme" }), fc.option(fc.integer(), { nil: undefined }))),
        (rows) => {
          const csv = toCsv(sheetOf([["first", 1], ...rows, ["last", 2]]));
          expect(csv.startsWith("\uFEFF")).toBe(true);
          expect(csv.endsWith("last,2\r\n")).toBe(true);
          const read = parse(csv).slice(2, -1);
          expect(read).toEqual(
            rows.map(([text, n]) => [/^[=+\-@\t\r]/.test(text) ? `'${text}` : text, n === undefined ? "" : String(n)]),
          );
        },
      ),
    );
  });
});
