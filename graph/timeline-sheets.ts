/** The timeline as sheets: its milestones and its lifetimes, in time order. */
import type { Model } from "./build.ts";
import type { Sheet } from "./sheet.ts";
import type { Item, LifetimeItem, MilestoneItem, Timeline } from "./timeline.ts";

/** Titles of the sheets and their columns, and names of what is in them, in the reader's language. */
export interface TimelineSheetWords {
  titles: Record<
    | "milestones"
    | "lifetimes"
    | "id"
    | "date"
    | "precision"
    | "what"
    | "entities"
    | "entity"
    | "kind"
    | "since"
    | "until"
    | "lanes"
    | "evidence"
    | "lines",
    string
  >;
  precisions: Record<Item["begin"]["precision"], string>;
  item: (item: Item) => string;
  kind: (item: Item) => string;
  entities: (item: Item) => string;
  lane: (id: string) => string;
}

/** The sheets "Milestones" and "Lifetimes"; what the report leaves open stays empty. */
export function timelineSheets(model: Model, { items, lanes }: Timeline, words: TimelineSheetWords): Sheet[] {
  const { titles: t } = words;
  const lanesOf = (item: Item) =>
    lanes
      .filter((lane) => lane.items.includes(item))
      .map(({ id }) => words.lane(id))
      .join(" | ");
  const linesOf = ({ row }: Item) =>
    row.evidence
      .map((id) => model.evidence.get(id)?.lines)
      .filter(Boolean)
      .join(" | ");
  const sheet = (name: string, columns: string[], rows: Sheet["rows"]): Sheet => ({
    name,
    columns: columns.map((title) => ({ title })),
    rows,
  });
  const source = (item: Item) => [lanesOf(item), item.row.evidence.join(" | "), linesOf(item)];
  const milestones = items.filter((item): item is MilestoneItem => item.type === "milestone");
  const lifetimes = items.filter((item): item is LifetimeItem => item.type === "lifetime");
  return [
    sheet(
      t.milestones,
      [t.id, t.date, t.precision, t.what, t.entities, t.lanes, t.evidence, t.lines],
      milestones.map((m) => [
        m.id,
        m.row.date,
        words.precisions[m.begin.precision],
        words.item(m),
        words.entities(m),
        ...source(m),
      ]),
    ),
    sheet(
      t.lifetimes,
      [t.id, t.entity, t.kind, t.since, t.precision, t.until, t.lanes, t.evidence, t.lines],
      lifetimes.map((l) => [
        l.id,
        words.item(l),
        words.kind(l),
        l.row.since,
        words.precisions[l.begin.precision],
        l.row.until || undefined,
        ...source(l),
      ]),
    ),
  ];
}
