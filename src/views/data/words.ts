/** What the parts of the data page share: its words, its measures, and where the files lie. */
import { computed } from "@preact/signals";
import { measuresOf, type TableMeasure } from "../../../graph/measures.ts";
import { en } from "../../i18n/data.en.ts";
import { zh } from "../../i18n/data.zh.ts";
import { language, model, report } from "../../state.ts";

export const words = computed(() => (language.value === "zh" ? zh : en));
export const measures = computed(() => measuresOf(model()));

/** The address of a file of the report or the framework. */
export const fileOf = (path: string, from: TableMeasure["from"] = "report"): string =>
  new URL(`data/${from === "framework" ? "sdg" : report.value}/${path}`, document.baseURI).href;
