/** Who is responsible for an entity. */
import { forEachLink, type Model, type Node } from "./build.ts";

/**
 * The units that run an entity, as the report says or we read it; for a unit or lab that nobody runs, the unit above
 * it. Nothing is inherited: the facet of units counts the units above as well, a cell shows who is named.
 */
export function unitsOf(model: Model, id: string): Node[] {
  const units = new Set<Node>();
  const { index } = model.node.get(id)!;
  forEachLink(model, index, ({ kind, source, target }) => {
    if (kind === "run_by" && source === index) units.add(model.nodes[target]);
  });
  const parent = model.node.get(model.unitParent.get(id) ?? "");
  return units.size > 0 || !parent ? [...units] : [parent];
}
