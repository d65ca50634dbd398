/** The words of the app in the reader's language. */
import { computed } from "@preact/signals";
import { language } from "../state.ts";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export type { Words } from "./en.ts";
export const t = computed(() => (language.value === "zh" ? zh : en));
