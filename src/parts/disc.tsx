/** A goal as a numbered disc in its colour: the loudest thing on the page, the same everywhere. */

import type { Goal, Target } from "../../graph/schema.ts";
import { model, nameOf } from "../state.ts";

/** The disc of a goal, or of a target's goal with the target's code. Decoration unless `title` is wanted. */
export function Disc({ code, small }: { code: string; small?: boolean }) {
  const node = model().node.get(code);
  if (!node) return null;
  const goalCode = node.kind === "target" ? (node.row as Target).goal : code;
  const goal = model().node.get(goalCode)?.row as Goal | undefined;
  if (!goal) return null;
  return (
    <span
      class={small ? "disc small" : "disc"}
      style={{ background: goal.color, color: goal.on_color }}
      title={nameOf(node)}
    >
      {code}
    </span>
  );
}
