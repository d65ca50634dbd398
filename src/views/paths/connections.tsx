/** How the two ends are connected: among what the filters show; where nothing there connects them, in the whole report. */
import { outlookOn, outlookQuery } from "../../../graph/outlook.ts";
import { type Connection, type Connections, LONGEST_VIA } from "../../../graph/paths.ts";
import { Long } from "../../parts/long.tsx";
import { figure, kindName } from "../../parts/names.ts";
import { NodeLink } from "../../parts/node-link.tsx";
import { href, model, query, selection } from "../../state.ts";
import { Chain } from "./chain.tsx";
import { connections, ends, everywhere, LISTED, via, words } from "./state.ts";

/** Chains shown before the rest is unrolled. */
const FIRST = 12;

export function ConnectionsSection() {
  const w = words.value.connections;
  const [from, to] = ends.value!;
  const { found } = connections.value!;
  return (
    <section>
      <h2>{w.heading}</h2>
      <p class="between">
        <NodeLink node={from} /> <span class="quiet">{w.between}</span> <NodeLink node={to} />
      </p>
      {from === to ? <p>{w.same}</p> : found.length > 0 ? <Listed {...connections.value!} /> : <Nothing />}
    </section>
  );
}

function Listed(connections: Connections) {
  const w = words.value.connections;
  const { found } = connections;
  const listed = found.slice(0, LISTED);
  const rest = found.length - listed.length;
  return (
    <>
      <p class="lead">
        {countText(connections)} {found.length > 1 && <span class="quiet">{w.order}</span>}
      </p>
      <Long
        items={listed}
        first={FIRST}
        class="chains"
        label={w.heading}
        render={(connection) => (
          <li key={connection.map((step) => step.to.id).join(" ")}>
            <Chain connection={connection} />
            <InGraph connection={connection} />
          </li>
        )}
      />
      {rest > 0 && <p class="quiet">{w.notListed(atLeast(rest, connections.more))}</p>}
    </>
  );
}

function InGraph({ connection }: { connection: Connection }) {
  const w = words.value.connections;
  const outlook = outlookOn(model(), selection.value!, connection);
  return (
    <a class="outlook" href={href(outlookQuery(model(), query.value, connection, outlook))}>
      {outlook.whole ? w.graph : w.middle}
    </a>
  );
}

function countText({ found, more }: Connections): string {
  const w = words.value.connections;
  const n = atLeast(found.length, more);
  return via.value ? w.through(n, kindName(via.value), LONGEST_VIA) : w.shortest(n, found[0].length);
}

const atLeast = (n: number, more: boolean): string => (more ? words.value.connections.moreThan(figure(n)) : figure(n));

/** Why there is none, and what the whole report has. */
function Nothing() {
  const w = words.value.connections;
  const whole = everywhere.value!;
  return (
    <>
      <p>{via.value ? w.noneThrough(kindName(via.value), LONGEST_VIA) : w.none}</p>
      {whole.found.length > 0 ? (
        <>
          <h3>{w.aside}</h3>
          <p class="quiet">{w.asideNote}</p>
          <Listed {...whole} />
        </>
      ) : (
        <p>
          {w.nowhere} {via.value ? <a href={href({ via: "" })}>{w.anyKind}</a> : w.other}
        </p>
      )}
    </>
  );
}
