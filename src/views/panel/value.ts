/** The words around a value: as printed, with what the report says about its exactness. */
import { isNature, type Point, valueText } from "../../../graph/series.ts";
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
