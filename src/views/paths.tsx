/** Connections: how two things are connected, who a unit or partner works with and for what, which goals go together. */
import { NodeLink } from "../parts/node-link.tsx";
import { ConnectionsSection } from "./paths/connections.tsx";
import { OverlapSection } from "./paths/overlap.tsx";
import { Picks } from "./paths/picks.tsx";
import { Profile } from "./paths/profile.tsx";
import { Intro, Starts } from "./paths/starts.tsx";
import { ends, from, goalPair, subject, to, words } from "./paths/state.ts";
import "./paths.css";

/** Two goals are chosen in the matrix, so it stays where it is; all else that is chosen comes before it. */
export function PathsView() {
  const matrixFirst = goalPair.value !== undefined || !(from.value || to.value);
  return (
    <div class="paths">
      <Picks />
      {matrixFirst && !goalPair.value && <Intro />}
      {matrixFirst && <OverlapSection />}
      <Chosen />
      {!matrixFirst && <OverlapSection />}
    </div>
  );
}

function Chosen() {
  if (ends.value) return <ConnectionsSection />;
  if (subject.value) return <Profile />;
  const one = from.value ?? to.value;
  if (!one) return <Starts />;
  return (
    <section>
      <p class="between">
        <NodeLink node={one} />
      </p>
      <p>{words.value.connections.one}</p>
    </section>
  );
}
