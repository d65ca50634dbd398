/** What the package holds: its entities by kind, by prominence, and by whether they serve a goal. */
import type { KindMeasure } from "../../../graph/measures.ts";
import { kindName } from "../../parts/names.ts";
import { Shape } from "../../parts/shape.tsx";
import { Figure } from "./figure.tsx";
import { figure, measures, words } from "./words.ts";

export function Holds() {
  const w = words.value.holds;
  const { kinds, entities } = measures.value;
  const most = Math.max(...kinds.map((k) => k.n));
  return (
    <section>
      <h2>{w.heading}</h2>
      <p class="lead">{w.intro}</p>
      <table class="measure kinds">
        <caption class="unseen">{w.heading}</caption>
        <thead>
          <tr>
            {[w.kind, w.all, ...w.prominence, w.aligned, w.unaligned].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <KindRow key={kind.kind} {...kind} most={most} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{w.total}</th>
            <td>{figure(entities)}</td>
            {[0, 1, 2].map((p) => (
              <td key={p}>{figure(sum(kinds.map((k) => k.prominence[p])))}</td>
            ))}
            <td>{figure(sum(kinds.map((k) => k.aligned)))}</td>
            <td>{figure(sum(kinds.map((k) => k.unaligned)))}</td>
          </tr>
        </tfoot>
      </table>
      <p class="note">{w.note}</p>
    </section>
  );
}

const sum = (numbers: number[]): number => numbers.reduce((total, n) => total + n, 0);

function KindRow({ kind, n, prominence, aligned, unaligned, most }: KindMeasure & { most: number }) {
  const rows = { rows: "entities", kind: [kind] } as const;
  return (
    <tr>
      <th scope="row">
        <Shape kind={kind} /> {kindName(kind)}
      </th>
      <td class="with-bar" style={{ "--part": n / most }}>
        {figure(n)}
      </td>
      {prominence.map((count, p) => (
        <td key={p}>{figure(count)}</td>
      ))}
      <td>
        <Figure n={aligned} to={rows} />
      </td>
      <td>
        <Figure n={unaligned} to={{ ...rows, goal: ["none"] }} />
      </td>
    </tr>
  );
}
