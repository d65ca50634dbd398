import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Model, NONE, type Node, unitsAbove } from "../../graph/build.ts";
import { type Engagement, engagementOf, hasEngagement, partnersIn } from "../../graph/engagement.ts";
import { profileSheet } from "../../graph/paths-sheets.ts";
import type { Query } from "../../graph/query.ts";
import { select, selectedAlignments, shownEntities } from "../../graph/select.ts";
import { arbTables, ask, modelOf, shippedModel, someQueries, tinyModel, withRows, withText } from "../helpers.ts";
import { sheetWords } from "./paths-words.ts";

const ids = (nodes: readonly { id: string }[]) => nodes.map((node) => node.id);

function engagement(model: Model, id: string, change: Partial<Query> = {}): Engagement {
  return engagementOf(model, select(model, ask(change)), model.node.get(id)!);
}

describe("the engagement of a unit", () => {
  it("has the numbers of the table that is filtered by the unit", async () => {
    await fc.assert(
      fc.asyncProperty(arbTables, fc.nat(), async (tables, seed) => {
        const model = await modelOf(tables);
        for (const { focus: _, related: __, ...query } of someQueries(model, seed).slice(0, 3)) {
          const open = ask({ ...query, unit: [] });
          for (const unit of model.records.facets.unit.values.slice(0, -1)) {
            const { work, goals, below } = engagementOf(model, select(model, open), model.node.get(unit)!);
            const filtered = select(model, { ...open, unit: [unit] });
            const alignments = goals.reduce((sum, goal) => sum + goal.alignments.length, 0);
            expect(alignments).toBe(filtered.alignments);
            const entities = shownEntities(model, filtered).filter((n) => !["units", "labs"].includes(n.kind));
            expect(ids(work).sort()).toEqual(ids(entities).sort());
            expect(ids(below)).not.toContain(unit);
            for (const { goal, alignments, strongest } of goals) {
              const own = select(model, { ...open, unit: [unit], goal: [goal.id] });
              expect(alignments).toHaveLength(own.alignments);
              expect(alignments.every((a) => a.grade <= strongest.grade)).toBe(true);
            }
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it("is alone where no selected alignment names another unit, counted one by one", async () => {
    await fc.assert(
      fc.asyncProperty(arbTables, fc.nat(), async (tables, seed) => {
        const model = await modelOf(tables);
        const selection = select(model, ask({ ...someQueries(model, seed)[0], unit: [] }));
        const { facets } = model.records;
        const unitsOf = (id: string): string[] => {
          const record = model.pack.alignments.findIndex((a) => a.id === id);
          return facets.unit.sets[facets.unit.set[record]].map((code) => facets.unit.values[code]);
        };
        const selected = selectedAlignments(model, selection);
        for (const unit of facets.unit.values.slice(0, -1)) {
          const above = unitsAbove(model.unitParent, unit);
          const isOwn = (other: string) => above.includes(other) || unitsAbove(model.unitParent, other).includes(unit);
          const { alone } = engagementOf(model, selection, model.node.get(unit)!);
          const isAlone = (object: Node): boolean => {
            const there = selected.filter((a) => a.object === object.id || isTargetOf(model, a.object, object.id));
            const named = there.map((a) => unitsOf(a.id)).filter(([first]) => first !== NONE);
            return (
              named.some((units) => units.includes(unit)) &&
              named.every((units) => units.includes(unit) && units.every(isOwn))
            );
          };
          const objects = model.nodes.filter((n) => n.kind === "goal" || n.kind === "target");
          expect(ids(alone.map((a) => a.object))).toEqual(ids(objects.filter(isAlone)));
        }
      }),
      { numRuns: 25 },
    );
  });

  it("of Sustainable Social Value is what the tables of the shipped report give by hand", async () => {
    const model = await shippedModel();
    const { below, work, leftOut, goals, alone, units, partners, kpis } = engagement(model, "ssv");
    // relations.csv and units.csv: parts of ssv.
    expect(ids(below).sort()).toEqual(
      [
        ...["carbon-neutrality-lab", "charity-platform-department", "csr-report-writing-group"],
        ...["experimental-product-center", "innovative-schooling-lab", "science-ecosystem-lab", "silver-tech-lab"],
        ...["tech-for-good-labs", "weicun-lab"],
      ].sort(),
    );
    // relations.csv: run_by ssv or one of these. The first eighteen serve a goal and are no passing mentions.
    expect(work).toHaveLength(18);
    expect(ids(leftOut).sort()).toEqual([
      ...["carbon-inclusion-products", "innovative-learning-platform", "quality-project-support-plan"],
      ...["rural-talent-training", "silver-tech-products"],
    ]);
    // alignments.csv: 11.6 only by its carbon lab, 17.9 only by the charity platform's talent plan.
    expect(alone.map((a) => [a.object.id, ids(a.alignments), a.unstated])).toEqual([
      ["11.6", ["carbon-neutrality-lab--11-6"], 0],
      ["17.9", ["charity-talent-plan--17-9"], 0],
    ]);
    // 5.5 only by the Science Exploration Prize, which the foundation runs too; so these are not its alone.
    expect(ids(units.map((u) => u.node))).toEqual(["tencent-foundation", "csr-department"]);
    expect(ids(units[0].through).sort()).toEqual(["science-exploration-award", "tencent-weicun"]);
    const goal13 = goals.find((g) => g.goal.id === "13")!;
    expect(ids(goal13.alignments).sort()).toEqual(["carbon-neutrality-lab--13-3", "carbon-neutrality-ssv--13"]);
    expect(goals.find((g) => g.goal.id === "12")!.strongest.grade).toBe("E3");
    expect(ids(partners.map((p) => p.node))).toContain("xunwu-county");
    expect(ids(kpis.map((k) => k.kpi))).toContain("ssv-initial-investment");
  });

  it("says how many alignments of others name no unit", async () => {
    const model = await tinyModel(
      withRows(
        "alignments.csv",
        "b1,well,13.2,curated,enable,positive,direct,action,E1,,e1,",
        "b2,center,13.2,curated,enable,positive,direct,action,E1,,e1,",
      ),
    );
    const { alone } = engagement(model, "dept");
    expect(alone.map((a) => [a.object.id, a.unstated])).not.toContainEqual(["13.2", 1]);
    const without = await tinyModel(
      withRows("alignments.csv", "b2,center,13.2,curated,enable,positive,direct,action,E1,,e1,"),
    );
    // The lab hangs below the group, the data centre's unit is not stated.
    expect(engagement(without, "group").alone.find((a) => a.object.id === "13.2")).toMatchObject({ unstated: 1 });
  });

  it("survives units in a circle", async () => {
    const model = await tinyModel(withText("units.csv", "1998,,,,3,e1,", "1998,,,,3,e1,team"));
    expect(ids(engagement(model, "team").work)).toEqual(["school", "well"]);
  });
});

const isTargetOf = (model: Model, object: string, goal: string): boolean => {
  const { kind, row } = model.node.get(object)!;
  return kind === "target" && (row as { goal: string }).goal === goal;
};

describe("the engagement of a partner", () => {
  it("is what it takes part in, with whom, for which goals", async () => {
    const model = await tinyModel(withRows("relations.csv", "festival,partner,ngo,stated,,e2"));
    const { work, leftOut, units, goals, alone, partners } = engagement(model, "ngo");
    expect(ids(work)).toEqual(["school"]);
    expect(ids(leftOut)).toEqual(["festival"]);
    expect(units.map((u) => [u.node.id, ids(u.through)])).toEqual([["team", ["school"]]]);
    expect(goals.map((g) => [g.goal.id, ids(g.alignments), g.entities])).toEqual([["4", ["a1", "a2"], 1]]);
    expect([alone, partners]).toEqual([[], []]);
    expect(ids(engagement(model, "ngo", { basis: ["stated"] }).goals[0].alignments)).toEqual(["a1"]);
  });

  it("has no part in what a unit does besides, of which it is a partner as a whole", async () => {
    const model = await tinyModel(withRows("relations.csv", "dept,partner,ngo,stated,,e1"));
    const { work, units, goals } = engagement(model, "ngo");
    expect(ids(work)).toEqual(["school"]);
    expect(units.map((u) => [u.node.id, ids(u.through)])).toEqual([
      ["dept", ["dept"]],
      ["team", ["school"]],
    ]);
    expect(ids(goals.map((g) => g.goal))).toEqual(["4"]);
  });

  it("of the shipped report names the other partners of the same work", async () => {
    const model = await shippedModel();
    const { partners, work } = engagement(model, "jiufang-village");
    expect(ids(work)).toEqual(["tencent-weicun"]);
    // relations.csv: tencent-weicun, partner.
    expect(ids(partners.map((p) => p.node)).sort()).toEqual(["xiaohe-village-ulanqab", "xunwu-county", "yan-zhihui"]);
  });

  it("is found from the selection, those with most in common first", async () => {
    const model = await tinyModel();
    expect(partnersIn(model, select(model, ask({}))).map((f) => [f.node.id, ids(f.through)])).toEqual([
      ["ngo", ["school"]],
    ]);
    expect(partnersIn(model, select(model, ask({ goal: ["13"] })))).toEqual([]);
  });
});

describe("a profile to take away", () => {
  it("has a row for everything on the screen", async () => {
    const model = await shippedModel();
    const found = engagement(model, "ssv");
    const { rows, columns } = profileSheet(found, sheetWords("en"));
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    const count = (part: string) => rows.filter((row) => row[0] === part).length;
    expect(["goals", "alone", "work", "leftOut", "below", "partners", "units", "kpis"].map(count)).toEqual([
      ...[14, 2, 18, 5, 9],
      ...[found.partners.length, 2, found.kpis.length],
    ]);
    expect(rows.find((row) => row[0] === "goals" && row[1] === "5")?.slice(4, 6)).toEqual([2, "E3"]);
  });

  it("is there for units, labs and partners", async () => {
    const model = await tinyModel();
    const having = model.nodes.filter(hasEngagement).map((node) => node.id);
    expect(having).toEqual(["group", "dept", "team", "carbon-lab", "ngo"]);
  });
});
