/** The bar above the matrix: what its columns are, whose targets its rows are, and what to take away. */
import { BY } from "../../../graph/query.ts";
import { Disc } from "../../parts/disc.tsx";
import { Take } from "../../parts/take.tsx";
import { href, model, nameOf, query } from "../../state.ts";
import { allUnits, leftOut } from "./figures.ts";
import { takeFigure, takeSheets } from "./take.ts";
import { words } from "./words.ts";

export function Bar() {
  const w = words.value;
  const { by, of } = query.value;
  return (
    <div class="coverage-bar">
      <nav class="views" aria-label={w.by.label}>
        {BY.map((value) => (
          <a key={value} href={href({ by: value, sort: "" })} aria-current={value === by ? "true" : undefined}>
            {w.by[value]}
          </a>
        ))}
      </nav>
      {of && (
        <p class="rows-of">
          <a href={href({ of: "", sort: "" })}>{w.matrix.back}</a>
          <span aria-hidden="true">›</span>
          <a href={href({ item: of })} class="goal">
            <Disc code={of} small />
            <span>{nameOf(model().node.get(of)!)}</span>
          </a>
        </p>
      )}
      <span class="end">
        {by === "unit" && (leftOut.value > 0 || allUnits.value) && (
          <button
            type="button"
            onClick={() => {
              allUnits.value = !allUnits.value;
            }}
          >
            {allUnits.value ? w.matrix.fewerUnits : w.matrix.units(leftOut.value)}
          </button>
        )}
        <Take name="coverage" figure={takeFigure} sheets={takeSheets} />
      </span>
    </div>
  );
}
