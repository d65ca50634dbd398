/** All of time in a strip, with how much happened in each year; the window in it can be dragged. */
import { scaleLinear } from "d3-scale";
import { type Span, yearStart } from "../../../graph/calendar.ts";
import { ticksOf } from "../../../graph/time-axis.ts";
import { centred, countByYear } from "../../../graph/time-window.ts";
import { xOf } from "../../../graph/timeline-layout.ts";
import { domain, look, span, timeline, view } from "./state.ts";
import { tickText } from "./words.ts";

const HEIGHT = 26;
const LABELS = 14;

/** By keyboard the same is done with the buttons, and with the keys of the chart. */
export function Overview() {
  const all = domain.value;
  const window = span.value;
  if (!all || !window || !view.value) return null;
  const strip = { ...all, width: view.value.width };
  const counts = countByYear(timeline.value.items);
  const y = scaleLinear([0, Math.max(...counts.values(), 1)], [0, HEIGHT - 2]);
  const [left, right] = [window.from, window.to].map((t) => Math.min(Math.max(xOf(strip, t), 0), strip.width));
  return (
    <svg
      class="time-overview"
      width={strip.width}
      height={HEIGHT + LABELS}
      aria-hidden="true"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        lookAt(event, all);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && lookAt(event, all)}
    >
      {[...counts].map(([year, n]) => {
        const x = xOf(strip, yearStart(year));
        const height = Math.max(y(n), 2);
        const width = Math.max(xOf(strip, yearStart(year + 1)) - x - 1, 1);
        return <rect key={year} class="year" x={x + 0.5} y={HEIGHT - height} width={width} height={height} />;
      })}
      <path class="base" d={`M0 ${HEIGHT - 0.5}H${strip.width}`} />
      {ticksOf(strip)
        .filter(({ unit }) => unit === "year")
        .map((tick) => (
          <text key={tick.time} x={tick.x} y={HEIGHT + LABELS - 3} text-anchor={anchorOf(tick.x, strip.width)}>
            {tickText(tick)}
          </text>
        ))}
      <rect class="window" x={left + 0.5} y={0.5} width={Math.max(right - left - 1, 3)} height={HEIGHT - 1} />
    </svg>
  );
}

/** Labels at the edges stay within. */
const anchorOf = (x: number, width: number) => (x < 14 ? "start" : x > width - 14 ? "end" : "middle");

/** The window comes to where the pointer is. */
function lookAt(event: PointerEvent & { currentTarget: SVGSVGElement }, all: Span): void {
  const box = event.currentTarget.getBoundingClientRect();
  const at = all.from + ((event.clientX - box.left) / box.width) * (all.to - all.from);
  if (span.peek()) look(centred(span.peek()!, at, all));
}
