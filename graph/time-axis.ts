/** The axis of time: its ticks, from decades to days as the window allows. */
import { scaleUtc } from "d3-scale";
import { DAY } from "./calendar.ts";
import { type View, xOf } from "./timeline-layout.ts";

export interface Tick {
  time: number;
  x: number;
  /** What begins here, so how it is written. */
  unit: "year" | "month" | "day";
  /** The first, which has to say the year. */
  first: boolean;
}

/** Pixels that a tick with its label takes. */
const ROOM = 64;

/** The ticks of a window, at times that d3 takes for readable; none at its very end, nor within a day. */
export function ticksOf(view: View): Tick[] {
  return scaleUtc([view.from, view.to], [0, view.width])
    .ticks(Math.max(2, Math.floor(view.width / ROOM)))
    .filter((date) => date.getTime() % DAY === 0 && date.getTime() < view.to)
    .map((date, i) => ({ time: date.getTime(), x: xOf(view, date.getTime()), unit: unitOf(date), first: i === 0 }));
}

function unitOf(date: Date): Tick["unit"] {
  if (date.getUTCDate() > 1) return "day";
  return date.getUTCMonth() > 0 ? "month" : "year";
}
