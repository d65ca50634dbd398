/** The overlap of goals as a drawing for print: the same matrix as on the screen. */
import type { Model } from "./build.ts";
import { element, type Figure, INK, label } from "./figure.ts";
import { nodeMark } from "./node-mark.ts";
import type { Overlap } from "./overlap.ts";

/** What the signs mean; plain text. */
export interface OverlapFigureWords {
  shade: string;
  diagonal: string;
}

const CELL = 36;
const HEAD = 32;
/** Opacity of the ground of the highest count. */
const DARKEST = 0.4;

/** Draws the matrix: both halves, with the goals' own numbers on the diagonal. */
export function overlapFigure(model: Model, { goals, counts }: Overlap, words: OverlapFigureWords): Figure {
  const size = HEAD + CELL * goals.length;
  const most = Math.max(1, ...counts.flatMap((row, a) => row.filter((_, b) => a !== b)));
  const middle = (i: number) => HEAD + CELL * i + CELL / 2;
  const heads = goals.map((goal, i) => {
    const { width } = nodeMark(model, goal, 0, 0);
    const above = nodeMark(model, goal, middle(i) - width / 2, HEAD / 2);
    return above.markup + nodeMark(model, goal, 0, middle(i)).markup;
  });
  const lines = goals.map((_, i) => element("path", { d: `M0 ${HEAD + CELL * i + 0.5}H${size}`, stroke: INK.line }));
  const cells = counts.flatMap((row, a) =>
    row.map((count, b) => {
      if (count === 0) return label(middle(b), middle(a) + 4, "·", { "text-anchor": "middle", fill: INK.quiet });
      const ground = element("rect", {
        x: middle(b) - CELL / 2 + 1,
        y: middle(a) - CELL / 2 + 1.5,
        width: CELL - 2,
        height: CELL - 2,
        fill: INK.accent,
        "fill-opacity": DARKEST * Math.sqrt(count / most),
      });
      const number = label(middle(b), middle(a) + 4, String(count), {
        "text-anchor": "middle",
        ...(a === b && { fill: INK.quiet }),
      });
      return (a === b ? "" : ground) + number;
    }),
  );
  const sign = element("rect", { width: 16, height: 16, fill: INK.accent, "fill-opacity": DARKEST });
  const own = label(8, 12, "n", { "text-anchor": "middle", fill: INK.quiet });
  return {
    width: size,
    height: size,
    body: lines.join("") + heads.join("") + cells.join(""),
    legend: [
      { sign, text: words.shade },
      { sign: own, text: words.diagonal },
    ],
  };
}
