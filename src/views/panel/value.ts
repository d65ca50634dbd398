/** The words around a value: as printed, with what the report says about its exactness. */
import { isNature, type Point } from "../../../graph/profile.ts";
import { t } from "../../i18n/index.ts";
import { language } from "../../state.ts";
import { meaningOf } from "./units.ts";

/** A value as it stands, `over 252 万人 · cumulative`; where there is none, the word for that. */
export function valueText({ value, observation }: Point, unit = ""): string {
  if (value === undefined || !observation) return t.value.kpi.missing;
  const word = (q: string) => t.value.kpi.qualifier[q] ?? q;
  const exactness = observation.qualifier.filter((q) => !isNature(q)).map(word);
  const natures = observation.qualifier.filter(isNature).map(word);
  const figure = [...exactness, observation.value, unitText(unit)].filter(Boolean).join(" ");
  return [figure, ...natures].join(" · ");
}

/** The unit behind a value; a ratio has none. */
const unitText = (unit: string): string => (unit === "1" ? "" : unit);

/** The unit as printed, with its meaning for who can't read it. */
export function unitName(unit: string): string {
  if (unit === "1") return t.value.kpi.ratio;
  const meaning = language.value === "en" ? meaningOf(unit) : "";
  return meaning ? t.value.kpi.gloss(unit, meaning) : unit;
}

/** A period as it is read: a span with a dash. */
export const periodText = (period: string): string => period.replace("/", " – ");
