/** The figures of the selection, as printed. */
import { type KpiSeries, selectedKpis } from "../../../graph/kpi-groups.ts";
import type { Point } from "../../../graph/series.ts";
import { href, model, nameOf, query, selection } from "../../state.ts";
import { figureText, naturesText, periodText, unitName } from "../panel/value.ts";
import { words } from "./words.ts";

/** KPIs on paper, and values of each: the latest. */
const KPIS = 30;
const VALUES = 4;

export function Figures() {
  const w = words.value.kpis;
  const all = selectedKpis(model(), selection.value!, query.value).filter(({ series }) => series.length > 0);
  if (all.length === 0) return null;
  const kpis = [...all].sort((a, b) => rank(b) - rank(a)).slice(0, KPIS);
  return (
    <section>
      <h3>{w.heading}</h3>
      <p class="quiet note">{w.note}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{w.kpi}</th>
            <th scope="col">{w.unit}</th>
            <th scope="col">{w.values}</th>
          </tr>
        </thead>
        <tbody>
          {kpis.map((kpi) => (
            <KpiRow key={kpi.node.id} {...kpi} />
          ))}
        </tbody>
      </table>
      {all.length > kpis.length && (
        <p class="more-of">
          <a href={href({ view: "kpis" })}>{w.more(all.length - kpis.length)}</a>
        </p>
      )}
    </section>
  );
}

/** Those with a series first, the prominent among them before. */
const rank = ({ trend, node }: KpiSeries): number => (trend ? 10 : 0) + node.prominence;

function KpiRow({ node, kpi, series, trend }: KpiSeries) {
  const points = (trend ?? series).slice(-VALUES);
  const natures = naturesText(points);
  return (
    <tr>
      <th scope="row">
        <a href={href({ item: node.id })}>{nameOf(node)}</a>
      </th>
      <td>{unitName(kpi.unit_of_measure)}</td>
      <td>
        <ul class="values">
          {points.map((point) => (
            <li key={point.period}>
              <span class="quiet">{periodText(point.period)}</span> {figureText(point)}
              {markOf(point) && <span class="quiet"> ({markOf(point)})</span>}
            </li>
          ))}
          {natures && <li class="quiet">{natures}</li>}
        </ul>
      </td>
    </tr>
  );
}

/** Says where a value is not the printed one. */
const markOf = ({ observation }: Point): string => words.value.kpis.marks[observation?.status ?? ""] ?? "";
