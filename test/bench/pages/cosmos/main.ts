/** A cosmos.gl page: the graph in typed arrays, a given layout, no simulation, no labels, no interface. */
import { Graph } from "@cosmos.gl/graph";
import { readArrays } from "../../graph-files.ts";
import { addFilters, graphAddress } from "../filters.ts";

const arrays = readArrays(await (await fetch(graphAddress())).arrayBuffer());

const graph = new Graph(document.getElementById("stage") as HTMLDivElement, {
  enableSimulation: false,
  transitionDuration: 0,
  fitViewDelay: 0,
  fitViewDuration: 0,
  backgroundColor: "#ffffff",
  pointGreyoutOpacity: 0,
  linkGreyoutOpacity: 0,
});
graph.setPointPositions(arrays.positions);
graph.setPointSizes(arrays.sizes);
graph.setPointColors(arrays.nodeColors);
graph.setLinks(arrays.links);
graph.setLinkColors(arrays.edgeColors);
graph.render();

addFilters((goal) => {
  graph.setConfigPartial({
    highlightedPointIndices: goal === 0 ? undefined : indicesOf(arrays.nodeGoals, goal),
    highlightedLinkIndices: goal === 0 ? undefined : indicesOf(arrays.edgeGoals, goal),
  });
});

function indicesOf(goals: Uint32Array, goal: number): number[] {
  const indices: number[] = [];
  for (let i = 0; i < goals.length; i++) if (goals[i] & goal) indices.push(i);
  return indices;
}
