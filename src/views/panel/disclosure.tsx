/** A part that opens on demand and costs nothing until then. */
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";

interface Props {
  summary: ComponentChildren;
  children: () => ComponentChildren;
  open?: boolean;
  class?: string;
  label?: string;
}

export function Disclosure({ summary, children, open = false, class: name, label }: Props) {
  const opened = useSignal(open);
  return (
    <details
      class={name}
      open={open}
      onToggle={(event) => {
        opened.value = event.currentTarget.open;
      }}
    >
      <summary aria-label={label}>{summary}</summary>
      {opened.value && children()}
    </details>
  );
}
