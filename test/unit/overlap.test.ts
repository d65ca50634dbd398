import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Model } from "../../graph/build.ts";
import { overlapOf, servingBoth, strongestPairs } from "../../graph/overlap.ts";
import { overlapFigure } from "../../graph/overlap-figure.ts";
import { bothSheet, overlapSheet } from "../../graph/paths-sheets.ts";
import type { Target } from "../../graph/schema.ts";
import { select, selectedAlignments } from "../../graph/select.ts";
import { arbTables, ask, modelOf, shippedModel, someQueries, tinyModel } from "../helpers.ts";
import { sheetWords } from "./paths-words.ts";

/** The goal of an alignment's object. */
const goalOf = (model: Model, object: string): string =>
  model.node.get(object)!.kind === "target" ? (model.node.get(object)!.row as Target).goal : object;

const goalsOf = (model: Model, a: string, b: string) => [model.node.get(a)!, model.node.get(b)!] as const;

describe("overlap of goals", () => {
  it("counts the entities whose selected alignments reach both goals, as counting them one by one does", async () => {
    await fc.assert(
      fc.asyncProperty(arbTables, fc.nat(), async (tables, seed) => {
        const model = await modelOf(tables);
        for (const query of [ask({ all: true }), ...someQueries(model, seed).slice(0, 3)]) {
          const selection = select(model, query);
          const { goals, counts } = overlapOf(model, selection);
          const served = selectedAlignments(model, selection).map((a) => ({ ...a, goal: goalOf(model, a.object) }));
          const entities = [...new Set(served.map((a) => a.entity))];
          const serves = (entity: string, goal: string) => served.some((a) => a.entity === entity && a.goal === goal);
          const both = (a: string, b: string) => entities.filter((e) => serves(e, a) && serves(e, b)).length;
          expect(counts).toEqual(goals.map((a) => goals.map((b) => both(a.id, b.id))));
          const pairs = strongestPairs({ goals, counts });
          expect(pairs).toHaveLength(counts.flatMap((row, a) => row.filter((n, b) => a < b && n > 0)).length);
          for (const { a, b, count } of pairs.slice(0, 3)) {
            const serving = servingBoth(model, selection, [goals[a], goals[b]]);
            expect(serving).toHaveLength(count);
            for (const { node, strongest } of serving) {
              for (const [i, goal] of [goals[a], goals[b]].entries()) {
                const own = served.filter((s) => s.entity === node.id && s.goal === goal.id);
                expect(strongest[i].grade).toBe(
                  own
                    .map((s) => s.grade)
                    .sort()
                    .at(-1),
                );
              }
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("is what the tables of the shipped report give by hand", async () => {
    const model = await shippedModel();
    const selection = select(model, ask({}));
    const { goals, counts } = overlapOf(model, selection);
    const at = (code: string) => goals.findIndex((goal) => goal.id === code);
    // Entities of prominence 2 and 3 with rows of alignments.csv for both.
    const ids = (a: string, b: string) =>
      servingBoth(model, selection, [...goalsOf(model, a, b)]).map((s) => s.node.id);
    expect(ids("4", "9").sort()).toEqual(["new-countryside-dream", "sme-digital-support-2020", "tencent-foundation"]);
    expect(counts[at("4")][at("9")]).toBe(3);
    expect(ids("13", "14")).toEqual(["pan-gun-and-wei-er"]);
    // Goal 6 with goal 7: both E4 for the first two, E1 on one side for the rest, of which one is of prominence 3.
    const [strong, weak] = [ids("6", "7").slice(0, 2), ids("6", "7").slice(2)];
    expect(strong.sort()).toEqual(["office-buildings", "tencent-data-centers"]);
    expect(weak[0]).toBe("ai-for-few");
    expect(weak.slice(1).sort()).toEqual(["binhai-building", "few-ssv"]);
    // Who serves one goal.
    expect(["4", "5", "9", "14"].map((code) => counts[at(code)][at(code)])).toEqual([48, 4, 102, 2]);
    // The pair that most entities serve.
    expect(strongestPairs({ goals, counts })[0]).toEqual({ a: at("3"), b: at("16"), count: 22 });
  });

  it("is all zeros where nothing is selected", async () => {
    const model = await tinyModel();
    const overlap = overlapOf(model, select(model, ask({ q: "nowhere" })));
    expect(overlap.counts.flat().every((n) => n === 0)).toBe(true);
    expect(strongestPairs(overlap)).toEqual([]);
    expect(overlapFigure(model, overlap, { shade: "shade", diagonal: "own" }).body).not.toContain("NaN");
  });

  it("has the same numbers in its drawing and its sheets", async () => {
    const model = await shippedModel();
    const selection = select(model, ask({ year: ["2020"] }));
    const overlap = overlapOf(model, selection);
    const words = sheetWords("zh");
    const drawn = overlapFigure(model, overlap, { shade: "深", diagonal: "对角线" });
    const numbers = [...drawn.body.matchAll(/font-size="12"[^>]*text-anchor="middle"[^>]*>(\d+)</g)].map((m) => +m[1]);
    expect(numbers).toEqual(overlap.counts.flat().filter((n) => n > 0));
    const sheet = overlapSheet(overlap, words);
    expect(sheet.columns).toHaveLength(19);
    expect(sheet.rows.map((row) => row.slice(2))).toEqual(overlap.counts);
    expect(sheet.rows[3].slice(0, 2)).toEqual(["4", "优质教育"]);
    const goals = goalsOf(model, "6", "7");
    const both = servingBoth(model, selection, [...goals]);
    expect(bothSheet([...goals], both, words).rows.map((row) => row[3])).toEqual(
      both.map(({ strongest }) => strongest[0].grade),
    );
  });
});
