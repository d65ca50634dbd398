/**
 * The force layout: ForceAtlas2 over what is shown, from the places of the goal ring. No randomness, so the same
 * columns end in the same picture. Needs neither page nor worker; the worker calls it so that the page never waits.
 */
import { UndirectedGraph } from "graphology";
import forceAtlas2, { type ForceAtlas2Settings } from "graphology-layout-forceatlas2";
import type { ForceColumns } from "./force-columns.ts";

interface Body {
  index: number;
  x: number;
  y: number;
  size: number;
}

export type ForceGraph = UndirectedGraph<Body, { weight: number }>;

/** The graph of the columns, built once; several edges between two nodes become one that pulls as strongly. */
export function forceGraph({ shown, x, y, size, source, target }: ForceColumns): ForceGraph {
  const graph: ForceGraph = new UndirectedGraph();
  for (let index = 0; index < shown.length; index++) {
    if (shown[index]) graph.addNode(index, { index, x: x[index], y: y[index], size: size[index] });
  }
  for (let e = 0; e < source.length; e++) {
    graph.updateEdge(source[e], target[e], ({ weight = 0 }) => ({ weight: weight + 1 }));
  }
  return graph;
}

/** Beyond this many nodes, far ones are reckoned together. */
const MANY = 1000;

/** The usual settings would end five times as wide as the ring and take long to get there: less push, longer steps. */
const settingsOf = (graph: ForceGraph): ForceAtlas2Settings => ({
  ...forceAtlas2.inferSettings(graph),
  barnesHutOptimize: graph.order > MANY,
  adjustSizes: true,
  scalingRatio: 1,
  slowDown: 0.3,
});

/**
 * Runs so many iterations and writes the new places into the columns.
 *
 * @returns how far a node went in one iteration, on average and in the units of the layout.
 */
export function forceStep(graph: ForceGraph, { x, y }: ForceColumns, iterations: number): number {
  if (graph.order === 0) return 0;
  forceAtlas2.assign(graph, { iterations, settings: settingsOf(graph) });
  let way = 0;
  graph.forEachNode((_, body) => {
    way += Math.hypot(body.x - x[body.index], body.y - y[body.index]);
    x[body.index] = body.x;
    y[body.index] = body.y;
  });
  return way / graph.order / iterations;
}
