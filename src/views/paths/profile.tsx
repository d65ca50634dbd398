/** The profile of a unit, lab or partner: what it has a hand in, for which goals, where alone, with whom, measured how. */
import type { ComponentChildren } from "preact";
import type { Node } from "../../../graph/build.ts";
import { groupBy } from "../../../graph/text.ts";
import { Long } from "../../parts/long.tsx";
import { figure, kindName } from "../../parts/names.ts";
import { NodeLink } from "../../parts/node-link.tsx";
import { model } from "../../state.ts";
import { Disclosure } from "../panel/disclosure.tsx";
import { AloneRows, Fellows, GoalRows, KpiRows } from "./profile-rows.tsx";
import { engagement, roleOf, rowsHref, words } from "./state.ts";

export function Profile() {
  const w = words.value.profile;
  const { subject, below, work, leftOut, partners, units, goals, alone, kpis } = engagement.value!;
  const role = roleOf(subject);
  const isUnit = role === "unit";
  const kinds = [...new Set(work.map((node) => node.kind))];
  return (
    <section class="profile">
      <h2>{w.heading}</h2>
      <p class="between">
        <NodeLink node={subject} />
      </p>
      <div class="parts">
        {isUnit && (
          <Part title={w.alone} n={alone.length} note={w.aloneNote} none={w.notAlone}>
            <AloneRows alone={alone} />
          </Part>
        )}
        <Part title={w.goals[role]} n={goals.length} note={w.goalsNote} none={w.noGoals}>
          <GoalRows goals={goals} />
        </Part>
        <Part
          title={w.work[role]}
          n={work.length}
          to={isUnit ? rowsHref({ rows: "entities", kind: kinds }) : undefined}
        >
          <Work work={work} linked={isUnit} />
          {work.length === 0 && <p class="quiet">{w.noWork}</p>}
          <LeftOut nodes={leftOut} />
        </Part>
        <Part title={w.kpis} n={kpis.length} none={w.noKpis}>
          <KpiRows kpis={kpis} />
        </Part>
        <Part title={w.partnersOf[role]} n={partners.length} none={w.nobody}>
          <Fellows fellows={partners} />
        </Part>
        <Part title={w.unitsOf[role]} n={units.length} none={w.nobody}>
          <Fellows fellows={units} />
        </Part>
        {below.length > 0 && (
          <Part title={w.below} n={below.length}>
            <Nodes nodes={below} />
          </Part>
        )}
      </div>
    </section>
  );
}

interface PartProps {
  title: string;
  n: number;
  /** The table of what is counted. */
  to?: string;
  note?: string;
  /** What is said instead when there is nothing. */
  none?: string;
  children: ComponentChildren;
}

function Part({ title, n, to, note, none, children }: PartProps) {
  return (
    <section class="part">
      <h3>
        {title} {n > 0 && <Count n={n} to={to} of={title} />}
      </h3>
      {n === 0 && none ? <p class="quiet">{none}</p> : children}
      {n > 0 && note && <p class="note">{note}</p>}
    </section>
  );
}

/** A number; with a link to its rows where a filter gives them, else what it counts stands below it. */
function Count({ n, to, of }: { n: number; to?: string; of: string }) {
  if (!to) return <span class="count">{figure(n)}</span>;
  return (
    <a class="count" href={to} aria-label={`${of}: ${n}`}>
      {figure(n)}
    </a>
  );
}

/** By kind, each kind's number leading to its rows. */
function Work({ work, linked }: { work: readonly Node[]; linked: boolean }) {
  const groups = groupBy(work, (node) => node.kind);
  return (
    <>
      {model().pack.kinds.map(({ name }) => {
        const nodes = groups.get(name);
        if (!nodes) return null;
        return (
          <div key={name} class="group">
            <h4>
              {kindName(name)}{" "}
              <Count
                n={nodes.length}
                to={linked ? rowsHref({ rows: "entities", kind: [name] }) : undefined}
                of={kindName(name)}
              />
            </h4>
            <Nodes nodes={nodes} />
          </div>
        );
      })}
    </>
  );
}

const Nodes = ({ nodes }: { nodes: readonly Node[] }) => (
  <Long
    items={nodes}
    class="rows"
    render={(node) => (
      <li key={node.id}>
        <NodeLink node={node} />
      </li>
    )}
  />
);

function LeftOut({ nodes }: { nodes: readonly Node[] }) {
  if (nodes.length === 0) return null;
  const w = words.value.profile;
  return (
    <Disclosure class="left-out" summary={w.leftOut(figure(nodes.length))}>
      {() => (
        <>
          <p class="note">{w.leftOutNote}</p>
          <Nodes nodes={nodes} />
        </>
      )}
    </Disclosure>
  );
}
