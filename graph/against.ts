/** The other selection of a comparison, as it stands in the query: an address of its own, without `?`. */
import { EMPTY, FILTER_FIELDS, formatQuery, type Query } from "./query.ts";

/** What filters in a query, and nothing else: whether what is filtered out is hidden is the reader's, not a side's. */
export const filtersOf = (query: Query): Partial<Query> =>
  Object.fromEntries(FILTER_FIELDS.filter((field) => field !== "hide").map((field) => [field, query[field]]));

/** The filters and the report of a query; `?` where there are none, since an empty text says that there is no B. */
export const formatAgainst = (query: Query): string =>
  formatQuery({ ...EMPTY, ...filtersOf(query), report: query.report }).slice(1) || "?";

/** What means the same in every report: what of a selection can be asked of another report. */
export const sharedFilters = ({ goal, target, basis, grade, all }: Query): Partial<Query> => ({
  ...{ goal, target, basis, grade, all },
});
