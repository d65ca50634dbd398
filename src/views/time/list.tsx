/** What is in sight as a table, by date: complete without the chart, and the main thing on a phone. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { NONE } from "../../../graph/build.ts";
import { inSight } from "../../../graph/time-window.ts";
import type { Item } from "../../../graph/timeline.ts";
import { Disc } from "../../parts/disc.tsx";
import { Shape } from "../../parts/shape.tsx";
import { href, query } from "../../state.ts";
import { itemHref } from "./lane.tsx";
import { domain, grouping, look, span, timeline } from "./state.ts";
import { itemKind, itemName, laneName, windowText, words } from "./words.ts";
import "./list.css";

/** Rows drawn at first, and with each press of the button. */
const PAGE = 40;

export function List() {
  const w = words.value.list;
  const window = span.value;
  const { items } = timeline.value;
  const pages = useSignal(1);
  const body = useRef<HTMLTableSectionElement>(null);
  const oldestFirst = query.value.sort === "date";
  useEffect(() => {
    pages.value = 1;
  }, [window, items]);
  useEffect(() => {
    // Who asked for more reads on where it begins.
    const at = (pages.value - 1) * PAGE;
    if (at > 0) body.current?.rows[at]?.querySelector("a")?.focus();
  }, [pages.value]);
  if (!window) return null;
  const seen = inSight(items, window);
  const ordered = oldestFirst ? seen : seen.toReversed();
  const rest = ordered.length - pages.value * PAGE;
  const lanes = lanesOfItems();
  return (
    <section class="time-list">
      <table>
        <caption>
          {w.caption(seen.length, items.length, windowText(window))}{" "}
          {seen.length < items.length && (
            <button type="button" onClick={() => look(domain.value!)}>
              {w.all}
            </button>
          )}
        </caption>
        <thead>
          <tr>
            <th scope="col" aria-sort={oldestFirst ? "ascending" : "descending"}>
              <a href={href({ sort: oldestFirst ? "" : "date" })}>
                {w.date} <span aria-hidden="true">{oldestFirst ? "↑" : "↓"}</span>
              </a>
            </th>
            <th scope="col">{w.what}</th>
            <th scope="col">{w.kind}</th>
            <th scope="col">{grouping.value === "goal" ? w.goals : w.units}</th>
            <th scope="col">{w.evidence}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {ordered.slice(0, pages.value * PAGE).map((item) => (
            <Row key={item.key} item={item} lanes={lanes.get(item) ?? []} />
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <button
          type="button"
          onClick={() => {
            pages.value++;
          }}
        >
          {w.more(Math.min(rest, PAGE))}
        </button>
      )}
    </section>
  );
}

/** The lanes of each item. */
function lanesOfItems(): Map<Item, string[]> {
  const lanes = new Map<Item, string[]>();
  for (const { id, items } of timeline.value.lanes) {
    if (id === NONE) continue;
    for (const item of items) lanes.set(item, [...(lanes.get(item) ?? []), id]);
  }
  return lanes;
}

function Row({ item, lanes }: { item: Item; lanes: readonly string[] }) {
  const w = words.value.list;
  const name = itemName(item);
  const { evidence } = item.row;
  return (
    <tr aria-current={query.value.item === item.id ? "true" : undefined}>
      <td class="date">
        <Dates item={item} />
      </td>
      <th scope="row">
        <a href={itemHref(item)}>{name}</a>
      </th>
      <td class="kind">
        {item.type === "lifetime" && <Shape kind={item.nodes[0].kind} />} {itemKind(item)}
      </td>
      <td class="lanes">
        {grouping.value === "goal"
          ? lanes.map((id) => <Disc key={id} code={id} small />)
          : lanes.map(laneName).join(words.value.separator)}
      </td>
      <td class="evidence">
        <a href={itemHref(item)} aria-label={w.evidenceOf(evidence.length, name)}>
          {w.passages(evidence.length)}
        </a>
      </td>
    </tr>
  );
}

function Dates({ item }: { item: Item }) {
  if (item.type === "milestone") return <time dateTime={item.row.date}>{item.row.date}</time>;
  const { since, until } = item.row;
  return (
    <>
      <time dateTime={since}>{since}</time> –{" "}
      {until ? <time dateTime={until}>{until}</time> : <span class="unseen">{words.value.legend.open}</span>}
    </>
  );
}
