/** A number that leads to the rows it counts, within the selection. */
import type { Query } from "../../../graph/query.ts";
import { figure } from "../../parts/names.ts";
import { href } from "../../state.ts";

/** `to`: what narrows the selection to what is counted. */
export function Count({ n, to }: { n: number; to: Partial<Query> }) {
  if (n === 0) return <span class="quiet">0</span>;
  return <a href={href({ view: "table", rows: "alignments", sort: "", ...to })}>{figure(n)}</a>;
}
