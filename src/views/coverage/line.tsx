/** A line of the matrix: the goal or target, its cells, its total. */

import type { ComponentChildren } from "preact";
import { NONE } from "../../../graph/build.ts";
import {
  type Cell,
  cellFilter,
  isFacetColumn,
  type Matrix,
  type MatrixColumn,
  type MatrixRow,
} from "../../../graph/matrix.ts";
import { formatQuery, type Query } from "../../../graph/query.ts";
import type { GRADES } from "../../../graph/schema.ts";
import { t } from "../../i18n/index.ts";
import { notes } from "../../notes.ts";
import { Disc } from "../../parts/disc.tsx";
import { figure } from "../../parts/names.ts";
import { href, query } from "../../state.ts";
import { columns, matrix, stateOf, withAllBases } from "./figures.ts";
import { judging } from "./judgement.tsx";
import { Mark } from "./mark.tsx";
import { columnName, rowName, words } from "./words.ts";

/** The most links of one cell: the others' ground is measured by it. */
const most = (of: Matrix): number => Math.max(1, ...of.rows.flatMap((row) => row.cells.map((c) => c.count)));

export function MatrixLine({ row }: { row: MatrixRow }) {
  const of = matrix.value;
  const all = most(of);
  const others = withAllBases.value?.rows.find((r) => r.code === row.code);
  return (
    <tr class={row.filteredOut ? "out" : undefined}>
      <RowHead row={row} />
      {columns.value.map((column) => {
        const cell = row.cells[of.columns.indexOf(column)];
        return <CellOf key={column.value} row={row} column={column} cell={cell} share={cell.count / all} />;
      })}
      <CellOf row={row} cell={row.total} className="total" />
      {others && <AllBases row={row} all={others.total.count} />}
      {!of.of && <Judged row={row} />}
    </tr>
  );
}

/** A goal leads to its targets, a target to its page; what the filters leave out comes in place of what they show. */
function RowHead({ row }: { row: MatrixRow }) {
  const { of } = query.value;
  const w = words.value.matrix;
  const name = rowName(row);
  const full = `${row.node.id} ${name}`;
  const label = row.filteredOut ? w.instead(full) : of ? full : w.targetsOf(full);
  const inside = of ? { item: row.node.id } : { of: row.code, sort: "" };
  const change = row.filteredOut ? { target: [], ...cellFilter(matrix.value, row) } : inside;
  return (
    <th scope="row" class="row-head">
      <a href={href(change)} data-stop data-tells tabIndex={-1} aria-label={label}>
        {row.filteredOut ? <span class="disc small">{row.node.id}</span> : <Disc code={row.node.id} small />}
        <span class="name">{name}</span>
      </a>
    </th>
  );
}

interface CellProps {
  row: MatrixRow;
  /** None for the total. */
  column?: MatrixColumn;
  cell: Cell;
  /** Its part of the largest cell. */
  share?: number;
  className?: string;
}

function CellOf({ row, column, cell, share = 0, className }: CellProps) {
  const ground = share > 0 ? { "--heat": `${Math.round(30 * Math.sqrt(share))}%` } : undefined;
  const tells = sentence(row, column, cell);
  if (cell.count === 0) {
    return (
      <td class={`empty-cell ${className ?? ""}`} data-stop data-tells tabIndex={-1} aria-label={tells}>
        {!row.filteredOut && <Mark state={stateOf(row, cell)} />}
      </td>
    );
  }
  return (
    <td class={className} style={ground}>
      <CellLink filter={cellFilter(matrix.value, row, column)} tells={tells}>
        <span class="count">{figure(cell.count)}</span>
        <span class="best">
          <Mark state={stateOf(row, cell)} />
          {cell.best}
        </span>
      </CellLink>
    </td>
  );
}

/** A number that filters everything, and once it has, opens what it counts. */
function CellLink({ filter, tells, children }: { filter: Partial<Query>; tells: string; children: ComponentChildren }) {
  const w = words.value.cell;
  const { by } = query.value;
  const filtered = formatQuery({ ...query.value, ...filter }) === formatQuery(query.value);
  const sort = isFacetColumn(by) ? "" : by;
  const act = filtered ? w.open : isFacetColumn(by) ? w.filter : w.filterGoal;
  return (
    <a
      href={filtered ? href({ view: "table", rows: "alignments", sort }) : href(filter)}
      data-stop
      data-tells
      tabIndex={-1}
      aria-label={`${tells} ${act}`}
    >
      {children}
    </a>
  );
}

function sentence(row: MatrixRow, column: MatrixColumn | undefined, { count, best }: Cell): string {
  const w = words.value.cell;
  const code = row.code === NONE ? row.goal : row.code;
  const place = w.place(`${code} ${rowName(row)}`, column ? columnName(column) : words.value.matrix.total);
  return `${place}: ${row.filteredOut ? w.out : count > 0 ? w.count(figure(count), best!, meaningOf(best!)) : why(row.goal)}`;
}

/** Why a cell is empty. */
function why(goal: string): string {
  const noted = notes.value.goals[goal];
  const w = words.value.cell;
  return noted ? w[noted.state](noted.reason) : w.none;
}

const meaningOf = (grade: (typeof GRADES)[number]): string => t.value.grade[grade];

/** What the choice of a basis leaves out: the number with every basis beside the total. */
function AllBases({ row, all }: { row: MatrixRow; all: number }) {
  const tells = words.value.matrix.allReadingsHint(figure(row.total.count), figure(all));
  return (
    <td class="total all-bases">
      <a href={href({ basis: [] })} data-stop data-tells tabIndex={-1} aria-label={tells}>
        <span class="count">{figure(all)}</span>
        <span class="part" style={{ "--part": all > 0 ? row.total.count / all : 0 }} />
      </a>
    </td>
  );
}

/** What the reader notes of the goal, and the way to note it. */
function Judged({ row }: { row: MatrixRow }) {
  const w = words.value;
  const noted = notes.value.goals[row.code];
  const state = noted ? w.states[noted.state] : w.judge.assessedShort;
  return (
    <td class="judged">
      <button
        type="button"
        data-stop
        data-tells
        tabIndex={-1}
        aria-haspopup="dialog"
        aria-label={`${w.judge.button(row.code, state)}${noted?.reason ? `: ${noted.reason}` : ""}`}
        onClick={() => {
          judging.value = row.code;
        }}
      >
        {noted ? <Mark state={noted.state} /> : <span aria-hidden="true">✓</span>}
      </button>
    </td>
  );
}

/** The totals of the columns, and of all. */
export function TotalLine({ matrix: of }: { matrix: Matrix }) {
  const w = words.value;
  const all = withAllBases.value?.total.count;
  const cell = (column: MatrixColumn | undefined, { count, best }: Cell) => (
    <td key={column?.value ?? "total"} class={column ? undefined : "total"}>
      {count > 0 ? (
        <CellLink
          filter={cellFilter(of, undefined, column)}
          tells={`${column ? columnName(column) : w.matrix.total}: ${w.cell.count(figure(count), best!, meaningOf(best!))}`}
        >
          <span class="count">{figure(count)}</span>
        </CellLink>
      ) : (
        <span class="count">0</span>
      )}
    </td>
  );
  return (
    <tr>
      <th scope="row" class="row-head">
        {of.of ? w.matrix.total : w.matrix.allGoals}
      </th>
      {columns.value.map((column) => cell(column, column.total))}
      {cell(undefined, of.total)}
      {all !== undefined && <td class="total">{figure(all)}</td>}
      {!of.of && <td class="judged" />}
    </tr>
  );
}
