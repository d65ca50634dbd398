/** A trend as a small chart: every value printed as it stands where there is room, missing years as gaps. */
import { chartOf, LABEL, type Mark } from "../../graph/chart.ts";
import type { Point } from "../../graph/series.ts";
import { t } from "../i18n/index.ts";
import { figureText, periodText, seriesText } from "../views/panel/value.ts";
import "./trend.css";

const WIDTH = 340;
const HEIGHT = 112;

interface Props {
  name: string;
  /** As printed; `1` where there is none. */
  unit: string;
  trend: readonly Point[];
  scale?: "linear" | "log";
}

export function Trend({ name, unit, trend, scale = "linear" }: Props) {
  const chart = chartOf(trend, { width: WIDTH, height: HEIGHT, scale, valueText: figureText, periodText });
  return (
    <svg
      class="trend"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t.value.kpi.chart(name, seriesText(trend, unit))}
    >
      {chart.axis.map(({ y, text }) => (
        <g key={text}>
          <path class="axis" d={`M${chart.left} ${y}H${chart.right}`} />
          <text class="tick" x={chart.left - 4} y={y + 4} text-anchor="end">
            {text}
          </text>
        </g>
      ))}
      <path class="line" d={chart.line} />
      {chart.marks.map((mark) => (
        <g key={mark.point.period}>
          {mark.y === undefined ? <Gap x={mark.x} y={chart.floor} /> : <Value mark={mark} y={mark.y} />}
          <text class="tick" x={mark.x} y={HEIGHT - 6} text-anchor="middle">
            {mark.period}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** A dash above the axis where there is no value. */
const Gap = ({ x, y }: { x: number; y: number }) => (
  <text class="gap" x={x} y={y - 8} text-anchor="middle">
    –
  </text>
);

/** A dot, hollow where the printed value is derived or corrected. */
function Value({ mark: { point, x, value }, y }: { mark: Mark; y: number }) {
  return (
    <>
      <circle class={point.observation?.status === "reported" ? "dot" : "dot hollow"} cx={x} cy={y} r="3.5" />
      <text class="printed" x={x} y={y - LABEL * 0.75} text-anchor="middle">
        {value}
      </text>
    </>
  );
}
