/** The measures of each goal: the numbers of the coverage view, each with what was counted. */
import { type GoalCoverage, isWithheld, MEASURES, type MeasureName } from "../../../graph/coverage.ts";
import { Disc } from "../../parts/disc.tsx";
import { figure } from "../../parts/names.ts";
import { href, nameOf } from "../../state.ts";
import { measures } from "../coverage/figures.ts";
import { valueText } from "../coverage/sentences.ts";
import { words as coverageWords } from "../coverage/words.ts";
import { words } from "./words.ts";

export function Coverage() {
  const w = coverageWords.value.measures;
  const goals = measures.value.filter((of) => of.links > 0);
  return (
    <section>
      <h3>{words.value.coverage.heading}</h3>
      <p class="quiet note">{w.intro}</p>
      <table class="measures">
        <thead>
          <tr>
            <th scope="col">{w.goal}</th>
            {MEASURES.map((name) => (
              <th key={name} scope="col" class="numeric">
                {w.names[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {goals.map((of) => (
            <tr key={of.goal.id}>
              <th scope="row">
                <a href={href({ view: "coverage", goal: [of.goal.id] })} title={nameOf(of.goal)}>
                  <Disc code={of.goal.id} small />
                  <span class="unseen">{nameOf(of.goal)}</span>
                </a>
              </th>
              {MEASURES.map((name) => (
                <Cell key={name} of={of} name={name} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <dl class="terms">
        {MEASURES.map((name) => (
          <div key={name}>
            <dt>{w.names[name]}</dt>
            <dd>{words.value.coverage.means[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Cell({ of, name }: { of: GoalCoverage; name: MeasureName }) {
  const w = coverageWords.value.measures;
  const measure = of.measures[name];
  const counted = name === "depth" ? w.meanOf(figure(measure.n)) : w.of(figure(measure.part), figure(measure.n));
  return (
    <td class="numeric">
      {isWithheld(measure) ? w.withheld : valueText(of, name)}
      {name !== "gap" && measure.n > 0 && <small class="quiet">{counted}</small>}
    </td>
  );
}
