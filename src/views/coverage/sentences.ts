/** The measures of a goal in sentences. */
import { type GoalCoverage, isWithheld, type MeasureName } from "../../../graph/coverage.ts";
import type { Step } from "../../../graph/funnel.ts";
import { figure } from "../../parts/names.ts";
import { nameOf } from "../../state.ts";
import { words } from "./words.ts";

/** A measure as it is written: in per cent, the symbolic gap in points of it. */
export function valueText({ measures }: GoalCoverage, name: MeasureName): string {
  const { value } = measures[name];
  if (value === undefined) return words.value.measures.nothing;
  if (name === "balance" && value === 0) return words.value.measures.noneDisclosed;
  if (name !== "gap") return percent(value);
  const points = Math.round(100 * value);
  return points > 0 ? `+${points}` : String(points).replace("-", "−");
}

/** In whole per cent; what is there but under one half stays visible. */
function percent(value: number): string {
  const rounded = Math.round(100 * value);
  return value > 0 && rounded === 0 ? "< 1%" : `${rounded}%`;
}

export function measureSentence(of: GoalCoverage, name: MeasureName): string {
  const w = words.value.measures;
  const measure = of.measures[name];
  const value = name === "gap" ? w.points(valueText(of, name)) : valueText(of, name);
  const told = {
    part: figure(measure.part),
    n: figure(measure.n),
    unknown: figure(measure.unknown),
    value,
  };
  if (isWithheld(measure) && (name === "concentration" || name === "trend")) return w.tooUnknown[name](told);
  if (measure.value === undefined) return w.cannot[name];
  return name === "concentration" ? w.says[name](told, nameOf(of.largest!.unit)) : w.says[name](told);
}

export function stepSentence({ funnel }: GoalCoverage, step: Step): string {
  const { reached, through } = funnel[step];
  const counts = { all: funnel.mention.reached, reached, through };
  return words.value.measures.saysStep[step]({
    all: figure(counts.all),
    reached: figure(counts.reached),
    through: figure(counts.through),
  });
}
