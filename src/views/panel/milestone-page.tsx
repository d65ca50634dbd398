/** The page of a milestone: when it happened, as exactly as the report dates it, who takes part, and the evidence. */
import type { Milestone } from "../../../graph/schema.ts";
import { t } from "../../i18n/index.ts";
import { NodeLink } from "../../parts/node-link.tsx";
import { language, model, pick } from "../../state.ts";
import { Actions } from "./actions.tsx";
import { EvidenceList } from "./evidence.tsx";
import { Fact } from "./fact.tsx";

export function MilestonePage({ milestone }: { milestone: Milestone }) {
  const words = t.value.panel;
  const { date, title_en, title_zh, entities, evidence } = milestone;
  const title = pick(milestone, "title");
  const [other, lang] = language.value === "zh" ? [title_en, "en"] : [title_zh, "zh-Hans"];
  const nodes = entities.map((id) => model().node.get(id)).filter((n) => n !== undefined);
  return (
    <>
      <header class="head">
        <p class="quiet kind">{words.milestone}</p>
        <h2 tabIndex={-1}>{title}</h2>
        {other && other !== title && (
          <p class="other-name" lang={lang}>
            {other}
          </p>
        )}
      </header>
      <dl class="facts">
        <Fact name={words.date}>
          <time dateTime={date}>{date}</time>
        </Fact>
        <Fact name={words.takesPart}>
          {nodes.length > 0 &&
            nodes.map((node) => (
              <p key={node.id}>
                <NodeLink node={node} />
              </p>
            ))}
        </Fact>
      </dl>
      <Actions subject={`${date} · ${title}`} evidence={evidence} />
      <section>
        <h3>
          {words.evidence} <span class="count">{evidence.length}</span>
        </h3>
        <EvidenceList ids={evidence} />
      </section>
    </>
  );
}
