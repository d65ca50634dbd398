/** The summary: rules by goals, with the number of findings; every number leads to the findings it counts. */
import type { Node } from "../../../graph/build.ts";
import type { RuleCount } from "../../../graph/gaps.ts";
import { Disc } from "../../parts/disc.tsx";
import { figure } from "../../parts/names.ts";
import { href, model, nameOf, query } from "../../state.ts";
import { counts, whyNotJudged, words } from "./findings.ts";
import { SeverityMark } from "./severity.tsx";

export const goalNodes = (): Node[] => model().pack.framework.goals.map((goal) => model().node.get(goal.code)!);

export function Summary() {
  const w = words.value;
  const goals = goalNodes();
  const most = Math.max(1, ...counts.value.flatMap((count) => [...count.goals.values()]));
  const isSilent = ({ id, findings }: RuleCount) => findings === 0 && query.value.rule !== id;
  const silent = counts.value.filter(isSilent);
  return (
    <>
      <table class="gap-summary">
        <caption class="unseen">{w.matrix}</caption>
        <thead>
          <tr>
            <th scope="col">{w.rule}</th>
            <th scope="col" class="total">
              {w.total}
            </th>
            {goals.map((goal) => (
              <GoalHead key={goal.id} goal={goal} />
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.value
            .filter((count) => !isSilent(count))
            .map((count) => (
              <RuleRow key={count.id} count={count} goals={goals} most={most} />
            ))}
        </tbody>
      </table>
      <p class="note">
        {silent.length > 0 && w.silent(silent.map(({ id }) => `${id} ${w.rules[id].title}`))} {w.note}{" "}
        {notJudged().map((said) => (
          <span key={said}>– {said}. </span>
        ))}
      </p>
    </>
  );
}

/** The goals that are not judged, each with its reason. */
export const notJudged = (): string[] =>
  goalNodes().flatMap(({ id }) => {
    const why = whyNotJudged(id);
    return why === undefined ? [] : [words.value.judged.not(id, why)];
  });

/** The number of a goal, as a link that lists its findings, and another time all. */
function GoalHead({ goal }: { goal: Node }) {
  const w = words.value;
  const chosen = query.value.of === goal.id;
  const why = whyNotJudged(goal.id);
  if (why !== undefined) {
    return (
      <th scope="col" class="goal" title={w.judged.not(goal.id, why)}>
        <Disc code={goal.id} small />
        <span class="unseen">{w.judged.not(goal.id, why)}</span>
      </th>
    );
  }
  return (
    <th scope="col" class={chosen ? "goal chosen" : "goal"}>
      <a
        href={href({ of: chosen ? "" : goal.id })}
        aria-current={chosen ? "true" : undefined}
        aria-label={`${w.only.goal(goal.id)}: ${nameOf(goal)}`}
      >
        <Disc code={goal.id} small />
      </a>
    </th>
  );
}

function RuleRow({ count, goals, most }: { count: RuleCount; goals: Node[]; most: number }) {
  const { id, severity, findings } = count;
  const { title, question } = words.value.rules[id];
  const { rule } = query.value;
  const chosen = rule === id;
  const only = href({ rule: chosen ? "" : id, of: "" });
  return (
    <tr class={chosen || rule === severity ? "chosen" : undefined}>
      <th scope="row" title={question}>
        <div class="rule-name">
          <SeverityMark severity={severity} short />
          <span class="code">{id}</span>
          <a href={only} aria-current={chosen ? "true" : undefined}>
            {title}
          </a>
        </div>
      </th>
      <td class="total">
        <a href={only} aria-label={`${id}: ${words.value.findings(findings)}`}>
          {figure(findings)}
        </a>
      </td>
      {goals.map((goal) => (
        <Cell key={goal.id} count={count} goal={goal} most={most} />
      ))}
    </tr>
  );
}

function Cell({ count, goal, most }: { count: RuleCount; goal: Node; most: number }) {
  const n = count.goals.get(goal.id) ?? 0;
  const chosen = query.value.rule === count.id && query.value.of === goal.id;
  if (n === 0) {
    const judged = whyNotJudged(goal.id) === undefined;
    return (
      <td class="goal">
        <span aria-hidden="true">{judged ? "·" : "–"}</span>
        {judged && <span class="unseen">0</span>}
      </td>
    );
  }
  return (
    <td class="goal">
      <a
        href={href(chosen ? { rule: "", of: "" } : { rule: count.id, of: goal.id })}
        aria-current={chosen ? "true" : undefined}
        aria-label={words.value.cell(n, count.id, goal.id)}
        style={{ "--part": Math.sqrt(n / most).toFixed(2) }}
      >
        {figure(n)}
      </a>
    </td>
  );
}
