/** The changes of KPIs: both values as printed, what lies between them, and whether that is better or worse. */
import type { Node } from "../../../graph/build.ts";
import { eitherOf, type Side } from "../../../graph/compare.ts";
import type { KpiChange, KpiValues } from "../../../graph/kpi-changes.ts";
import type { Kpi } from "../../../graph/schema.ts";
import type { Point } from "../../../graph/series.ts";
import { t } from "../../i18n/index.ts";
import { Long } from "../../parts/long.tsx";
import { nameOf } from "../../state.ts";
import { Disclosure } from "../panel/disclosure.tsx";
import { figureText, naturesText, periodText, unitName } from "../panel/value.ts";
import { useFirst } from "./first.tsx";
import { addressOf } from "./links.ts";
import { heads, kpis, sideA, sideB } from "./sides.ts";
import { signed, words } from "./words.ts";

export function Kpis() {
  const w = words.value.kpis;
  const { changes, rest, inTime } = kpis.value!;
  return (
    <section id="compare-kpis">
      <h2>{w.title}</h2>
      <p class="note">{inTime ? w.inTime : w.bySides}</p>
      {changes.length > 0 ? <Changes changes={changes} inTime={inTime} /> : <p>{w.none}</p>}
      {rest.length > 0 && <Rest rest={rest} inTime={inTime} />}
    </section>
  );
}

/** The heads of the two values. */
function valueHeads(inTime: boolean): { a: string; b: string } {
  const w = words.value.kpis;
  return inTime ? { a: w.latest, b: w.before } : heads.value;
}

/** Rows shown at first: all of a report like Tencent's. */
const FIRST = 100;

function Changes({ changes, inTime }: { changes: readonly KpiChange[]; inTime: boolean }) {
  const w = words.value.kpis;
  const { a, b } = valueHeads(inTime);
  const verdicts = inTime ? w.verdictsInTime : w.verdicts;
  const { shown, more } = useFirst(changes, FIRST);
  return (
    <>
      <table class="kpi-changes">
        <caption class="unseen">{w.title}</caption>
        <thead>
          <tr>
            <th scope="col">{w.kpi}</th>
            <th scope="col">{a}</th>
            <th scope="col">{b}</th>
            <th scope="col">{w.change}</th>
            <th scope="col">{w.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={eitherOf(row.kpi).id}>
              <th scope="row">
                <KpiLink {...row} />
                <span class="quiet">
                  {unitName((eitherOf(row.kpi).row as Kpi).unit_of_measure)}
                  <Belongs of={row.of} />
                </span>
              </th>
              <Value head={a} side={sideA.value} kpi={row.kpi.a!} point={row.values.a} />
              <Value head={b} side={sideB.value!} kpi={row.kpi.b!} point={row.values.b} />
              <td data-head={w.change}>{changeText(row)}</td>
              <td data-head={w.verdict}>{verdicts[row.verdict]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  );
}

function KpiLink({ kpi }: { kpi: KpiValues["kpi"] }) {
  const side = kpi.a ? sideA.value : sideB.value!;
  return <a {...addressOf(side, eitherOf(kpi))}>{nameOf(eitherOf(kpi))}</a>;
}

/** Says so where only one of the selections holds what the KPI measures. */
function Belongs({ of }: { of: KpiValues["of"] }) {
  if (of.a && of.b) return null;
  return <> · {words.value.kpis.only(of.a ? "A" : "B")}</>;
}

interface ValueProps {
  head: string;
  side: Side;
  kpi: Node;
  point: Point;
}

/** A value with its period; what is not simply as printed says so. It leads to the KPI, which has the evidence. */
function Value({ head, side, kpi, point }: ValueProps) {
  const status = point.observation!.status as keyof typeof t.value.kpi.status;
  return (
    <td data-head={head}>
      <a {...addressOf(side, kpi)}>{figureText(point)}</a>
      <span class="quiet">
        {[periodText(point.period), naturesText([point])].filter(Boolean).join(" · ")}
        {status !== "reported" && <b> · {t.value.kpi.status[status]}</b>}
      </span>
    </td>
  );
}

/** The difference in the printed unit, with the decimals that are printed, and what it is of B's value. */
function changeText({ difference, decimals, relative }: KpiChange) {
  const w = words.value.kpis;
  if (difference === undefined) return <span class="quiet">{w.bound}</span>;
  return (
    <>
      {signed(difference, decimals)}
      {relative && <span class="quiet">{relative.inPoints ? w.points : w.percent(signed(relative.amount, 1))}</span>}
    </>
  );
}

function Rest({ rest, inTime }: { rest: readonly KpiValues[]; inTime: boolean }) {
  const w = words.value.kpis;
  const { a, b } = valueHeads(inTime);
  return (
    <Disclosure class="rest" summary={w.rest(rest.length)}>
      {() => (
        <>
          <p class="note">{w.restAbout}</p>
          <Long
            items={rest}
            first={20}
            render={(row) => (
              <li key={eitherOf(row.kpi).id}>
                <KpiLink {...row} />
                <span class="quiet">
                  {a}: {known(row.values.a)} · {b}: {known(row.values.b)} ·{" "}
                  {unitName((eitherOf(row.kpi).row as Kpi).unit_of_measure)}
                </span>
              </li>
            )}
          />
        </>
      )}
    </Disclosure>
  );
}

const known = (point: Point | undefined): string =>
  point ? `${figureText(point)} (${periodText(point.period)})` : t.value.kpi.missing;
