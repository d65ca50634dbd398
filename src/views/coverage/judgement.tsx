/** What the reader notes of a goal: not assessed, or not material and why. The gap list reads the same notes. */
import { signal, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { type Assessment, changeNotes, notes } from "../../notes.ts";
import { model, nameOf } from "../../state.ts";
import { words } from "./words.ts";

/** The goal that is being judged; empty: none. */
export const judging = signal("");

const STATES = ["", "not-assessed", "not-material"] as const;

export function Judgement() {
  const dialog = useRef<HTMLDialogElement>(null);
  useSignalEffect(() => {
    if (judging.value) dialog.current?.showModal();
  });
  return (
    <dialog
      ref={dialog}
      class="judgement"
      aria-labelledby="judgement-title"
      onKeyDown={(event) => {
        // Escape closes this, and not the details as well.
        if (event.key === "Escape") event.stopPropagation();
      }}
      onClose={() => {
        judging.value = "";
      }}
    >
      {judging.value && <Form key={judging.value} goal={judging.value} leave={() => dialog.current?.close()} />}
    </dialog>
  );
}

function Form({ goal, leave }: { goal: string; leave: () => void }) {
  const w = words.value.judge;
  const noted = notes.value.goals[goal];
  const names = { "": w.assessed, "not-assessed": w["not-assessed"], "not-material": w["not-material"] };
  const chosen = noted?.state ?? "";
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const given = new FormData(event.currentTarget);
        note(goal, String(given.get("state")), String(given.get("reason")).trim());
        leave();
      }}
      onChange={(event) => {
        const { reason, state } = event.currentTarget.elements as unknown as {
          reason: HTMLTextAreaElement;
          state: RadioNodeList;
        };
        reason.required = state.value === "not-material";
      }}
    >
      <h2 id="judgement-title">{w.title(`${goal} ${nameOf(model().node.get(goal)!)}`)}</h2>
      <fieldset>
        <legend class="quiet">{w.intro}</legend>
        {STATES.map((state) => (
          <label key={state}>
            <input type="radio" name="state" value={state} defaultChecked={state === chosen} />
            {names[state]}
          </label>
        ))}
      </fieldset>
      <label class="reason">
        {w.reason}
        <textarea
          name="reason"
          rows={3}
          defaultValue={noted?.reason ?? ""}
          required={noted?.state === "not-material"}
        />
      </label>
      <p class="acts">
        <button type="button" onClick={leave}>
          {w.cancel}
        </button>
        <button type="submit" class="main">
          {w.save}
        </button>
      </p>
    </form>
  );
}

function note(goal: string, state: string, reason: string): void {
  changeNotes((notes) => {
    const { [goal]: _, ...others } = notes.goals;
    return { ...notes, goals: state ? { ...others, [goal]: { state: state as Assessment["state"], reason } } : others };
  });
}
