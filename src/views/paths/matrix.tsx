/** The matrix of goals: a grid walked with the arrow keys, whose cells are links to what serves both goals. */
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Node } from "../../../graph/build.ts";
import { Disc } from "../../parts/disc.tsx";
import { holdTabStop, moveInGrid, useOneTabStop } from "../../parts/grid.ts";
import { figure } from "../../parts/names.ts";
import { href, nameOf } from "../../state.ts";
import { goalPair, overlap, words } from "./state.ts";

export function Matrix() {
  const w = words.value.overlap;
  const { goals, counts } = overlap.value;
  const most = Math.max(1, ...counts.flatMap((row, a) => row.filter((_, b) => a !== b)));
  /** The column that is pointed at, or holds the focus. */
  const lit = useSignal(-1);
  const point = (event: Event) => {
    lit.value = columnOf(event);
  };
  const grid = useRef<HTMLTableElement>(null);
  useOneTabStop(grid);
  return (
    <div class="matrix">
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: of a grid, one cell at a time is a stop of the Tab key.
        role="grid"
        aria-label={w.grid}
        aria-description={w.gridHint}
        onKeyDown={moveInGrid}
        onFocusIn={(event) => {
          point(event);
          holdTabStop(event);
        }}
        onFocusOut={() => {
          lit.value = -1;
        }}
        onPointerOver={point}
        onPointerLeave={() => {
          lit.value = -1;
        }}
      >
        <Columns lit={lit} goals={goals} />
        <thead>
          <tr>
            <td />
            {goals.map((goal) => (
              <th key={goal.id} scope="col">
                <Disc code={goal.id} small />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {goals.map((row, a) => (
            <tr key={row.id}>
              <th scope="row">
                <Disc code={row.id} small />
              </th>
              {goals.map((column, b) => (
                <Cell key={column.id} a={row} b={column} count={counts[a][b]} share={counts[a][b] / most} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note">
        {w.gridNote} {w.gridHint}
      </p>
    </div>
  );
}

/** Drawn by itself, so that pointing at a cell draws no cell anew. */
const Columns = ({ lit, goals }: { lit: { value: number }; goals: readonly Node[] }) => (
  <colgroup>
    <col />
    {goals.map((goal, i) => (
      <col key={goal.id} class={lit.value === i ? "lit" : undefined} />
    ))}
  </colgroup>
);

interface CellProps {
  a: Node;
  b: Node;
  count: number;
  /** Of the most that serve two goals. */
  share: number;
}

function Cell({ a, b, count, share }: CellProps) {
  const w = words.value.overlap;
  const own = a === b;
  const pair = goalPair.value;
  const chosen = pair !== undefined && a !== b && pair.includes(a) && pair.includes(b);
  const to = own
    ? href({ view: "table", rows: "entities", goal: [a.id], related: false, sort: "" })
    : href({ from: a.id, to: b.id, via: "" });
  const name = own ? w.own(a.id, figure(count)) : w.cell(a.id, b.id, figure(count));
  return (
    <td class={own ? "own" : undefined}>
      <a
        href={to}
        data-stop
        tabIndex={-1}
        style={own || count === 0 ? undefined : { "--share": Math.sqrt(share) }}
        aria-label={name}
        aria-current={chosen ? "true" : undefined}
        title={own ? nameOf(a) : `${nameOf(a)} · ${nameOf(b)}`}
      >
        {count > 0 ? figure(count) : "·"}
      </a>
    </td>
  );
}

/** The column of goals that an event came from; -1 for none. */
function columnOf(event: Event): number {
  const cell = (event.target as Element).closest<HTMLTableCellElement>("tbody td");
  return cell ? cell.cellIndex - 1 : -1;
}
