/** The words of the time view, and how items, dates and lanes are called. */
import { computed } from "@preact/signals";
import { NONE } from "../../../graph/build.ts";
import { type Span, yearAt } from "../../../graph/calendar.ts";
import type { Tick } from "../../../graph/time-axis.ts";
import type { Item } from "../../../graph/timeline.ts";
import { en } from "../../i18n/time.en.ts";
import { zh } from "../../i18n/time.zh.ts";
import { kindName } from "../../parts/names.ts";
import { language, model, nameOf, pick } from "../../state.ts";
import { grouping, TOGETHER } from "./state.ts";

export const words = computed(() => (language.value === "zh" ? zh : en));

/** What an item is called: a milestone by its title, a lifetime by its entity. */
export const itemName = (item: Item): string =>
  item.type === "milestone" ? pick(item.row, "title") : nameOf(item.nodes[0]);

/** The date of a milestone, or the dates of a lifetime, in words. */
export const itemDates = (item: Item): string =>
  item.type === "milestone" ? item.row.date : words.value.lifetime(item.row.since, item.row.until);

/** What an item is: a milestone, or the kind of its entity. */
export const itemKind = (item: Item): string =>
  item.type === "milestone" ? words.value.milestone : kindName(item.nodes[0].kind);

/** All that is to be said of an item in one line. */
export function itemText(item: Item): string {
  const w = words.value;
  const head = `${itemDates(item)} · ${itemKind(item)}`;
  if (item.type === "lifetime") return `${head} · ${itemName(item)} (${w.precision[item.begin.precision]})`;
  return `${head} · ${itemName(item)} (${w.precision[item.begin.precision]}) — ${item.nodes.map(nameOf).join(w.separator)}`;
}

/** How many of which type, as a count stands for them in a closed lane. */
export function countText(items: readonly Item[]): string {
  const milestones = items.filter(({ type }) => type === "milestone").length;
  const beginnings = items.length - milestones;
  return [milestones > 0 && words.value.milestones(milestones), beginnings > 0 && words.value.beginnings(beginnings)]
    .filter(Boolean)
    .join(" · ");
}

export function laneName(id: string): string {
  if (id === TOGETHER) return words.value.all;
  if (id === NONE) return words.value.none[grouping.value];
  return nameOf(model().node.get(id)!);
}

/** A window by its years: `2018–2021`. */
export function windowText({ from, to }: Span): string {
  const [first, last] = [yearAt(from), yearAt(to - 1)];
  return first === last ? `${first}` : `${first}–${last}`;
}

/** A span as short as it can be said: by years, months or days. */
export function spanText({ from, to }: Span): string {
  const text = (time: number) => new Date(time).toISOString();
  const [begin, end] = [text(from), text(to)];
  if (begin.includes("-01-01T") && end.includes("-01-01T")) return windowText({ from, to });
  const length = begin.includes("-01T") && end.includes("-01T") ? "2020-01".length : "2020-01-01".length;
  const [first, last] = [begin, text(to - 1)].map((t) => t.slice(0, length));
  return first === last ? first : `${first} – ${last}`;
}

const MONTHS = computed(() => {
  const locale = language.value === "zh" ? "zh-Hans" : "en";
  const [month, timeZone] = ["short", "UTC"] as const;
  return {
    alone: new Intl.DateTimeFormat(locale, { month, timeZone }),
    withYear: new Intl.DateTimeFormat(locale, { year: "numeric", month, timeZone }),
  };
});

export function tickText({ time, unit, first }: Tick): string {
  if (unit === "year") return `${yearAt(time)}`;
  if (unit === "month") return MONTHS.value[first ? "withYear" : "alone"].format(time);
  const day = new Date(time).toISOString().slice(0, 10);
  return first ? day : `${Number(day.slice(-2))}`;
}
