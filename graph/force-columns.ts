/** What the force layout works on, as columns. Apart from the layout itself, so that the page need not load that. */
import type { Model } from "./build.ts";
import type { Layout } from "./layout.ts";
import type { Target } from "./schema.ts";
import { type Selection, SHOWN } from "./select.ts";

/** What the layout needs to know of a graph, one number an item: cheap to hand to a worker. */
export interface ForceColumns {
  /** 1 for each node that takes part; the others keep their place. */
  shown: Uint8Array;
  x: Float32Array;
  y: Float32Array;
  size: Float32Array;
  /** The ends of each edge that pulls. */
  source: Uint32Array;
  target: Uint32Array;
}

/** Columns of what a selection shows. Targets go with their goal, served or not: the reader sees them as one place. */
export function forceColumns(
  model: Model,
  layout: Layout,
  selection: Pick<Selection, "nodes" | "edges">,
): ForceColumns {
  const shown = Uint8Array.from(model.nodes, ({ index, kind, row }) => {
    const leader = kind === "target" ? model.node.get((row as Target).goal)!.index : index;
    return Number(selection.nodes[leader] >= SHOWN);
  });
  const pulls = model.edges.filter(
    ({ index, kind, source, target }) =>
      shown[source] && shown[target] && (kind === "part_of" || selection.edges[index] >= SHOWN),
  );
  return {
    shown,
    x: layout.x.slice(),
    y: layout.y.slice(),
    size: layout.size,
    source: Uint32Array.from(pulls, (e) => e.source),
    target: Uint32Array.from(pulls, (e) => e.target),
  };
}
