/** The page of an entity: what it is, which goals it serves with what evidence, its figures, what belongs to it. */
import type { Edge, Node } from "../../../graph/build.ts";
import {
  alignmentsOf,
  kpisOf,
  measuredBy,
  milestonesOf,
  relationsOf,
  responsibleUnits,
  wantsUnit,
} from "../../../graph/profile.ts";
import type { Entity } from "../../../graph/schema.ts";
import { t } from "../../i18n/index.ts";
import { relationName } from "../../parts/names.ts";
import { NodeLink } from "../../parts/node-link.tsx";
import { href, model, nameOf, pick, selection } from "../../state.ts";
import { Absence } from "./absence.tsx";
import { Actions } from "./actions.tsx";
import { Alignments } from "./alignments.tsx";
import { EvidenceList } from "./evidence.tsx";
import { Fact } from "./fact.tsx";
import { Head } from "./head.tsx";
import { KpiBlock } from "./kpi.tsx";
import { KpiList, Subject } from "./kpis.tsx";
import { Milestones } from "./milestones.tsx";
import { shortBasis } from "./record.ts";
import { Relations } from "./relations.tsx";

export function NodePage({ node }: { node: Node }) {
  const row = node.row as Entity;
  const isKpi = node.kind === "kpis";
  const alignments = alignmentsOf(model(), selection.value!, node);
  const units = responsibleUnits(model(), node);
  const kpis = kpisOf(model(), node);
  const told = [...units, ...measuredBy(model(), node)];
  return (
    <>
      <Head node={node} />
      <Absence node={node} />
      <Summary row={row} />
      <dl class="facts">
        <Fact name={t.value.panel.since}>{row.since}</Fact>
        <Fact name={t.value.panel.until}>{row.until}</Fact>
        <Units units={units} wanted={wantsUnit(node, alignments)} />
      </dl>
      {isKpi && <Subject kpi={node} />}
      {isKpi && <KpiBlock node={node} />}
      <Actions node={node} subject={nameOf(node)} evidence={row.evidence} />
      {(!isKpi || alignments.length > 0) && <Alignments items={alignments} />}
      <Kpis kpis={kpis} />
      <Relations groups={relationsOf(model(), selection.value!, node, told)} />
      <Milestones milestones={milestonesOf(model(), node)} />
      <OwnEvidence ids={row.evidence} />
    </>
  );
}

function Summary({ row }: { row: Entity }) {
  const summary = pick(row, "summary");
  if (summary) return <p class="summary">{summary}</p>;
  return row.prominence === 1 ? <p class="summary quiet">{t.value.panel.noSummary}</p> : null;
}

/** Who answers for it, and whether the report says so or we read it so. */
function Units({ units, wanted }: { units: readonly Edge[]; wanted: boolean }) {
  const words = t.value.panel;
  if (units.length === 0) return wanted ? <Fact name={words.unit}>{words.unitUnknown}</Fact> : null;
  const name = units[0].kind === "run_by" ? words.unit : relationName(units[0].kind, true);
  return (
    <Fact name={name}>
      {units.map(({ id, target, record }) => (
        <p key={id}>
          <NodeLink node={model().nodes[target]} />{" "}
          {record && (
            <a class="quiet by" href={href({ item: id })}>
              {shortBasis(record)}
            </a>
          )}
        </p>
      ))}
    </Fact>
  );
}

function Kpis({ kpis }: { kpis: readonly Node[] }) {
  if (kpis.length === 0) return null;
  return (
    <section>
      <h3>
        {t.value.panel.kpis} <span class="count">{kpis.length}</span>
      </h3>
      <KpiList kpis={kpis} />
    </section>
  );
}

/** Where the report speaks of the entity itself. */
function OwnEvidence({ ids }: { ids: readonly string[] }) {
  return (
    <section>
      <h3>
        {t.value.panel.evidence} <span class="count">{ids.length}</span>
      </h3>
      <EvidenceList ids={ids} />
    </section>
  );
}
