/** Which goals are judged: the reader may say that one is not material, or was not assessed, and why. */
import { useSignal } from "@preact/signals";
import type { Node } from "../../../graph/build.ts";
import { type Assessment, changeNotes, notes } from "../../notes.ts";
import { Disc } from "../../parts/disc.tsx";
import { nameOf } from "../../state.ts";
import { Disclosure } from "../panel/disclosure.tsx";
import { announced } from "./finding.tsx";
import { words } from "./findings.ts";
import { goalNodes } from "./summary.tsx";

const STATES = ["judged", "not-material", "not-assessed"] as const;
type State = (typeof STATES)[number];

export function Judged() {
  const w = words.value.judged;
  const left = goalNodes().filter((goal) => goal.id in notes.value.goals).length;
  return (
    <Disclosure
      class="gap-group judged"
      summary={
        <>
          <span class="name">{w.heading}</span>
          <span class="tally quiet">{w.count(left)}</span>
        </>
      }
    >
      {() => (
        <>
          <p class="note">{w.intro}</p>
          <ul class="goal-states">
            {goalNodes().map((goal) => (
              <li key={goal.id}>
                <Disc code={goal.id} small />
                <span class="name">{nameOf(goal)}</span>
                <GoalState goal={goal} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Disclosure>
  );
}

/** The form of one goal; `label` stands where its name doesn't. */
export function GoalState({ goal, label }: { goal: Node; label?: string }) {
  const known = notes.value.goals[goal.id];
  // Another state, from another form of the same goal, makes another form.
  return <StateForm key={`${known?.state} ${known?.reason}`} goal={goal} known={known} label={label} />;
}

interface FormProps {
  goal: Node;
  known: Assessment | undefined;
  label: string | undefined;
}

function StateForm({ goal, known, label }: FormProps) {
  const w = words.value.judged;
  const state = useSignal<State>(known?.state ?? "judged");
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget as HTMLFormElement).get("reason") ?? "").trim();
    assess(goal.id, state.value === "judged" ? undefined : { state: state.value, reason });
    announced.value = w.saved(goal.id, w.states[state.value]);
  };
  const changed = state.value !== (known?.state ?? "judged");
  return (
    <form class="goal-state" onSubmit={submit}>
      {label && <span class="quiet">{label}</span>}
      <select
        aria-label={w.state(goal.id)}
        value={state.value}
        onChange={(event) => {
          state.value = event.currentTarget.value as State;
        }}
      >
        {STATES.map((name) => (
          <option key={name} value={name}>
            {w.states[name]}
          </option>
        ))}
      </select>
      {state.value !== "judged" && (
        <input
          name="reason"
          aria-label={w.reason(goal.id)}
          placeholder={w.placeholder}
          defaultValue={known?.reason}
          required={state.value === "not-material"}
          pattern=".*\S.*"
          maxLength={500}
          autocomplete="off"
        />
      )}
      {(changed || known) && (
        <button type="submit" aria-label={w.saveOf(goal.id)}>
          {w.save}
        </button>
      )}
    </form>
  );
}

function assess(goal: string, assessment: Assessment | undefined): void {
  changeNotes((now) => {
    const { [goal]: _, ...others } = now.goals;
    return { ...now, goals: assessment ? { ...others, [goal]: assessment } : others };
  });
}
