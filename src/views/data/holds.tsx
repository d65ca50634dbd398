/** What the package holds: its entities by kind, by prominence, and by whether they serve a goal. */
import type { ComponentChildren } from "preact";
import type { KindMeasure } from "../../../graph/measures.ts";
import type { Query } from "../../../graph/query.ts";
import { figure, kindName } from "../../parts/names.ts";
import { Shape } from "../../parts/shape.tsx";
import { Figure } from "./figure.tsx";
import { measures, words } from "./words.ts";

export function Holds() {
  const w = words.value.holds;
  const { kinds } = measures.value;
  const most = Math.max(...kinds.map((k) => k.n));
  return (
    <section>
      <h2>{w.heading}</h2>
      <p class="lead">{w.intro}</p>
      <table class="measure kinds">
        <caption class="unseen">{w.heading}</caption>
        <thead>
          <tr>
            {[w.kind, ...titles()].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <Row key={kind.kind} counts={kind} to={{ kind: [kind.kind] }} part={kind.n / most}>
              <Shape kind={kind.kind} /> {kindName(kind.kind)}
            </Row>
          ))}
        </tbody>
        <tfoot>
          <Row counts={total(kinds)} to={{}}>
            {w.total}
          </Row>
        </tfoot>
      </table>
      <p class="note">{w.note}</p>
    </section>
  );
}

type Counts = Omit<KindMeasure, "kind">;

/** The titles of the columns of numbers; where the screen is narrow each number stands beside its own. */
const titles = (): string[] => {
  const w = words.value.holds;
  return [w.all, ...w.prominence, w.aligned, w.unaligned];
};

const total = (kinds: readonly Counts[]): Counts =>
  kinds.reduce((a, b) => ({
    n: a.n + b.n,
    prominence: [
      a.prominence[0] + b.prominence[0],
      a.prominence[1] + b.prominence[1],
      a.prominence[2] + b.prominence[2],
    ],
    aligned: a.aligned + b.aligned,
    unaligned: a.unaligned + b.unaligned,
  }));

interface RowProps {
  counts: Counts;
  /** The filter that shows the rows. */
  to: Partial<Query>;
  /** Length of the bar, as a part of the longest; 0 for none. */
  part?: number;
  children: ComponentChildren;
}

function Row({ counts: { n, prominence, aligned, unaligned }, to, part = 0, children }: RowProps) {
  const cells = [
    figure(n),
    ...prominence.map(figure),
    <Figure key="aligned" n={aligned} to={{ ...to, rows: "entities" }} />,
    <Figure key="unaligned" n={unaligned} to={{ ...to, rows: "entities", goal: ["none"] }} />,
  ];
  return (
    <tr>
      <th scope="row">{children}</th>
      {titles().map((title, i) => (
        <td
          key={title}
          data-title={title}
          class={i === 0 && part > 0 ? "with-bar" : undefined}
          style={i === 0 ? { "--part": part } : undefined}
        >
          {cells[i]}
        </td>
      ))}
    </tr>
  );
}
