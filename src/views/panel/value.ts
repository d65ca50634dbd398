/** The words around a value: as printed, with what the report says about its exactness. */
import type { Kpi } from "../../../graph/schema.ts";
import { changeOf, isNature, type Point, valueText } from "../../../graph/series.ts";
import { t } from "../../i18n/index.ts";
import { language } from "../../state.ts";
import { meaningOf } from "./units.ts";

/** A value as it stands, `over 252`; where there is none, the word for that. */
export function figureText(point: Point): string {
  const { value, observation } = point;
  if (value === undefined || !observation) return t.value.kpi.missing;
  return [...qualifierWords(observation.qualifier.filter((q) => !isNature(q))), valueText(point)].join(" ");
}

/** What kind of value these are, `on average`; nothing for a plain one. */
export const naturesText = (points: readonly Point[]): string =>
  qualifierWords(new Set(points.flatMap((p) => p.observation?.qualifier.filter(isNature) ?? []))).join(", ");

const qualifierWords = (qualifiers: Iterable<string>): string[] =>
  [...qualifiers].map((q) => t.value.kpi.qualifier[q] ?? q);

/** Values in a line: `2018 1.37, 2019 1.35, 2020 1.32 吨 · on average`. */
export function seriesText(points: readonly Point[], unit: string): string {
  const figures = points.map((p) => `${periodText(p.period)}: ${figureText(p)}`).join(", ");
  const natures = naturesText(points);
  return [unit === "1" ? figures : `${figures} ${unit}`, natures].filter(Boolean).join(" · ");
}

/** The unit as printed, with its meaning for who can't read it. */
export function unitName(unit: string): string {
  if (unit === "1") return t.value.kpi.ratio;
  const meaning = language.value === "en" ? meaningOf(unit) : "";
  return meaning ? t.value.kpi.gloss(unit, meaning) : unit;
}

/** A period as it is read: a span with a dash. */
export const periodText = (period: string): string => period.replace("/", " – ");

/** Which way is better, what kind of result it is, what it is compared with, what is aimed at. */
export function measureWords({ direction, result_level, baseline_year, target_value, target_year }: Kpi): string[] {
  const words = t.value.kpi;
  return [
    words.direction[direction as keyof typeof words.direction],
    words.level[result_level as keyof typeof words.level],
    ...(baseline_year ? [words.baseline(baseline_year)] : []),
    ...(target_value ? [words.target(target_value, target_year ? String(target_year) : "")] : []),
  ];
}

/** How much a trend changes from its first exact value to its last; empty where that can't be said. */
export function changeText(trend: readonly Point[], unit: string): string {
  const change = changeOf(trend, unit);
  if (!change) return "";
  const say = change.inPoints ? t.value.kpi.changeInPoints : t.value.kpi.change;
  return say(signed(change.amount), periodText(change.from), periodText(change.to));
}

/** A number with its sign, also where it is above zero. */
export const signed = (amount: number): string =>
  `${amount < 0 ? "−" : amount > 0 ? "+" : ""}${Math.abs(amount).toLocaleString("en")}`;
