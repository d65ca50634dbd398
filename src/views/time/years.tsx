/**
 * The years as a slider with two ends, and as a film: the same filter as the rail's years. Over each year stands how many
 * alignments choosing it would show.
 */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { NONE } from "../../../graph/build.ts";
import { figure } from "../../parts/names.ts";
import { go, href, model, query, selection } from "../../state.ts";
import { words } from "./words.ts";
import "./years.css";

/** Time for each year of the film, in milliseconds. */
const PAUSE = 1400;

export function Years() {
  const { values } = model().records.facets.year;
  const years = values.filter((value) => value !== NONE);
  const chosen = query.value.year.filter((year) => year !== NONE);
  const playing = useSignal(false);
  const still = useReducedMotion();
  usePlay(playing, years);
  if (years.length === 0) return null;
  const w = words.value.years;
  const [first, last] = chosen.length > 0 ? [chosen[0], chosen.at(-1)!] : [years[0], years.at(-1)!];
  const stop = () => {
    playing.value = false;
  };
  const walk = (by: 1 | -1) => {
    stop();
    step(years, by);
  };
  return (
    <fieldset class="time-years">
      <legend>{w.legend}</legend>
      <button type="button" aria-label={w.previous} title={w.previous} onClick={() => walk(-1)}>
        <span aria-hidden="true">‹</span>
      </button>
      <Slider years={years} first={first} last={last} onMove={stop} />
      <button type="button" aria-label={w.next} title={w.next} onClick={() => walk(1)}>
        <span aria-hidden="true">›</span>
      </button>
      {!still.value && (
        <button
          type="button"
          class="play"
          aria-label={playing.value ? w.pause : w.play}
          title={playing.value ? w.pause : w.play}
          onClick={() => {
            playing.value = !playing.value;
            if (playing.value) start(years);
          }}
        >
          <span aria-hidden="true">{playing.value ? "❚❚" : "▶"}</span>
        </button>
      )}
      <Value chosen={query.value.year} />
      {query.value.year.length > 0 && (
        <a class="clear-years" href={href({ year: [] })} onClick={stop}>
          {w.clear}
        </a>
      )}
    </fieldset>
  );
}

/** What is chosen, said aloud whenever it changes. */
function Value({ chosen }: { chosen: readonly string[] }) {
  const w = words.value.years;
  return (
    <output class="time-years-value">
      {chosen.length === 0 ? w.all : w.value(chosen)} <span class="quiet">{w.of(selection.value!.alignments)}</span>
    </output>
  );
}

interface SliderProps {
  years: readonly string[];
  first: string;
  last: string;
  onMove: () => void;
}

function Slider({ years, first, last, onMove }: SliderProps) {
  const w = words.value.years;
  const dragging = useSignal(false);
  const [low, high] = [years.indexOf(first), years.indexOf(last)];
  const move = (from: number, to: number) => {
    onMove();
    const all = from === 0 && to === years.length - 1;
    // One drag is one step back.
    go({ year: all ? [] : years.slice(from, to + 1) }, { replace: dragging.peek() });
    dragging.value = true;
  };
  const done = () => {
    dragging.value = false;
  };
  const shared = { min: 0, max: years.length - 1, step: 1, onChange: done } as const;
  const percent = (i: number) => (years.length > 1 ? (i / (years.length - 1)) * 100 : 50);
  return (
    <div class="time-slider">
      <Counts years={years} first={low} last={high} percent={percent} />
      <div class="rail-line">
        <i style={{ left: `${percent(low)}%`, right: `${100 - percent(high)}%` }} />
      </div>
      <input
        {...shared}
        type="range"
        value={low}
        aria-label={w.from}
        aria-valuetext={first}
        onInput={(event) => move(Math.min(event.currentTarget.valueAsNumber, high), high)}
      />
      <input
        {...shared}
        type="range"
        value={high}
        aria-label={w.to}
        aria-valuetext={last}
        onInput={(event) => move(low, Math.max(event.currentTarget.valueAsNumber, low))}
      />
      <p class="ends" aria-hidden="true">
        <span>{years[0]}</span>
        <span>{years.at(-1)}</span>
      </p>
    </div>
  );
}

interface CountsProps {
  years: readonly string[];
  first: number;
  last: number;
  /** Where a year stands. */
  percent: (i: number) => number;
}

/** A column for each year, as high as the alignments that it has within the other filters. */
function Counts({ years, first, last, percent }: CountsProps) {
  const { values } = model().records.facets.year;
  const counts = years.map((year) => selection.value!.counts.year[values.indexOf(year)] ?? 0);
  const most = Math.max(...counts, 1);
  return (
    <div class="counts" aria-hidden="true">
      {years.map((year, i) => (
        <i
          key={year}
          class={i >= first && i <= last ? "in" : undefined}
          title={`${year}: ${figure(counts[i])}`}
          style={{ left: `${percent(i)}%`, height: `${counts[i] > 0 ? Math.max(8, (counts[i] / most) * 100) : 0}%` }}
        />
      ))}
    </div>
  );
}

/** The one year that is chosen; -1 where it isn't one. */
const single = (years: readonly string[]): number => {
  const { year } = query.peek();
  return year.length === 1 ? years.indexOf(year[0]) : -1;
};

/** To the next single year, or the one before; from several years or all to the first or last of them. */
function step(years: readonly string[], by: 1 | -1): void {
  const at = single(years);
  const { year } = query.peek();
  const among = year.length > 0 ? years.filter((y) => year.includes(y)) : years;
  const next = at < 0 ? among.at(by > 0 ? 0 : -1) : years[at + by];
  if (next !== undefined) go({ year: [next] });
}

/** A film begins with the year after the chosen one, else with the first; its beginning is one step back. */
function start(years: readonly string[]): void {
  const at = single(years);
  go({ year: [years[at + 1 < years.length ? at + 1 : 0]] });
}

/** While it plays, year follows year, up to the last. */
function usePlay(playing: { value: boolean }, years: readonly string[]): void {
  useEffect(() => {
    if (!playing.value) return;
    const timer = setInterval(() => {
      const next = years[single(years) + 1];
      // Who chose something else meanwhile, or the end, stops it.
      if (single(years) < 0 || next === undefined) playing.value = false;
      else go({ year: [next] }, { replace: true });
    }, PAUSE);
    return () => clearInterval(timer);
  }, [playing.value, years.join()]);
}

/** Whether the reader asked for no motion: then there is no film, but the steps. */
function useReducedMotion(): { value: boolean } {
  const reduced = useSignal(matchMedia(MOTION).matches);
  useEffect(() => {
    const query = matchMedia(MOTION);
    const follow = () => {
      reduced.value = query.matches;
    };
    query.addEventListener("change", follow);
    return () => query.removeEventListener("change", follow);
  }, []);
  return reduced;
}

const MOTION = "(prefers-reduced-motion: reduce)";
