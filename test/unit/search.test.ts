import fc from "fast-check";
import { pinyin } from "pinyin-pro";
import { beforeAll, describe, expect, it } from "vitest";
import type { Model } from "../../graph/build.ts";
import { buildSearch, documentsOf, indexTerms, pinyinTerms, queryTerms, type SearchIndex } from "../../graph/search.ts";
import { isEntity } from "../../graph/select.ts";
import { shippedModel, tinyModel } from "../helpers.ts";

const readPinyin = (text: string): string[] =>
  pinyin(text, { toneType: "none", type: "array", nonZh: "consecutive", v: true });

/** The index of a model, asked for ids. */
interface Finder {
  index: SearchIndex;
  found: (query: string, limit?: number) => string[];
}

function finderOf(model: Model): Finder {
  const index = buildSearch(documentsOf(model));
  return { index, found: (query, limit) => index.search(query, limit).map((hit) => model.nodes[hit.document].id) };
}

describe("terms", () => {
  it("of a text are words, codes and their parts, single Han characters and pairs", () => {
    expect(indexTerms("SDG 4.4 碳中和Lab")).toEqual(["sdg", "4.4", "4", "4", "碳", "中", "和", "碳中", "中和", "lab"]);
  });

  it("part Han from other letters and digits that stand before or behind them", () => {
    expect(queryTerms("QQ音乐")).toEqual(["qq", "音乐"]);
    expect(queryTerms("99公益日B站")).toEqual(["99", "公益", "益日", "b", "站"]);
    expect(indexTerms("T-block机房")).toEqual(["t", "block", "机", "房", "机房"]);
  });

  it("of a query are words and codes as they are, and pairs of Han characters", () => {
    expect(queryTerms("碳中和 lab 4.4")).toEqual(["碳中", "中和", "lab", "4.4"]);
    expect(queryTerms("碳")).toEqual(["碳"]);
    expect(queryTerms(" .,!“” ")).toEqual([]);
  });

  it("fold width, case and the full stop of a sentence", () => {
    expect(queryTerms("ＬＡＢ ４．４ Zero.")).toEqual(["lab", "4.4", "zero"]);
  });

  it("of pinyin are all endings of the syllables and of their initials", () => {
    expect(pinyinTerms("碳中和 Lab", readPinyin)).toEqual(["tanzhonghe", "tzh", "zhonghe", "zh", "he"]);
    expect(pinyinTerms("绿", readPinyin)).toEqual(["lv"]);
    expect(pinyinTerms("no Han", readPinyin)).toEqual([]);
  });
});

describe("a small package", { timeout: 60_000 }, () => {
  let finder: Finder;
  beforeAll(async () => {
    finder = finderOf(await tinyModel());
  });

  it.each([
    ["Rural School", "school"],
    ["希望", "school"],
    ["hope", "school"],
    ["ＲＵＲＡＬ", "school"],
    ["schol", "school"],
    ["schoool", "school"],
    ["scgool", "school"],
    ["carb", "carbon-lab"],
    ["中和", "carbon-lab"],
    ["碳中和 lab", "carbon-lab"],
    ["lab 实验", "carbon-lab"],
    ["碳 中和", "carbon-lab"],
    ["car bon", "carbon-lab"],
    ["建学校", "school"],
    ["4.4", "4.4"],
    ["４．４", "4.4"],
    ["13", "13"],
    ["4.a", "4.a"],
    ["气候行动", "13"],
  ])("finds by “%s” first %s", (query, id) => {
    expect(finder.found(query)[0]).toBe(id);
  });

  it("finds nothing for an empty query, signs alone, or what occurs nowhere", () => {
    for (const query of ["", "  ", "…", "-", "zzzz", "鑫鑫"]) expect(finder.found(query)).toEqual([]);
  });

  it("wants every word of the query", () => {
    expect(finder.found("school 碳中和")).toEqual([]);
    expect(finder.found("rural lab")).toEqual([]);
  });

  it("doesn't guess at codes and numbers", () => {
    expect(finder.found("4.4")).not.toContain("4.5");
    expect(finder.found("13.2")).toEqual(["13.2"]);
  });

  it("gives no more than asked for, best first", () => {
    const all = finder.index.search("lab school carbon", 100);
    expect(finder.index.search("s", 2).length).toBeLessThanOrEqual(2);
    expect(all.map((h) => h.score)).toEqual(all.map((h) => h.score).sort((a, b) => b - a));
  });

  it("finds by sound once the reader of pinyin is there, and by everything else as before", async () => {
    const own = finderOf(await tinyModel());
    expect(own.found("tanzhonghe")).toEqual([]);
    await own.index.addPinyin(readPinyin);
    for (const query of ["tanzhonghe", "zhonghe", "tzh", "tan zhong he", "shiyanshi", "碳中和", "carbon"]) {
      expect(own.found(query), query).toContain("carbon-lab");
    }
    expect(own.found("xiwang")).toContain("school");
  });

  it("never throws, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        finder.index.search(text);
      }),
    );
  });
});

describe("the shipped report", { timeout: 60_000 }, () => {
  let model: Model;
  let finder: Finder;
  beforeAll(async () => {
    model = await shippedModel();
    finder = finderOf(model);
    await finder.index.addPinyin(readPinyin);
  });

  it.each(["碳中和", "tanzhonghe", "tzh", "carbon", "carbon neutrality", "carbn neutralty", "碳中和实验室"])(
    "leads by “%s” to the carbon neutrality lab, among the first five",
    (query) => {
      expect(finder.found(query, 5)).toContain("carbon-neutrality-lab");
    },
  );

  it.each(["4", "13", "4.4", "13.a", "17.19", "４．４"])(
    "leads by the code “%s” to its goal or target, first",
    (code) => {
      expect(finder.found(code)[0]).toBe(code.normalize("NFKC"));
    },
  );

  it.each([
    ["优质教育", "4"],
    ["youzhijiaoyu", "4"],
    ["Quality Education", "4"],
    ["qualty educaton", "4"],
    ["climate action", "13"],
    ["qihouxingdong", "13"],
  ])("leads by “%s” to goal %s, among the first five", (query, id) => {
    expect(finder.found(query, 5)).toContain(id);
  });

  const lost = (queries: [string, string][]) =>
    queries.filter(([id, query]) => !finder.found(query, model.nodes.length).includes(id));

  it("leads to every entity by its Chinese name, and by any four Han characters of it", () => {
    const names = model.nodes.filter(isEntity).map((n): [string, string] => [n.id, n.name_zh]);
    expect(lost(names.filter(([, name]) => queryTerms(name).length > 0))).toEqual([]);
    const parts = names.flatMap(([id, name]) =>
      (name.match(/\p{Script=Han}{4}/gu) ?? []).map((p) => [id, p] as [string, string]),
    );
    expect(parts.length).toBeGreaterThan(1000);
    expect(lost(parts)).toEqual([]);
  });

  it("leads to entities by their English names (one in twenty: long ones take their time)", () => {
    const some = model.nodes.filter(isEntity).filter((_, i) => i % 20 === 0);
    expect(lost(some.map((n) => [n.id, n.name_en]))).toEqual([]);
  });
});
