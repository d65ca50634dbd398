/** A list that shows its first rows and unrolls on demand, so that a page about Tencent opens as fast as any other. */
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { t } from "../i18n/index.ts";

interface Props<T> {
  items: readonly T[];
  render: (item: T) => ComponentChildren;
  label?: string;
  class?: string;
  /** Rows shown at first. */
  first?: number;
}

/** `render` gives the `<li>` of an item. One or two rows more than `first` are shown at once: a button is no shorter. */
export function Long<T>({ items, render, label, class: name, first = 8 }: Props<T>) {
  const all = useSignal(false);
  if (items.length === 0) return null;
  const long = items.length > first + 2;
  const shown = long && !all.value ? items.slice(0, first) : items;
  return (
    <>
      <ul class={name} aria-label={label}>
        {shown.map(render)}
      </ul>
      {long && (
        <button
          type="button"
          class="more"
          aria-expanded={all.value}
          onClick={() => {
            all.value = !all.value;
          }}
        >
          {all.value ? t.value.filters.fewer : t.value.panel.more(items.length - shown.length)}
        </button>
      )}
    </>
  );
}
