/** The words of the comparison, and signed figures. */
import { computed } from "@preact/signals";
import { en } from "../../i18n/compare.en.ts";
import { zh } from "../../i18n/compare.zh.ts";
import { language } from "../../state.ts";

export const words = computed(() => (language.value === "zh" ? zh : en));

/** A difference with its sign and so many decimals; nothing has no sign. */
export function signed(n: number, decimals = 0): string {
  const size = Math.abs(n).toLocaleString("en", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return `${n < 0 ? "−" : n > 0 ? "+" : ""}${size}`;
}
