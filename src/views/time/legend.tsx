/** What the signs of the chart mean. */
import { words } from "./words.ts";

const SIGNS = {
  day: <i class="time-mark exact" />,
  span: <i class="time-mark" />,
  begin: <i class="time-mark begin" />,
  count: <i class="time-mark many">3</i>,
  running: <i class="swatch running" />,
  sure: <i class="swatch sure" />,
  unsure: <i class="swatch unsure" />,
  open: <i class="swatch sure goes-on" />,
} as const;

export function Legend() {
  const w = words.value.legend;
  return (
    <ul class="time-legend" aria-label={w.title}>
      {(Object.keys(SIGNS) as (keyof typeof SIGNS)[]).map((sign) => (
        <li key={sign}>
          <span class="sample" aria-hidden="true">
            {SIGNS[sign]}
          </span>
          {w[sign]}
        </li>
      ))}
    </ul>
  );
}
