/** What the parts of the KPI view share: its words, and the addresses of KPIs. */
import { computed, untracked } from "@preact/signals";
import { en } from "../../i18n/kpis.en.ts";
import { zh } from "../../i18n/kpis.zh.ts";
import { href, language } from "../../state.ts";

export const words = computed(() => (language.value === "zh" ? zh : en));

/** The address but for the chosen item: links to items hang on this, so choosing one leaves the cards as they are. */
const place = computed(() => href({ item: "" }));

/** The address at which the panel shows an item, with its evidence. */
export function itemHref(item: string): string {
  void place.value;
  return untracked(() => href({ item }));
}
