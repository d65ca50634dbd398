/** The citation of an item: where in which report it stands, and the address that shows it. */
import type { Model } from "../../../graph/build.ts";
import { t } from "../../i18n/index.ts";
import { pick } from "../../state.ts";
import { pagesOf } from "./evidence.tsx";

/** @param evidence ids of the records behind the item; the first gives section and pages. */
export function citationOf({ pack, evidence, sections }: Model, subject: string, ids: readonly string[]): string {
  const { organisation, period, title, title_zh = title } = pack.descriptor;
  const record = ids.map((id) => evidence.get(id)).find((e) => e !== undefined);
  const section = record && sections.get(record.section);
  const pages = record ? pagesOf(record, section) : "";
  return t.value.panel.citation({
    org: organisation ? pick({ name_zh: "", ...organisation }, "name") : pack.descriptor.name,
    year: period?.end.slice(0, 4) ?? "",
    title: pick({ title_en: title, title_zh }, "title"),
    section: section ? pick(section, "title") : "",
    pages: pages && t.value.panel.page(pages),
    subject,
    address: location.href,
  });
}
