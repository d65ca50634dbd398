/** A trend as a small chart: every value printed as it stands, an axis from zero, missing years as gaps. */
import type { Point } from "../../../graph/series.ts";
import { t } from "../../i18n/index.ts";
import { periodText, seriesText } from "./value.ts";

const WIDTH = 340;
const HEIGHT = 112;
const SIDE = 44;
const TOP = 24;
const BOTTOM = 26;
/** Points up to which each is labelled; beyond, only the ends are, and the table has the rest. */
const LABELLED = 6;

export function Trend({ name, unit, trend }: { name: string; unit: string; trend: readonly Point[] }) {
  const { x, y } = scalesOf(trend);
  const isLabelled = (i: number) => trend.length <= LABELLED || i === 0 || i === trend.length - 1;
  return (
    <svg
      class="trend"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t.value.kpi.chart(name, seriesText(trend, unit))}
    >
      <path class="zero" d={`M${SIDE - 16} ${y(0)}H${WIDTH - SIDE + 16}`} />
      <text class="tick" x={SIDE - 20} y={y(0) + 4} text-anchor="end">
        0
      </text>
      <path class="line" d={lineOf(trend, x, y)} />
      {trend.map((point, i) => (
        <g key={point.period}>
          <Mark point={point} x={x(point.at)} y={y} />
          {isLabelled(i) && (
            <>
              {point.value !== undefined && (
                <text class="printed" x={x(point.at)} y={y(point.value) - 9} text-anchor="middle">
                  {point.observation?.value}
                </text>
              )}
              <text class="tick" x={x(point.at)} y={HEIGHT - 6} text-anchor="middle">
                {periodText(point.period)}
              </text>
            </>
          )}
        </g>
      ))}
    </svg>
  );
}

/** A dot, hollow where the value is derived or corrected; a dash on the axis where there is none. */
function Mark({ point, x, y }: { point: Point; x: number; y: (value: number) => number }) {
  if (point.value === undefined) {
    return (
      <text class="gap" x={x} y={y(0) - 8} text-anchor="middle">
        –
      </text>
    );
  }
  const asPrinted = point.observation?.status === "reported";
  return <circle class={asPrinted ? "dot" : "dot hollow"} cx={x} cy={y(point.value)} r="3.5" />;
}

/** Both scales are linear; the values' begins at zero, so that heights may be compared. */
function scalesOf(trend: readonly Point[]) {
  const values = trend.flatMap((p) => p.value ?? []);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const [first, last] = [trend[0].at, trend[trend.length - 1].at];
  const height = HEIGHT - TOP - BOTTOM;
  return {
    x: (at: number) => SIDE + ((at - first) / (last - first)) * (WIDTH - 2 * SIDE),
    y: (value: number) => TOP + ((high - value) / (high - low || 1)) * height,
  };
}

/** Joins neighbours in time; the pen is lifted over a gap. */
function lineOf(trend: readonly Point[], x: (at: number) => number, y: (value: number) => number): string {
  let down = false;
  let path = "";
  for (const { at, value } of trend) {
    if (value !== undefined) path += `${down ? "L" : "M"}${x(at)} ${y(value)}`;
    down = value !== undefined;
  }
  return path;
}
