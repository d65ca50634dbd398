/** One finding: its sentence, what else is concerned, its evidence, the way to the graph, and the way aside. */
import { signal } from "@preact/signals";
import type { Finding } from "../../../graph/gap-rule.ts";
import { changeNotes } from "../../notes.ts";
import { Disc } from "../../parts/disc.tsx";
import { Long } from "../../parts/long.tsx";
import { NodeLink } from "../../parts/node-link.tsx";
import { href } from "../../state.ts";
import { Disclosure } from "../panel/disclosure.tsx";
import { EvidenceList } from "../panel/evidence.tsx";
import { said, subjectOf, words } from "./findings.ts";

/** What was done last, said aloud. */
export const announced = signal("");

/** `goals` are shown where the list is not of one goal alone. */
export function FindingRow({ finding, goals }: { finding: Finding; goals: boolean }) {
  const w = words.value;
  const { nodes, others = [], evidence, link } = finding;
  const subject = subjectOf(finding);
  return (
    <li class="finding">
      <p class="says">
        <NodeLink node={nodes[0]} /> <span>{said(finding)}</span>
      </p>
      {others.length > 0 && (
        <div class="others">
          <span class="quiet">{w.others}</span>
          <Long items={others} first={3} render={(node) => <li key={node.id}>{<NodeLink node={node} />}</li>} />
        </div>
      )}
      <div class="finding-foot">
        {goals && (
          <span class="discs">
            {finding.goals.map((code) => (
              <Disc key={code} code={code} small />
            ))}
          </span>
        )}
        <a href={href({ ...link, item: nodes[0].id })} aria-label={w.graphOf(subject)}>
          {w.graph}
        </a>
        {evidence.length > 0 && (
          <Disclosure summary={w.evidence(evidence.length)} label={`${w.evidence(evidence.length)}: ${subject}`}>
            {() => <EvidenceList ids={evidence} />}
          </Disclosure>
        )}
        <Disclosure class="set-aside" summary={w.aside.open} label={w.aside.openOf(subject)}>
          {() => <SetAside finding={finding} />}
        </Disclosure>
      </div>
    </li>
  );
}

function SetAside({ finding }: { finding: Finding }) {
  const w = words.value.aside;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const reason = String(new FormData(form).get("reason")).trim();
    if (!reason) return;
    leaveRow(form);
    changeNotes((notes) => ({ ...notes, setAside: { ...notes.setAside, [finding.key]: reason } }));
    announced.value = w.done(subjectOf(finding));
  };
  return (
    <form class="reason" onSubmit={submit}>
      <label>
        {w.reason}
        <input name="reason" required pattern=".*\S.*" maxLength={500} autocomplete="off" />
      </label>
      <button type="submit">{w.save}</button>
    </form>
  );
}

/** Before a row goes, the focus goes to the one after it, or before, or to the head of its list: never nowhere. */
export function leaveRow(inside: Element): void {
  const row = inside.closest("li")!;
  const next = row.nextElementSibling ?? row.previousElementSibling;
  const stop = next?.querySelector<HTMLElement>(".set-aside > summary, button");
  const head = row.closest("details")?.querySelector<HTMLElement>(":scope > summary");
  (stop ?? head ?? document.getElementById("view"))?.focus({ preventScroll: true });
}
