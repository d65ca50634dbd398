/** The chart by keyboard: left and right in time, up and down from lane to lane, plus and minus zoom. */
import { centred, panned, zoomed } from "../../../graph/time-window.ts";
import { awaitFocus, marksIn, placeAt } from "./place.ts";
import { domain, lanes, look, lookAtStart, span } from "./state.ts";

export const ZOOM = 1.6;
const STEP = 0.25;

/** Zooms around a time, or around the middle. */
export function zoom(factor: number, at?: number): void {
  const window = span.peek();
  if (window && domain.peek()) look(zoomed(window, factor, at ?? (window.from + window.to) / 2, domain.peek()!));
}

/** Moves the window by a share of its length. */
export function pan(share: number): void {
  if (span.peek() && domain.peek()) look(panned(span.peek()!, share, domain.peek()!));
}

export function onKeyDown(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const mark = (event.target as Element).closest<HTMLElement>("[data-time]");
  const act = mark ? (moves(mark)[event.key] ?? zooms(mark)[event.key]) : undefined;
  if (!act) return;
  event.preventDefault();
  act();
}

const moves = (mark: HTMLElement): Record<string, () => void> => ({
  ArrowRight: () => step(mark, 1),
  ArrowLeft: () => step(mark, -1),
  ArrowDown: () => change(mark, 1),
  ArrowUp: () => change(mark, -1),
  Home: () => marksIn(laneOf(mark))[0]?.focus(),
  End: () => marksIn(laneOf(mark)).at(-1)?.focus(),
});

/** Changes of the window, after which the focus is where it was. */
function zooms(mark: HTMLElement): Record<string, () => void> {
  const staying = (act: () => void) => () => {
    const { lane, items } = placeAt(mark)!;
    act();
    awaitFocus(lane, items[0]);
  };
  const at = Number(mark.dataset.time);
  return {
    "+": staying(() => zoom(1 / ZOOM, at)),
    "=": staying(() => zoom(1 / ZOOM, at)),
    "-": staying(() => zoom(ZOOM, at)),
    "0": staying(lookAtStart),
    PageUp: staying(() => pan(-STEP)),
    PageDown: staying(() => pan(STEP)),
  };
}

const laneOf = (mark: HTMLElement): HTMLElement => mark.closest<HTMLElement>("[data-lane]")!;

/** To the next mark of the lane; where the window ends, it follows. */
function step(mark: HTMLElement, by: 1 | -1): void {
  const marks = marksIn(laneOf(mark));
  const next = marks[marks.indexOf(mark) + by];
  if (next) next.focus();
  else follow(mark, by);
}

/** Brings the next item of the lane that is out of sight into the middle of the window. */
function follow(mark: HTMLElement, by: 1 | -1): void {
  const window = span.peek();
  const place = placeAt(mark);
  const lane = lanes.peek().find(({ id }) => id === place?.lane);
  if (!window || !place || !lane || !domain.peek()) return;
  const next =
    by > 0
      ? lane.items.find(({ begin }) => begin.from >= window.to)
      : lane.items.findLast(({ begin }) => begin.to <= window.from);
  if (!next) return;
  look(centred(window, next.begin.from, domain.peek()!));
  awaitFocus(lane.id, next);
}

/** To the nearest mark of the next lane that has any. */
function change(mark: HTMLElement, by: 1 | -1): void {
  const all = [...laneOf(mark).parentElement!.querySelectorAll<HTMLElement>("[data-lane]")];
  const middle = (element: Element) => {
    const { left, right } = element.getBoundingClientRect();
    return (left + right) / 2;
  };
  const x = middle(mark);
  for (let i = all.indexOf(laneOf(mark)) + by; all[i]; i += by) {
    const marks = marksIn(all[i]);
    if (marks.length === 0) continue;
    const distance = (other: Element) => Math.abs(middle(other) - x);
    marks.reduce((best, next) => (distance(next) < distance(best) ? next : best)).focus();
    return;
  }
}
