/** A number that leads to the rows it counts. */
import { EMPTY, type Query } from "../../../graph/query.ts";
import { figure } from "../../parts/names.ts";
import { href, query } from "../../state.ts";

/** The table of what a count counts, with nothing else filtered and passing mentions among it. */
export const rowsOf = (change: Partial<Query>): string =>
  href({ ...EMPTY, report: query.value.report, lang: query.value.lang, view: "table", all: true, ...change });

/** A number with a link to its rows; 0 and what no filter can show lead nowhere. */
export function Figure({ n, to }: { n: number; to?: Partial<Query> }) {
  return to && n > 0 ? <a href={rowsOf(to)}>{figure(n)}</a> : figure(n);
}
