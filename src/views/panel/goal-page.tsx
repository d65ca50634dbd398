/** The page of a goal: what the report says for it, what serves it, its figures, its targets covered and not. */
import type { Node } from "../../../graph/build.ts";
import { alignmentsOf, evidenceBehind, targetsOf } from "../../../graph/profile.ts";
import type { Goal } from "../../../graph/schema.ts";
import { model, nameOf, selection } from "../../state.ts";
import { Absence } from "./absence.tsx";
import { Actions, citedName } from "./actions.tsx";
import { Head } from "./head.tsx";
import { Figures, Official, Served, Stated } from "./served.tsx";
import { Targets } from "./targets.tsx";

export function GoalPage({ node }: { node: Node }) {
  const goal = node.row as Goal;
  const items = alignmentsOf(model(), selection.value!, node);
  const alignments = items.map((i) => i.alignment);
  const stated = alignments.filter((a) => a.basis === "stated");
  const filter = { goal: [node.id] };
  const cited = evidenceBehind(model(), stated.length > 0 ? stated : alignments).map((e) => e.id);
  return (
    <div class="goal-page" style={{ "--goal": goal.color, "--on-goal": goal.on_color }}>
      <p class="band" aria-hidden="true">
        {goal.code}
      </p>
      <Head node={node} />
      <Absence node={node} />
      <Actions node={node} subject={citedName(node)} evidence={cited} />
      <Stated items={items} filter={filter} />
      <Targets {...targetsOf(model(), items, node)} />
      <Served items={items} filter={filter} />
      <Figures items={items} />
      <Official iri={goal.iri} name={nameOf(node)} />
    </div>
  );
}
