/** The page of a target: like a goal's, smaller. */
import type { Node } from "../../../graph/build.ts";
import { alignmentsOf, evidenceBehind } from "../../../graph/profile.ts";
import type { Goal, Target } from "../../../graph/schema.ts";
import { NodeLink } from "../../parts/node-link.tsx";
import { model, nameOf, selection } from "../../state.ts";
import { Absence } from "./absence.tsx";
import { Actions, citedName } from "./actions.tsx";
import { Head } from "./head.tsx";
import { Figures, Official, Served, Stated } from "./served.tsx";

export function TargetPage({ node }: { node: Node }) {
  const target = node.row as Target;
  const parent = model().node.get(target.goal)!;
  const goal = parent.row as Goal;
  const items = alignmentsOf(model(), selection.value!, node);
  const filter = { goal: [], target: [node.id] };
  const cited = evidenceBehind(
    model(),
    items.map((i) => i.alignment),
  ).map((e) => e.id);
  return (
    <div class="goal-page" style={{ "--goal": goal.color, "--on-goal": goal.on_color }}>
      <p class="band" aria-hidden="true">
        {target.code}
      </p>
      <Head node={node} />
      <p>
        <NodeLink node={parent} />
      </p>
      <Absence node={node} />
      <Actions node={node} subject={citedName(node)} evidence={cited} />
      {items.some((i) => i.alignment.basis === "stated") && <Stated items={items} filter={filter} />}
      <Served items={items} filter={filter} />
      <Figures items={items} />
      <Official iri={target.iri} name={nameOf(node)} />
    </div>
  );
}
