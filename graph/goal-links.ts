/** The selected alignments of one goal. */
import type { Model, Node } from "./build.ts";
import type { Alignment } from "./schema.ts";
import type { Selection } from "./select.ts";

/** An alignment with its ends. */
export interface GoalLink {
  alignment: Alignment;
  entity: Node;
  /** The target, or the goal where there is none. */
  object: Node;
}

/** The selected alignments to a goal (by its code) and to its targets, in the order of the package. */
export function goalLinks({ records, pack, nodes, node }: Model, selection: Selection, goal: string): GoalLink[] {
  const index = node.get(goal)?.index;
  const links: GoalLink[] = [];
  for (let r = 0; r < records.alignments; r++) {
    if (!selection.records[r] || records.goal[r] !== index) continue;
    links.push({
      alignment: pack.alignments[r],
      entity: nodes[records.entity[r]],
      object: nodes[records.object[r]],
    });
  }
  return links;
}
