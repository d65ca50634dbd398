/** What a cell of the matrix tells, apart from its number. */
import type { Cell } from "./matrix.ts";
import type { GRADES } from "./schema.ts";

/** What a cell tells, weakest first; how it looks is the view's business, but no two may look alike. */
export const CELL_STATES = [
  "not-assessed",
  "not-material",
  "no-link",
  "mentioned",
  "described",
  "measured",
  "outcome",
] as const;
export type CellState = (typeof CELL_STATES)[number];

const STATE_OF: Record<(typeof GRADES)[number], CellState> = {
  E0: "mentioned",
  E1: "described",
  E2: "measured",
  E3: "measured",
  E4: "outcome",
  E5: "outcome",
};

/**
 * The state of a cell. `judged` is what the reader noted of the goal: it explains why nothing is there, and never hides
 * a link that is.
 */
export const cellState = ({ best }: Cell, judged?: "not-assessed" | "not-material"): CellState =>
  best ? STATE_OF[best] : (judged ?? "no-link");
