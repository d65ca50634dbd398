import { describe, expect, it } from "vitest";
import type { Model, Node } from "../../graph/build.ts";
import {
  alignmentsOf,
  byKind,
  evidenceBehind,
  kpisBehind,
  kpisOf,
  milestonesOf,
  type RelationGroup,
  relationsOf,
  responsibleUnits,
  serversOf,
  targetsOf,
  wantsUnit,
} from "../../graph/profile.ts";
import { EMPTY, type Query } from "../../graph/query.ts";
import { select } from "../../graph/select.ts";
import { shippedModel, TINY, tinyModel, withRows, withText } from "../helpers.ts";

const nodeOf = (model: Model, id: string): Node => model.node.get(id)!;
const choose = (model: Model, change: Partial<Query> = {}) => select(model, { ...EMPTY, ...change });
const aligned = (model: Model, id: string, change?: Partial<Query>) =>
  alignmentsOf(model, choose(model, change), nodeOf(model, id));
const ids = (items: readonly { id: string }[]) => items.map((i) => i.id);

describe("alignments of a node", () => {
  it("are an entity's own, a target's, or a goal's with its targets', in the order of the goals", async () => {
    const model = await tinyModel();
    expect(aligned(model, "school").map((i) => i.alignment.id)).toEqual(["a2", "a1"]);
    expect(aligned(model, "4.4").map((i) => i.alignment.id)).toEqual(["a1", "a5"]);
    expect(aligned(model, "4").map((i) => i.alignment.id)).toEqual(["a2", "a1", "a5"]);
    expect(aligned(model, "ngo")).toEqual([]);
  });

  it("stay there when they are filtered out, and say so", async () => {
    const model = await tinyModel();
    const items = aligned(model, "school", { year: ["2020"] });
    expect(items.map((i) => [i.alignment.id, i.shown])).toEqual([
      ["a2", false],
      ["a1", true],
    ]);
  });

  it("give each evidence record once, in the order of the report", async () => {
    const model = await tinyModel();
    const alignments = [...aligned(model, "13"), ...aligned(model, "4")].map((i) => i.alignment);
    expect(ids(evidenceBehind(model, alignments))).toEqual(["e1", "e2"]);
  });
});

describe("what serves a goal", () => {
  it("has each entity once, strongest evidence first, then the prominent", async () => {
    const model = await tinyModel(
      withRows("alignments.csv", "a7,well,4.1,curated,enable,positive,direct,action,E3,2020,e1,one-reader"),
    );
    const servers = serversOf(aligned(model, "4"));
    expect(servers.map((s) => [s.node.id, s.best, s.alignments.length])).toEqual([
      ["school", "E3", 2],
      ["well", "E3", 1],
      ["app", "E1", 1],
    ]);
    expect(byKind(model, servers).map((g) => [g.kind, g.servers.length])).toEqual([
      ["initiatives", 2],
      ["products", 1],
    ]);
  });

  it("covers the targets that selected alignments reach; a mention does not cover", async () => {
    const model = await tinyModel(
      withRows("alignments.csv", "a7,school,4.1,curated,enable,positive,direct,action,E0,2020,e1,one-reader"),
    );
    const goal = nodeOf(model, "4");
    const { covered, notCovered } = targetsOf(model, aligned(model, "4"), goal);
    expect(covered.map((c) => [c.target.id, c.alignments, c.best])).toEqual([["4.4", 1, "E3"]]);
    expect(notCovered).toHaveLength(9);
    expect(notCovered.find((c) => c.target.id === "4.1")?.alignments).toBe(1);
    expect(notCovered.find((c) => c.target.id === "4.2")?.alignments).toBe(0);
    const all = targetsOf(model, aligned(model, "4", { all: true }), goal);
    expect(all.covered[0].alignments, "passing mentions count when they are asked for").toBe(2);
    expect(targetsOf(model, aligned(model, "4", { goal: ["13"] }), goal).covered).toEqual([]);
  });

  it("has the KPIs that share evidence with it apart from other KPIs of the same entities", async () => {
    const [header] = TINY["kpis.csv"].split("\n");
    const rows = [
      "pue,能效,PUE,,,,,,2,e3,center,1,,outcome,decrease,,,",
      "staff,人数,Staff,,,,,,2,e1,center,人,,input,neutral,,,",
    ];
    const model = await tinyModel({ "kpis.csv": [header, ...rows].join("\n") });
    const { cited, others } = kpisBehind(model, aligned(model, "9"));
    expect(ids(cited)).toEqual(["pue"]);
    expect(ids(others)).toEqual(["staff"]);
    expect(kpisBehind(model, aligned(model, "1"))).toEqual({ cited: [], others: [] });
  });
});

describe("relations", () => {
  const told = (groups: readonly RelationGroup[]) =>
    groups.map((g) => [g.relation, g.outgoing, g.shown.map((n) => n.node.id), g.filteredOut.map((n) => n.node.id)]);

  it("are grouped by kind and direction, what is on the screen apart", async () => {
    const model = await tinyModel();
    const school = nodeOf(model, "school");
    expect(told(relationsOf(model, choose(model), school))).toEqual([
      ["run_by", true, [], ["team"]],
      ["uses", true, [], ["app"]],
      ["partner", true, [], ["ngo"]],
    ]);
    expect(told(relationsOf(model, choose(model, { all: true, related: true }), school))).toEqual([
      ["run_by", true, ["team"], []],
      ["uses", true, ["app"], []],
      ["partner", true, ["ngo"], []],
    ]);
    expect(told(relationsOf(model, choose(model), nodeOf(model, "app")))).toEqual([["uses", false, ["school"], []]]);
  });

  it("name a neighbour once, with all edges that lead there", async () => {
    const model = await tinyModel();
    const groups = relationsOf(model, choose(model), nodeOf(model, "ngo"));
    expect(groups).toHaveLength(1);
    expect(groups[0].shown.map((n) => n.edges.length)).toEqual([2]);
  });

  it("leave out what is told elsewhere", async () => {
    const model = await tinyModel();
    const school = nodeOf(model, "school");
    const groups = relationsOf(model, choose(model), school, responsibleUnits(model, school));
    expect(groups.map((g) => g.relation)).toEqual(["uses", "partner"]);
  });
});

describe("responsible units", () => {
  const named = (model: Model, id: string) =>
    responsibleUnits(model, nodeOf(model, id)).map((e) => [e.kind, model.nodes[e.target].id]);

  it("are who runs it; for a unit or lab, the unit above it", async () => {
    const model = await tinyModel();
    expect(named(model, "school")).toEqual([["run_by", "team"]]);
    expect(named(model, "carbon-lab")).toEqual([["part_of", "group"]]);
    expect(named(model, "team")).toEqual([["part_of", "dept"]]);
    expect(named(model, "group")).toEqual([]);
    expect(named(model, "app")).toEqual([]);
  });

  it("are named once, though several years or rows say so", async () => {
    const model = await tinyModel(withRows("relations.csv", "school,run_by,team,stated,2019,e1"));
    expect(named(model, "school")).toEqual([["run_by", "team"]]);
  });

  it("are missed only where there should be one", async () => {
    const model = await tinyModel();
    const missed = (id: string) => wantsUnit(nodeOf(model, id), aligned(model, id));
    expect(["app", "carbon-lab", "ngo", "pue"].map(missed)).toEqual([true, false, false, false]);
  });
});

describe("the KPIs of an entity", () => {
  it("are those that measure it", async () => {
    const model = await tinyModel();
    expect(ids(kpisOf(model, nodeOf(model, "center")))).toEqual(["pue"]);
    expect(kpisOf(model, nodeOf(model, "school"))).toEqual([]);
    expect(kpisOf(model, nodeOf(model, "pue")), "a KPI does not measure itself").toEqual([]);
  });
});

describe("milestones", () => {
  it("are those that name the node, earliest first", async () => {
    const model = await tinyModel(
      withText("milestones.csv", "m1,2019-09-01", "m0,2021,新,New,school,e1\nm1,2019-09-01"),
    );
    expect(ids(milestonesOf(model, nodeOf(model, "school")))).toEqual(["m1", "m0"]);
    expect(ids(milestonesOf(model, nodeOf(model, "ngo")))).toEqual(["m1"]);
  });
});

describe("the shipped report", () => {
  it("has something stated for each goal", async () => {
    const model = await shippedModel();
    for (const { code } of model.pack.framework.goals) {
      const stated = aligned(model, code).filter((i) => i.alignment.basis === "stated");
      expect(stated.length, `goal ${code}`).toBeGreaterThan(0);
    }
  });
});
