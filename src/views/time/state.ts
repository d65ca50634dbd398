/** What the time view shows: the timeline of the selection, and the window through which it is seen. */
import { computed, signal } from "@preact/signals";
import type { Span } from "../../../graph/calendar.ts";
import { domainOf, openingWindow } from "../../../graph/time-window.ts";
import { type Grouping, type Lane, timelineOf } from "../../../graph/timeline.ts";
import type { View } from "../../../graph/timeline-layout.ts";
import { model, query, selection } from "../../state.ts";

export const grouping = computed<Grouping>(() => (query.value.group === "unit" ? "unit" : "goal"));

export const timeline = computed(() => timelineOf(model(), selection.value!, query.peek(), grouping.value));

/** The one lane that holds all: what a narrow screen opens with. */
export const TOGETHER = "all";

/** Width of the chart in pixels; 0 until it is measured. */
export const chartWidth = signal(0);
/** Below this the names of the lanes stand above them, and lanes are kept together unless asked for. */
const NARROW = 620;
export const narrow = computed(() => chartWidth.value < NARROW);

export const together = computed(() => narrow.value && query.value.group === "");

export const lanes = computed<Lane[]>(() =>
  together.value ? [{ id: TOGETHER, items: timeline.value.items }] : timeline.value.lanes,
);

const years = computed(() => query.value.year.join());

/** All of time that there is to see. */
export const domain = computed<Span | undefined>(() => domainOf(timeline.value.items, split(years.value)));
const opening = computed(() => openingWindow(timeline.value.items, split(years.value)));

const split = (joined: string): string[] => (joined ? joined.split(",") : []);

/** Where the reader moved the window; it holds until other years or another report are chosen. */
const moved = signal<{ window: Span; years: string; of: unknown } | undefined>(undefined);

/** The time in sight; nothing where nothing is dated. */
export const span = computed<Span | undefined>(() => {
  const own = moved.value;
  const holds = own && domain.value && own.years === years.value && own.of === model();
  return holds ? own.window : opening.value;
});

/** Moves the window. */
export function look(window: Span): void {
  moved.value = { window, years: years.peek(), of: model() };
}

/** Back to the window that the view opens with. */
export function lookAtStart(): void {
  moved.value = undefined;
}

/** Width of the lanes' names. */
const HEAD = 212;

/** The window as it is drawn. */
export const view = computed<View | undefined>(() => {
  const width = chartWidth.value - (narrow.value ? 0 : HEAD);
  return span.value && width > 0 ? { ...span.value, width } : undefined;
});

/** Items up to which a lane that is alone is open by itself. */
const FEW = 150;

/** Lanes that the reader opened or closed. */
export const turned = signal<ReadonlySet<string>>(new Set());

export function isOpen(id: string): boolean {
  const [first, second] = lanes.value;
  return turned.value.has(id) !== (!second && !narrow.value && first.items.length <= FEW);
}

export function turn(id: string): void {
  const next = new Set(turned.peek());
  if (!next.delete(id)) next.add(id);
  turned.value = next;
}
