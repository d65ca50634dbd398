/** How many lifetimes run at a time: what a closed lane shows of them, as a curve of steps. */
import type { Item, Lane, LifetimeItem } from "./timeline.ts";
import { type View, xOf } from "./timeline-layout.ts";

/** How many lifetimes run from a time on. */
export interface Running {
  at: number;
  /** So many had begun for sure and were not over. */
  sure: number;
  /** So many may have begun, or may not have been over yet: dates known to the year leave that open. */
  possible: number;
}

/** How many of the lifetimes run, at each time at which that changes. */
export function runningOf(items: readonly Item[]): Running[] {
  const changes: Running[] = [];
  const change = (at: number, sure: number, possible: number) => changes.push({ at, sure, possible });
  for (const { begin, end } of items.filter((item): item is LifetimeItem => item.type === "lifetime")) {
    change(begin.from, 0, 1);
    if (end) change(Math.max(begin.to, end.to), 0, -1);
    if (end && end.from <= begin.to) continue;
    change(begin.to, 1, 0);
    if (end) change(end.from, -1, 0);
  }
  const steps: Running[] = [];
  let [sure, possible] = [0, 0];
  for (const next of changes.sort((a, b) => a.at - b.at)) {
    sure += next.sure;
    possible += next.possible;
    if (steps.at(-1)?.at === next.at) steps.pop();
    steps.push({ at: next.at, sure, possible });
  }
  return steps;
}

/** The most lifetimes that may run at a time in one of these lanes; at least 1. All curves are drawn to this scale. */
export const mostRunning = (lanes: readonly Lane[]): number =>
  lanes.reduce((most, { items }) => runningOf(items).reduce((m, { possible }) => Math.max(m, possible), most), 1);

/** The path of a curve from the base line of a box so high; one that runs is a pixel high at least. */
export function curvePath(
  steps: readonly Running[],
  of: "sure" | "possible",
  view: View,
  { most, height }: { most: number; height: number },
): string {
  const round = (n: number) => Math.round(n * 10) / 10;
  const x = (time: number) => round(Math.min(Math.max(xOf(view, time), 0), view.width));
  const y = (n: number) => round(height - (n > 0 ? Math.max(1, (n / most) * height) : 0));
  return `M0 ${height}${steps.map((step) => `H${x(step.at)}V${y(step[of])}`).join("")}H${view.width}V${height}Z`;
}
