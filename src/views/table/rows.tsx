/**
 * The table itself, in a region that scrolls. However long it is, only the rows in sight are drawn, between gaps as high
 * as all others: still a table, that says how many rows it has and which these are.
 */
import { type Signal, useSignal } from "@preact/signals";
import { defaultRangeExtractor, type Range } from "@tanstack/virtual-core";
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { type Column, nextSort, parseSort, type Row } from "../../../graph/listing.ts";
import type { Query } from "../../../graph/query.ts";
import { t } from "../../i18n/index.ts";
import { type List, useVirtualizer } from "../../parts/virtual.ts";
import { href, query } from "../../state.ts";
import { sort } from "./lists.ts";

/** What a cell shows where plain text isn't enough. */
export type Cells<R> = Record<string, (row: R, text: string) => ComponentChildren>;

export interface TableProps<R> {
  of: Query["rows"];
  columns: Column<R>[];
  /** In the order they are shown. */
  rows: R[];
  cells: Cells<R>;
}

/** A table of so few rows is drawn as a whole: nothing to gain, and the browser can search it. */
const FEW = 100;
/** Rows drawn beyond the edges of what is in sight. */
const BEYOND = 8;
/** Rows that go to the printer. */
const PRINTED = 200;
/** Browsers don't draw what is higher than this, in pixels. */
const HIGHEST = 16_000_000;
/** Rows become cards here, in the style sheet as well. */
const NARROW = 700;
/** Heights in pixels: of a row or card before it is measured, and of the header. */
const ROW = 50;
const CARD = 96;
const HEADER = 37;

export function Rows<R extends Row>({ title, of, rows, columns, cells }: TableProps<R> & { title: string }) {
  const region = useRef<HTMLElement>(null);
  const shown = useMemo(() => columns.filter((c) => !c.download), [columns]);
  const cards = useSignal(innerWidth <= NARROW);
  /** The row that was clicked or has the focus. */
  const held = useSignal(-1);
  const printing = usePrinting();
  const height = cards.value ? CARD : ROW;
  const count = Math.min(rows.length, printing.value ? PRINTED : Math.floor(HIGHEST / height));
  const list = useVirtualizer({
    count,
    getScrollElement: () => region.current,
    estimateSize: () => height,
    overscan: BEYOND,
    rangeExtractor: (range) => (printing.value || count <= FEW ? upTo(count) : withHeld(range, held.value)),
    scrollPaddingEnd: HEADER,
  });
  keepSteady(list, held);
  useCards(list, cards);
  const chosen = useChosen(list, rows, held, cards);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must be able to reach it.
    <section ref={region} class="table-region" tabIndex={0} aria-label={title}>
      <table
        class={`listing ${of}`}
        aria-rowcount={rows.length + 1}
        onKeyDown={moveByRow}
        onClick={(event) => hold(event, held)}
        onFocusIn={(event) => hold(event, held)}
      >
        <caption>{title}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {shown.map((column) => (
              <Header key={column.key} column={column} columns={shown} />
            ))}
          </tr>
        </thead>
        <tbody key={keyOf(rows)}>
          {withGaps(list, shown.length, (index) => (
            <Line
              key={index}
              index={index}
              row={rows[index]}
              chosen={chosen(rows[index])}
              columns={shown}
              cells={cells}
              measure={list.measureElement}
            />
          ))}
        </tbody>
      </table>
      {count < rows.length && <p class="quiet pad">{t.value.table.first(count, rows.length)}</p>}
    </section>
  );
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** The rows in sight and some beyond; the held one and its neighbours too, so that the focus and the arrow keys find them. */
function withHeld(range: Range, held: number): number[] {
  const near = held < 0 ? [] : [held - 1, held, held + 1].filter((index) => index >= 0 && index < range.count);
  return [...new Set([...defaultRangeExtractor(range), ...near])].sort((a, b) => a - b);
}

/** A number for each array of rows: other rows are other elements, with heights of their own. */
const KEYS = new WeakMap<readonly unknown[], number>();
let keys = 0;
function keyOf(rows: readonly unknown[]): number {
  if (!KEYS.has(rows)) KEYS.set(rows, keys++);
  return KEYS.get(rows)!;
}

/** The drawn rows, and between them gaps as high as the rows that are not. */
function withGaps(list: List, columns: number, line: (index: number) => ComponentChildren): ComponentChildren[] {
  const lines: ComponentChildren[] = [];
  let end = 0;
  const fillTo = (start: number, key: string) => {
    if (start > end) lines.push(<Gap key={key} height={start - end} columns={columns} />);
  };
  for (const item of list.getVirtualItems()) {
    fillTo(item.start, `before ${item.index}`);
    lines.push(line(item.index));
    end = item.end;
  }
  fillTo(list.getTotalSize(), "rest");
  return lines;
}

const Gap = ({ height, columns }: { height: number; columns: number }) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus.
  <tr class="gap" aria-hidden="true">
    <td colSpan={columns} style={{ height: `${height}px` }} />
  </tr>
);

/** Draws for the printer while the browser prints. */
function usePrinting(): Signal<boolean> {
  const printing = useSignal(false);
  useEffect(() => {
    const print = ({ type }: Event) => {
      printing.value = type === "beforeprint";
    };
    addEventListener("beforeprint", print);
    addEventListener("afterprint", print);
    return () => {
      removeEventListener("beforeprint", print);
      removeEventListener("afterprint", print);
    };
  }, []);
  return printing;
}

/**
 * Keeps a row in its place when rows above it change their height, as they do when the panel opens beside them: the held
 * one when it is in sight, else the topmost. Rows measured for the first time move nothing that was read before, unless
 * the reader comes from below.
 */
function keepSteady(list: List, held: Signal<number>): void {
  list.shouldAdjustScrollPositionOnItemSizeChange = ({ index }) => {
    if (!list.itemSizeCache.has(index) && list.scrollDirection !== "backward") return false;
    const { startIndex, endIndex } = list.range ?? { startIndex: 0, endIndex: 0 };
    const inSight = held.peek() >= startIndex && held.peek() <= endIndex;
    return index < (inSight ? held.peek() : startIndex);
  };
}

/** When rows become cards, or cards rows, no measure holds; the topmost stays the topmost. */
function useCards(list: List, cards: Signal<boolean>): void {
  const narrow = (list.scrollRect?.width ?? innerWidth) <= NARROW;
  useLayoutEffect(() => {
    if (cards.peek() === narrow) return;
    cards.value = narrow;
    const top = list.range?.startIndex ?? 0;
    list.measure();
    list.scrollToIndex(top, { align: "start" });
  }, [narrow]);
}

/**
 * Which rows are chosen: the item's in the panel. Choosing what is out of sight scrolls there; a new selection or order
 * is read from its beginning.
 */
function useChosen<R extends Row>(
  list: List,
  rows: R[],
  held: Signal<number>,
  cards: Signal<boolean>,
): (row: R) => boolean {
  const { item } = query.value;
  const chosen = (row: R) => row.id === item || row.entity.id === item;
  const before = useRef(rows);
  useLayoutEffect(() => {
    if (rows !== before.current) {
      before.current = rows;
      held.value = -1;
      list.measure();
      list.scrollToOffset(0);
      return;
    }
    const { startIndex, endIndex } = list.range ?? { startIndex: 0, endIndex: -1 };
    if (!item || rows.slice(startIndex, endIndex + 1).some(chosen)) return;
    const index = rows.findIndex(chosen);
    if (index < 0) return;
    held.value = index;
    // Over cards the panel lies as a sheet from below.
    list.scrollToIndex(index, { align: cards.peek() ? "start" : "center" });
  }, [rows, item]);
  return chosen;
}

/** A column's header: a link that sorts by it, then the other way, then not at all. */
function Header<R>({ column, columns }: { column: Column<R>; columns: Column<R>[] }) {
  const order = parseSort(columns, sort.value);
  const direction = order?.column !== column ? undefined : order.descending ? "descending" : "ascending";
  return (
    <th scope="col" class={classOf(column)} aria-sort={direction}>
      <a class="sort" href={href({ sort: nextSort(column, sort.value) })} title={t.value.table.sortBy(column.title)}>
        {column.title}
        <span aria-hidden="true">{direction ? ARROWS[direction] : ""}</span>
      </a>
    </th>
  );
}

const ARROWS = { ascending: "↑", descending: "↓" };

const classOf = <R,>({ key, numeric }: Column<R>): string => (numeric ? `col-${key} numeric` : `col-${key}`);

interface LineProps<R> {
  index: number;
  row: R;
  chosen: boolean;
  columns: Column<R>[];
  cells: Cells<R>;
  measure: (row: HTMLElement | null) => void;
}

/** One row. Choosing another draws only the two that change. */
function Line<R>({ index, row, chosen, columns, cells, measure }: LineProps<R>) {
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      class={chosen ? "chosen" : undefined}
      aria-current={chosen ? "true" : undefined}
    >
      {columns.map((column) => {
        const text = column.text(row);
        const content = cells[column.key]?.(row, text) ?? text;
        return column.key === "entity" ? (
          <th key={column.key} scope="row" class={classOf(column)}>
            {content}
          </th>
        ) : (
          <td key={column.key} class={classOf(column)} data-title={column.title}>
            {content}
          </td>
        );
      })}
    </tr>
  );
}

const rowOf = (event: Event): HTMLElement | null => (event.target as Element).closest<HTMLElement>("tbody tr");

function hold(event: Event, held: Signal<number>): void {
  const row = rowOf(event);
  if (row) held.value = Number(row.dataset.index);
}

/** Arrow up and down go to the same link of the row above or below. */
function moveByRow(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const row = rowOf(event);
  if (!step || !row) return;
  const next = row.parentElement!.querySelector(`[data-index="${Number(row.dataset.index) + step}"]`);
  const position = [...row.querySelectorAll("a")].indexOf(event.target as HTMLAnchorElement);
  if (!next || position < 0) return;
  event.preventDefault();
  next.querySelectorAll("a")[position]?.focus();
}
