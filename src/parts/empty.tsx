/** What stands where nothing matches: why, and the way out. */
import type { ComponentChildren } from "preact";
import { clearFilters, isFiltered } from "../../graph/query.ts";
import { t } from "../i18n/index.ts";
import { href, query } from "../state.ts";

/** `children` are other ways out, before the last one: giving up all filters. */
export function Empty({ children }: { children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p>{t.value.graph.empty}</p>
      <p class="quiet">{t.value.graph.emptyHint}</p>
      {children}
      {isFiltered(query.value) && <a href={href(clearFilters(query.value))}>{t.value.filters.clear}</a>}
    </div>
  );
}
