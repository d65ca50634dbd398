/** The matrix of differences: for each goal, or each value of another dimension, what A has, what B has, and A − B. */
import type { ComponentChildren } from "preact";
import { type FacetName, NONE } from "../../../graph/build.ts";
import { idInB, type Side } from "../../../graph/compare.ts";
import { barsOf, type Difference, filterOf, type Tally } from "../../../graph/differences.ts";
import { matchOf } from "../../../graph/match.ts";
import { BY, type Query } from "../../../graph/query.ts";
import { t } from "../../i18n/index.ts";
import { Disc } from "../../parts/disc.tsx";
import { Grade } from "../../parts/grade.tsx";
import { facetValueName, figure } from "../../parts/names.ts";
import { go, href, model, nameOf, query } from "../../state.ts";
import { useFirst } from "./first.tsx";
import { addressIn } from "./links.ts";
import { byDimension, goals, heads, sideA, sideB } from "./sides.ts";
import { signed, words } from "./words.ts";

export function Goals() {
  const w = words.value.goals;
  return (
    <section id="compare-goals">
      <h2>{w.title}</h2>
      <Differences
        head={w.goal}
        rows={goals.value!}
        name={(code) => (
          <a class="node" href={href({ item: code })}>
            <Disc code={code} small />
            <span>{nameOf(model().node.get(code)!)}</span>
          </a>
        )}
        filter={(code, side) => filterOf(side, "goal", code)}
      />
    </section>
  );
}

export function Dimension() {
  const w = words.value.by;
  const { by } = query.value;
  const match = matchOf(sideA.value.model, sideB.value!.model);
  const valueIn = (side: Side, value: string) => (by === "unit" && side === sideB.value ? idInB(match, value) : value);
  return (
    <section>
      <h2>
        <label>
          {w.title}{" "}
          <select value={by} onChange={(event) => go({ by: event.currentTarget.value as Query["by"] })}>
            {BY.map((dimension) => (
              <option key={dimension} value={dimension}>
                {w[dimension]}
              </option>
            ))}
          </select>
        </label>
      </h2>
      <Differences
        head={w[by]}
        rows={byDimension.value!}
        name={(value) => nameOfValue(by, value)}
        filter={(value, side) => filterOf(side, by, valueIn(side, value))}
      />
    </section>
  );
}

/** The name of a value; of a unit that only B's report has, as that report names it. */
function nameOfValue(by: Query["by"], value: string): string {
  if (by === "stage") return t.value.stage[value as keyof typeof t.value.stage] ?? value;
  if (by === "role") return t.value.role[value as keyof typeof t.value.role] ?? value;
  const known = value === NONE || model().records.facets[by].values.includes(value);
  return facetValueName(by as FacetName, value, known ? undefined : sideB.value?.model);
}

/** As many rows of units as there are goals beside them. */
const GOALS = 17;

interface Props {
  head: string;
  rows: readonly Difference[];
  name: (value: string) => ComponentChildren;
  /** What to filter a side by for the alignments of a row; without it they can't be shown by themselves. */
  filter: (value: string, side: Side) => Partial<Query> | undefined;
}

function Differences({ head, rows, name, filter }: Props) {
  const w = words.value.table;
  const bars = barsOf(rows);
  const { shown, more } = useFirst(rows, GOALS);
  return (
    <>
      <table class="differences">
        <caption class="unseen">{w.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{heads.value.a}</th>
            <th scope="col">{heads.value.b}</th>
            <th scope="col" title={w.differenceAbout}>
              {w.difference}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.value}>
              <th scope="row">{name(row.value)}</th>
              <Cell side={sideA.value} tally={row.a} filter={filter(row.value, sideA.value)} />
              <Cell side={sideB.value!} tally={row.b} filter={filter(row.value, sideB.value!)} />
              <Change change={row.change} bars={bars} />
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  );
}

/** How many alignments, leading to them, and the best grade among them. */
function Cell({ side, tally: { n, best }, filter }: { side: Side; tally: Tally; filter: Partial<Query> | undefined }) {
  if (n === 0) {
    return (
      <td class="none">
        <span class="n">0</span>
      </td>
    );
  }
  const address = filter && addressIn(side, { ...filter, view: "table", rows: "alignments", item: "" });
  return (
    <td>
      {address ? (
        <a class="n" {...address}>
          {figure(n)}
        </a>
      ) : (
        <span class="n">{figure(n)}</span>
      )}
      <Grade grade={best!} short />
    </td>
  );
}

/** To the right where A has more, to the left where B has; nothing where there is nothing between them. */
function Change({ change, bars }: { change: number; bars: ReturnType<typeof barsOf> }) {
  const w = words.value.table;
  const count = figure(Math.abs(change));
  const length = bars.lengthOf(change);
  const said = change === 0 ? w.same : change > 0 ? w.more(count) : w.less(count);
  return (
    <td class="change" title={said}>
      <span class="n">{signed(change)}</span>
      <span class="axis" style={{ "--zero": bars.zero }} aria-hidden="true">
        {change !== 0 && <i class={change > 0 ? "more-a" : "more-b"} style={{ width: `${length * 100}%` }} />}
      </span>
    </td>
  );
}
