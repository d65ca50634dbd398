/**
 * The timeline: the milestones and lifetimes of what is selected, in time order and in lanes by goal or by unit.
 *
 * A milestone is there when one of its entities is shown, a lifetime when its entity is. Where years are chosen, only
 * what happened or went on in one of them stays.
 */
import { type Model, NONE, type Node } from "./build.ts";
import { type DateSpan, meet, type Span, spanOf, yearStart } from "./calendar.ts";
import type { Query } from "./query.ts";
import type { Entity, Milestone } from "./schema.ts";
import { isEntity, type Selection, SHOWN, shownEntities } from "./select.ts";
import { unitTree } from "./unit-tree.ts";
import { unitsOf } from "./units.ts";

interface Dated {
  /** Different for each item of a timeline. */
  key: string;
  id: string;
  /** When it happened or began. */
  begin: DateSpan;
  /** When it was over; nothing where the report states no end. */
  end: DateSpan | undefined;
  /** The entities that it is of, as far as they are shown; never empty. */
  nodes: Node[];
}

export interface MilestoneItem extends Dated {
  type: "milestone";
  row: Milestone;
}
export interface LifetimeItem extends Dated {
  type: "lifetime";
  row: Entity;
}
export type Item = MilestoneItem | LifetimeItem;

/** The items of a goal or a unit, in time order. An item of several goals is in each of their lanes. */
export interface Lane {
  /** Goal, unit, or `none`. */
  id: string;
  items: Item[];
}

export interface Timeline {
  /** Each item once, in time order. */
  items: Item[];
  lanes: Lane[];
  /** Shown entities, and those among them whose beginning is not stated: they can't be drawn. */
  entities: number;
  undated: number;
}

export type Grouping = "goal" | "unit";

/** The timeline of a selection; `query` is what the selection was made from. */
export function timelineOf(
  model: Model,
  selection: Selection,
  query: Pick<Query, "year" | "unit">,
  grouping: Grouping,
): Timeline {
  const entities = shownEntities(model, selection);
  const dated = [...lifetimesOf(entities), ...milestonesOf(model, selection)];
  const items = dated.filter(inYears(query.year)).sort(byTime);
  const lanesOf = grouping === "goal" ? goalLanes(model, selection) : unitLanes(model, query.unit);
  return {
    items,
    lanes: lanesFrom(items, lanesOf, grouping, model),
    entities: entities.length,
    undated: entities.filter(({ row }) => !spanOf((row as Entity).since)).length,
  };
}

function lifetimesOf(entities: readonly Node[]): LifetimeItem[] {
  return entities.flatMap((node): LifetimeItem[] => {
    const row = node.row as Entity;
    const begin = spanOf(row.since);
    if (!begin) return [];
    const end = spanOf(row.until);
    // What is said to end before it began is drawn where it began.
    const sound = end && end.to <= begin.from ? begin : end;
    return [{ type: "lifetime", key: `lifetime ${row.id}`, id: row.id, row, begin, end: sound, nodes: [node] }];
  });
}

function milestonesOf(model: Model, selection: Selection): MilestoneItem[] {
  return model.pack.milestones.flatMap((row): MilestoneItem[] => {
    const begin = spanOf(row.date);
    const nodes = row.entities
      .map((id) => model.node.get(id))
      .filter((n) => n !== undefined && isEntity(n) && selection.nodes[n.index] === SHOWN) as Node[];
    if (!begin || nodes.length === 0) return [];
    return [{ type: "milestone", key: `milestone ${row.id}`, id: row.id, row, begin, end: begin, nodes }];
  });
}

/** All the time that an item may have taken; what has no stated end goes on. */
export const extentOf = ({ begin, end }: Item): Span => ({
  from: begin.from,
  to: end ? Math.max(begin.to, end.to) : Number.POSITIVE_INFINITY,
});

/** Whether an item falls into one of these years; all do where no year is asked for, or what has none. */
function inYears(years: readonly string[]): (item: Item) => boolean {
  if (years.length === 0 || years.includes(NONE)) return () => true;
  const spans = years.map(Number).map((year) => ({ from: yearStart(year), to: yearStart(year + 1) }));
  return (item) => spans.some((span) => meet(extentOf(item), span));
}

const byTime = (a: Item, b: Item): number =>
  a.begin.from - b.begin.from ||
  a.begin.to - b.begin.to ||
  Number(a.type === "lifetime") - Number(b.type === "lifetime") ||
  (a.id < b.id ? -1 : Number(a.id > b.id));

function lanesFrom(
  items: Item[],
  lanesOf: (node: Node) => readonly string[],
  grouping: Grouping,
  model: Model,
): Lane[] {
  const lanes = new Map<string, Item[]>();
  for (const item of items) {
    const ids = new Set(item.nodes.flatMap(lanesOf));
    if (ids.size > 1) ids.delete(NONE);
    for (const id of ids) {
      const lane = lanes.get(id);
      if (lane) lane.push(item);
      else lanes.set(id, [item]);
    }
  }
  // Goals in their order, units by what they hold; what has none comes last.
  const rank = ({ id, items }: Lane) => (grouping === "goal" ? model.node.get(id)!.index : -items.length);
  const isNone = ({ id }: Lane) => Number(id === NONE);
  return [...lanes]
    .map(([id, of]) => ({ id, items: of }))
    .sort((a, b) => isNone(a) - isNone(b) || (isNone(a) ? 0 : rank(a) - rank(b)));
}

const NO_LANE: readonly string[] = [NONE];

/** The goals that an entity serves within the selection. */
function goalLanes({ records, nodes }: Model, selection: Selection): (node: Node) => readonly string[] {
  const goals = new Map<number, Set<string>>();
  for (let r = 0; r < records.alignments; r++) {
    if (!selection.records[r]) continue;
    const own = goals.get(records.entity[r]);
    const goal = nodes[records.goal[r]].id;
    if (own) own.add(goal);
    else goals.set(records.entity[r], new Set([goal]));
  }
  return ({ index }) => [...(goals.get(index) ?? NO_LANE)];
}

/** The units that answer for an entity, each as the unit of the first row above it; only those chosen, where some are. */
function unitLanes(model: Model, chosen: readonly string[]): (node: Node) => readonly string[] {
  const { top, organisation } = unitTree(model);
  const wanted = new Set(chosen.flatMap((unit) => top.get(unit) ?? []));
  const isWanted = (unit: string) => wanted.size === 0 || wanted.has(organisation ?? "") || wanted.has(unit);
  return (node) => {
    const units = top.has(node.id) ? [node] : unitsOf(model, node.id);
    const tops = units.flatMap(({ id }) => top.get(id) ?? []).filter(isWanted);
    return tops.length > 0 ? tops : NO_LANE;
  };
}
