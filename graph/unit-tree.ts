/** The tree of units and labs, for who shows it: from the top down, each unit once, whatever a faulty table says. */
import type { Model } from "./build.ts";
import { memoWeakly } from "./text.ts";

export interface UnitTree {
  /** Units without a unit above them; of a circle, the first in the order of the tables. */
  roots: readonly string[];
  below: ReadonlyMap<string, readonly string[]>;
  /** The unit that stands above, none for a root. */
  above: ReadonlyMap<string, string>;
  /** The root that is the organisation itself: more than half of all units hang below it. */
  organisation: string | undefined;
  /** The unit of the first row that a unit belongs to: a root, or a unit just below the organisation. */
  top: ReadonlyMap<string, string>;
}

/** The tree of a model's units; linear in their number. */
export const unitTree = memoWeakly(({ records, unitParent }: Model): UnitTree => {
  const units = records.facets.unit.values.slice(0, -1);
  const known = new Set(units);
  const children = new Map<string, string[]>(units.map((unit) => [unit, []]));
  for (const unit of units) children.get(unitParent.get(unit) ?? "")?.push(unit);
  const isRoot = (unit: string) => !known.has(unitParent.get(unit) ?? "");

  const roots: string[] = [];
  const above = new Map<string, string>();
  const below = new Map<string, string[]>();
  const met = new Set<string>();
  /** Takes in a root and all that hangs below it; gives how many units these are. */
  const plant = (root: string): number => {
    roots.push(root);
    met.add(root);
    const members = [root];
    for (const unit of members) {
      const next = children.get(unit)!.filter((child) => !met.has(child));
      below.set(unit, next);
      for (const child of next) {
        met.add(child);
        above.set(child, unit);
        members.push(child);
      }
    }
    return members.length;
  };
  let organisation: string | undefined;
  for (const unit of [...units.filter(isRoot), ...units]) {
    if (!met.has(unit) && plant(unit) - 1 > units.length / 2) organisation = unit;
  }

  const top = new Map<string, string>();
  // Units were taken in from the top down.
  for (const unit of below.keys()) {
    const parent = above.get(unit);
    top.set(unit, parent === undefined || parent === organisation ? unit : top.get(parent)!);
  }
  return { roots, below, above, organisation, top };
});
