/** How an entity belongs together with others: by relation, what is shown now and what is filtered out apart. */
import type { Neighbour, RelationGroup } from "../../../graph/profile.ts";
import type { Relation } from "../../../graph/schema.ts";
import { t } from "../../i18n/index.ts";
import { Long } from "../../parts/long.tsx";
import { relationName } from "../../parts/names.ts";
import { NodeLink } from "../../parts/node-link.tsx";
import { href, nameOf } from "../../state.ts";
import { shortBasis, yearSpan } from "./record.ts";

export function Relations({ groups }: { groups: readonly RelationGroup[] }) {
  if (groups.length === 0) return null;
  return (
    <section>
      <h3>{t.value.panel.relations}</h3>
      {groups.map((group) => (
        <Group key={`${group.relation}${group.outgoing}`} group={group} />
      ))}
    </section>
  );
}

function Group({ group: { relation, outgoing, shown, filteredOut } }: { group: RelationGroup }) {
  const words = t.value.panel;
  const name = relationName(relation, outgoing);
  const row = (neighbour: Neighbour) => <Row key={neighbour.node.id} neighbour={neighbour} />;
  return (
    <div class="group">
      <h4>
        {name} <span class="count">{shown.length + filteredOut.length}</span>
      </h4>
      <Long items={shown} render={row} class="rows" label={`${name}: ${words.shown}`} />
      {filteredOut.length > 0 && <p class="quiet apart">{words.filteredOut}</p>}
      <Long items={filteredOut} render={row} class="rows" label={`${name}: ${words.filteredOut}`} />
    </div>
  );
}

function Row({ neighbour: { node, edges } }: { neighbour: Neighbour }) {
  const words = t.value.panel;
  return (
    <li>
      <NodeLink node={node} />
      {edges.map(({ id, record }) => {
        if (!record) return null;
        const { years } = record as Relation;
        return (
          <span key={id} class="quiet link">
            {record.basis === "stated" ? "" : `${shortBasis(record)} · `}
            <a href={href({ item: id })} aria-label={words.evidenceFor(`${nameOf(node)} ${years.join(", ")}`)}>
              {years.length > 0 ? yearSpan(years) : words.evidence}
            </a>
          </span>
        );
      })}
    </li>
  );
}
