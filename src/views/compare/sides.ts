/** What is compared: both sides, and what follows from them. */
import { computed } from "@preact/signals";
import { FACETS, type Model } from "../../../graph/build.ts";
import { compareSelections, type Side } from "../../../graph/compare.ts";
import { differencesBy, differencesByGoal } from "../../../graph/differences.ts";
import { compareKpis } from "../../../graph/kpi-changes.ts";
import type { Query } from "../../../graph/query.ts";
import { createSelector } from "../../../graph/select.ts";
import { t } from "../../i18n/index.ts";
import { activeFilters } from "../../parts/filters.ts";
import { facetValueName } from "../../parts/names.ts";
import { model, nameOf, pick, query, selection } from "../../state.ts";
import { other } from "./other.ts";
import { words } from "./words.ts";

/** A selector writes each answer over the one before, so B needs one of its own. */
const selectorOfB = computed(() => other.value && createSelector(other.value.model));

/** Only filters make another selection: the query is not watched otherwise. */
export const sideA = computed<Side>(() => {
  const selected = selection.value!;
  return { model: model(), query: query.peek(), selection: selected };
});

export const sideB = computed<Side | undefined>(() => {
  const of = other.value;
  return of && { model: of.model, query: of.query, selection: selectorOfB.value!(of.query) };
});

export const comparison = computed(() => sideB.value && compareSelections(sideA.value, sideB.value));
export const goals = computed(() => comparison.value && differencesByGoal(sideA.value, comparison.value));
export const kpis = computed(() => sideB.value && compareKpis(sideA.value, sideB.value));

const dimension = computed(() => query.value.by);
export const byDimension = computed(
  () => comparison.value && differencesBy(sideA.value, sideB.value!, comparison.value, dimension.value),
);

/** Whether B is of another report. */
export const areTwoReports = (): boolean => sideB.value !== undefined && sideB.value.model !== sideA.value.model;

export function titleOf({ pack }: Model): string {
  const { title, title_zh = title } = pack.descriptor;
  return pick({ title_en: title, title_zh }, "title");
}

/** What a side is: its report, where it is another one, and its filters. */
export function describe({ model: of, query: q }: Side): string[] {
  const switches = (["all", "related"] as const).filter((name) => q[name]).map((name) => t.value.filters[name]);
  const filters = [...activeFilters(q, of).map((filter) => filter.name), ...switches];
  return [...(areTwoReports() ? [words.value.otherReport(titleOf(of))] : []), ...filters];
}

/** The heads of columns: each side with what tells it from the other, in a few words. */
export const heads = computed(() => {
  const [a, b] = [sideA.value, sideB.value];
  const w = words.value;
  return {
    a: w.side("A", b ? distinction(a, b.query) : ""),
    b: w.side("B", b ? distinction(b, a.query) : ""),
  };
});

/** The values that a side filters by and the other doesn't; of another report, its name. */
function distinction({ model: of, query: own }: Side, others: Query): string {
  if (areTwoReports()) return of.pack.descriptor.name;
  const parts = FACETS.filter((facet) => own[facet].join() !== others[facet].join()).map((facet) => {
    const short: Record<string, string> = facet === "basis" ? t.value.basisShort : {};
    const names = own[facet].map((value) => short[value] ?? facetValueName(facet, value, of));
    return names.length > 2 ? `${names[0]} +${names.length - 1}` : names.join(", ") || words.value.all;
  });
  if (own.q !== others.q) parts.push(own.q ? `“${own.q}”` : words.value.all);
  if (own.focus !== others.focus) parts.push(own.focus ? nameOf(of.node.get(own.focus)!) : words.value.all);
  return [...new Set(parts)].join(" · ");
}
