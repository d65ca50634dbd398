/** A KPI in full: what it counts, its trend, and its values, each leading to its evidence. */
import { useSignal } from "@preact/signals";
import type { Node } from "../../../graph/build.ts";
import type { Kpi } from "../../../graph/schema.ts";
import { joinGaps, type Point, seriesOf, trendOf } from "../../../graph/series.ts";
import { t } from "../../i18n/index.ts";
import { Trend } from "../../parts/trend.tsx";
import { model, nameOf } from "../../state.ts";
import { EvidenceList } from "./evidence.tsx";
import { reportLanguage } from "./report.ts";
import { changeText, figureText, measureWords, naturesText, periodText, unitName } from "./value.ts";

export function KpiBlock({ node }: { node: Node }) {
  const kpi = node.row as Kpi;
  const series = seriesOf(model(), node);
  const trend = trendOf(series);
  return (
    <div class="kpi">
      <p class="quiet">
        {[unitName(kpi.unit_of_measure), ...measureWords(kpi)].join(" · ")}
        {kpi.scope && (
          <>
            {" · "}
            <span lang={reportLanguage(model())}>{kpi.scope}</span>
          </>
        )}
      </p>
      {trend && (
        <figure>
          <Trend name={nameOf(node)} unit={kpi.unit_of_measure} trend={trend} />
          <figcaption class="quiet">
            {changeText(trend, kpi.unit_of_measure)} {t.value.kpi.axis}
          </figcaption>
        </figure>
      )}
      {series.length > 0 ? (
        <Values series={series} unit={kpi.unit_of_measure} />
      ) : (
        <p class="quiet">{t.value.kpi.noValues}</p>
      )}
    </div>
  );
}

function Values({ series, unit }: { series: readonly Point[]; unit: string }) {
  const words = t.value.kpi;
  return (
    <table class="values">
      <thead>
        <tr>
          <th scope="col">{words.period}</th>
          <th scope="col" class="number">
            {words.value}
            {unit !== "1" && `, ${unit}`}
          </th>
          <th scope="col">{words.note}</th>
        </tr>
      </thead>
      <tbody>
        {joinGaps(series).map((point, i) => (
          <ValueRow key={`${point.period} ${i}`} point={point} />
        ))}
      </tbody>
    </table>
  );
}

/** One value; pressing it opens its evidence in a row below. */
function ValueRow({ point }: { point: Point }) {
  const open = useSignal(false);
  const { observation } = point;
  return (
    <>
      <tr>
        <th scope="row">{periodText(point.period)}</th>
        <td class="number">
          {observation ? (
            <button
              type="button"
              class="to-evidence"
              aria-expanded={open.value}
              title={t.value.panel.evidence}
              onClick={() => {
                open.value = !open.value;
              }}
            >
              {figureText(point)}
            </button>
          ) : (
            figureText(point)
          )}
          <span class="quiet nature">{naturesText([point])}</span>
        </td>
        <td class="remark">{observation && <Remark status={observation.status} note={observation.note} />}</td>
      </tr>
      {open.value && observation && (
        <tr>
          <td colSpan={3} class="remark">
            <EvidenceList ids={observation.evidence} />
          </td>
        </tr>
      )}
    </>
  );
}

/** What is not simply as printed says so, with the reason. */
function Remark({ status, note }: { status: string; note: string }) {
  const words = t.value.kpi.status;
  return (
    <>
      {status !== "reported" && <b class="status">{words[status as keyof typeof words]}</b>}{" "}
      {note && (
        <span class="quiet" lang={reportLanguage(model())}>
          {note}
        </span>
      )}
    </>
  );
}
