/** Who is responsible for an entity. */
import type { Model, Node } from "./build.ts";
import { memoWeakly } from "./text.ts";

/**
 * The units that run an entity, as the report says or we read it; for a unit or lab that nobody runs, the unit above
 * it. Nothing is inherited: the facet of units counts the units above as well, a cell shows who is named.
 */
export function unitsOf(model: Model, id: string): Node[] {
  const units = running(model).get(id);
  if (units) return [...units];
  const parent = model.node.get(model.unitParent.get(id) ?? "");
  return parent ? [parent] : [];
}

/** The units that run each entity, gathered by one walk along the relations: a table asks for all entities at once. */
const running = memoWeakly(({ pack, node }: Model) => {
  const units = new Map<string, Set<Node>>();
  for (const { from, relation, to } of pack.relations) {
    const unit = node.get(to);
    if (relation !== "run_by" || !unit) continue;
    const own = units.get(from);
    if (own) own.add(unit);
    else units.set(from, new Set([unit]));
  }
  return units;
});
