/** Cells of the measures: the value as a link to what it counts, and beside it the count itself. */
import { NONE } from "../../../graph/build.ts";
import { type GoalCoverage, isWithheld, type MeasureName } from "../../../graph/coverage.ts";
import type { Step } from "../../../graph/funnel.ts";
import { EMPTY, type Query } from "../../../graph/query.ts";
import { figure } from "../../parts/names.ts";
import { href, model } from "../../state.ts";
import { measureSentence, stepSentence, valueText } from "./sentences.ts";
import { words } from "./words.ts";

export function MeasureCell({ of, name }: { of: GoalCoverage; name: MeasureName }) {
  const w = words.value.measures;
  const { value, part, n, unknown } = of.measures[name];
  const withheld = isWithheld(of.measures[name]);
  const tells = `${w.names[name]}: ${measureSentence(of, name)}`;
  const counted = name === "gap" ? "" : name === "depth" ? w.meanOf(figure(n)) : w.of(figure(part), figure(n));
  const text = withheld ? w.withheld : value === undefined ? w.nothing : valueText(of, name);
  return (
    <td class={value === undefined ? "no-value" : `value-of ${name}`}>
      {n > 0 ? (
        <a href={href(evidenceOf(of, name))} data-tells aria-label={tells}>
          {text}
        </a>
      ) : (
        <span data-tells title={tells}>
          {text}
        </span>
      )}
      <small>{withheld ? w.unknown(figure(unknown), figure(n)) : n > 0 && counted}</small>
      {value !== undefined && name !== "gap" && <span class="part" style={{ "--part": value }} />}
    </td>
  );
}

/** Where the things are that a measure counts. */
function evidenceOf({ goal, largest, measures }: GoalCoverage, name: MeasureName): Partial<Query> {
  const goals = [goal.id];
  if (name === "breadth" || name === "depth" || name === "gap") return { of: goal.id, by: "grade", sort: "" };
  if (name === "measurability") return { view: "table", rows: "entities", goal: goals, sort: "" };
  if (name === "targeting" || name === "trend") return { view: "kpis", goal: goals, group: EMPTY.group };
  // Harm comes last among the roles, so first when they are sorted downwards.
  if (name === "balance") return { view: "table", rows: "alignments", goal: goals, sort: "-role" };
  return { goal: goals, by: "unit", unit: [isWithheld(measures[name]) ? NONE : largest!.unit.id], sort: "" };
}

/** A step of the funnel: how many get there, as a bar beside those of the other steps. */
export function FunnelCell({ of, step }: { of: GoalCoverage; step: Step }) {
  const { reached, through } = of.funnel[step];
  const all = of.funnel.mention.reached;
  const tells = `${words.value.measures.steps[step]}: ${stepSentence(of, step)}`;
  const bars = { "--reached": all > 0 ? reached / all : 0, "--through": all > 0 ? through / all : 0 };
  return (
    <td class={step === "mention" ? "first-step" : undefined}>
      {reached > 0 ? (
        <a href={href(behind(of.goal.id, step))} data-tells aria-label={tells}>
          {figure(reached)}
        </a>
      ) : (
        <span data-tells title={tells}>
          0
        </span>
      )}
      <span class="reach" style={bars} />
    </td>
  );
}

/** Where those are that get to a step. */
function behind(goal: string, step: Step): Partial<Query> {
  if (step === "target") return { of: goal, by: "grade", sort: "" };
  if (step === "kpi" || step === "targetValue") return { view: "kpis", goal: [goal], group: EMPTY.group };
  const grades = model().records.facets.grade.values.filter((grade) => grade >= "E4" && grade !== NONE);
  const outcome: Partial<Query> = step === "outcome" ? { grade: grades } : {};
  return { view: "table", rows: "entities", goal: [goal], sort: "", ...outcome };
}
