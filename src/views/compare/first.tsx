/** The first rows of a long table, and the button for the others. */
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { t } from "../../i18n/index.ts";

export function useFirst<T>(rows: readonly T[], first: number): { shown: readonly T[]; more: ComponentChildren } {
  const all = useSignal(false);
  if (rows.length <= first) return { shown: rows, more: null };
  return {
    shown: all.value ? rows : rows.slice(0, first),
    more: (
      <button
        type="button"
        class="more"
        aria-expanded={all.value}
        onClick={() => {
          all.value = !all.value;
        }}
      >
        {all.value ? t.value.filters.fewer : t.value.panel.more(rows.length - first)}
      </button>
    ),
  };
}
