/** What is not among the open findings: those set aside, and those of goals that are not judged. Each with its reason. */
import type { Finding } from "../../../graph/gap-rule.ts";
import { groupBy } from "../../../graph/text.ts";
import { changeNotes, notes } from "../../notes.ts";
import { Disc } from "../../parts/disc.tsx";
import { Long } from "../../parts/long.tsx";
import { NodeLink } from "../../parts/node-link.tsx";
import { model, nameOf } from "../../state.ts";
import { Disclosure } from "../panel/disclosure.tsx";
import { announced, leaveRow } from "./finding.tsx";
import { said, sorted, subjectOf, whyNotJudged, words } from "./findings.ts";

/** Rows shown at first. */
const FIRST = 20;

export function SetAsideList() {
  const w = words.value.aside;
  const { setAside } = sorted.value;
  const elsewhere = Object.keys(notes.value.setAside).length - setAside.length;
  if (setAside.length === 0 && elsewhere <= 0) return null;
  return (
    <Disclosure class="gap-group" summary={<span class="name">{w.heading(setAside.length)}</span>}>
      {() => (
        <>
          <Long
            items={setAside}
            first={FIRST}
            class="findings"
            render={({ finding, reason }) => (
              <li key={finding.key} class="finding">
                <Said finding={finding} />
                <p class="why">{reason}</p>
                <button
                  type="button"
                  aria-label={w.backOf(subjectOf(finding))}
                  onClick={(event) => putBack(event, finding)}
                >
                  {w.back}
                </button>
              </li>
            )}
          />
          {elsewhere > 0 && <p class="note">{w.elsewhere(elsewhere)}</p>}
        </>
      )}
    </Disclosure>
  );
}

function putBack(event: MouseEvent, { key, ...finding }: Finding): void {
  leaveRow(event.currentTarget as Element);
  changeNotes(({ goals, setAside: { [key]: _, ...setAside } }) => ({ goals, setAside }));
  announced.value = words.value.aside.backDone(subjectOf({ key, ...finding } as Finding));
}

export function LeftOutList() {
  const w = words.value;
  const { leftOut } = sorted.value;
  if (leftOut.length === 0) return null;
  return (
    <Disclosure class="gap-group" summary={<span class="name">{w.leftOut.heading(leftOut.length)}</span>}>
      {() =>
        [...groupBy(leftOut, (left) => left.goal)].map(([goal, of]) => {
          return (
            <section key={goal} class="left-out">
              <h3>
                <Disc code={goal} small /> {nameOf(model().node.get(goal)!)}
              </h3>
              <p class="why">{whyNotJudged(goal)}</p>
              <Long
                items={of}
                class="findings"
                render={({ finding }) => (
                  <li key={finding.key} class="finding">
                    <Said finding={finding} />
                  </li>
                )}
              />
            </section>
          );
        })
      }
    </Disclosure>
  );
}

function Said({ finding }: { finding: Finding }) {
  return (
    <p class="says">
      <span class="code">{finding.rule}</span> <NodeLink node={finding.nodes[0]} /> <span>{said(finding)}</span>
    </p>
  );
}
