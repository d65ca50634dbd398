/**
 * What the reader decides about a report: which goals are not material or were not assessed, and which findings are set
 * aside. Kept in this browser for each report, exported with the gap list; nothing is sent anywhere.
 */
import { effect, signal } from "@preact/signals";
import { loaded } from "./state.ts";

/** Why a goal is left out of the judgement. */
export interface Assessment {
  state: "not-assessed" | "not-material";
  reason: string;
}

export interface Notes {
  /** By code of the goal. */
  goals: Record<string, Assessment>;
  /** Reasons by the key of the finding. */
  setAside: Record<string, string>;
}

const NOTHING: Notes = { goals: {}, setAside: {} };

/** The reader's notes on the report that is open. */
export const notes = signal<Notes>(NOTHING);

const keyOf = (report: string): string => `goalgraph:notes:${report}`;

/** Changes the notes, and keeps them where the browser allows it. */
export function changeNotes(change: (notes: Notes) => Notes): void {
  notes.value = change(notes.peek());
  const report = loaded.peek()?.pack.descriptor.name;
  if (report === undefined) return;
  try {
    localStorage.setItem(keyOf(report), JSON.stringify(notes.value));
  } catch {
    // Private windows may refuse: the notes then last as long as the page.
  }
}

/** Notes from an earlier visit; what is not sound counts as none. */
function stored(report: string): Notes {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(keyOf(report)) ?? "{}");
    const { goals, setAside } = found as Partial<Notes>;
    return { goals: soundGoals(goals), setAside: soundReasons(setAside) };
  } catch {
    return NOTHING;
  }
}

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === "object" && value !== null ? Object.entries(value) : [];

const soundReasons = (value: unknown): Notes["setAside"] =>
  Object.fromEntries(entriesOf(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"));

const soundGoals = (value: unknown): Notes["goals"] =>
  Object.fromEntries(
    entriesOf(value).filter((entry): entry is [string, Assessment] => {
      const { state, reason } = (entry[1] ?? {}) as Partial<Assessment>;
      return (state === "not-assessed" || state === "not-material") && typeof reason === "string";
    }),
  );

// Last: a report may be open already when this module is loaded, and then all of the above is needed at once.
effect(() => {
  if (loaded.value) notes.value = stored(loaded.value.pack.descriptor.name);
});
