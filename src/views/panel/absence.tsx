/** Says when the item is not in the picture now, why, and how to bring it back. */
import type { Node } from "../../../graph/build.ts";
import { clearFilters, type Query } from "../../../graph/query.ts";
import { absence, SHOWN } from "../../../graph/select.ts";
import { t } from "../../i18n/index.ts";
import { href, model, query, selection } from "../../state.ts";

/** `filtered`: known to be left out by the filters, though the node itself is there. */
export function Absence({ node, filtered }: { node: Node; filtered?: boolean }) {
  if (!filtered && selection.value?.nodes[node.index] === SHOWN) return null;
  const reason = filtered ? "filtered" : absence(model(), query.value, node);
  const remedies: Record<typeof reason, [string, Partial<Query>]> = {
    filtered: [t.value.filters.clear, clearFilters(query.value)],
    "passing-mention": [`${t.value.filters.show}: ${t.value.filters.all}`, { all: true }],
    "not-aligned": [`${t.value.filters.show}: ${t.value.filters.related}`, { related: true }],
  };
  const [words, change] = remedies[reason];
  return (
    <p class="absence">
      {t.value.panel.absent[reason]} <a href={href(change)}>{words}</a>
    </p>
  );
}
