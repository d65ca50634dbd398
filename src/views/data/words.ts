/** What the parts of the data page share: its words, its measures, its numbers, and where the files lie. */
import { computed } from "@preact/signals";
import { measuresOf, type TableMeasure } from "../../../graph/measures.ts";
import { en } from "../../i18n/data.en.ts";
import { zh } from "../../i18n/data.zh.ts";
import { language, model } from "../../state.ts";

export const words = computed(() => (language.value === "zh" ? zh : en));
export const measures = computed(() => measuresOf(model()));

export const figure = (n: number): string => n.toLocaleString(language.value);

/** The report whose files lie beside the app; a package from a folder stays where it is. */
const SHIPPED = "tencent-2020";
export const isShipped = (): boolean => model().pack.descriptor.name === SHIPPED;

/** The address of a file of the shipped report or the framework. */
export const fileOf = (path: string, from: TableMeasure["from"] = "report"): string =>
  new URL(`data/${from === "framework" ? "sdg" : SHIPPED}/${path}`, document.baseURI).href;
