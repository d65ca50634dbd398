import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Model } from "../../graph/build.ts";
import { element, type Figure, label } from "../../graph/figure.ts";
import { type Caption, frameFigure } from "../../graph/frame.ts";
import { type Drawn, type GraphFigureWords, graphFigure } from "../../graph/graph-figure.ts";
import { NAME_SIZE, placeLabels, rankLabels } from "../../graph/labels.ts";
import { goalRing } from "../../graph/layout.ts";
import { shorten, textWidth, wrap } from "../../graph/metrics.ts";
import type { Query } from "../../graph/query.ts";
import { isEntity, SHOWN, select } from "../../graph/select.ts";
import { tableFigure } from "../../graph/table-figure.ts";
import { ask, modelOf, shippedModel, tinyModel, withText } from "../helpers.ts";

const HOSTILE = [
  "<script>alert(1)</script>",
  '"><image href="https://evil.example/x.png"/>',
  "</text></svg><foreignObject>",
  "]]>&amp;&lt;&#0;\u0000\u001f\ufffe",
  "<!--",
];

/** Every tag of a document, in order; throws where it isn't well-formed. */
function tagsOf(svg: string): string[] {
  const open: string[] = [];
  const tags: string[] = [];
  const body = svg.replace(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/, "").trimEnd();
  const token = /<(\/?)([\w:]+)((?: [\w:-]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  while (token.lastIndex < body.length) {
    const [whole, closes, name, attributes, empty, text] = token.exec(body) ?? [];
    if (whole === undefined) throw new Error(`not a tag: ${body.slice(0, 80)}`);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML has no place for
    if (/&(?!(?:amp|lt|gt|quot);)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text ?? attributes)) {
      throw new Error(`not escaped: ${whole}`);
    }
    if (text !== undefined) continue;
    if (closes && open.pop() !== name) throw new Error(`closes ${name} too soon`);
    if (!closes) tags.push(name);
    if (!closes && !empty) open.push(name);
  }
  if (open.length > 0) throw new Error(`never closed: ${open}`);
  return tags;
}

const plain = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** The texts that stand in a document. */
const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => plain(match[1]));

/** What a frame is made of, and nothing else. */
const TAGS = ["svg", "title", "rect", "g", "text", "path"];

const CAPTION: Caption = {
  title: "A report",
  question: "Which goals?",
  selected: ["Filters: none", "Alignments: stated"],
  source: ["Source: a report, 2020", "Date: 2026-02-28"],
  language: "en",
};
const FIGURE: Figure = {
  width: 800,
  height: 300,
  body: label(10, 20, "inside"),
  legend: [{ sign: element("circle", { cx: 8, cy: 8, r: 8 }), text: "goal" }],
};

describe("the frame of a figure", () => {
  it("says what it shows, what was filtered, what signs mean, and where it comes from", () => {
    const texts = textsOf(frameFigure(FIGURE, CAPTION));
    expect(texts).toEqual(["A report", "Which goals?", ...CAPTION.selected, "inside", "goal", ...CAPTION.source]);
  });

  it("stands by itself: its own namespace and size, nothing that runs, nothing from elsewhere", () => {
    const svg = frameFigure(FIGURE, CAPTION);
    expect(svg).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg" version="1.1"/,
    );
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!.map(Number);
    expect(svg).toContain(`width="${width}" height="${height}"`);
    expect(width).toBeGreaterThan(FIGURE.width);
    expect(height).toBeGreaterThan(FIGURE.height + 100);
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(
      /http|href|url\(|style=|\son\w+=|<script|<foreign/,
    );
  });

  it("is well-formed whatever the texts are, and they are texts", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary" })), { minLength: 6 }),
        (texts) => {
          const [title, question, body, sign, ...selected] = texts;
          const svg = frameFigure(
            { width: 300, height: 50, body: label(0, 10, body), legend: [{ sign: "", text: sign }] },
            { ...CAPTION, title, question, selected, source: selected },
          );
          expect(tagsOf(svg).filter((tag) => !TAGS.includes(tag))).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
    for (const text of HOSTILE.slice(0, 3)) {
      expect(textsOf(frameFigure({ ...FIGURE, body: label(0, 0, text) }, CAPTION))).toContain(text);
    }
  });

  it("breaks long lines so that they stay inside", () => {
    const long = "A title that goes on and on about what a company does for the goals ".repeat(4).trim();
    const svg = frameFigure(FIGURE, {
      ...CAPTION,
      title: long,
      source: ["https://example.org/?goal=4,13&".repeat(20)],
    });
    const [, width] = /viewBox="0 0 (\d+) /.exec(svg)!.map(Number);
    const lines = [...svg.matchAll(/<text[^>]*font-size="(\d+)"[^>]*>([^<]*)</g)];
    expect(lines.length).toBeGreaterThan(10);
    for (const [, size, text] of lines) expect(textWidth(plain(text), Number(size))).toBeLessThanOrEqual(width - 48);
    const title = textsOf(svg).filter((text) => text.length > 9 && long.includes(text));
    expect(title.join(" ")).toBe(long);
  });
});

describe("texts without a screen", () => {
  const arbText = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.lorem(),
    fc.constant("腾讯社会责任报告（2020）与可持续发展目标，关联图谱。"),
  );

  it("are broken into lines that fit and lose nothing", () => {
    fc.assert(
      fc.property(arbText, fc.integer({ min: 40, max: 300 }), (text, widest) => {
        const lines = wrap(text, widest, 12);
        for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(widest + 24);
        expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
    );
  });

  it("are shortened to fit, and say so", () => {
    fc.assert(
      fc.property(arbText, fc.integer({ min: 20, max: 200 }), (text, widest) => {
        const short = shorten(text, widest, 12);
        expect(textWidth(short, 12)).toBeLessThanOrEqual(widest);
        expect(short === text || short.endsWith("…")).toBe(true);
      }),
    );
  });
});

const words: GraphFigureWords = {
  goal: "goal",
  target: "target",
  stated: "stated",
  curated: "our reading",
  ghost: "filtered out",
  ghostsLeftOut: "left out",
  place: "inside or outside",
  kind: (kind) => `kind ${kind}`,
};

describe("the map as a figure", () => {
  let shipped: Model;
  beforeAll(async () => {
    shipped = await shippedModel();
  });
  const drawnOf = (model: Model, query: Partial<Query>): Drawn => {
    const { nodes, edges } = select(model, ask(query));
    return { layout: goalRing(model), nodes, edges, emphasis: false, chosen: "" };
  };
  const nameOf = (node: { name_en: string }) => node.name_en;
  const figureOf = (model: Model, query: Partial<Query> = {}) =>
    graphFigure(model, drawnOf(model, query), nameOf, words);
  const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;

  it("draws each node that is not hidden once, and each selected alignment as a line of its basis", () => {
    for (const query of [{}, { goal: ["4"] }, { goal: ["13"], hide: true }, { basis: ["stated"] }]) {
      const { nodes, edges } = select(shipped, ask(query));
      const { body } = figureOf(shipped, query);
      const lines = /<g fill="none">.*?<\/g><\/g>|<g fill="none"\/>/s.exec(body)![0];
      expect(count(body.replace(lines, ""), /<(circle|path) /g)).toBe(nodes.filter((state) => state > 0).length);
      const bases = shipped.pack.alignments.filter((_, i) => edges[i] === SHOWN).map((a) => a.basis);
      expect(count(lines, /<path /g)).toBe(bases.length);
      const dashed = [...lines.matchAll(/<g [^>]*stroke-dasharray[^>]*>(.*?)<\/g>/gs)].map((m) =>
        count(m[1], /<path /g),
      );
      expect(dashed.reduce((sum, n) => sum + n, 0)).toBe(bases.filter((basis) => basis !== "stated").length);
    }
  });

  it("names the goals and numbers all of them, inside its bounds", () => {
    const { body, width, height } = figureOf(shipped);
    const texts = new Set(textsOf(body));
    for (let goal = 1; goal <= 17; goal++) expect(texts).toContain(String(goal));
    expect(texts).toContain("Quality education");
    expect(texts.size).toBeGreaterThan(40);
    for (const [, x, y] of body.matchAll(/<text x="([^"]+)" y="([^"]+)"/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x)).toBeLessThan(width);
      expect(Number(y)).toBeLessThan(height);
    }
  });

  it("lets no name lie over another", () => {
    const layout = goalRing(shipped);
    const { nodes } = select(shipped, ask({}));
    const { names } = placeLabels(rankLabels(shipped), {
      width: 900,
      height: 900,
      scale: 3,
      place: (i) => ({ x: 450 + 3 * layout.x[i], y: 450 - 3 * layout.y[i] }),
      center: { x: 450, y: 450 },
      size: (i) => layout.size[i],
      state: (i) => nodes[i],
      text: (i) => shipped.nodes[i].name_en,
      measure: (text) => textWidth(text, NAME_SIZE),
      emphasis: false,
      chosen: -1,
      most: 60,
    });
    expect(names.length).toBeGreaterThan(40);
    const boxes = names.map(({ x, y, text }) => [x, y - 6, x + textWidth(text, NAME_SIZE), y + 6]);
    for (const [i, a] of boxes.entries()) {
      for (const b of boxes.slice(i + 1)) {
        expect(a[2] < b[0] || b[2] < a[0] || a[3] < b[1] || b[3] < a[1]).toBe(true);
      }
    }
  });

  it("explains the signs that it shows, and no others", () => {
    const legendOf = (query: Partial<Query>) => figureOf(shipped, query).legend.map((entry) => entry.text);
    expect(legendOf({})).toEqual(expect.arrayContaining(["goal", "target", "stated", "our reading", "kind labs"]));
    expect(legendOf({})).not.toContain("filtered out");
    expect(legendOf({ goal: ["4"] })).toContain("filtered out");
    expect(legendOf({ goal: ["4"], hide: true })).not.toContain("filtered out");
    expect(legendOf({ kind: ["labs"], hide: true })).not.toContain("kind products");
  });

  it("lets what is not emphasised step back, as the canvas does", () => {
    const drawn = drawnOf(shipped, {});
    const plain = graphFigure(shipped, drawn, nameOf, words).body;
    drawn.nodes[shipped.node.get("4")!.index] = 3;
    const { body } = graphFigure(shipped, { ...drawn, emphasis: true, chosen: "4" }, nameOf, words);
    expect(plain).not.toContain('opacity="0.22"');
    expect(body).toContain('opacity="0.22"');
    expect(textsOf(body)).toContain("Quality education");
    expect(textsOf(body)).not.toContain("Climate action");
  });

  it("writes names as texts, whatever they are", async () => {
    const model = await tinyModel(withText("initiatives.csv", "Rural School", HOSTILE[0]));
    const { body, ...rest } = figureOf(model, {});
    tagsOf(frameFigure({ ...rest, body }, CAPTION));
    expect(textsOf(body)).toContain(HOSTILE[0]);
  });

  it("leaves out what is filtered out where too much is shown, says so, and keeps the goals", async () => {
    const many = 3300;
    const id = (i: number) => `thing-${i}`;
    const model = await modelOf({
      sections: [{ id: "s", title_zh: "节", title_en: "Section", first_line: "1", last_line: "9" }],
      evidence: [{ id: "e", section: "s", lines: "1", says_zh: "有", says_en: "There", tokens: "1" }],
      initiatives: Array.from({ length: many }, (_, i) => ({
        id: id(i),
        name_en: id(i),
        name_zh: id(i),
        prominence: "3",
        evidence: "e",
      })),
      alignments: Array.from({ length: many }, (_, i) => ({
        id: `a${i}`,
        entity: id(i),
        object: i < many - 100 ? "4" : "5",
        basis: "curated",
        role: "enable",
        polarity: "positive",
        directness: "direct",
        stage: "action",
        grade: "E1",
        evidence: "e",
      })),
    });
    const { body, legend } = figureOf(model, { goal: ["4"] });
    expect(legend.map((entry) => entry.text)).toContain("left out");
    const { nodes } = select(model, ask({ goal: ["4"] }));
    const shownEntities = model.nodes.filter((n) => isEntity(n) && nodes[n.index] === SHOWN).length;
    expect(shownEntities).toBe(many - 100);
    expect(count(body, /<circle /g)).toBe(shownEntities + 17);
  });
});

describe("a table as a figure", () => {
  const sheet = (rows: number) => ({
    name: "t",
    columns: [{ title: "Name" }, { title: "Count", numeric: true as const }],
    rows: Array.from({ length: rows }, (_, i) => [i === 0 ? HOSTILE[1] : `name ${i}`, i === 1 ? undefined : i]),
  });
  const rest = (n: number, all: number) => `${n} of ${all}`;

  it("holds the first rows, and says how many there are", () => {
    const texts = textsOf(tableFigure(sheet(50), rest).body);
    expect(texts).toContain("name 39");
    expect(texts).not.toContain("name 40");
    expect(texts).toContain("40 of 50");
    expect(textsOf(tableFigure(sheet(40), rest).body).join()).not.toContain("of 40");
  });

  it("stays a drawing without rows and columns", () => {
    for (const empty of [sheet(0), { name: "", columns: [], rows: [] }]) {
      tagsOf(frameFigure(tableFigure(empty, rest), CAPTION));
    }
    tagsOf(frameFigure(tableFigure(sheet(3), rest), CAPTION));
  });
});
