/** The words of the comparison, and signed figures. */
import { computed } from "@preact/signals";
import { memo } from "../../../graph/text.ts";
import { en } from "../../i18n/compare.en.ts";
import { zh } from "../../i18n/compare.zh.ts";
import { language } from "../../state.ts";

export const words = computed(() => (language.value === "zh" ? zh : en));

// English and Chinese group alike. Made once for each number of decimals: to make one takes longer than to use it.
const formatOf = memo(
  (decimals: number) =>
    new Intl.NumberFormat("en", { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
);

/** A difference with its sign and so many decimals; nothing has no sign. */
export const signed = (n: number, decimals = 0): string =>
  `${n < 0 ? "−" : n > 0 ? "+" : ""}${formatOf(decimals).format(Math.abs(n))}`;
