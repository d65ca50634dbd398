/** Where to begin: an example of a connection, and the units and partners that have most to tell. */
import type { Node } from "../../../graph/build.ts";
import { partnersIn } from "../../../graph/engagement.ts";
import { pathExample } from "../../../graph/paths-example.ts";
import { Long } from "../../parts/long.tsx";
import { figure, kindName } from "../../parts/names.ts";
import { Shape } from "../../parts/shape.tsx";
import { href, model, nameOf, selection } from "../../state.ts";
import { words } from "./state.ts";

export function Intro() {
  const w = words.value.picks;
  const example = pathExample(model(), selection.value!);
  return (
    <p class="lead">
      {w.intro}{" "}
      {example && (
        <a href={href({ from: example.from.id, to: example.to.id, via: example.via })}>
          {w.example(nameOf(example.from), example.to.id, kindName(example.via))}
        </a>
      )}
    </p>
  );
}

export function Starts() {
  const w = words.value.profile;
  const { unit } = model().records.facets;
  const counts = selection.value!.counts.unit;
  // The last value stands for no unit.
  const units = unit.values
    .slice(0, -1)
    .map((id, i) => ({ node: model().node.get(id)!, n: counts[i] }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n);
  const partners = partnersIn(model(), selection.value!).map(({ node, through }) => ({ node, n: through.length }));
  return (
    <section class="starts">
      <h2>{w.starts}</h2>
      <p class="lead">{w.startsIntro}</p>
      <div class="parts">
        <StartList title={w.units} note={w.unitsNote} starts={units} none={w.noUnits} />
        <StartList title={w.partners} note={w.partnersNote} starts={partners} none={w.noPartners} />
      </div>
    </section>
  );
}

interface StartListProps {
  title: string;
  /** What the numbers count. */
  note: string;
  starts: readonly { node: Node; n: number }[];
  none: string;
}

const StartList = ({ title, note, starts, none }: StartListProps) => (
  <section class="part">
    <h3>
      {title} <span class="quiet">{note}</span>
    </h3>
    {starts.length === 0 && <p class="quiet">{none}</p>}
    <Long
      items={starts}
      first={10}
      class="rows"
      label={title}
      render={({ node, n }) => (
        <li key={node.id}>
          <a class="node" href={href({ from: node.id, to: "" })}>
            <Shape kind={node.kind} />
            <span>{nameOf(node)}</span>
            <span class="count">{figure(n)}</span>
          </a>
        </li>
      )}
    />
  </section>
);
