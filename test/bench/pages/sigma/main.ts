/** A bare Sigma page: graphology and Sigma as their documentation has it, default programs, no interface. */
import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import type { EdgeLook, NodeLook } from "../../graph-files.ts";
import { addFilters, graphAddress } from "../filters.ts";

const graph = new MultiDirectedGraph<NodeLook, EdgeLook>();
graph.import(await (await fetch(graphAddress())).json());

let goal = 0;
const leavesOut = ({ goals }: { goals: number }): boolean => goal !== 0 && (goals & goal) === 0;

const sigma = new Sigma(graph, document.getElementById("stage")!, {
  nodeReducer: (_, look) => (leavesOut(look) ? { ...look, hidden: true } : look),
  edgeReducer: (_, look) => (leavesOut(look) ? { ...look, hidden: true } : look),
});

addFilters((chosen) => {
  goal = chosen;
  // As in Sigma's own example of reducers: the graph is the same, so its index may stay.
  sigma.refresh({ skipIndexation: true });
});
