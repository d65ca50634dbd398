/** Parts that the pages of goals and targets share: what is stated, what serves it, the figures, the UN's page. */

import {
  type AlignmentItem,
  byKind,
  evidenceBehind,
  kpisBehind,
  type Server,
  serversOf,
} from "../../../graph/profile.ts";
import { clearFilters, isFiltered, type Query } from "../../../graph/query.ts";
import { t } from "../../i18n/index.ts";
import { Grade } from "../../parts/grade.tsx";
import { Long } from "../../parts/long.tsx";
import { kindName } from "../../parts/names.ts";
import { NodeLink } from "../../parts/node-link.tsx";
import { href, model, nameOf, query } from "../../state.ts";
import { Disclosure } from "./disclosure.tsx";
import { Quotes } from "./evidence.tsx";
import { KpiList } from "./kpis.tsx";
import { polarityName } from "./record.ts";

interface Props {
  items: readonly AlignmentItem[];
}
interface Filter {
  /** The choice of facets that gives the page's goal or target. */
  filter: Partial<Query>;
}

/** What the report itself says here, in our words, and what it names. Filters don't change what a report says. */
export function Stated({ items, filter }: Props & Filter) {
  const words = t.value.panel;
  const stated = items.filter((i) => i.alignment.basis === "stated");
  const statements = evidenceBehind(
    model(),
    stated.map((i) => i.alignment),
  );
  return (
    <section>
      <h3>{words.goalPage}</h3>
      {stated.length === 0 && <p class="quiet">{words.noneStated}</p>}
      <Quotes records={statements} />
      {stated.length > 0 && (
        <h4>
          {words.statedFor}{" "}
          <Count
            n={serversOf(stated).length}
            change={{ ...clearFilters(query.value), ...filter, basis: ["stated"], all: true }}
            of={words.statedFor}
          />
        </h4>
      )}
      <Servers servers={serversOf(stated)} />
    </section>
  );
}

/** The entities that serve it within the filters, by kind; each kind's number leads to the filtered view. */
export function Served({ items, filter }: Props & Filter) {
  const words = t.value.panel;
  const servers = serversOf(items.filter((i) => i.shown));
  return (
    <section>
      <h3>
        {words.byKind} {servers.length > 0 && <Count n={servers.length} change={filter} of={words.byKind} />}
      </h3>
      {isFiltered(query.value) && <p class="quiet">{words.inFilters}</p>}
      {servers.length === 0 && <p class="quiet">{words.noneShown}</p>}
      {byKind(model(), servers).map((group) => (
        <div key={group.kind} class="group">
          <h4>
            {kindName(group.kind)}{" "}
            <Count n={group.servers.length} change={{ ...filter, kind: [group.kind] }} of={kindName(group.kind)} />
          </h4>
          <Servers servers={group.servers} />
        </div>
      ))}
    </section>
  );
}

/** A number that leads to the view of what it counts. */
export function Count({ n, change, of }: { n: number; change: Partial<Query>; of: string }) {
  return (
    <a class="count" href={href(change)} aria-label={`${of}: ${n}`}>
      {n}
    </a>
  );
}

function Servers({ servers }: { servers: readonly Server[] }) {
  return (
    <Long
      items={servers}
      class="rows"
      render={({ node, best, alignments }) => (
        <li key={node.id} class="server">
          <NodeLink node={node} />
          <Effects polarities={alignments.map((a) => a.polarity)} />
          <a
            class="quiet"
            href={href({ item: strongest(alignments).id })}
            aria-label={t.value.panel.evidenceFor(nameOf(node))}
          >
            <Grade grade={best} short />
          </a>
        </li>
      )}
    />
  );
}

const strongest = (alignments: Server["alignments"]) =>
  alignments.reduce((best, a) => (a.grade > best.grade ? a : best));

/** Negative and mixed effects, each said once. */
function Effects({ polarities }: { polarities: readonly string[] }) {
  const said = [...new Set(polarities)].filter((p) => p in t.value.panel.effect);
  return (
    <>
      {said.map((p) => (
        <span key={p} class={`effect ${p}`}>
          {polarityName(p)}
        </span>
      ))}
    </>
  );
}

/** KPIs: the figures behind the alignments at once, other figures of the same entities on demand. */
export function Figures({ items }: Props) {
  const words = t.value.panel;
  const { cited, others } = kpisBehind(
    model(),
    items.filter((i) => i.shown),
  );
  if (cited.length + others.length === 0) return null;
  return (
    <section>
      <h3>
        {words.kpis} <span class="count">{cited.length + others.length}</span>
      </h3>
      {cited.length > 0 && (
        <h4>
          {words.figures} <span class="count">{cited.length}</span>
        </h4>
      )}
      <KpiList kpis={cited} subjects />
      {others.length > 0 && (
        <Disclosure class="others" summary={`${words.otherFigures} · ${others.length}`}>
          {() => <KpiList kpis={others} subjects />}
        </Disclosure>
      )}
    </section>
  );
}

/** The UN's own page; a plain link, nothing is fetched from there. */
export function Official({ iri, name }: { iri: string; name: string }) {
  if (!/^https?:/.test(iri)) return null;
  return (
    <p class="official">
      <a href={iri} target="_blank" rel="noreferrer" aria-label={`${t.value.panel.official}: ${name}`}>
        {t.value.panel.official}
      </a>
    </p>
  );
}
