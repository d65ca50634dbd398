/** KPIs as a list: name and values in a line, the whole on demand. */
import type { Node } from "../../../graph/build.ts";
import type { Kpi } from "../../../graph/schema.ts";
import { seriesOf, trendOf } from "../../../graph/series.ts";
import { t } from "../../i18n/index.ts";
import { Long } from "../../parts/long.tsx";
import { NodeLink } from "../../parts/node-link.tsx";
import { href, model, nameOf } from "../../state.ts";
import { Disclosure } from "./disclosure.tsx";
import { KpiBlock } from "./kpi.tsx";
import { seriesText } from "./value.ts";

/** Up to how many are open from the start. */
const OPEN = 2;

/** `subjects` names what each measures, where the page is not about that. */
export function KpiList({ kpis, subjects, first }: { kpis: readonly Node[]; subjects?: boolean; first?: number }) {
  const open = !subjects && kpis.length <= OPEN;
  return (
    <Long
      items={kpis}
      first={first}
      class="rows"
      render={(kpi) => (
        <li key={kpi.id}>
          <Disclosure open={open} class="kpi-row" summary={<Summary kpi={kpi} />}>
            {() => (
              <>
                {subjects && <Subject kpi={kpi} />}
                <KpiBlock node={kpi} />
                <a class="more" href={href({ item: kpi.id })}>
                  {t.value.kpi.open}
                </a>
              </>
            )}
          </Disclosure>
        </li>
      )}
    />
  );
}

/** What a KPI measures. */
export function Subject({ kpi }: { kpi: Node }) {
  const subject = model().node.get((kpi.row as Kpi).subject);
  if (!subject) return null;
  return (
    <p class="subject">
      <span class="quiet">{t.value.panel.measures}</span> <NodeLink node={subject} />
    </p>
  );
}

/** The comparable values in a line; without a trend, the latest. */
function Summary({ kpi }: { kpi: Node }) {
  const series = seriesOf(model(), kpi);
  const unit = (kpi.row as Kpi).unit_of_measure;
  const points = trendOf(series) ?? series.slice(-1);
  return (
    <>
      <span class="name">{nameOf(kpi)}</span> <span class="quiet figures">{seriesText(points, unit)}</span>
    </>
  );
}
