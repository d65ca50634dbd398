/** What the descriptor says of the data set, and how to cite it. */
import type { ComponentChildren } from "preact";
import { said } from "../../../graph/credits.ts";
import { isShipped } from "../../parts/hosted.ts";
import { figure } from "../../parts/names.ts";
import { model, pick } from "../../state.ts";
import { citation } from "./citation.ts";
import { measures, words } from "./words.ts";

export function DataSet() {
  const w = words.value.set;
  const { entities, responsibility, alignments, observations, kpis, relations, milestones, evidence } = measures.value;
  const { descriptor } = model().pack;
  const { title, title_zh = title, organisation, period, version } = descriptor;
  return (
    <section>
      <h2>{w.heading}</h2>
      <p class="lead">
        {w.intro({
          entities: figure(entities),
          aligned: figure(responsibility.n),
          alignments: figure(alignments.n),
          evidence: figure(evidence),
          values: figure(observations.n),
          kpis: figure(kpis.n),
          relations: figure(relations),
          milestones: figure(milestones),
        })}
      </p>
      <dl class="facts">
        <Fact term={w.title}>{pick({ title_en: title, title_zh }, "title")}</Fact>
        <Fact term={w.organisation}>{organisation && pick({ name_zh: "", ...organisation }, "name")}</Fact>
        <Fact term={w.period}>{period && `${period.start} – ${period.end}`}</Fact>
        <Fact term={w.version}>{version}</Fact>
        <Fact term={w.licence}>
          {said(descriptor.licenses, "name").map((licence) => (
            <span key={licence.name}>
              <Outside {...licence} title={licence.name} /> {isShipped() ? w.shippedLicence : licence.title}
            </span>
          ))}
        </Fact>
        <Fact term={w.source}>
          {said(descriptor.sources, "title").map((source) => (
            <span key={source.title}>
              <Outside {...source} />
            </span>
          ))}
        </Fact>
        <Fact term={w.authors}>
          {said(descriptor.contributors, "title")
            .map((c) => c.title)
            .join(", ")}
        </Fact>
        <Fact term={w.citation}>
          <cite>{citation()}</cite>
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ term, children }: { term: string; children: ComponentChildren }) {
  const empty = !children || (Array.isArray(children) && children.length === 0);
  return (
    <div>
      <dt>{term}</dt>
      <dd>{empty ? <span class="quiet">{words.value.set.unknown}</span> : children}</dd>
    </div>
  );
}

/** A name with its address; only addresses of the web become links. */
function Outside({ title, path }: { title: string; path?: string }) {
  return path && /^https?:\/\//.test(path) ? <a href={path}>{title}</a> : title;
}
