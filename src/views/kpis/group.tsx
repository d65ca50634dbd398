/** KPIs that stand together: charts by what they measure, then those without a series in a line each. */
import type { Node } from "../../../graph/build.ts";
import type { KpiGroup, KpiSeries } from "../../../graph/kpi-groups.ts";
import { groupBy } from "../../../graph/text.ts";
import { Disc } from "../../parts/disc.tsx";
import { Near } from "../../parts/near.tsx";
import { NodeLink } from "../../parts/node-link.tsx";
import { model, nameOf, pick } from "../../state.ts";
import { Disclosure } from "../panel/disclosure.tsx";
import { seriesText, unitName } from "../panel/value.ts";
import { Chart } from "./chart.tsx";
import { itemHref, words } from "./words.ts";

/** Up to how many are listed without being asked for. */
const FEW = 6;
/** About what a chart with three values takes. */
const CARD_HEIGHT = 150;

export function GroupBlock({ group }: { group: KpiGroup }) {
  const { charts, singles } = group;
  const subjects = groupBy(charts, (k) => model().node.get(k.kpi.subject));
  const Title = charts.length > 0 ? "h2" : "h3";
  return (
    <section class="kpi-group">
      <Title>
        <GroupName group={group} />
      </Title>
      {[...subjects].map(([subject, of]) => (
        <SubjectBlock key={subject?.id ?? ""} subject={subject} kpis={of} />
      ))}
      {singles.length > 0 && <Singles kpis={singles} open={charts.length > 0 && singles.length <= FEW} />}
    </section>
  );
}

function GroupName({ group: { goal, section } }: { group: KpiGroup }) {
  const w = words.value;
  if (goal) {
    return (
      <a href={itemHref(goal.id)}>
        <Disc code={goal.id} /> {nameOf(goal)}
      </a>
    );
  }
  if (section) return pick(section, "title");
  return w.unaligned;
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

function Singles({ kpis, open }: { kpis: readonly KpiSeries[]; open: boolean }) {
  return (
    <Disclosure class="kpi-singles" open={open} summary={words.value.singles(kpis.length)}>
      {() => (
        <ul>
          {kpis.map((kpi) => (
            <li key={kpi.node.id}>
              <a href={itemHref(kpi.node.id)}>{nameOf(kpi.node)}</a> <span class="quiet">{valuesText(kpi)}</span>
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  );
}

/** The known values with their periods, and the unit with its meaning. */
function valuesText({ series, kpi }: KpiSeries): string {
  const known = series.filter((point) => point.value !== undefined);
  const unit = kpi.unit_of_measure === "1" ? "1" : unitName(kpi.unit_of_measure);
  return known.length > 0 ? seriesText(known, unit) : words.value.noValue;
}
