/** The mark of a node in figures: a goal or target as a numbered disc in the goal's colour, all else by its shape. */
import type { Model, Node } from "./build.ts";
import { element, INK, label } from "./figure.ts";
import { textWidth } from "./metrics.ts";
import { isHollow, shapeOf, strokeOf } from "./outlines.ts";
import type { Goal, Target } from "./schema.ts";

const HEIGHT = 20;
const RADIUS = 6;

/** The mark, 20 pixels high around `y`, from `x` on; and how wide it is. */
export function nodeMark(model: Model, node: Node, x: number, y: number): { width: number; markup: string } {
  const goal = goalOf(model, node);
  if (!goal) return { width: 2 * RADIUS, markup: shapeMark(node.kind, x + RADIUS, y) };
  const width = Math.max(HEIGHT, textWidth(node.id, 11) + 10);
  const ground = element("rect", { x, y: y - HEIGHT / 2, width, height: HEIGHT, rx: HEIGHT / 2, fill: goal.color });
  const code = label(x + width / 2, y + 4, node.id, {
    "font-size": 11,
    "font-weight": 700,
    "text-anchor": "middle",
    fill: goal.on_color,
  });
  return { width, markup: ground + code };
}

/** The goal whose colours a node bears. */
function goalOf({ node }: Model, { kind, row, id }: Node): Goal | undefined {
  if (kind !== "goal" && kind !== "target") return undefined;
  return node.get(kind === "goal" ? id : (row as Target).goal)?.row as Goal | undefined;
}

function shapeMark(kind: string, x: number, y: number): string {
  const look = isHollow(kind)
    ? { fill: "none", stroke: INK.quiet, "stroke-width": strokeOf(RADIUS) }
    : { fill: INK.quiet };
  return element("g", look, shapeOf(kind, x, y, RADIUS));
}
