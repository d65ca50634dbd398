/** A node by its mark and name, as a link to its page; dimmed when it is not on the screen. */
import type { Node } from "../../graph/build.ts";
import { isEntity, SHOWN } from "../../graph/select.ts";
import { href, nameOf, selection } from "../state.ts";
import { Disc } from "./disc.tsx";
import { Shape } from "./shape.tsx";
import "./node-link.css";

export function NodeLink({ node }: { node: Node }) {
  const shown = selection.value?.nodes[node.index] === SHOWN;
  return (
    <a class={shown ? "node" : "node out"} href={href({ item: node.id })}>
      {isEntity(node) ? <Shape kind={node.kind} /> : <Disc code={node.id} small />}
      <span>{nameOf(node)}</span>
    </a>
  );
}
