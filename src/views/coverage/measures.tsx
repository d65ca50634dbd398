/** The measures of each goal, each with what it counts, and how far what serves the goal gets; in sentences on demand. */
import { useSignal } from "@preact/signals";
import { type GoalCoverage, MEASURES } from "../../../graph/coverage.ts";
import { STEPS } from "../../../graph/funnel.ts";
import { Disc } from "../../parts/disc.tsx";
import { figure } from "../../parts/names.ts";
import { href, nameOf } from "../../state.ts";
import { explain, explainNothing } from "./explanation.tsx";
import { measures } from "./figures.ts";
import { FunnelCell, MeasureCell } from "./measure-cells.tsx";
import { measureSentence, stepSentence } from "./sentences.ts";
import { words } from "./words.ts";

export function Measures() {
  const w = words.value.measures;
  return (
    <section class="goal-measures">
      <h2>{w.heading}</h2>
      <p class="quiet">
        {w.intro} <a href={href({ view: "method", item: "" })}>{w.method}</a>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must be able to reach it. */}
      <section class="measures-region" tabIndex={0} aria-label={w.heading}>
        <table class="goals" onPointerOver={explain} onFocusIn={explain} onPointerLeave={explainNothing}>
          <thead>
            <tr>
              <th class="row-head" rowSpan={2} scope="col">
                {w.goal}
              </th>
              <th colSpan={MEASURES.length} scope="colgroup">
                {w.groups.measures}
              </th>
              <th colSpan={STEPS.length} scope="colgroup" class="first-step">
                {w.groups.funnel}
              </th>
            </tr>
            <tr>
              {MEASURES.map((name) => (
                <th key={name} scope="col">
                  {w.names[name]}
                </th>
              ))}
              {STEPS.map((step, i) => (
                <th key={step} scope="col" class={i === 0 ? "first-step" : undefined}>
                  {w.steps[step]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {measures.value.map((of) => (
              <Goal key={of.goal.id} of={of} alone={measures.value.length === 1} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** A goal's line, and below it the same in sentences; a goal that stands alone is told at once. */
function Goal({ of, alone }: { of: GoalCoverage; alone: boolean }) {
  const opened = useSignal<boolean | undefined>(undefined);
  const open = opened.value ?? alone;
  const { goal } = of;
  const id = `sentences-${goal.id}`;
  return (
    <>
      <tr>
        <th scope="row" class="row-head">
          <div>
            {" "}
            <button
              type="button"
              aria-expanded={open}
              aria-controls={id}
              aria-label={words.value.measures.details(`${goal.id} ${nameOf(goal)}`)}
              onClick={() => {
                opened.value = !open;
              }}
            >
              <span aria-hidden="true">{open ? "−" : "+"}</span>
            </button>
            <a href={href({ item: goal.id })}>
              <Disc code={goal.id} small />
              <span class="name">{nameOf(goal)}</span>
            </a>
          </div>{" "}
        </th>
        {MEASURES.map((name) => (
          <MeasureCell key={name} of={of} name={name} />
        ))}
        {STEPS.map((step) => (
          <FunnelCell key={step} of={of} step={step} />
        ))}
      </tr>
      <tr id={id} class="sentences" hidden={!open}>
        <td colSpan={1 + MEASURES.length + STEPS.length}>{open && <Sentences of={of} />}</td>
      </tr>
    </>
  );
}

function Sentences({ of }: { of: GoalCoverage }) {
  const w = words.value.measures;
  return (
    <dl>
      {MEASURES.map((name) => (
        <div key={name}>
          <dt>{w.names[name]}</dt>
          <dd>{measureSentence(of, name)}</dd>
        </div>
      ))}
      <div class="funnel">
        <dt>{w.groups.funnel}</dt>
        {STEPS.map((step) => (
          <dd key={step}>
            <span
              class="reach"
              style={{ "--reached": part(of, step, "reached"), "--through": part(of, step, "through") }}
            />
            <b>{figure(of.funnel[step].reached)}</b> {w.steps[step]}: {stepSentence(of, step)}
          </dd>
        ))}
      </div>
    </dl>
  );
}

const part = ({ funnel }: GoalCoverage, step: (typeof STEPS)[number], what: "reached" | "through"): number =>
  funnel.mention.reached > 0 ? funnel[step][what] / funnel.mention.reached : 0;
