/** The page of a link: from what to what, what the record says in words, and the evidence behind it. */
import type { Edge, Node } from "../../../graph/build.ts";
import type { Alignment, Relation } from "../../../graph/schema.ts";
import { SHOWN } from "../../../graph/select.ts";
import { t } from "../../i18n/index.ts";
import { Grade } from "../../parts/grade.tsx";
import { relationName } from "../../parts/names.ts";
import { NodeLink } from "../../parts/node-link.tsx";
import { model, selection } from "../../state.ts";
import { Absence } from "./absence.tsx";
import { Actions, citedName } from "./actions.tsx";
import { Effect } from "./alignments.tsx";
import { EvidenceList } from "./evidence.tsx";
import { Fact } from "./fact.tsx";
import { basisName, polarityName, reviewText, yearSpan } from "./record.ts";

export function EdgePage({ edge }: { edge: Edge }) {
  const words = t.value.panel;
  const [from, to] = [model().nodes[edge.source], model().nodes[edge.target]];
  const { record } = edge;
  const alignment = edge.kind === "alignment" ? (record as Alignment) : undefined;
  const relation = alignment ? words.kindOfLink : relationName(edge.kind, true);
  return (
    <>
      <header class="head">
        <p class="quiet kind">
          {words.edge} · {relation}
        </p>
        <h2 tabIndex={-1}>
          {citedName(from)} → {citedName(to)}
        </h2>
      </header>
      <EdgeAbsence edge={edge} ends={[from, to]} />
      {alignment && <Effect alignment={alignment} />}
      <dl class="facts">
        <Fact name={words.from}>
          <NodeLink node={from} />
        </Fact>
        <Fact name={words.to}>
          <NodeLink node={to} />
        </Fact>
        {record && <Fact name={words.basis}>{basisName(record)}</Fact>}
        {alignment && <AlignmentFacts alignment={alignment} />}
        {record && <Fact name={words.years}>{yearSpan((record as Relation).years)}</Fact>}
        {alignment?.review && <Fact name={words.review}>{reviewText(alignment.review)}</Fact>}
      </dl>
      <Actions subject={`${citedName(from)} → ${citedName(to)}`} evidence={record?.evidence ?? []} />
      <section>
        <h3>{words.evidence}</h3>
        {record ? <EvidenceList ids={record.evidence} /> : <p class="quiet">{words.follows}</p>}
      </section>
    </>
  );
}

function AlignmentFacts({ alignment: { grade, role, polarity, directness, stage } }: { alignment: Alignment }) {
  const words = t.value;
  return (
    <>
      <Fact name={words.panel.grade}>
        <Grade grade={grade} />
      </Fact>
      <Fact name={words.panel.role}>{words.role[role as keyof typeof words.role]}</Fact>
      <Fact name={words.panel.polarity}>{polarityName(polarity)}</Fact>
      <Fact name={words.panel.directness}>{words.directness[directness as keyof typeof words.directness]}</Fact>
      <Fact name={words.panel.stage}>{words.stage[stage as keyof typeof words.stage]}</Fact>
    </>
  );
}

/** A link is out of the picture through one of its ends, or because it is filtered itself. */
function EdgeAbsence({ edge, ends }: { edge: Edge; ends: Node[] }) {
  const { nodes, edges } = selection.value!;
  if (edges[edge.index] === SHOWN) return null;
  const missing = ends.find((n) => nodes[n.index] !== SHOWN);
  return missing ? <Absence node={missing} /> : <Absence node={ends[0]} filtered />;
}
