/** The words of "Take it away" in the reader's language. */
import { computed } from "@preact/signals";
import { en } from "../i18n/take.en.ts";
import { zh } from "../i18n/take.zh.ts";
import { language } from "../state.ts";

export const words = computed(() => (language.value === "zh" ? zh : en));
