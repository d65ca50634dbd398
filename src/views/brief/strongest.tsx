/** For each goal what serves it with the strongest evidence, and the passages behind it. */
import type { Brief, GoalBrief } from "../../../graph/brief.ts";
import { evidenceBehind, type Server } from "../../../graph/profile.ts";
import type { Evidence } from "../../../graph/schema.ts";
import { unitsOf } from "../../../graph/units.ts";
import { t } from "../../i18n/index.ts";
import { Disc } from "../../parts/disc.tsx";
import { Grade } from "../../parts/grade.tsx";
import { Shape } from "../../parts/shape.tsx";
import { href, model, nameOf, pick } from "../../state.ts";
import { pagesOf } from "../panel/evidence.tsx";
import { words } from "./words.ts";

/** Entities for a goal, and passages for an entity: paper is to be read. */
const ENTITIES = 5;
const PASSAGES = 2;

export function Strongest({ brief }: { brief: Brief }) {
  const w = words.value.strongest;
  return (
    <section class="strongest">
      <h3>{w.heading}</h3>
      <p class="quiet note">{w.note}</p>
      {brief.goals.map((goal) => (
        <OfGoal key={goal.goal.id} {...goal} />
      ))}
    </section>
  );
}

function OfGoal({ goal, servers }: GoalBrief) {
  const more = servers.length - ENTITIES;
  return (
    <section>
      <h4>
        <Disc code={goal.id} small /> {nameOf(goal)}
      </h4>
      <ul>
        {servers.slice(0, ENTITIES).map((server) => (
          <Entry key={server.node.id} server={server} />
        ))}
      </ul>
      {more > 0 && (
        <p class="more-of">
          <a href={href({ view: "table", rows: "entities", sort: "-best", goal: [goal.id] })}>
            {words.value.strongest.more(more)}
          </a>
        </p>
      )}
    </section>
  );
}

function Entry({ server: { node, alignments, best } }: { server: Server }) {
  const units = unitsOf(model(), node.id).map(nameOf).join("; ");
  const records = evidenceBehind(
    model(),
    alignments.filter((a) => a.grade === best),
  );
  const more = records.length - PASSAGES;
  return (
    <li class="entry">
      <p>
        <a href={href({ item: node.id })}>
          <Shape kind={node.kind} /> {nameOf(node)}
        </a>{" "}
        <Grade grade={best} />
        {units && <span class="quiet"> · {units}</span>}
      </p>
      <ul class="passages">
        {records.slice(0, PASSAGES).map((record) => (
          <li key={record.id}>
            {pick(record, "says")} <span class="quiet">{placeOf(record)}</span>
          </li>
        ))}
        {more > 0 && <li class="quiet">{words.value.strongest.evidence(more)}</li>}
      </ul>
    </li>
  );
}

/** Section, pages, lines. */
function placeOf(record: Evidence): string {
  const { page, lines } = t.value.panel;
  const section = model().sections.get(record.section);
  const pages = pagesOf(record, section);
  return [section && pick(section, "title"), pages && page(pages), lines(record.lines)].filter(Boolean).join(" · ");
}
