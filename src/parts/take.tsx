/** "Take it away": what a view shows, as a picture or as tables. */
import type { Figure } from "../../graph/figure.ts";
import type { Sheet } from "../../graph/sheet.ts";

export interface TakeProps {
  /** Part of the files' names: `coverage`. */
  name: string;
  /** What the view shows, as a drawing; made when it is asked for. */
  figure?: () => Figure | Promise<Figure>;
  /** The same as rows. */
  sheets?: () => Sheet[] | Promise<Sheet[]>;
}

/** The menu of a view, with which it can be taken into a slide or a spreadsheet. */
export function Take(_: TakeProps) {
  return null;
}
