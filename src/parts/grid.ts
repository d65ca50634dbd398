/**
 * Moving in a grid by keyboard. Its stops are what carries `data-stop`: links, buttons, and cells with nothing to click.
 * One of them is in the tab order, the one that had the focus last; arrow keys lead to the others.
 */

import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

const STOP = "[data-stop]";
const stopsIn = (part: Element): HTMLElement[] => [
  ...(part.matches(STOP) ? [part as HTMLElement] : []),
  ...part.querySelectorAll<HTMLElement>(STOP),
];

/** Keeps one stop of the grid in the tab order, after every drawing. */
export function useOneTabStop(grid: RefObject<HTMLTableElement | null>): void {
  useLayoutEffect(() => {
    const stops = grid.current ? stopsIn(grid.current) : [];
    if (!stops.some((stop) => stop.tabIndex === 0)) stops[0]?.setAttribute("tabindex", "0");
  });
}

/** Makes what has the focus the stop of the tab order; for the grid's `onFocusIn`. */
export function holdTabStop(event: FocusEvent): void {
  const grid = event.currentTarget as HTMLTableElement;
  const held = (event.target as Element).closest<HTMLElement>(STOP);
  if (!held) return;
  for (const stop of grid.querySelectorAll<HTMLElement>('[data-stop][tabindex="0"]')) stop.tabIndex = -1;
  held.tabIndex = 0;
}

/** Arrow keys lead from stop to stop, Home and End to the ends of a row, with Control to those of the grid. */
export function moveInGrid(event: KeyboardEvent): void {
  const from = (event.target as Element).closest<HTMLElement>(STOP);
  if (!from || event.altKey || event.metaKey) return;
  const to = destination(event.currentTarget as HTMLTableElement, from, event.key, event.ctrlKey);
  if (!to) return;
  event.preventDefault();
  to.focus();
  to.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function destination(grid: HTMLTableElement, from: HTMLElement, key: string, whole: boolean): HTMLElement | undefined {
  const cell = from.closest<HTMLTableCellElement>("td, th")!;
  const row = cell.parentElement as HTMLTableRowElement;
  const inRow = stopsIn(row);
  if (key === "ArrowRight" || key === "ArrowLeft") return inRow[inRow.indexOf(from) + (key === "ArrowRight" ? 1 : -1)];
  const all = stopsIn(grid);
  if (key === "Home") return (whole ? all : inRow)[0];
  if (key === "End") return (whole ? all : inRow).at(-1);
  if (key !== "ArrowDown" && key !== "ArrowUp") return undefined;
  const place = stopsIn(cell).indexOf(from);
  const step = key === "ArrowDown" ? 1 : -1;
  const lines = [...grid.rows];
  for (let i = row.rowIndex + step; i >= 0 && i < lines.length; i += step) {
    const stops = lines[i].cells[cell.cellIndex] ? stopsIn(lines[i].cells[cell.cellIndex]) : [];
    if (stops.length > 0) return stops[Math.min(place, stops.length - 1)];
  }
  return undefined;
}
