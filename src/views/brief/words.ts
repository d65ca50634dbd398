/** The words of the report to print. */
import { computed } from "@preact/signals";
import { en } from "../../i18n/brief.en.ts";
import { zh } from "../../i18n/brief.zh.ts";
import { language } from "../../state.ts";

export const words = computed(() => (language.value === "zh" ? zh : en));
