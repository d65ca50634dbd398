/** The rows of a profile: goals, where it is alone, who it meets, and KPIs with their latest value. */
import type { Alone, Fellow, GoalPart, Measured } from "../../../graph/engagement.ts";
import { strongestOf } from "../../../graph/engagement.ts";
import type { Alignment, Kpi } from "../../../graph/schema.ts";
import { t } from "../../i18n/index.ts";
import { Grade } from "../../parts/grade.tsx";
import { Long } from "../../parts/long.tsx";
import { figure } from "../../parts/names.ts";
import { NodeLink } from "../../parts/node-link.tsx";
import { href, nameOf } from "../../state.ts";
import { Disclosure } from "../panel/disclosure.tsx";
import { seriesText } from "../panel/value.ts";
import { filterOf, latestOf, roleOf, rowsHref, subject, words } from "./state.ts";

/** Goals, with how many alignments and the strongest of them. */
export function GoalRows({ goals }: { goals: readonly GoalPart[] }) {
  const w = words.value.profile;
  return (
    <table class="goals">
      <thead>
        <tr>
          <th scope="col">{t.value.facets.goal}</th>
          <th scope="col" class="number">
            {w.alignments}
          </th>
          <th scope="col" class="number">
            {w.entities}
          </th>
          <th scope="col">{t.value.table.best}</th>
          <th scope="col">
            <span class="unseen">{words.value.connections.heading}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {goals.map(({ goal, alignments, entities, strongest }) => (
          <tr key={goal.id}>
            <th scope="row">
              <NodeLink node={goal} />
            </th>
            <td class="number">
              <RowsLink n={alignments.length} change={filterOf(goal)} of={`${nameOf(goal)}, ${w.alignments}`} />
            </td>
            <td class="number">
              <RowsLink
                n={entities}
                change={{ ...filterOf(goal), rows: "entities" }}
                of={`${nameOf(goal)}, ${w.entities}`}
              />
            </td>
            <td>
              <Evidence alignment={strongest} of={nameOf(goal)} />
            </td>
            <td>
              <a href={href({ to: goal.id })} aria-label={w.how(nameOf(goal))}>
                {w.howShort}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A number that leads to its rows in the table; those of a partner's work no filter gives. */
function RowsLink({ n, change, of }: { n: number; change: Parameters<typeof rowsHref>[0]; of: string }) {
  if (roleOf(subject.value!) !== "unit") return figure(n);
  return (
    <a href={rowsHref(change)} aria-label={`${of}: ${n}`}>
      {figure(n)}
    </a>
  );
}

const Evidence = ({ alignment, of }: { alignment: Alignment; of: string }) => (
  <a href={href({ item: alignment.id })} aria-label={t.value.panel.evidenceFor(`${of}, ${alignment.grade}`)}>
    <Grade grade={alignment.grade} short />
  </a>
);

export function AloneRows({ alone }: { alone: readonly Alone[] }) {
  const w = words.value.profile;
  return (
    <Long
      items={alone}
      class="rows"
      label={w.alone}
      render={({ object, alignments, unstated }) => (
        <li key={object.id}>
          <NodeLink node={object} />
          <span class="end">
            <RowsLink n={alignments.length} change={filterOf(object)} of={`${nameOf(object)}, ${w.alignments}`} />
            <Evidence alignment={strongestOf(alignments)} of={nameOf(object)} />
          </span>
          {unstated > 0 && (
            <a class="quiet aside" href={href({ view: "table", ...filterOf(object), unit: ["none"], related: false })}>
              {w.unstated(figure(unstated))}
            </a>
          )}
        </li>
      )}
    />
  );
}

/** Who it meets; in what, on demand. */
export function Fellows({ fellows }: { fellows: readonly Fellow[] }) {
  const w = words.value.profile;
  return (
    <Long
      items={fellows}
      class="rows"
      render={({ node, through }) => (
        <li key={node.id} class="fellow">
          <NodeLink node={node} />
          <Disclosure
            summary={w.together(figure(through.length))}
            label={w.togetherIn(nameOf(node), figure(through.length))}
          >
            {() => (
              <ul class="shared">
                {through.map((entity) => (
                  <li key={entity.id}>
                    <NodeLink node={entity} />
                  </li>
                ))}
              </ul>
            )}
          </Disclosure>
        </li>
      )}
    />
  );
}

/** KPIs with their latest value. */
export function KpiRows({ kpis }: { kpis: readonly Measured[] }) {
  return (
    <Long
      items={kpis}
      class="rows"
      render={({ kpi }) => {
        const latest = latestOf(kpi);
        const unit = (kpi.row as Kpi).unit_of_measure;
        return (
          <li key={kpi.id}>
            <NodeLink node={kpi} />
            <span class="quiet end">{latest ? seriesText([latest], unit) : words.value.profile.noValue}</span>
          </li>
        );
      }}
    />
  );
}
