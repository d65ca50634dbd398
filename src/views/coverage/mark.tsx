/** The mark of a cell's state: the same shapes that the printed figure draws. */
import { MARKS } from "../../../graph/cell-marks.ts";
import type { CellState } from "../../../graph/cell-state.ts";

export function Mark({ state }: { state: CellState }) {
  return (
    <svg class={`mark ${state}`} viewBox="0 0 16 16" aria-hidden="true">
      {MARKS[state].map(({ d, solid, dashed }) => (
        <path key={d} d={d} class={solid ? "solid" : dashed ? "dashed" : undefined} />
      ))}
    </svg>
  );
}
