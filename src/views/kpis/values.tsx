/** The values of a trend as a table, each a link to its evidence. On a phone it opens on demand. */
import { signal } from "@preact/signals";
import type { Reading } from "../../../graph/bases.ts";
import type { Node } from "../../../graph/build.ts";
import type { Kpi } from "../../../graph/schema.ts";
import { type Point, type Row, rowsOf } from "../../../graph/series.ts";
import { t } from "../../i18n/index.ts";
import { itemHref } from "../../parts/item-href.ts";
import { nameOf, query } from "../../state.ts";
import { figureText, periodText, unitName } from "../panel/value.ts";
import { amountText } from "./change.tsx";
import { words } from "./words.ts";

const narrow = matchMedia("(max-width: 820px)");
const isNarrow = signal(narrow.matches);
narrow.addEventListener("change", () => {
  isNarrow.value = narrow.matches;
});

interface Props {
  node: Node;
  /** As printed. */
  trend: readonly Point[];
  reading: Reading;
}

export function Values(props: Props) {
  if (!isNarrow.value) return <Table {...props} />;
  return (
    <details>
      <summary>{words.value.asTable}</summary>
      <Table {...props} />
    </details>
  );
}

function Table({ node, trend, reading }: Props) {
  const w = words.value;
  const unit = (node.row as Kpi).unit_of_measure;
  const isDivided = reading.trend !== trend;
  return (
    <table class="values" aria-label={w.table(nameOf(node))}>
      <thead>
        <tr>
          <th scope="col">{t.value.kpi.period}</th>
          <th scope="col" class="number">
            {isDivided ? w.printed : w.value}
            {isDivided && unit !== "1" && `, ${unit}`}
          </th>
          {isDivided ? (
            <th scope="col" class="number">
              {computedTitle(reading)}
            </th>
          ) : (
            <th scope="col" class="number" title={w.changeTitle}>
              {w.change}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rowsOf(trend, unit).map((row) => (
          <tr key={row.point.period}>
            <th scope="row">{periodText(row.point.period)}</th>
            <td class="number">
              <Figure node={node} point={row.point} />
            </td>
            <td class="number">{isDivided ? computedText(row, reading) : row.change && amountText(row.change)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A value as printed; marked where it is derived or corrected. */
function Figure({ node, point }: { node: Node; point: Point }) {
  const { observation } = point;
  if (!observation) return <span class="quiet">{figureText(point)}</span>;
  const isMarked = observation.status === "derived" || observation.status === "corrected";
  return (
    <>
      {isMarked && (
        <span
          class="mark"
          role="img"
          aria-label={words.value.marked(t.value.kpi.status[observation.status as "derived"])}
        >
          ○
        </span>
      )}
      <a href={itemHref(node.id)}>{figureText(point)}</a>
    </>
  );
}

/** What the last column holds: the index with its first period, else the unit. */
function computedTitle({ trend, unit }: Reading): string {
  if (query.value.per !== "index") return unitName(unit);
  return words.value.indexed(periodText(trend[0].period));
}

function computedText({ point }: Row, { trend }: Reading): string {
  const computed = trend.find((p) => p.period === point.period);
  return computed?.value === undefined ? "–" : figureText(computed);
}
