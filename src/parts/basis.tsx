/** The switch between what the report states by itself and that with our reading; every view obeys it. */
import { t } from "../i18n/index.ts";
import { href, model, query, selection } from "../state.ts";
import { figure } from "./names.ts";
import "./basis.css";

/** Both ways say how many alignments they would show, so the difference is seen before the switch is touched. */
export function BasisSwitch() {
  const { basis } = query.value;
  const { alignments, facets } = model().records;
  const counts = selection.value!.counts.basis;
  const countOf = (value: string) => counts[facets.basis.values.indexOf(value)] ?? 0;
  const all = facets.basis.values.slice(0, -1).reduce((sum, value) => sum + countOf(value), 0);
  const stated = basis.length === 1 && basis[0] === "stated";
  if (alignments === 0) return null;
  const words = t.value.basisSwitch;
  return (
    <nav class="basis-switch" aria-label={words.label}>
      <a href={href({ basis: [] })} aria-current={basis.length === 0 ? "true" : undefined}>
        {words.all} <span class="count">{figure(all)}</span>
      </a>
      <a href={href({ basis: ["stated"] })} aria-current={stated ? "true" : undefined}>
        {words.stated} <span class="count">{figure(countOf("stated"))}</span>
      </a>
    </nav>
  );
}
