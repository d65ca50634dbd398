/** A connection as a chain: node, what the link says in that direction, node; each leads to its page. */
import type { Edge, Node } from "../../../graph/build.ts";
import type { Connection, Step } from "../../../graph/paths.ts";
import type { Alignment } from "../../../graph/schema.ts";
import { Grade } from "../../parts/grade.tsx";
import { NodeLink } from "../../parts/node-link.tsx";
import { href, nameOf } from "../../state.ts";
import { shortBasis } from "../panel/record.ts";
import { linkName, words } from "./state.ts";

export function Chain({ connection }: { connection: Connection }) {
  return (
    <ol class="chain">
      <li>
        <NodeLink node={connection[0].from} />
      </li>
      {connection.map((step) => (
        <li key={step.to.id}>
          <Relation {...step} />
          <NodeLink node={step.to} />
        </li>
      ))}
    </ol>
  );
}

/** Two nodes may be linked in several ways: each is named, the soundest first. */
function Relation({ from, to, links }: Step) {
  return (
    <span class="relation">
      {links.map((edge) => (
        <Link key={edge.id} edge={edge} from={from} to={to} />
      ))}
      <span aria-hidden="true">→</span>
    </span>
  );
}

function Link({ edge, from, to }: { edge: Edge; from: Node; to: Node }) {
  const name = linkName(edge, from);
  const { record, kind, id } = edge;
  return (
    <span class="link">
      <a href={href({ item: id })} title={words.value.connections.link(nameOf(from), name, nameOf(to))}>
        {name}
      </a>
      {record && (
        <span class="quiet">
          {kind === "alignment" && (
            <>
              {" "}
              <Grade grade={(record as Alignment).grade} short />
            </>
          )}{" "}
          {shortBasis(record)}
        </span>
      )}
    </span>
  );
}
