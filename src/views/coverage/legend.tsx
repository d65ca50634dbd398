/** What the marks of the cells mean, and what has to be known to read the numbers. */
import { CELL_STATES } from "../../../graph/cell-state.ts";
import { query } from "../../state.ts";
import { matrix } from "./figures.ts";
import { Mark } from "./mark.tsx";
import { words } from "./words.ts";

export function Legend() {
  const w = words.value;
  const { by } = query.value;
  const overlap = matrix.value.overlapping && (by === "unit" || by === "year") && w.matrix.overlap[by];
  const noFacet = (by === "stage" || by === "role") && w.matrix.noFacet[by];
  return (
    <div class="matrix-legend">
      <ul aria-label={w.legend}>
        {CELL_STATES.map((state) => (
          <li key={state}>
            <Mark state={state} />
            {w.states[state]}
          </li>
        ))}
      </ul>
      {(overlap || noFacet) && <p class="quiet">{overlap || noFacet}</p>}
    </div>
  );
}
