import { describe, expect, it } from "vitest";
import { FRAMEWORK, GRADES, REPORT, type Table } from "../../graph/schema.ts";
import { type Block, en, type MethodWords } from "../../src/i18n/method.en.ts";
import { zh } from "../../src/i18n/method.zh.ts";
import { SCHEMA } from "../../src/i18n/schema.zh.ts";

/** What kind of block it is, and how long: the same in every language. */
function shapeOf(block: Block): string {
  if (typeof block === "string") return "text";
  const [name, value] = Object.entries(block).at(-1)!;
  return `${name} ${Array.isArray(value) ? value.length : ""}`;
}

const shape = ({ parts }: MethodWords) => parts.map(({ id, blocks }) => ({ id, blocks: blocks.map(shapeOf) }));

describe("the method page", () => {
  it("says the same in both languages, part by part", () => {
    expect(shape(zh)).toEqual(shape(en));
  });

  it("has a meaning for every grade", () => {
    const grades = en.parts.flatMap((p) => p.blocks).filter((b) => typeof b === "object" && "grades" in b);
    expect(grades).toEqual([{ grades: expect.arrayContaining(Array(GRADES.length).fill(expect.any(String))) }]);
  });
});

describe("what tables and columns hold", () => {
  const tables: Table[] = Object.values({ ...REPORT, ...FRAMEWORK });
  const said = new Set(tables.flatMap((t) => [t.about, ...Object.values(t.columns).map((c) => c.about)]));

  it("is said in Chinese for every sentence of the schema, and for nothing else", () => {
    expect(Object.keys(SCHEMA).sort()).toEqual([...said].sort());
  });
});
