/** What stands where in the report: our words, the place, and the names and figures as printed. */
import type { Evidence, Section } from "../../../graph/schema.ts";
import { t } from "../../i18n/index.ts";
import { Long } from "../../parts/long.tsx";
import { model, pick } from "../../state.ts";
import { reportLanguage } from "./report.ts";

/** The evidence records with these ids. */
export function EvidenceList({ ids }: { ids: readonly string[] }) {
  const records = ids.map((id) => model().evidence.get(id)).filter((e) => e !== undefined);
  if (records.length === 0) return <p class="quiet">{t.value.panel.noEvidence}</p>;
  return <Quotes records={records} />;
}

export function Quotes({ records }: { records: readonly Evidence[] }) {
  return (
    <Long
      items={records}
      first={3}
      class="quotes"
      render={(record) => (
        <li key={record.id}>
          <Quote record={record} />
        </li>
      )}
    />
  );
}

function Quote({ record }: { record: Evidence }) {
  const words = t.value.panel;
  const lang = reportLanguage(model());
  return (
    <div class="quote">
      <p>{pick(record, "says")}</p>
      <p class="quiet">
        <Place record={record} />
      </p>
      {record.tokens.length > 0 && (
        <p class="quiet tokens">
          {words.tokens}:{" "}
          {record.tokens.map((token) => (
            <q key={token} lang={lang}>
              {token}
            </q>
          ))}
        </p>
      )}
    </div>
  );
}

/** Section, printed pages, lines of the text edition. */
function Place({ record }: { record: Evidence }) {
  const words = t.value.panel;
  const section = model().sections.get(record.section);
  const page = pagesOf(record, section);
  return (
    <>
      {section && <cite>{pick(section, "title")}</cite>}
      {page && ` · ${words.page(page)}`} · {words.lines(record.lines)}
    </>
  );
}

/** The printed pages of a record; where it has none, its section's. */
export function pagesOf(record: Evidence, section: Section | undefined): string {
  if (record.page || !section?.first_page) return record.page;
  const { first_page, last_page = first_page } = section;
  return first_page === last_page ? `${first_page}` : `${first_page}-${last_page}`;
}
