/** KPIs that stand together: charts by what they measure, then those without a series in a line each. */
import { readTrend } from "../../../graph/bases.ts";
import type { Node } from "../../../graph/build.ts";
import type { KpiGroup, KpiSeries } from "../../../graph/kpi-groups.ts";
import { groupBy } from "../../../graph/text.ts";
import { Disc } from "../../parts/disc.tsx";
import { itemHref } from "../../parts/item-href.ts";
import { Near } from "../../parts/near.tsx";
import { NodeLink } from "../../parts/node-link.tsx";
import { model, nameOf, pick, query } from "../../state.ts";
import { Disclosure } from "../panel/disclosure.tsx";
import { seriesText, unitName } from "../panel/value.ts";
import { Chart } from "./chart.tsx";
import { words } from "./words.ts";

/** Up to how many are listed without being asked for. */
const FEW = 6;
/** About what a chart with three values takes. */
const CARD_HEIGHT = 150;

export function GroupBlock({ group }: { group: KpiGroup }) {
  const { charts, singles } = group;
  const subjects = groupBy(charts, (k) => model().node.get(k.kpi.subject));
  return (
    <section>
      <h2>
        <GroupName group={group} />
      </h2>
      {[...subjects].map(([subject, of]) => (
        <SubjectBlock key={subject?.id ?? ""} subject={subject} kpis={of} />
      ))}
      {singles.length > 0 && (
        <Disclosure class="kpi-singles" open={singles.length <= FEW} summary={words.value.singles(singles.length)}>
          {() => <Singles kpis={singles} />}
        </Disclosure>
      )}
    </section>
  );
}

/** A group without any chart: a line that opens. */
export function SinglesBlock({ group }: { group: KpiGroup }) {
  const summary = (
    <>
      <h3>
        <GroupName group={group} />
      </h3>{" "}
      <span class="quiet">{words.value.singles(group.singles.length)}</span>
    </>
  );
  return (
    <Disclosure class="kpi-singles" summary={summary}>
      {() => <Singles kpis={group.singles} />}
    </Disclosure>
  );
}

function GroupName({ group: { goal, section } }: { group: KpiGroup }) {
  const w = words.value;
  if (goal) {
    return (
      <>
        <Disc code={goal.id} /> {nameOf(goal)}
      </>
    );
  }
  if (section) return <>{pick(section, "title")}</>;
  return <>{query.value.group === "goal" ? w.unaligned : w.unplaced}</>;
}

/** The charts of one subject. */
function SubjectBlock({ subject, kpis }: { subject: Node | undefined; kpis: readonly KpiSeries[] }) {
  return (
    <>
      {subject && (
        <h3 class="kpi-subject">
          <NodeLink node={subject} />
        </h3>
      )}
      <OwnFigures kpis={kpis} />
      <ul class="kpi-cards">
        {kpis.map((kpi) => (
          <li key={kpi.node.id} class="kpi-card">
            <h4>
              <a href={itemHref(kpi.node.id)}>{nameOf(kpi.node)}</a>
            </h4>
            <Near height={CARD_HEIGHT} within=".kpi-groups">
              {() => <Chart of={kpi} />}
            </Near>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Where the report divides figures of a subject itself: those, once for all charts below. */
function OwnFigures({ kpis }: { kpis: readonly KpiSeries[] }) {
  const { per } = query.value;
  const own = new Set(kpis.flatMap(({ node, trend }) => readTrend(model(), node, trend!, per).own));
  if (own.size === 0) return null;
  return (
    <p class="kpi-own">
      {words.value.own}{" "}
      {[...own].map((kpi, i) => (
        <span key={kpi.id}>
          {i > 0 && " · "}
          <a href={itemHref(kpi.id)}>{nameOf(kpi)}</a>
        </span>
      ))}
    </p>
  );
}

const Singles = ({ kpis }: { kpis: readonly KpiSeries[] }) => (
  <ul>
    {kpis.map((kpi) => (
      <li key={kpi.node.id}>
        <a href={itemHref(kpi.node.id)}>
          {nameOf(kpi.node)} <span class="quiet">{valuesText(kpi)}</span>
        </a>
      </li>
    ))}
  </ul>
);

/** The known values with their periods, and the unit with its meaning. */
function valuesText({ series, kpi }: KpiSeries): string {
  const known = series.filter((point) => point.value !== undefined);
  const unit = kpi.unit_of_measure === "1" ? "1" : unitName(kpi.unit_of_measure);
  return known.length > 0 ? seriesText(known, unit) : words.value.noValue;
}
