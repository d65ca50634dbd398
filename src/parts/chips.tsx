/** What is filtered now, each filter removable, and how much is left; said aloud to screen readers. */
import { clearFilters, isFiltered } from "../../graph/query.ts";
import { isEntity } from "../../graph/select.ts";
import { t } from "../i18n/index.ts";
import { href, model, query, selection } from "../state.ts";
import { type ActiveFilter, activeFilters } from "./filters.ts";

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
          {activeFilters().map((filter) => (
            <Chip {...filter} key={filter.key} />
          ))}
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

function Chip({ name, without }: ActiveFilter) {
  return (
    <li>
      <a class="chip" href={href(without)} aria-label={t.value.filters.remove(name)}>
        <span>{name}</span>
        <span aria-hidden="true">×</span>
      </a>
    </li>
  );
}
