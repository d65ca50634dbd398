/** The matrix itself, a grid to walk with the arrow keys; it scrolls sideways, the names of the rows stay. */
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { nextSort } from "../../../graph/listing.ts";
import type { MatrixColumn } from "../../../graph/matrix.ts";
import { textWidth } from "../../../graph/metrics.ts";
import { holdTabStop, moveInGrid, useOneTabStop } from "../../parts/grid.ts";
import { figure } from "../../parts/names.ts";
import { href, model, nameOf, query } from "../../state.ts";
import { explain, explainNothing } from "./explanation.tsx";
import { columns, isOpen, matrix, rows, toggle, withAllBases } from "./figures.ts";
import { MatrixLine, TotalLine } from "./line.tsx";
import { columnName, words } from "./words.ts";

/** With more columns than this, names that are wider than a column (in pixels) stand upright. */
const FEW = 9;
const NARROW = 44;

export function MatrixGrid() {
  const grid = useRef<HTMLTableElement>(null);
  useOneTabStop(grid);
  const w = words.value.matrix;
  const { by, of } = query.value;
  const names = columns.value.map((c) => columnName(c));
  const upright = names.length > FEW && names.some((name) => textWidth(name, 12) > NARROW);
  const byName = words.value.by[by];
  const label = of ? w.labelOf(`${of} ${nameOf(model().node.get(of)!)}`, byName) : w.label(byName);
  return (
    <div class="matrix-region">
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid keeps the rows and headings of its table.
        role="grid"
        aria-label={label}
        aria-readonly="true"
        class={upright ? "matrix upright" : "matrix"}
        onKeyDown={moveInGrid}
        onFocusIn={(event) => {
          holdTabStop(event);
          explain(event);
        }}
        onPointerOver={explain}
        onPointerLeave={explainNothing}
      >
        <thead>
          <tr>
            <th class="row-head" aria-sort={query.value.sort === "" ? "ascending" : undefined}>
              <a href={href({ sort: "" })} data-stop data-tells tabIndex={-1} aria-label={w.sortGoals}>
                {of ? w.targets : w.goals}
              </a>
            </th>
            {columns.value.map((column, i) => (
              <ColumnHead key={column.value} column={column} name={names[i]} />
            ))}
            <SortHead sortKey="total" name={w.total} label={w.sortTotal} className="total" />
            {withAllBases.value && <th class="total">{w.allReadings}</th>}
            {!of && <th class="judged">{w.judgement}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.value.map((row) => (
            <MatrixLine key={row.code} row={row} />
          ))}
        </tbody>
        <tfoot>
          <TotalLine matrix={matrix.value} />
        </tfoot>
      </table>
    </div>
  );
}

/** A column's name, which sorts by it; for a unit, what opens those below it. */
function ColumnHead({ column, name }: { column: MatrixColumn; name: string }) {
  const { value, depth, below, total } = column;
  const w = words.value.matrix;
  const open = below > 0 && isOpen(value);
  const label = w.sortBy(columnName(column, false), figure(total.count));
  return (
    <SortHead sortKey={value} name={name} label={label} className={depth > 0 ? "below" : undefined} depth={depth}>
      {below > 0 && (
        <button
          type="button"
          data-stop
          data-tells
          tabIndex={-1}
          aria-expanded={open}
          aria-label={w.expand(name)}
          onClick={() => toggle(value)}
        >
          <span aria-hidden="true">{open ? "−" : "+"}</span>
        </button>
      )}
    </SortHead>
  );
}

interface SortHeadProps {
  sortKey: string;
  name: string;
  label: string;
  className?: string;
  depth?: number;
  children?: ComponentChildren;
}

function SortHead({ sortKey, name, label, className, depth = 0, children }: SortHeadProps) {
  const { sort } = query.value;
  const next = nextSort({ key: sortKey, title: name, text: () => "", sort: () => undefined, descends: true }, sort);
  const direction = sort === sortKey ? "ascending" : sort === `-${sortKey}` ? "descending" : undefined;
  return (
    <th class={className} aria-sort={direction} style={depth > 0 ? { "--depth": Math.min(depth, 4) } : undefined}>
      <a href={href({ sort: next })} data-stop data-tells tabIndex={-1} aria-label={label}>
        <span class="name">{name}</span>
      </a>
      {children}
    </th>
  );
}
