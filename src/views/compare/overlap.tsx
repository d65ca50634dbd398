/** What the sides share: how many entities and alignments are only in one of them, and how many in both. */
import { NONE } from "../../../graph/build.ts";
import { PARTS, type Part, type Split } from "../../../graph/compare.ts";
import { figure } from "../../parts/names.ts";
import { comparison, heads, sideA, sideB } from "./sides.ts";
import { words } from "./words.ts";

/** The anchors of the three lists. */
export const ANCHOR: Record<Part, string> = { onlyA: "only-a", both: "in-both", onlyB: "only-b" };

/** What a part is called. */
export function partName(part: Part): string {
  const w = words.value.overlap;
  return part === "both" ? w.both : w[part](heads.value[part === "onlyA" ? "a" : "b"]);
}

export function Overlap() {
  const w = words.value.overlap;
  const { entities, alignments } = comparison.value!;
  return (
    <section id="compare-shared">
      <h2>{w.title}</h2>
      <table class="overlap">
        <thead>
          <tr>
            <td />
            {PARTS.map((part) => (
              <th key={part} scope="col">
                {partName(part)}
              </th>
            ))}
            <td class="bar" />
          </tr>
        </thead>
        <tbody>
          <Row name={w.entities} split={entities} />
          <Row name={w.alignments} split={alignments} />
        </tbody>
      </table>
      {[entities, alignments].every((of) => of.onlyA.length + of.onlyB.length === 0) && (
        <p class="note">{words.value.sameSides}</p>
      )}
      <Notes />
    </section>
  );
}

function Row({ name, split }: { name: string; split: Split<unknown> }) {
  const [a, both, b] = PARTS.map((part) => split[part].length);
  return (
    <tr>
      <th scope="row">{name}</th>
      {PARTS.map((part) => (
        <td key={part}>
          <a href={`#${ANCHOR[part]}`}>{figure(split[part].length)}</a>
        </td>
      ))}
      <td class="bar">
        {a + both + b > 0 && (
          <span class="shares" role="img" aria-label={words.value.overlap.bar(a, both, b)}>
            {PARTS.map((part) => (
              <i key={part} class={part} style={{ flexGrow: split[part].length }} />
            ))}
          </span>
        )}
      </td>
    </tr>
  );
}

/** What a reader would else conclude wrongly from years. */
function Notes() {
  const [a, b] = [sideA.value, sideB.value!];
  const w = words.value;
  if (a.query.year.join() === b.query.year.join()) return null;
  const unknown = a.model === b.model && ![a, b].some((s) => s.query.year.length === 0 || s.query.year.includes(NONE));
  const at = a.model.records.facets.year.values.indexOf(NONE);
  const n = unknown ? Math.max(a.selection.counts.year[at], b.selection.counts.year[at]) : 0;
  return (
    <>
      <p class="note">{w.yearNote}</p>
      {n > 0 && <p class="note">{w.unknownYears(n)}</p>}
    </>
  );
}
