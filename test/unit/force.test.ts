import { describe, expect, it } from "vitest";
import type { Model } from "../../graph/build.ts";
import { forceGraph, forceStep } from "../../graph/force.ts";
import { type ForceColumns, forceColumns } from "../../graph/force-columns.ts";
import { goalRing } from "../../graph/layout.ts";
import { parseQuery } from "../../graph/query.ts";
import { SHOWN, select } from "../../graph/select.ts";
import { shippedModel, tinyModel } from "../helpers.ts";

const columnsFor = (model: Model, query = ""): ForceColumns =>
  forceColumns(model, goalRing(model), select(model, parseQuery(query, model).query));

/** The columns after so many steps, and how far the last of them went. */
function run(columns: ForceColumns, steps: number): ForceColumns & { way: number } {
  const graph = forceGraph(columns);
  let way = 0;
  for (let i = 0; i < steps; i++) way = forceStep(graph, columns, 10);
  return { ...columns, way };
}

const meanEdge = ({ x, y, source, target }: ForceColumns): number =>
  source.reduce((sum, a, e) => sum + Math.hypot(x[a] - x[target[e]], y[a] - y[target[e]]), 0) / source.length;

describe("the force layout", () => {
  it("ends in the same picture each time", async () => {
    const model = await shippedModel();
    const [one, two] = [run(columnsFor(model), 3), run(columnsFor(model), 3)];
    expect(one.x).toEqual(two.x);
    expect(one.y).toEqual(two.y);
  });

  it("draws together what is linked, in finite places, and comes to rest", async () => {
    const model = await shippedModel();
    const start = columnsFor(model);
    const before = meanEdge(start);
    const early = run(columnsFor(model), 1);
    const late = run(start, 20);
    expect([...late.x, ...late.y].filter((n) => !Number.isFinite(n))).toEqual([]);
    expect(meanEdge(late)).toBeLessThan(before);
    expect(late.way).toBeLessThan(early.way / 1.5);
  });

  it("moves what is shown and the targets of shown goals, nothing else", async () => {
    const model = await shippedModel();
    const ring = goalRing(model);
    const columns = columnsFor(model, "?goal=13");
    const { x, y, shown } = run(columns, 1);
    const moved = model.nodes.filter(({ index: i }) => x[i] !== ring.x[i] || y[i] !== ring.y[i]);
    expect(moved.length).toBeGreaterThan(20);
    expect(moved.filter(({ index }) => !shown[index])).toEqual([]);
    const { nodes } = select(model, parseQuery("?goal=13", model).query);
    const asked = model.nodes.filter(({ index, kind, id }) => {
      const leader = kind === "target" ? model.node.get(id.split(".")[0])!.index : index;
      return nodes[leader] >= SHOWN;
    });
    expect(model.nodes.filter((n) => shown[n.index])).toEqual(asked);
  });

  it("leaves the goal ring's own places alone", async () => {
    const model = await tinyModel();
    const layout = goalRing(model);
    const x = layout.x.slice();
    const columns = forceColumns(model, layout, select(model, parseQuery("", model).query));
    run(columns, 1);
    expect(columns.x).not.toEqual(x);
    expect(layout.x).toEqual(x);
  });

  it("has nothing to do where nothing is shown", async () => {
    const model = await tinyModel();
    const columns = forceColumns(model, goalRing(model), {
      nodes: new Uint8Array(model.nodes.length),
      edges: new Uint8Array(model.edges.length),
    });
    expect(run(columns, 1).way).toBe(0);
  });
});
