/** The words of the KPI view in the reader's language. */
import { computed } from "@preact/signals";
import { en } from "../../i18n/kpis.en.ts";
import { zh } from "../../i18n/kpis.zh.ts";
import { language } from "../../state.ts";

export const words = computed(() => (language.value === "zh" ? zh : en));
