/**
 * The marks of the matrix: what a cell tells, by shape and not by colour. The screen and the printed figure draw the
 * same ones, in a square of 16 by 16.
 */
import type { CellState } from "./cell-state.ts";
import { element } from "./figure.ts";

interface Stroke {
  d: string;
  /** Filled; else only its line is drawn. */
  solid?: true;
  dashed?: true;
}

const RING = "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11Z";

/** Emptier means less: a dot, a ring, half a disc, a disc, a diamond; what is not judged has a sign of its own. */
export const MARKS: Record<CellState, readonly Stroke[]> = {
  "not-assessed": [{ d: RING, dashed: true }, { d: "M6.3 6.7a1.75 1.75 0 1 1 2.5 1.6c-.6.3-.8.6-.8 1.1M8 11.2v.4" }],
  "not-material": [{ d: RING }, { d: "M4.1 11.9 11.9 4.1" }],
  "no-link": [{ d: "M8 6.7a1.3 1.3 0 1 0 0 2.6a1.3 1.3 0 1 0 0-2.6Z", solid: true }],
  mentioned: [{ d: RING }],
  described: [{ d: RING }, { d: "M8 2.5a5.5 5.5 0 0 0 0 11Z", solid: true }],
  measured: [{ d: RING, solid: true }],
  outcome: [{ d: "M8 .6 15.4 8 8 15.4.6 8Z", solid: true }],
};

/** A mark as SVG markup, for figures. */
export const markSvg = (state: CellState, color: string): string =>
  MARKS[state]
    .map(({ d, solid, dashed }) =>
      element("path", {
        d,
        fill: solid ? color : "none",
        stroke: color,
        "stroke-width": 1.3,
        "stroke-dasharray": dashed && "2 1.6",
      }),
    )
    .join("");
