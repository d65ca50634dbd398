/** What the fields of alignments and relations say, in words. */
import type { Alignment } from "../../../graph/schema.ts";
import { t } from "../../i18n/index.ts";

export const basisName = ({ basis }: { basis: string }): string =>
  t.value.basis[basis as keyof typeof t.value.basis] ?? basis;

export const shortBasis = ({ basis }: { basis: string }): string =>
  t.value.basisShort[basis as keyof typeof t.value.basisShort] ?? basis;

export const polarityName = (polarity: string): string =>
  t.value.polarity[polarity as keyof typeof t.value.polarity] ?? polarity;

/** How an alignment acts, how far it has come, when. */
export function mannerText({ role, stage, directness, years }: Alignment): string {
  const words = t.value;
  return [
    words.role[role as keyof typeof words.role],
    directness === "indirect" && words.directness.indirect,
    words.stage[stage as keyof typeof words.stage],
    yearSpan(years),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** Years as short as they can be said: 2018–2020 for a run, else each. */
export function yearSpan(years: readonly string[]): string {
  const [first, last] = [years[0], years[years.length - 1]];
  const run = Number(last) - Number(first) === years.length - 1;
  return run && years.length > 2 ? `${first}–${last}` : years.join(", ");
}

/** `two-readers: they differed on the grade` → the readers in words, and the note as it stands. */
export function reviewText(review: string): string {
  const [, readers, note] = review.match(/^([\w-]+)[\s:;,]*(.*)$/s) ?? [];
  const words = t.value.panel.reviews[readers ?? ""];
  return words ? [words, note].filter(Boolean).join(": ") : review;
}
