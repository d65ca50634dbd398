/** The axis of time: its ticks, from decades to days as the window allows. */
import { scaleUtc } from "d3-scale";
import { type View, xOf } from "./timeline-layout.ts";

export interface Tick {
  time: number;
  x: number;
  /** What begins here, so how it is written. */
  unit: "year" | "month" | "day";
}

/** Pixels that a tick with its label takes. */
const ROOM = 64;

/** The ticks of a window; the times are what d3 takes for readable. */
export function ticksOf(view: View): Tick[] {
  return scaleUtc([view.from, view.to], [0, view.width])
    .ticks(Math.max(2, Math.floor(view.width / ROOM)))
    .filter((date) => date.getUTCHours() === 0 && date.getUTCMinutes() === 0)
    .map((date) => ({ time: date.getTime(), x: xOf(view, date.getTime()), unit: unitOf(date) }));
}

function unitOf(date: Date): Tick["unit"] {
  if (date.getUTCDate() > 1) return "day";
  return date.getUTCMonth() > 0 ? "month" : "year";
}
