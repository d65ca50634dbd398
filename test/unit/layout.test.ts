import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildModel, type Model, type Node } from "../../graph/build.ts";
import { goalRing, type Layout } from "../../graph/layout.ts";
import { readPackage } from "../../graph/package.ts";
import { isEntity } from "../../graph/select.ts";
import { arbTables, modelOf, SHIPPED, sdgSource, shippedModel, tinyModel, withRows } from "../helpers.ts";

/** Goals, targets, and the entities that are more than a passing mention. */
const prominent = (model: Model) => model.nodes.filter((n) => n.prominence >= 2);

/** What the opening view shows of them: what serves no goal waits in the belt outside. */
function opening(model: Model): Node[] {
  const served = goalsOf(model);
  return prominent(model).filter((n) => !isEntity(n) || served.has(n));
}

/** Pairs of discs that overlap, and by how much. */
function overlaps({ x, y, size }: Layout, nodes: Node[]): string[] {
  const found: string[] = [];
  for (const [i, { index: a, id }] of nodes.entries()) {
    for (const { index: b, id: other } of nodes.slice(i + 1)) {
      const gap = Math.hypot(x[a] - x[b], y[a] - y[b]) - size[a] - size[b];
      if (gap < -1e-3) found.push(`${id} and ${other} by ${(-gap).toFixed(2)}`);
    }
  }
  return found;
}

const infinite = ({ x, y, size }: Layout): number[] => [...x, ...y, ...size].filter((n) => !Number.isFinite(n));

/** Ids of nodes of the opening view that have another place or size in the second model. */
function moved(one: Model, two: Model): string[] {
  const [a, b] = [goalRing(one), goalRing(two)];
  const differs = ({ id, index: i }: Node): boolean => {
    const { index: j } = two.node.get(id)!;
    return a.x[i] !== b.x[j] || a.y[i] !== b.y[j] || a.size[i] !== b.size[j];
  };
  return opening(one)
    .filter(differs)
    .map((n) => n.id);
}

/** The goals that each entity serves. */
function goalsOf({ records, nodes }: Model): Map<Node, Set<Node>> {
  const served = new Map<Node, Set<Node>>();
  for (let r = 0; r < records.alignments; r++) {
    const entity = nodes[records.entity[r]];
    served.set(entity, (served.get(entity) ?? new Set()).add(nodes[records.goal[r]]));
  }
  return served;
}

/** The shipped report with rows put after the last of its tables. */
async function shippedWith(rows: Record<string, string[]>): Promise<Model> {
  const source = async (path: string) => {
    const text = await readFile(SHIPPED + path, "utf8").catch(() => undefined);
    return text && rows[path] ? `${text.trimEnd()}\n${rows[path].join("\n")}\n` : text;
  };
  return buildModel(await readPackage(source, sdgSource));
}

const alignmentOf = (entity: string, object: string) => ({
  id: `${entity}--${object}`,
  entity,
  object,
  basis: "stated",
  role: "enable",
  polarity: "positive",
  directness: "direct",
  stage: "action",
  grade: "E1",
  evidence: "e",
});

describe("the goal ring", () => {
  it("stands the goals on a circle, clockwise from the top", async () => {
    const model = await tinyModel();
    const { x, y } = goalRing(model);
    expect([x[0], y[0]].map((n) => Math.round(n))).toEqual([0, 100]);
    for (let i = 0; i < 17; i++) {
      expect(Math.hypot(x[i], y[i])).toBeCloseTo(100, 3);
      const clockwise = x[i] * y[(i + 1) % 17] - y[i] * x[(i + 1) % 17];
      expect(clockwise).toBeLessThan(0);
    }
  });

  it("puts entities of one goal behind it, of several inside the ring, and others outside", async () => {
    const model = await shippedModel();
    const { x, y } = goalRing(model);
    const served = goalsOf(model);
    const distance = (a: Node, b: Node) => Math.hypot(x[a.index] - x[b.index], y[a.index] - y[b.index]);
    const wrong = model.nodes.filter(isEntity).filter((node) => {
      const radius = Math.hypot(x[node.index], y[node.index]);
      const goals = [...(served.get(node) ?? [])];
      if (goals.length > 1) return radius >= 100;
      if (goals.length === 0) return radius <= 110;
      return radius <= 110 || model.nodes.slice(0, 17).some((g) => distance(g, node) < distance(goals[0], node) - 1e-3);
    });
    expect(wrong.map((n) => n.id)).toEqual([]);
  });

  it("frames what the opening view shows whole: the goals and what serves them", async () => {
    const model = await shippedModel();
    const { x, y, size, bounds } = goalRing(model);
    const outside = opening(model).filter(({ index: i, kind }) => {
      const within = (at: number, [low, high]: [number, number]) =>
        at - size[i] >= low - 1e-3 && at + size[i] <= high + 1e-3;
      return kind !== "target" && !(within(x[i], bounds.x) && within(y[i], bounds.y));
    });
    expect(outside.map((n) => n.id)).toEqual([]);
  });
});

describe("no two discs overlap", { timeout: 60_000 }, () => {
  it("of goals, targets and all but passing mentions, in the shipped report", async () => {
    const model = await shippedModel();
    expect(overlaps(goalRing(model), prominent(model))).toEqual([]);
  });

  it("where many prominent entities want the same place", async () => {
    const range = Array.from({ length: 240 }, (_, i) => i);
    // A third serves goal 8, a third goals 8 and 9, a third nothing at all.
    const model = await modelOf({
      sections: [{ id: "s", title_zh: "节", title_en: "Section", first_line: "1", last_line: "9" }],
      evidence: [{ id: "e", section: "s", lines: "1", says_zh: "有数", says_en: "A figure", tokens: "1.32" }],
      initiatives: range.map((i) => ({
        id: `many-${i}`,
        name_en: "Many",
        name_zh: "许多",
        prominence: "3",
        evidence: "e",
      })),
      alignments: range.flatMap((i) => [
        ...(i % 3 < 2 ? [alignmentOf(`many-${i}`, "8")] : []),
        ...(i % 3 === 1 ? [alignmentOf(`many-${i}`, "9.1")] : []),
      ]),
    });
    expect(overlaps(goalRing(model), prominent(model))).toEqual([]);
  });

  it("in any package, and every place is a number", async () => {
    await fc.assert(
      fc.asyncProperty(arbTables, async (tables) => {
        const model = await modelOf(tables);
        const layout = goalRing(model);
        expect(infinite(layout)).toEqual([]);
        const entities = model.nodes.filter((n) => isEntity(n) || n.kind === "goal");
        expect(overlaps(layout, entities)).toEqual([]);
      }),
    );
  });
});

describe("every entity has one place", { timeout: 60_000 }, () => {
  it("which is the same at every start", async () => {
    const [one, two] = [await shippedModel(), await shippedWith({})];
    expect(two).not.toBe(one);
    expect(moved(one, two)).toEqual([]);
    expect(infinite(goalRing(one))).toEqual([]);
  });

  it.each([
    ["that serves nothing", []],
    ...Array.from({ length: 17 }, (_, i): [string, string[]] => [`that serves goal ${i + 1}`, [`${i + 1}`]]),
    ["that serves several goals", ["4", "9", "17"]],
  ])("which a passing mention %s, put after the last row, does not change in the opening view", async (_, goals) => {
    const model = await shippedModel();
    const [evidence] = model.pack.evidence;
    const grown = await shippedWith({
      "initiatives.csv": [`newcomer,新来者,Newcomer,,,,,,1,${evidence.id}`],
      "alignments.csv": goals.map(
        (g) => `newcomer-${g},newcomer,${g},curated,enable,positive,indirect,action,E0,,${evidence.id},one-reader`,
      ),
    });
    expect(grown.nodes.length).toBe(model.nodes.length + 1);
    expect(moved(model, grown)).toEqual([]);
  });

  it("also with a package that has no entities, or relations of an entity to itself", async () => {
    const none = buildModel(await readPackage(async () => undefined, sdgSource));
    expect(infinite(goalRing(none))).toEqual([]);
    const own = await tinyModel(withRows("relations.csv", "festival,part_of,festival,stated,,e1"));
    expect(infinite(goalRing(own))).toEqual([]);
  });
});
