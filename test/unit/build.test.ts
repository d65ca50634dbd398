import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildModel, FACETS, type FacetName, type Model, NONE, relationId, unitsAbove } from "../../graph/build.ts";
import { readPackage } from "../../graph/package.ts";
import { arbTables, modelOf, sdgSource, tinyModel, withRows, withText } from "../helpers.ts";

/** The values of a facet that a record has. */
function valuesOf(model: Model, facet: FacetName, record: number): string[] {
  const { values, sets, set } = model.records.facets[facet];
  return sets[set[record]].map((code) => values[code]);
}

/** Index of the first record of an entity. */
const recordOf = (model: Model, id: string) => model.records.entity.indexOf(model.node.get(id)!.index);

const edgesOf = (model: Model, kind: string) =>
  model.edges.filter((e) => e.kind === kind).map((e) => [model.nodes[e.source].id, model.nodes[e.target].id]);

describe("nodes", () => {
  it("are the 17 goals and 169 targets even where there is no report", async () => {
    const model = buildModel(await readPackage(async () => undefined, sdgSource));
    const kinds = model.nodes.map((n) => n.kind);
    expect(model.nodes.slice(0, 17).map((n) => n.id)).toEqual(Array.from({ length: 17 }, (_, i) => String(i + 1)));
    expect(kinds).toEqual([...Array(17).fill("goal"), ...Array(169).fill("target")]);
    expect(model.records.count).toBe(0);
  });

  it("are goals, targets and every row of an entity table, the kind being the table", async () => {
    const model = await tinyModel();
    expect(model.nodes.slice(17 + 169).map((n) => `${n.kind} ${n.id}`)).toEqual([
      ...["units group", "units dept", "units team", "initiatives school", "initiatives well", "initiatives festival"],
      ...["labs carbon-lab", "products app", "products center", "partners ngo", "kpis pue"],
    ]);
    expect(model.node.get("school")).toMatchObject({ name_en: "Rural School", name_zh: "乡村学校", prominence: 3 });
  });
});

describe("edges", () => {
  it("are the alignments, first and in the order of the package, with their records", async () => {
    const model = await tinyModel();
    const aligned = model.edges.slice(0, 6);
    expect(aligned.map((e) => [e.id, model.nodes[e.source].id, model.nodes[e.target].id])).toEqual([
      ["a1", "school", "4.4"],
      ["a2", "school", "4"],
      ["a3", "carbon-lab", "13.2"],
      ["a4", "well", "6.1"],
      ["a5", "app", "4.4"],
      ["a6", "center", "9.4"],
    ]);
    for (const [i, edge] of aligned.entries()) expect(edge.record).toBe(model.pack.alignments[i]);
  });

  it("follow from structure: target to goal, KPI to its subject, unit to the one above", async () => {
    const model = await tinyModel();
    expect(edgesOf(model, "measured_by")).toEqual([["center", "pue"]]);
    const parts = edgesOf(model, "part_of");
    expect(parts).toHaveLength(169 + 2 + 1);
    expect(parts).toContainEqual(["team", "dept"]);
    expect(parts).toContainEqual(["carbon-lab", "group"]);
    expect(parts).toContainEqual(["4.a", "4"]);
  });

  it("stay two where the same relation holds in different years, or different relations hold", async () => {
    const model = await tinyModel(withRows("relations.csv", "school,conforms_to,ngo,stated,2019,e1"));
    expect(model.graph.directedEdges("school", "ngo").sort()).toEqual([
      relationId("school", "conforms_to", "ngo", ["2019"]),
      relationId("school", "partner", "ngo", ["2019"]),
      relationId("school", "partner", "ngo", ["2020"]),
    ]);
  });

  it("become one where a relation stands twice", async () => {
    const model = await tinyModel(withRows("relations.csv", "school,partner,ngo,curated,2019,e2"));
    expect(edgesOf(model, "partner")).toHaveLength(2);
  });

  it("may lead from a node to itself", async () => {
    const model = await tinyModel(withRows("relations.csv", "school,successor_of,school,stated,,e1"));
    expect(edgesOf(model, "successor_of")).toEqual([["school", "school"]]);
    expect(model.graph.selfLoopCount).toBe(1);
  });

  it("to an unknown node are not there", async () => {
    const model = await tinyModel(withRows("relations.csv", "school,uses,nowhere,stated,,e1"));
    expect(edgesOf(model, "uses")).toEqual([["school", "app"]]);
    expect(model.graph.hasNode("nowhere")).toBe(false);
  });
});

describe("records", () => {
  it("are the alignments, then the entities without any", async () => {
    const { records, nodes } = await tinyModel();
    expect([...records.entity].map((n) => nodes[n].id)).toEqual([
      ...["school", "school", "carbon-lab", "well", "app", "center"],
      ...["group", "dept", "team", "festival", "ngo", "pue"],
    ]);
    expect([...records.object.subarray(0, 6)].map((n) => nodes[n].id)).toEqual([
      "4.4",
      "4",
      "13.2",
      "6.1",
      "4.4",
      "9.4",
    ]);
    expect([...records.goal.subarray(0, 6)].map((n) => nodes[n].id)).toEqual(["4", "4", "13", "6", "4", "9"]);
    expect([records.count, records.alignments]).toEqual([12, 6]);
  });

  it("have `none` where a value is missing, never a zero or an empty text", async () => {
    const model = await tinyModel();
    const facets = (record: number) => Object.fromEntries(FACETS.map((f) => [f, valuesOf(model, f, record)]));
    expect(facets(1)).toEqual({
      goal: ["4"],
      target: [NONE],
      year: [NONE],
      unit: ["team", "dept", "group"],
      kind: ["initiatives"],
      basis: ["curated"],
      grade: ["E0"],
    });
    expect(facets(recordOf(model, "festival"))).toEqual({
      goal: [NONE],
      target: [NONE],
      year: [NONE],
      unit: [NONE],
      kind: ["initiatives"],
      basis: [NONE],
      grade: [NONE],
    });
  });

  it("offer the values of a facet in the order of the framework and the tables, `none` last", async () => {
    const { facets } = (await tinyModel()).records;
    expect(facets.goal.values).toEqual([...Array.from({ length: 17 }, (_, i) => String(i + 1)), NONE]);
    expect(facets.target.values).toHaveLength(170);
    expect(facets.year.values).toEqual(["2019", "2020", "2021", NONE]);
    expect(facets.unit.values).toEqual(["group", "dept", "team", "carbon-lab", NONE]);
    expect(facets.kind.values).toEqual(["units", "initiatives", "labs", "products", "partners", "kpis", NONE]);
    expect(facets.grade.values).toEqual(["E0", "E1", "E2", "E3", "E4", NONE]);
  });
});

describe("the tree of units", () => {
  it("counts a record for the responsible unit and all above it", async () => {
    const model = await tinyModel();
    expect(valuesOf(model, "unit", recordOf(model, "school"))).toEqual(["team", "dept", "group"]);
    expect(valuesOf(model, "unit", recordOf(model, "well"))).toEqual(["dept", "group"]);
    expect(valuesOf(model, "unit", recordOf(model, "center"))).toEqual([NONE]);
  });

  it("counts units and labs for themselves; a lab hangs below the unit that it is part of", async () => {
    const model = await tinyModel();
    expect(valuesOf(model, "unit", recordOf(model, "carbon-lab"))).toEqual(["carbon-lab", "group"]);
    expect(valuesOf(model, "unit", recordOf(model, "dept"))).toEqual(["dept", "group"]);
  });

  it("counts two responsible units with the same one above once", async () => {
    const model = await tinyModel(withRows("relations.csv", "school,run_by,dept,curated,,e1"));
    expect(valuesOf(model, "unit", recordOf(model, "school"))).toEqual(["team", "dept", "group"]);
  });

  it("survives a circle of parents, and a unit that is its own parent", async () => {
    const circle = await tinyModel(withText("units.csv", "3,e1,\n", "3,e1,team\n"));
    expect(valuesOf(circle, "unit", recordOf(circle, "well"))).toEqual(["dept", "group", "team"]);
    const own = await tinyModel(withText("units.csv", "3,e1,\n", "3,e1,group\n"));
    expect(valuesOf(own, "unit", recordOf(own, "well"))).toEqual(["dept", "group"]);
    expect(unitsAbove(new Map([["a", "b"], ["b", "a"]]), "a")).toEqual(["a", "b"]); // biome-ignore format: one line reads best
  });

  it("counts nothing for what is run by something that is no unit", async () => {
    const model = await tinyModel(withRows("relations.csv", "center,run_by,ngo,stated,,e1"));
    expect(valuesOf(model, "unit", recordOf(model, "center"))).toEqual([NONE]);
  });

  it("counts nothing for a unit whose parent fell", async () => {
    const fallen = await tinyModel(
      withText("units.csv", "dept,部门,Department,,,,,,2,e1", "dept,部门,Department,,,,,,2,e9"),
    );
    expect(valuesOf(fallen, "unit", recordOf(fallen, "school"))).toEqual(["team"]);
  });
});

describe("any package", { timeout: 60_000 }, () => {
  it("becomes a graph that says what the rows say", async () => {
    await fc.assert(
      fc.asyncProperty(arbTables, async (tables) => {
        const model = await modelOf(tables);
        const { graph, nodes, edges, pack, records } = model;
        expect([graph.order, graph.size]).toEqual([nodes.length, edges.length]);
        expect(edges.map((e) => graph.extremities(e.id))).toEqual(
          edges.map((e) => [nodes[e.source].id, nodes[e.target].id]),
        );
        expect(edges.map((e) => graph.getEdgeAttribute(e.id, "index"))).toEqual(edges.map((e) => e.index));
        expect(nodes.map((n) => graph.getNodeAttribute(n.id, "index"))).toEqual(nodes.map((n) => n.index));
        for (const [r, a] of pack.alignments.entries()) {
          expect([nodes[records.entity[r]].id, nodes[records.object[r]].id]).toEqual([a.entity, a.object]);
          expect(nodes[records.goal[r]].id).toBe(a.object.split(".")[0]);
          expect(valuesOf(model, "year", r)).toEqual(a.years.length > 0 ? a.years : [NONE]);
          expect(valuesOf(model, "grade", r)).toEqual([a.grade]);
        }
        const unaligned = [...records.entity.subarray(records.alignments)].map((n) => nodes[n].id);
        const aligned = new Set(pack.alignments.map((a) => a.entity));
        expect(unaligned).toEqual(pack.kinds.flatMap((k) => k.rows.map((e) => e.id)).filter((id) => !aligned.has(id)));
      }),
    );
  });
});
