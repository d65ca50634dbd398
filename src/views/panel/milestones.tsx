/** The dated events that name an entity. */
import type { Milestone } from "../../../graph/schema.ts";
import { t } from "../../i18n/index.ts";
import { Long } from "../../parts/long.tsx";
import { pick } from "../../state.ts";
import { Disclosure } from "./disclosure.tsx";
import { EvidenceList } from "./evidence.tsx";

export function Milestones({ milestones }: { milestones: readonly Milestone[] }) {
  if (milestones.length === 0) return null;
  return (
    <section>
      <h3>
        {t.value.panel.milestones} <span class="count">{milestones.length}</span>
      </h3>
      <Long items={milestones} class="rows" render={(m) => <Row key={m.id} milestone={m} />} />
    </section>
  );
}

function Row({ milestone }: { milestone: Milestone }) {
  return (
    <li>
      <Disclosure
        summary={
          <>
            <time dateTime={milestone.date}>{milestone.date}</time> {pick(milestone, "title")}
          </>
        }
      >
        {() => <EvidenceList ids={milestone.evidence} />}
      </Disclosure>
    </li>
  );
}
