/** Where the numbers and names of a comparison lead. */
import { filtersOf, formatAgainst } from "../../../graph/against.ts";
import type { Node } from "../../../graph/build.ts";
import type { Side } from "../../../graph/compare.ts";
import { EMPTY, formatQuery, type Query } from "../../../graph/query.ts";
import { hosted, href, language, query } from "../../state.ts";
import { folder } from "./other.ts";
import { sideA } from "./sides.ts";
import { words } from "./words.ts";

interface Address {
  href: string;
  /** Another report would take the place of this one, so it opens beside it. */
  target?: "_blank";
  title?: string;
}

const inNewTab = (query: Partial<Query>): Address => ({
  href: formatQuery({ ...EMPTY, report: folder.value, lang: language.value, ...query }),
  target: "_blank",
  title: words.value.newTab,
});

const isHere = (side: Side): boolean => side.model === sideA.value.model;

/** A changed query of a side: one of this report keeps the comparison. */
export const addressIn = (side: Side, change: Partial<Query>): Address =>
  isHere(side)
    ? { href: href({ ...filtersOf(side.query), ...change }) }
    : inNewTab({ ...filtersOf(side.query), ...change });

/** The page of a node: beside the comparison, where it is of this report. */
export const addressOf = (side: Side, { id }: Node): Address =>
  isHere(side) ? { href: href({ item: id }) } : inNewTab({ item: id });

/** The comparison with this as B. */
export const against = (change: Partial<Query>, base: Query = query.value): Partial<Query> => ({
  against: formatAgainst({ ...base, report: "", ...change }),
});

/**
 * A and B the other way round. A report that the reader opened from a folder has no address, so it can't be B.
 *
 * @returns nothing where they can't be swapped.
 */
export function swapped(b: Query): string | undefined {
  const a = query.value;
  if (!folder.value) return href({ ...filtersOf(b), against: formatAgainst({ ...a, report: "" }) });
  if (!hosted.value) return undefined;
  return href({
    ...filtersOf(b),
    item: "",
    report: folder.value,
    against: formatAgainst({ ...a, report: hosted.value }),
  });
}
