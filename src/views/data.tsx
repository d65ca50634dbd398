/** The data page: what the package holds, how it was made, how far it can be trusted, and its tables to take away. */

import { t } from "../i18n/index.ts";
import { isShipped } from "../parts/hosted.ts";
import { model } from "../state.ts";
import { Holds } from "./data/holds.tsx";
import { DataSet } from "./data/set.tsx";
import { Tables } from "./data/tables.tsx";
import { Trust } from "./data/trust.tsx";
import { fileOf, words } from "./data/words.ts";
import { IssueTable } from "./issues.tsx";
import "./pages.css";

export function DataPage() {
  return (
    <section class="page" aria-label={t.value.views.data}>
      <DataSet />
      <Made />
      <Holds />
      <Trust />
      <Tables />
      <Issues />
    </section>
  );
}

function Made() {
  const w = words.value.made;
  return (
    <section>
      <h2>{w.heading}</h2>
      {isShipped() ? (
        <>
          <ol class="steps-made">
            {w.steps.map(([name, text]) => (
              <li key={name}>
                <h3>{name}</h3>
                <p>{text}</p>
              </li>
            ))}
          </ol>
          <p class="lead">
            {w.faults} <a href={fileOf("README.md")}>{w.readme}</a>
          </p>
        </>
      ) : (
        <p class="lead">{w.other}</p>
      )}
    </section>
  );
}

function Issues() {
  const w = words.value.issues;
  const { issues } = model().pack;
  return (
    <section>
      <h2>{w.heading}</h2>
      <p class="lead">{issues.length === 0 ? w.none : w.some}</p>
      {issues.length > 0 && <IssueTable issues={issues} />}
    </section>
  );
}
