/** What is filtered now, each filter removable, and how much is left; said aloud to screen readers. */
import { FACETS, type FacetName, NONE } from "../../graph/build.ts";
import { clearFilters, isFiltered, type Query, toggleValue } from "../../graph/query.ts";
import { isEntity } from "../../graph/select.ts";
import { t } from "../i18n/index.ts";
import { href, model, nameOf, query, selection } from "../state.ts";
import { facetValueName } from "./names.ts";

export function Chips() {
  const q = query.value;
  const shown = selection.value;
  return (
    <div class="chips-line">
      <p class="shown" role="status" aria-live="polite">
        {shown && t.value.filters.shown(shown.entities, shown.alignments)}
      </p>
      {model().opening > 2 && !q.all && (
        <a class="clear" href={href({ all: true })}>
          {t.value.filters.opening(model().nodes.filter(isEntity).length)}
        </a>
      )}
      {isFiltered(q) && (
        <ul class="chips" aria-label={t.value.filters.active}>
          {FACETS.flatMap((facet) =>
            q[facet].map((value) => <FacetChip key={facet + value} facet={facet} value={value} />),
          )}
          {q.q && <Chip name={t.value.filters.text(q.q)} without={{ q: "" }} />}
          {q.focus && (
            <Chip
              name={t.value.filters.focus(nameOf(model().node.get(q.focus)!), q.steps)}
              without={{ focus: "", steps: 1 }}
            />
          )}
          <li>
            <a class="clear" href={href(clearFilters(q))}>
              {t.value.filters.clear}
            </a>
          </li>
        </ul>
      )}
    </div>
  );
}

function FacetChip({ facet, value }: { facet: FacetName; value: string }) {
  const code = (facet === "goal" || facet === "target") && value !== NONE ? `${value} ` : "";
  const name = `${t.value.facets[facet]}: ${code}${facetValueName(facet, value)}`;
  return <Chip name={name} without={toggleValue(query.value, facet, value)} />;
}

function Chip({ name, without }: { name: string; without: Partial<Query> }) {
  return (
    <li>
      <a class="chip" href={href(without)} aria-label={t.value.filters.remove(name)}>
        <span>{name}</span>
        <span aria-hidden="true">×</span>
      </a>
    </li>
  );
}
