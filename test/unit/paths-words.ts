/** Words for sheets and figures of connections, plain enough to be compared: kinds of links as they are. */
import type { Node } from "../../graph/build.ts";
import type { PathsSheetWords } from "../../graph/paths-sheets.ts";
import type { Language } from "../../graph/query.ts";

export const sheetWords = (language: Language): PathsSheetWords => {
  const same = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name]));
  const titles = ["connections", "overlap", "both", "profile", "number", "step", "from", "relation", "to", "grade"];
  const more = ["basis", "years", "goal", "id", "name", "part", "kind", "count", "detail"];
  const parts = ["goals", "alone", "work", "leftOut", "below", "partners", "units", "kpis"];
  return {
    titles: same([...titles, ...more]) as PathsSheetWords["titles"],
    parts: same(parts) as PathsSheetWords["parts"],
    name: (node: Node) => (language === "zh" ? node.name_zh : node.name_en),
    kind: (node) => node.kind,
    link: ({ kind, source }, from) => (source === from.index ? kind : `~${kind}`),
    basis: (basis) => basis,
    unstated: (n) => `${n} unstated`,
    latest: (kpi) => kpi.id,
  };
};
