/** The targets of a goal: covered within the filters, and not. */
import type { TargetCover } from "../../../graph/profile.ts";
import { t } from "../../i18n/index.ts";
import { Grade } from "../../parts/grade.tsx";
import { NodeLink } from "../../parts/node-link.tsx";
import { Count } from "./served.tsx";

export function Targets({
  covered,
  notCovered,
}: {
  covered: readonly TargetCover[];
  notCovered: readonly TargetCover[];
}) {
  const words = t.value.panel;
  return (
    <section>
      <h3>
        {words.covered} <span class="count">{`${covered.length}/${covered.length + notCovered.length}`}</span>
      </h3>
      <ul class="rows">
        {covered.map(({ target, alignments, best }) => (
          <li key={target.id} class="server">
            <NodeLink node={target} />
            <Grade grade={best} short />
            <Count n={alignments} change={{ goal: [], target: [target.id] }} of={`${target.id} ${words.alignments}`} />
          </li>
        ))}
      </ul>
      {notCovered.length > 0 && (
        <>
          <h4>
            {words.notCovered} <span class="count">{notCovered.length}</span>
          </h4>
          <ul class="rows">
            {notCovered.map(({ target, alignments }) => (
              <li key={target.id} class="server">
                <NodeLink node={target} />
                {alignments > 0 && <span class="quiet">{words.mentioned(alignments)}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
