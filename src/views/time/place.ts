/** Which items an element of the chart stands for, and how the focus finds its way when elements come and go. */
import { signal } from "@preact/signals";
import type { Span } from "../../../graph/calendar.ts";
import { fitted } from "../../../graph/time-window.ts";
import type { Item } from "../../../graph/timeline.ts";
import { domain, isOpen, look, turn } from "./state.ts";

/** Items at a place of a lane. */
export interface Place {
  lane: string;
  items: readonly Item[];
}

const places = new WeakMap<Element, Place>();

/** A `ref` that notes what an element stands for. */
export const standsFor = (place: Place) => (element: Element | null) => {
  if (element) places.set(element, place);
};

/** The place that an element, or one around it, stands for. */
export function placeAt(target: EventTarget | null): Place | undefined {
  const element = (target as Element | null)?.closest?.(MARKS);
  return element ? places.get(element) : undefined;
}

const MARKS = "[data-time]";

/** The marks within an element, in time order. */
export function marksIn(parent: ParentNode): HTMLElement[] {
  const timeOf = (mark: HTMLElement) => Number(mark.dataset.time);
  return [...parent.querySelectorAll<HTMLElement>(MARKS)].sort((a, b) => timeOf(a) - timeOf(b));
}

/** What is pointed at, and what has the focus: one of them is told of. */
export const pointed = signal<Place | undefined>(undefined);
export const focused = signal<Place | undefined>(undefined);

/**
 * Lets Tab lead to one mark: a chart is one stop, and arrow keys move within. Told to the elements themselves, since to
 * draw all marks anew for a step from one to the next would take longer than the step.
 */
export function stopAt(chart: ParentNode, mark: HTMLElement): void {
  for (const other of chart.querySelectorAll<HTMLElement>(`${MARKS}[tabindex="0"]`)) other.tabIndex = -1;
  mark.tabIndex = 0;
}

/** Where the mark that Tab led to is gone, it leads to the first. */
export function keepStop(chart: ParentNode): void {
  const first = chart.querySelector<HTMLElement>(MARKS);
  if (first && !chart.querySelector(`${MARKS}[tabindex="0"]`)) first.tabIndex = 0;
}

/** The item that gets the focus as soon as it is drawn. */
let awaited: { lane: string; key: string } | undefined;

export function awaitFocus(lane: string, item: Item): void {
  awaited = { lane, key: item.key };
}

/** Gives the focus to the awaited item, else to the first of its lane; to be called once the chart is drawn. */
export function settleFocus(chart: Element): void {
  if (!awaited) return;
  const { lane, key } = awaited;
  awaited = undefined;
  const marks = marksIn(chart).filter((mark) => places.get(mark)?.lane === lane);
  const found = marks.find((mark) => places.get(mark)?.items.some((item) => item.key === key)) ?? marks[0];
  found?.focus();
}

/** Shows the items of a mark apart: in a window of their own, or one by one where their dates are the same. */
export function spread({ lane, items }: Place, span: Span): void {
  const [{ begin }] = items;
  const alike = items.every((item) => item.begin.from === begin.from && item.begin.to === begin.to);
  if (!alike && domain.value) look(fitted(span, domain.value));
  else if (!isOpen(lane)) turn(lane);
  awaitFocus(lane, items[0]);
}
