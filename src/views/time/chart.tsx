/** The chart: overview, axis and lanes, and a line that tells of what is pointed at or has the focus. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { join, meet } from "../../../graph/calendar.ts";
import { mostRunning } from "../../../graph/running.ts";
import { ticksOf } from "../../../graph/time-axis.ts";
import type { View } from "../../../graph/timeline-layout.ts";
import { useGestures } from "./gestures.ts";
import { onKeyDown } from "./keys.ts";
import { LaneRow } from "./lane.tsx";
import { Legend } from "./legend.tsx";
import { Overview } from "./overview.tsx";
import { focused, keepStop, type Place, placeAt, pointed, settleFocus, stopAt } from "./place.ts";
import { chartWidth, lanes, narrow, timeline, turned, view } from "./state.ts";
import { countText, itemName, itemText, spanText, tickText, words } from "./words.ts";
import "./chart.css";

export function Chart() {
  const chart = useRef<HTMLElement>(null);
  useWidth(chart);
  useGestures(chart, ".time-track, .time-axis");
  // An opened lane, too, may hold what is to get the focus.
  void turned.value;
  useLayoutEffect(() => {
    if (!chart.current) return;
    settleFocus(chart.current);
    keepStop(chart.current);
  });
  const w = words.value;
  const most = mostRunning(lanes.value);
  return (
    <section
      ref={chart}
      class={narrow.value ? "time-chart narrow" : "time-chart"}
      aria-label={`${w.chart}. ${w.keys}`}
      onKeyDown={onKeyDown}
      onPointerOver={(event) => point(placeAt(event.target))}
      onPointerLeave={() => point(undefined)}
      onFocusIn={(event) => {
        focused.value = placeAt(event.target);
        if (focused.value) stopAt(event.currentTarget, event.target as HTMLElement);
      }}
      onFocusOut={() => {
        focused.value = undefined;
      }}
    >
      {view.value && (
        <>
          <div class="time-top">
            <Overview />
            <Told />
            <Axis view={view.value} />
          </div>
          <div class="time-body">
            <Grid view={view.value} />
            <ul>
              {lanes.value.map((lane) => (
                <LaneRow key={lane.id} lane={lane} view={view.value!} most={most} />
              ))}
            </ul>
          </div>
          <Legend />
        </>
      )}
    </section>
  );
}

function point(at: Place | undefined): void {
  if (pointed.peek()?.items !== at?.items) pointed.value = at;
}

/** Follows the width of the chart. */
function useWidth(chart: { current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const element = chart.current!;
    const measure = () => {
      chartWidth.value = element.clientWidth;
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
}

/** Whether nothing happened or began in the window. */
const isBlank = (): boolean => timeline.value.items.every(({ begin }) => !meet(begin, view.value!));

/** Names of a count that are told; the others are counted. */
const TOLD = 4;

function Told() {
  const w = words.value;
  const at = pointed.value ?? focused.value;
  if (!at) return <p class="time-told quiet">{isBlank() ? w.nothingHere : w.hint}</p>;
  if (at.items.length === 1) return <p class="time-told">{itemText(at.items[0])}</p>;
  const names = at.items.slice(0, TOLD).map(itemName);
  if (at.items.length > TOLD) names.push(w.more(at.items.length - TOLD));
  const span = at.items.map(({ begin }) => ({ from: begin.from, to: begin.to })).reduce(join);
  return (
    <p class="time-told">
      {spanText(span)} · {countText(at.items)}: {names.join(w.separator)}
    </p>
  );
}

/** The ticks' lines behind all lanes. */
function Grid({ view }: { view: View }) {
  return (
    <svg class="time-grid" width={view.width} height="100%" aria-hidden="true">
      {ticksOf(view).map(({ time, x, unit }) => (
        <line key={time} class={unit} x1={x} x2={x} y1="0" y2="100%" />
      ))}
    </svg>
  );
}

function Axis({ view }: { view: View }) {
  return (
    <div class="time-axis" aria-hidden="true">
      {ticksOf(view).map((tick) => (
        <span key={tick.time} class={tick.unit} style={{ left: `${tick.x}px` }}>
          {tickText(tick)}
        </span>
      ))}
    </div>
  );
}
