/** How severe a gap is: a word, and steps to compare by eye. */
import { SEVERITIES, type Severity } from "../../../graph/query.ts";
import { words } from "./findings.ts";

/** `short` leaves the word to the tooltip and to screen readers. */
export function SeverityMark({ severity, short }: { severity: Severity; short?: boolean }) {
  const name = words.value.severity[severity];
  const filled = SEVERITIES.length - SEVERITIES.indexOf(severity);
  return (
    <span class="grade severity" title={`${words.value.severityLabel}: ${name}`}>
      <span class="steps" aria-hidden="true">
        {SEVERITIES.map((step, i) => (
          <i key={step} class={i < filled ? "on" : undefined} />
        ))}
      </span>
      <span class={short ? "unseen" : undefined}>{name}</span>
    </span>
  );
}
