/** What the signs of the chart mean. */
import { narrow } from "./state.ts";
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

/** Open from the start where there is room for it. */
export function Legend() {
  const w = words.value.legend;
  return (
    <details class="time-legend" open={!narrow.value}>
      <summary>{w.title}</summary>
      <ul>
        {(Object.keys(SIGNS) as (keyof typeof SIGNS)[]).map((sign) => (
          <li key={sign}>
            <span class="sample" aria-hidden="true">
              {SIGNS[sign]}
            </span>
            {w[sign]}
          </li>
        ))}
      </ul>
    </details>
  );
}
