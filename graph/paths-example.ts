/** An example of a connection to begin with, taken from what the selection shows. */
import { forEachLink, type Model, type Node, otherEnd } from "./build.ts";
import { type Selection, SHOWN } from "./select.ts";

export interface PathExample {
  from: Node;
  to: Node;
  /** The kind to pass through. */
  via: string;
}

/** A lab, and a goal that a product of it serves and it does not serve by itself; none where there is no such. */
export function pathExample(model: Model, selection: Selection): PathExample | undefined {
  const labs = model.nodes.filter((node) => node.kind === "labs" && selection.nodes[node.index] === SHOWN);
  for (const lab of labs) {
    const own = goalsOf(model, selection, lab);
    for (const product of neighbours(model, selection, lab, "products")) {
      const goal = goalsOf(model, selection, product).find((g) => !own.includes(g));
      if (goal) return { from: lab, to: goal, via: "products" };
    }
  }
  return undefined;
}

function neighbours(model: Model, selection: Selection, node: Node, kind: string): Node[] {
  const found: Node[] = [];
  forEachLink(model, node.index, (edge) => {
    const other = model.nodes[otherEnd(edge, node.index)];
    if (selection.edges[edge.index] === SHOWN && other.kind === kind) found.push(other);
  });
  return found;
}

function goalsOf({ records, nodes, links }: Model, selection: Selection, { index }: Node): Node[] {
  // Alignments are the first edges, numbered as their records.
  const own = links.edges.subarray(links.starts[index], links.starts[index + 1]);
  return [...own].filter((e) => e < records.alignments && selection.records[e]).map((r) => nodes[records.goal[r]]);
}
