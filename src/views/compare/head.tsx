/** The two sides: what each is, how much it holds, and what can be done with them. */
import type { Side } from "../../../graph/compare.ts";
import type { Query } from "../../../graph/query.ts";
import { t } from "../../i18n/index.ts";
import { activeFilters } from "../../parts/filters.ts";
import { href } from "../../state.ts";
import { IssueTable } from "../issues.tsx";
import { addressIn, against, swapped } from "./links.ts";
import { folder, other, readAgain, reading } from "./other.ts";
import { areTwoReports, describe, sideA, sideB, titleOf } from "./sides.ts";
import { words } from "./words.ts";

export function Sides() {
  const w = words.value;
  const b = sideB.value;
  const swap = b && swapped(b.query);
  return (
    <>
      <div class="sides">
        <section aria-label={`A: ${w.aIs}`}>
          <SideHead letter="A" about={w.aIs} side={sideA.value} />
          <Description texts={describe(sideA.value)} />
        </section>
        <section aria-label={`B: ${w.bIs}`}>
          <SideHead letter="B" about={w.bIs} side={b} />
          {b ? <DescriptionOfB side={b} /> : <Waiting />}
        </section>
      </div>
      <p class="side-actions">
        {swap && <a href={swap}>{w.swap}</a>}
        <a href={href({ against: "" })}>{w.clear}</a>
      </p>
      <UnknownParts />
      {areTwoReports() && <p class="note">{w.matched}</p>}
    </>
  );
}

function SideHead({ letter, about, side }: { letter: string; about: string; side: Side | undefined }) {
  return (
    <h2>
      <span class={`letter letter-${letter}`}>{letter}</span> {about}
      {side && (
        <a {...addressIn(side, { view: "table", item: "" })}>
          {t.value.filters.shown(side.selection.entities, side.selection.alignments)}
          <span class="unseen">: {words.value.inTable(letter)}</span>
        </a>
      )}
    </h2>
  );
}

function Description({ texts }: { texts: readonly string[] }) {
  if (texts.length === 0) return <p class="quiet">{words.value.noFilter}</p>;
  return (
    <ul class="side-filters">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

/** The filters of B, each of which can be taken away; those of A are above the view. */
function DescriptionOfB({ side: { model, query } }: { side: Side }) {
  const filters = activeFilters(query, model);
  if (filters.length === 0 && !areTwoReports()) return <p class="quiet">{words.value.noFilter}</p>;
  const without = (change: Partial<Query>) => href(against({ ...change, report: folder.value }, query));
  return (
    <ul class="side-filters">
      {areTwoReports() && <li>{words.value.otherReport(titleOf(model))}</li>}
      {filters.map((filter) => (
        <li key={filter.key}>
          <a class="chip" href={without(filter.without)} aria-label={t.value.filters.remove(filter.name)}>
            <span>{filter.name}</span>
            <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** While B's report is not there: how far it is, or what stands in the way. */
function Waiting() {
  const w = words.value;
  const at = reading.value;
  if (at === "reading") return <p role="status">{w.reading(folder.value)}</p>;
  return (
    <div role="alert">
      <p>{"failed" in at ? w.failed(folder.value, at.failed) : w.notSound(folder.value)}</p>
      <button type="button" onClick={() => readAgain(folder.value)}>
        {w.again}
      </button>
      {"model" in at && <IssueTable issues={at.model.pack.issues} />}
    </div>
  );
}

/** What B's address asks for in vain, and what of its report could not be read: said, not passed over. */
function UnknownParts() {
  const of = other.value;
  if (!of) return null;
  const w = words.value;
  const parts = of.unknown.map(({ field, value }) => `${field}=${value}`).join(", ");
  const faults = areTwoReports() ? of.model.pack.issues.length : 0;
  return (
    <>
      {parts && (
        <p class="notice" role="alert">
          {w.unknown(parts)}
        </p>
      )}
      {faults > 0 && <p class="note">{w.faults(faults)}</p>}
    </>
  );
}
