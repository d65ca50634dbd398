/** What the time view gives away: the timeline as it is on the screen, and its items as sheets. */
import type { Figure } from "../../../graph/figure.ts";
import type { Goal } from "../../../graph/schema.ts";
import type { Sheet } from "../../../graph/sheet.ts";
import { timelineFigure } from "../../../graph/timeline-figure.ts";
import { timelineSheets } from "../../../graph/timeline-sheets.ts";
import { model, nameOf } from "../../state.ts";
import { grouping, isOpen, lanes, span, timeline } from "./state.ts";
import { itemKind, itemName, laneName, tickText, words } from "./words.ts";

/** To be called only where something is dated. */
export function figureOfTime(): Figure {
  const shown = lanes.value.map((lane) => {
    const row = model().node.get(lane.id)?.row as Goal | undefined;
    const color = row?.color ? { ground: row.color, text: row.on_color } : undefined;
    return { lane, name: laneName(lane.id), color, open: isOpen(lane.id) };
  });
  return timelineFigure(shown, span.value!, { item: itemName, tick: tickText, legend: words.value.legend });
}

/** All dated items of the selection, in sight or not. */
export function sheetsOfTime(): Sheet[] {
  const w = words.value;
  const { date, what, kind, goals, units, evidence } = w.list;
  return timelineSheets(model(), timeline.value, {
    titles: { ...w.sheets, date, what, kind, evidence, lanes: grouping.value === "goal" ? goals : units },
    precisions: w.sheets.precisions,
    item: itemName,
    kind: itemKind,
    entities: ({ nodes }) => nodes.map(nameOf).join(" | "),
    lane: (id) => (grouping.value === "goal" && model().node.has(id) ? id : laneName(id)),
  });
}
