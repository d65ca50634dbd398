/** A KPI with a series: what it counts, its chart, its table, and what that says. */
import { type Reading, readTrend } from "../../../graph/bases.ts";
import { withoutLogarithm } from "../../../graph/chart.ts";
import type { KpiSeries } from "../../../graph/kpi-groups.ts";
import { type Point, remarksOf } from "../../../graph/series.ts";
import { t } from "../../i18n/index.ts";
import { Trend } from "../../parts/trend.tsx";
import { model, nameOf, query } from "../../state.ts";
import { reportLanguage } from "../panel/report.ts";
import { measureWords, naturesText, periodText, seriesText, unitName } from "../panel/value.ts";
import { ChangeLine } from "./change.tsx";
import { Values } from "./values.tsx";
import { words } from "./words.ts";

export function Chart({ of: { node, kpi, series, trend } }: { of: KpiSeries }) {
  const { per, scale } = query.value;
  const reading = readTrend(model(), node, trend!, per);
  const lang = reportLanguage(model());
  const others = series.filter((p) => p.observation && !trend!.includes(p));
  return (
    <>
      <p class="quiet">
        {[reading.unit && unitName(reading.unit), naturesText(trend!), ...measureWords(kpi)]
          .filter(Boolean)
          .join(" · ")}
        {kpi.scope && (
          <>
            {" · "}
            <span lang={lang}>{kpi.scope}</span>
          </>
        )}
      </p>
      <div class="kpi-body">
        <figure>
          <Trend name={nameOf(node)} unit={reading.unit || "1"} trend={reading.trend} scale={scale} />
          <figcaption>
            <ChangeLine kpi={kpi} reading={reading} />
          </figcaption>
        </figure>
        <Values node={node} trend={trend!} reading={reading} />
      </div>
      <Hints reading={reading} />
      {others.length > 0 && <p class="quiet">{words.value.others(seriesText(others, kpi.unit_of_measure))}</p>}
      <Remarks series={trend!} />
    </>
  );
}

/** Why the chart is not as asked for. */
function Hints({ reading }: { reading: Reading }) {
  const w = words.value;
  const unfit = query.value.scale === "log" ? withoutLogarithm(reading.trend) : [];
  return (
    <>
      {reading.refusal && <p class="hint">{w.refusal[reading.refusal]}</p>}
      {unfit.length > 0 && <p class="hint">{w.noLog(unfit.map((p) => periodText(p.period)).join(", "))}</p>}
    </>
  );
}

/** Why values are not simply as printed. */
function Remarks({ series }: { series: readonly Point[] }) {
  const lang = reportLanguage(model());
  const statuses = t.value.kpi.status as Record<string, string>;
  return (
    <>
      {remarksOf(series).map(({ periods, status, note }) => (
        <p key={`${status} ${periods.join()}`} class="quiet remark">
          {periods.map(periodText).join(", ")} <b>{statuses[status] ?? status}</b>
          {note && (
            <>
              {words.value.colon}
              <span lang={lang}>{note}</span>
            </>
          )}
        </p>
      ))}
    </>
  );
}
