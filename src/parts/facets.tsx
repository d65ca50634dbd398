/** The rail of facets: every value a link that switches it, with the count that it would give. */
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { FACETS, type FacetName, NONE } from "../../graph/build.ts";
import { toggleValue } from "../../graph/query.ts";
import { fold, groupBy } from "../../graph/text.ts";
import { t } from "../i18n/index.ts";
import { go, href, model, query, selection } from "../state.ts";
import { Disc } from "./disc.tsx";
import { facetValueName, figure } from "./names.ts";
import { Shape } from "./shape.tsx";

/** Facets of the rail. Targets are reached through their goal: their facet shows once a goal is chosen. */
const RAIL: readonly FacetName[] = FACETS;
/** Values shown before "more"; goals always all. */
const FIRST = 8;
/** Values shown at most: who looks for one among thousands types its name. */
const MOST = 200;

export function Facets() {
  const sheet = useRef<HTMLDialogElement>(null);
  const open = useSignal(false);
  const content = (
    <>
      <Switches />
      {RAIL.map((facet) => (
        <Facet key={facet} facet={facet} />
      ))}
    </>
  );
  return (
    <>
      <nav class="rail" aria-label={t.value.facets.title}>
        {content}
      </nav>
      <button
        type="button"
        class="open-filters"
        onClick={() => {
          open.value = true;
          sheet.current?.showModal();
        }}
      >
        {t.value.filters.open}
      </button>
      <dialog
        ref={sheet}
        class="filters-sheet"
        aria-label={t.value.facets.title}
        onClose={() => {
          open.value = false;
        }}
      >
        <form method="dialog">
          <h2>{t.value.facets.title}</h2>
          <button type="submit">{t.value.filters.close}</button>
        </form>
        {open.value && content}
      </dialog>
    </>
  );
}

const SWITCHES = ["all", "related", "hide"] as const;

function Switches() {
  return (
    <fieldset class="switches">
      <legend>{t.value.filters.show}</legend>
      {SWITCHES.map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={query.value[name]}
            onChange={(event) => go({ [name]: event.currentTarget.checked })}
          />
          {t.value.filters[name]}
        </label>
      ))}
    </fieldset>
  );
}

function Facet({ facet }: { facet: FacetName }) {
  const more = useSignal(false);
  const find = useSignal("");
  const rows = rowsOf(facet);
  if (rows.length === 0) return null;
  const long = rows.length > 20 && facet !== "goal";
  const matching = find.value
    ? rows.filter((r) => fold(`${r.value} ${facetValueName(facet, r.value)}`).includes(fold(find.value)))
    : rows;
  const all = facet === "goal" || more.value || matching.length <= FIRST + 2;
  const shown = firstRows(matching, all ? MOST : FIRST, query.value[facet]);
  return (
    <section class={`facet facet-${facet}`}>
      <h2>{t.value.facets[facet]}</h2>
      {long && more.value && (
        <input
          type="search"
          aria-label={`${t.value.filters.find}: ${t.value.facets[facet]}`}
          placeholder={t.value.filters.find}
          value={find.value}
          onInput={(event) => {
            find.value = event.currentTarget.value;
          }}
        />
      )}
      <ul>
        {shown.map((row) => (
          <FacetRow key={row.value} facet={facet} {...row} />
        ))}
      </ul>
      {all && shown.length < matching.length && (
        <p class="quiet more">{t.value.filters.narrow(matching.length - shown.length)}</p>
      )}
      {(!all || more.value) && (
        <button
          type="button"
          class="more"
          onClick={() => {
            more.value = !more.value;
            find.value = "";
          }}
        >
          {more.value ? t.value.filters.fewer : t.value.filters.more(matching.length - shown.length)}
        </button>
      )}
    </section>
  );
}

interface FacetRowData {
  value: string;
  count: number;
  depth: number;
}

/** The values of a facet worth showing: those with a count, and the chosen ones. Goals are always there. */
function rowsOf(facet: FacetName): FacetRowData[] {
  const counts = selection.value?.counts[facet];
  const { values } = model().records.facets[facet];
  const chosen = query.value[facet];
  const rows = values
    .map((value, i) => ({ value, count: counts?.[i] ?? 0, depth: 0 }))
    .filter((r) => r.count > 0 || chosen.includes(r.value) || (facet === "goal" && r.value !== NONE));
  if (facet === "target") {
    if (query.value.goal.length === 0 && chosen.length === 0) return [];
    return rows;
  }
  if (facet === "unit") return asTree(rows);
  return facet === "year" ? newestFirst(rows) : rows;
}

const newestFirst = (rows: FacetRowData[]): FacetRowData[] => [
  ...rows.filter((r) => r.value !== NONE).reverse(),
  ...rows.filter((r) => r.value === NONE),
];

/** Units below their parents, siblings by count. */
function asTree(rows: FacetRowData[]): FacetRowData[] {
  const { unitParent } = model();
  const present = new Set(rows.map((r) => r.value));
  const byCount = rows.filter((r) => r.value !== NONE).sort((a, b) => b.count - a.count);
  const below = groupBy(byCount, ({ value }) => {
    const parent = unitParent.get(value) ?? "";
    return present.has(parent) ? parent : "";
  });
  const children = (parent: string, depth: number): FacetRowData[] =>
    (below.get(parent) ?? []).flatMap((r) => [{ ...r, depth }, ...(depth < 6 ? children(r.value, depth + 1) : [])]);
  return [...children("", 0), ...rows.filter((r) => r.value === NONE)];
}

/** The first rows, and those chosen further down. */
const firstRows = (rows: FacetRowData[], count: number, chosen: readonly string[]): FacetRowData[] =>
  rows.filter((r, i) => i < count || chosen.includes(r.value) || r.value === NONE);

function FacetRow({ facet, value, count, depth }: FacetRowData & { facet: FacetName }) {
  const chosen = query.value[facet].includes(value);
  const coded = (facet === "goal" || facet === "target") && value !== NONE;
  return (
    <li style={depth > 0 ? { paddingLeft: `${depth * 14}px` } : undefined}>
      <a
        class={count === 0 ? "value without" : "value"}
        href={href(toggleValue(query.value, facet, value))}
        aria-current={chosen ? "true" : undefined}
      >
        {coded && <Disc code={value} small />}
        {facet === "kind" && <Shape kind={value} />}
        <span class="name">{facetValueName(facet, value)}</span>
        <span class="count">{figure(count)}</span>
      </a>
    </li>
  );
}
