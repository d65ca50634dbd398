/** The time view: milestones and lifetimes on an axis, in lanes by goal or unit; a filter by years; the same as a table. */
import { Empty } from "../parts/empty.tsx";
import { Take } from "../parts/take.tsx";
import { href, query } from "../state.ts";
import { Chart } from "./time/chart.tsx";
import { pan, ZOOM, zoom } from "./time/keys.ts";
import { List } from "./time/list.tsx";
import { domain, look, lookAtStart, narrow, timeline, together } from "./time/state.ts";
import { figureOfTime, sheetsOfTime } from "./time/take.ts";
import { words } from "./time/words.ts";
import { Years } from "./time/years.tsx";
import "./time.css";

export function TimeView() {
  const { items } = timeline.value;
  return (
    <div class="time-view">
      <div class="time-bar">
        <Years />
        {items.length > 0 && <Lanes />}
        {items.length > 0 && <Zoom />}
        <Take name="time" figure={items.length > 0 ? figureOfTime : undefined} sheets={sheetsOfTime} />
      </div>
      <Undated />
      {items.length > 0 ? (
        <>
          <Chart />
          <List />
        </>
      ) : (
        <Nothing />
      )}
    </div>
  );
}

function Lanes() {
  const w = words.value;
  const { group } = query.value;
  const choices = [
    ...(narrow.value ? ([["", w.together]] as const) : []),
    ["goal", w.byGoal],
    ["unit", w.byUnit],
  ] as const;
  const now = together.value ? "" : group === "unit" ? "unit" : "goal";
  return (
    <nav class="time-switch" aria-label={w.lanes}>
      {choices.map(([value, name]) => (
        <a key={value} href={href({ group: value })} aria-current={value === now ? "true" : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}

function Zoom() {
  const w = words.value;
  const buttons = [
    ["←", w.earlier, () => pan(-0.5)],
    ["→", w.later, () => pan(0.5)],
    ["+", w.zoomIn, () => zoom(1 / ZOOM)],
    ["−", w.zoomOut, () => zoom(ZOOM)],
    ["⤢", w.whole, () => look(domain.value!)],
    ["◯", w.start, lookAtStart],
  ] as const;
  return (
    <div class="time-zoom" role="toolbar" aria-label={w.zoom}>
      {buttons.map(([sign, label, act]) => (
        <button key={sign} type="button" aria-label={label} title={label} onClick={act}>
          <span aria-hidden="true">{sign}</span>
        </button>
      ))}
    </div>
  );
}

/** What can't be drawn is said, and leads to the table, where it is. */
function Undated() {
  const { undated, entities, items } = timeline.value;
  if (undated === 0 || items.length === 0) return null;
  return (
    <p class="time-undated quiet">
      <a href={href({ view: "table", rows: "entities", sort: "since" })}>{words.value.undated(undated, entities)}</a>
    </p>
  );
}

/** Nothing is selected, or what is has no date. */
function Nothing() {
  const { entities } = timeline.value;
  if (entities === 0) return <Empty />;
  return (
    <div class="empty">
      <p>{words.value.nothingDated}</p>
      <p class="quiet">{words.value.nothingDatedHint}</p>
      <a href={href({ view: "table", rows: "entities" })}>{words.value.undated(entities, entities)}</a>
    </div>
  );
}
