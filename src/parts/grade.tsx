/** An evidence grade: its code, its meaning, and a bar of five steps to compare by eye. */
import { GRADES } from "../../graph/schema.ts";
import { t } from "../i18n/index.ts";

type Code = (typeof GRADES)[number];

/** `short` leaves the meaning to the tooltip and to screen readers. */
export function Grade({ grade, short }: { grade: string; short?: boolean }) {
  const meaning = t.value.grade[grade as Code];
  const rank = GRADES.indexOf(grade as Code);
  return (
    <span class="grade" title={meaning}>
      <span class="steps" aria-hidden="true">
        {GRADES.slice(1).map((step, i) => (
          <i key={step} class={i < rank ? "on" : undefined} />
        ))}
      </span>
      <span class="code">{grade}</span>
      <span class={short ? "unseen" : undefined}> {meaning}</span>
    </span>
  );
}
