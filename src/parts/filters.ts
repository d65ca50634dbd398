/** The active filters in words: the chips above a view, and what stands beside a picture taken from it, say the same. */
import { FACETS, type FacetName, type Model, NONE } from "../../graph/build.ts";
import { type Query, toggleValue } from "../../graph/query.ts";
import { t } from "../i18n/index.ts";
import { model, nameOf, query } from "../state.ts";
import { facetValueName } from "./names.ts";

export interface ActiveFilter {
  key: string;
  name: string;
  /** What takes it away. */
  without: Partial<Query>;
}

/** The filters of a query, in the order of the rail: of the reader's, or of another one of this report or of another. */
export function activeFilters(q: Query = query.value, of: Model = model()): ActiveFilter[] {
  const filters = FACETS.flatMap((facet) =>
    q[facet].map((value) => ({
      key: facet + value,
      name: facetFilterName(facet, value, of),
      without: toggleValue(q, facet, value),
    })),
  );
  if (q.q) filters.push({ key: "q", name: t.value.filters.text(q.q), without: { ...q, q: "" } });
  if (q.focus) {
    const name = t.value.filters.focus(nameOf(of.node.get(q.focus)!), q.steps);
    filters.push({ key: "focus", name, without: { ...q, focus: "", steps: 1 } });
  }
  return filters;
}

function facetFilterName(facet: FacetName, value: string, of: Model): string {
  const code = (facet === "goal" || facet === "target") && value !== NONE ? `${value} ` : "";
  return `${t.value.facets[facet]}: ${code}${facetValueName(facet, value, of)}`;
}
