/** Which goals are served together: a small matrix, and beside it the strongest pairs, or what serves the chosen pair. */
import type { Both, Pair } from "../../../graph/overlap.ts";
import { t } from "../../i18n/index.ts";
import { Disc } from "../../parts/disc.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Grade } from "../../parts/grade.tsx";
import { Long } from "../../parts/long.tsx";
import { figure } from "../../parts/names.ts";
import { NodeLink } from "../../parts/node-link.tsx";
import { href, nameOf, query } from "../../state.ts";
import { Matrix } from "./matrix.tsx";
import { both, goalPair, overlap, pairs, words } from "./state.ts";

export function OverlapSection() {
  const w = words.value.overlap;
  const { goals, counts } = overlap.value;
  return (
    <section class="overlap">
      <h2>{w.heading}</h2>
      {goals.every((_, i) => counts[i][i] === 0) ? (
        <Empty />
      ) : pairs.value.length === 0 && !goalPair.value ? (
        <NoPairs />
      ) : (
        <>
          <p class="lead">{w.intro}</p>
          <div class="beside">
            <Matrix />
            {goalPair.value ? <ChosenPair /> : <Pairs />}
          </div>
        </>
      )}
    </section>
  );
}

/** A filter by one goal leaves no alignment to another. */
function NoPairs() {
  const w = words.value.overlap;
  const { goal, target } = query.value;
  return (
    <p>
      {w.empty} {goal.length + target.length > 0 && <a href={href({ goal: [], target: [] })}>{w.allGoals}</a>}
    </p>
  );
}

/** The pairs that most entities serve. */
function Pairs() {
  const w = words.value.overlap;
  const { goals } = overlap.value;
  return (
    <section class="side">
      <h3>{w.pairs}</h3>
      <Long
        items={pairs.value}
        first={10}
        class="rows"
        label={w.pairs}
        render={({ a, b, count }: Pair) => (
          <li key={`${a} ${b}`}>
            <a
              class="node"
              href={href({ from: goals[a].id, to: goals[b].id, via: "" })}
              aria-label={w.cell(
                `${goals[a].id} ${nameOf(goals[a])}`,
                `${goals[b].id} ${nameOf(goals[b])}`,
                figure(count),
              )}
            >
              <Disc code={goals[a].id} small />
              <Disc code={goals[b].id} small />
              <span class="names">
                {nameOf(goals[a])} · {nameOf(goals[b])}
              </span>
              <span class="count">{figure(count)}</span>
            </a>
          </li>
        )}
      />
    </section>
  );
}

/** What serves both goals, with the strongest evidence for each. */
function ChosenPair() {
  const w = words.value.overlap;
  const [a, b] = goalPair.value!;
  const { counts } = overlap.value;
  const total = (goal: typeof a) => figure(counts[goal.index][goal.index]);
  const items = both.value!;
  return (
    <section class="side">
      <h3>
        <NodeLink node={a} /> <NodeLink node={b} />
      </h3>
      {a === b ? (
        <p>{words.value.connections.same}</p>
      ) : items.length === 0 ? (
        <p>{w.none}</p>
      ) : (
        <p>
          {w.both(figure(items.length))} <span class="quiet">{w.ofThese(a.id, total(a), b.id, total(b))}</span>
        </p>
      )}
      {a !== b && (
        <Long
          items={items}
          first={12}
          class="rows"
          label={w.both(figure(items.length))}
          render={(item) => <BothRow key={item.node.id} {...item} codes={[a.id, b.id]} />}
        />
      )}
      <p class="ways">
        <a href={href({ view: "graph", goal: [a.id, b.id], target: [], from: "", to: "" })}>{w.graph}</a>
        <a href={href({ from: "", to: "", via: "" })}>{w.allPairs}</a>
      </p>
    </section>
  );
}

function BothRow({ node, strongest, codes }: Both & { codes: readonly [string, string] }) {
  return (
    <li>
      <NodeLink node={node} />
      <span class="end">
        {strongest.map((alignment, i) => (
          <a
            key={codes[i]}
            class="graded"
            href={href({ item: alignment.id })}
            aria-label={t.value.panel.evidenceFor(`${nameOf(node)}, ${alignment.object}, ${alignment.grade}`)}
          >
            <Disc code={codes[i]} small />
            <Grade grade={alignment.grade} short />
          </a>
        ))}
      </span>
    </li>
  );
}
