/** The line that tells what the pointer or the focus is on; screen readers hear the same from the cell itself. */
import { signal } from "@preact/signals";
import { words } from "./words.ts";

const told = signal("");

/** Tells of the part of a table that an event comes from; for its `onMouseOver` and `onFocusIn`. */
export function explain(event: Event): void {
  const part =
    (event.target as Element).closest("[data-tells]") ??
    (event.target as Element).querySelector(":scope > [data-tells]");
  told.value = part?.getAttribute("aria-label") ?? "";
}

export const explainNothing = (): void => {
  told.value = "";
};

export function Explanation() {
  return (
    <p class="explanation" aria-hidden="true">
      {told.value || <span class="quiet">{words.value.matrix.hint}</span>}
    </p>
  );
}
