/** A lane of the timeline: its name, and what happened when; closed with counts, open one by one. */
import { computed, untracked } from "@preact/signals";
import { NONE } from "../../../graph/build.ts";
import { textWidth } from "../../../graph/metrics.ts";
import { curvePath, runningOf } from "../../../graph/running.ts";
import type { Goal } from "../../../graph/schema.ts";
import type { Item, Lane } from "../../../graph/timeline.ts";
import { type Bar, barsOf, type Mark, marksOf, rowCount, type View } from "../../../graph/timeline-layout.ts";
import { Disc } from "../../parts/disc.tsx";
import { figure } from "../../parts/names.ts";
import { Shape } from "../../parts/shape.tsx";
import { href, model, query } from "../../state.ts";
import { spread, standsFor } from "./place.ts";
import { grouping, isOpen, TOGETHER, turn } from "./state.ts";
import { countText, itemName, itemText, laneName, spanText, words } from "./words.ts";
import "./marks.css";

/** Heights in pixels: of a row of marks, of a row of bars, of the curve of what runs. */
const MARKS = 20;
const BARS = 24;
const CURVE = 14;
/** Names longer than this are cut off. */
const WIDEST = 300;
const NAME_SIZE = 12;

/** The address but for the chosen item. */
const place = computed(() => href({ item: "" }));
export function itemHref({ id }: Item): string {
  void place.value;
  return untracked(() => href({ item: id }));
}

/** The width that the name of an item takes. */
const widthOf = (item: Item): number => Math.min(textWidth(itemName(item), NAME_SIZE), WIDEST);

interface Props {
  lane: Lane;
  view: View;
  /** The largest number of lifetimes that run at a time in any lane: all curves have one scale. */
  most: number;
}

export function LaneRow({ lane, view, most }: Props) {
  const open = isOpen(lane.id);
  const goal = model().node.get(lane.id)?.row as Goal | undefined;
  return (
    <li
      class={open ? "time-lane open" : "time-lane"}
      data-lane={lane.id}
      style={goal?.color && { "--lane": goal.color }}
    >
      <Head lane={lane} open={open} />
      {open ? <Bars lane={lane} view={view} /> : <Marks lane={lane} view={view} most={most} />}
    </li>
  );
}

function Head({ lane: { id, items }, open }: { lane: Lane; open: boolean }) {
  const name = laneName(id);
  const isNode = id !== NONE && id !== TOGETHER;
  return (
    <div class="time-head">
      {isNode ? (
        <a href={href({ item: id })}>
          {grouping.value === "goal" ? <Disc code={id} small /> : <Shape kind={model().node.get(id)!.kind} />}
          <span class="name">{name}</span>
        </a>
      ) : (
        <span class="name quiet">{name}</span>
      )}
      <button
        type="button"
        class="time-turn"
        aria-expanded={open}
        aria-label={words.value.openLane(name, items.length)}
        title={words.value.laneTitle}
        onClick={() => turn(id)}
      >
        {figure(items.length)} <span aria-hidden="true">{open ? "▾" : "▸"}</span>
      </button>
    </div>
  );
}

function Marks({ lane, view, most }: Props) {
  const marks = marksOf(lane.items, view);
  const height = Math.max(1, rowCount(marks)) * MARKS + CURVE;
  return (
    <div class="time-track" style={{ height: `${height + 6}px` }}>
      <Curve lane={lane} view={view} most={most} />
      {marks.map((mark) => (
        <MarkSign key={mark.items[0].key} lane={lane.id} mark={mark} />
      ))}
    </div>
  );
}

/** From how many pixels on a mark has room for a name. */
const NAMED = 64;

function MarkSign({ lane, mark }: { lane: string; mark: Mark }) {
  const { items, left, right, row, span } = mark;
  const [item] = items;
  const style = { left: `${left}px`, width: `${right - left - 1}px`, top: `${row * MARKS + 2}px` };
  const shared = {
    ref: standsFor({ lane, items }),
    style,
    "data-time": item.begin.from,
    tabIndex: -1,
  };
  if (items.length > 1) {
    const begins = items.every(({ type }) => type === "lifetime");
    return (
      <button
        {...shared}
        type="button"
        class={begins ? "time-mark begin many" : "time-mark many"}
        aria-label={`${spanText(span)}: ${countText(items)}. ${words.value.openMark}`}
        onClick={() => spread({ lane, items }, span)}
      >
        {items.length}
      </button>
    );
  }
  const named = right - left >= NAMED;
  return (
    <a
      {...shared}
      class={classOf(item)}
      href={itemHref(item)}
      aria-label={itemText(item)}
      aria-current={query.value.item === item.id ? "true" : undefined}
      draggable={false}
    >
      {named && <span class="name">{itemName(item)}</span>}
    </a>
  );
}

const classOf = ({ type, begin }: Item): string =>
  ["time-mark", type === "lifetime" && "begin", begin.precision === "day" && "exact"].filter(Boolean).join(" ");

/** How many lifetimes run: dark what surely runs, pale what may. */
function Curve({ lane, view, most }: Props) {
  const steps = runningOf(lane.items);
  const scale = { most, height: CURVE };
  return (
    <svg class="time-curve" width={view.width} height={CURVE} aria-hidden="true">
      <path class="possible" d={curvePath(steps, "possible", view, scale)} />
      <path class="sure" d={curvePath(steps, "sure", view, scale)} />
    </svg>
  );
}

function Bars({ lane, view }: { lane: Lane; view: View }) {
  const bars = barsOf(lane.items, view, widthOf);
  return (
    <div class="time-track" style={{ height: `${Math.max(1, rowCount(bars)) * BARS + 8}px` }}>
      {bars.length === 0 && <p class="quiet">{words.value.nothingHere}</p>}
      {bars.map((bar) => (
        <BarSign key={bar.item.key} lane={lane.id} bar={bar} widest={Math.min(WIDEST, view.width - bar.text)} />
      ))}
    </div>
  );
}

/** The link takes the room of sign and name; within it the sign stands where the time is. */
function BarSign({ lane, bar, widest }: { lane: string; bar: Bar; widest: number }) {
  const { item, from, to, sure, open, text, anchor, left, right, row } = bar;
  const part = (a: number, b: number) => ({ left: `${a - left}px`, width: `${b - a}px` });
  const name = anchor === "start" ? { left: `${text - left}px` } : { right: `${right - text}px` };
  const named = text > from && text < to;
  return (
    <a
      ref={standsFor({ lane, items: [item] })}
      class={["time-item", item.type, item.begin.precision, named && "named"].filter(Boolean).join(" ")}
      style={{ left: `${left}px`, width: `${right - left}px`, top: `${row * BARS + 2}px` }}
      href={itemHref(item)}
      aria-label={itemText(item)}
      aria-current={query.value.item === item.id ? "true" : undefined}
      data-time={item.begin.from}
      tabIndex={-1}
      draggable={false}
    >
      <span class={open ? "sign goes-on" : "sign"} style={part(from, to)} />
      {sure && <span class={open ? "sure goes-on" : "sure"} style={part(...sure)} />}
      <span class="name" style={{ ...name, maxWidth: `${anchor === "start" ? widest : WIDEST}px` }}>
        {itemName(item)}
      </span>
    </a>
  );
}
