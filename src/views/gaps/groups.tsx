/** The findings in groups: by goal and then by rule, or by rule. Nothing is drawn before it is opened. */
import { useSignal } from "@preact/signals";
import type { Node } from "../../../graph/build.ts";
import type { Finding } from "../../../graph/gap-rule.ts";
import { RULES, severityOf } from "../../../graph/gaps.ts";
import { type RuleId, SEVERITIES } from "../../../graph/query.ts";
import { groupBy } from "../../../graph/text.ts";
import { Disc } from "../../parts/disc.tsx";
import { figure } from "../../parts/names.ts";
import { nameOf, query } from "../../state.ts";
import { Disclosure } from "../panel/disclosure.tsx";
import { FindingRow } from "./finding.tsx";
import { listed, oneRule, words } from "./findings.ts";
import { GoalState } from "./judged.tsx";
import { SeverityMark } from "./severity.tsx";
import { goalNodes } from "./summary.tsx";

/** So few findings stand open at once. */
const FEW = 12;
/** Findings that are drawn at first, and with each "more". */
const FIRST = 20;
const MORE = 100;

export function Groups() {
  const { group, of } = query.value;
  const rule = oneRule();
  return (
    <>
      {rule && <About rule={rule} />}
      {group === "rule" ? <ByRule findings={listed.value} /> : <ByGoal findings={listed.value} of={of} />}
    </>
  );
}

function ByGoal({ findings, of }: { findings: readonly Finding[]; of: string }) {
  const few = findings.length <= FEW;
  const groups = goalNodes()
    .filter((goal) => of === "" || goal.id === of)
    .map((goal) => ({ goal, findings: findings.filter((finding) => finding.goals.includes(goal.id)) }))
    .filter((group) => group.findings.length > 0);
  const place = `${query.value.rule} ${of}`;
  return (
    <>
      {groups.map((group) => (
        <Disclosure
          key={`${place} ${group.goal.id}`}
          class="gap-group"
          open={of !== "" || few}
          summary={<GoalSummary goal={group.goal} findings={group.findings} />}
        >
          {() => <OfGoal goal={group.goal} findings={group.findings} />}
        </Disclosure>
      ))}
    </>
  );
}

function GoalSummary({ goal, findings }: { goal: Node; findings: readonly Finding[] }) {
  return (
    <>
      <Disc code={goal.id} />
      <span class="name">{nameOf(goal)}</span>
      <Tally findings={findings} />
    </>
  );
}

/** How many findings, and how many of each severity. */
function Tally({ findings }: { findings: readonly Finding[] }) {
  const w = words.value;
  const bySeverity = groupBy(findings, (finding) => severityOf(finding.rule));
  const parts = SEVERITIES.flatMap((severity) => {
    const n = bySeverity.get(severity)?.length ?? 0;
    return n > 0 ? [`${figure(n)} ${w.severity[severity]}`] : [];
  });
  return (
    <span class="tally">
      <b>{figure(findings.length)}</b> <span class="quiet">{parts.join(" · ")}</span>
    </span>
  );
}

function OfGoal({ goal, findings }: { goal: Node; findings: readonly Finding[] }) {
  const w = words.value;
  if (oneRule()) return <Findings findings={findings} label={w.list(w.goal(goal.id, nameOf(goal)))} goals={false} />;
  return (
    <>
      <ByRule findings={findings} within={goal} />
      <GoalState goal={goal} label={w.judged.stateOf} />
    </>
  );
}

/** Groups of rules, the severest first. `within` a goal they stand in its group. */
function ByRule({ findings, within }: { findings: readonly Finding[]; within?: Node }) {
  const byRule = groupBy(findings, (finding) => finding.rule);
  const rules = SEVERITIES.flatMap((severity) => RULES.filter((rule) => rule.severity === severity));
  const open = byRule.size === 1 || findings.length <= FEW;
  return (
    <>
      {rules
        .filter(({ id }) => byRule.has(id))
        .map(({ id }) => (
          <Disclosure
            key={`${query.value.rule} ${id}`}
            class={within ? "gap-group inner" : "gap-group"}
            open={open}
            summary={<RuleSummary rule={id} n={byRule.get(id)!.length} />}
          >
            {() => (
              <>
                {oneRule() !== id && <About rule={id} />}
                <Findings
                  findings={byRule.get(id)!}
                  label={words.value.list(`${id} ${within ? nameOf(within) : ""}`.trim())}
                  goals={!within}
                />
              </>
            )}
          </Disclosure>
        ))}
    </>
  );
}

function RuleSummary({ rule, n }: { rule: RuleId; n: number }) {
  return (
    <>
      <span class="code">{rule}</span>
      <span class="name">{words.value.rules[rule].title}</span>
      <span class="tally">
        <b>{figure(n)}</b> <SeverityMark severity={severityOf(rule)} />
      </span>
    </>
  );
}

/** The question of a rule, and what would close its findings: the same for all of them, so said once. */
function About({ rule }: { rule: RuleId }) {
  const { question, closes } = words.value.rules[rule];
  return (
    <dl class="about-rule">
      <dt>{question}</dt>
      <dd>
        <span class="quiet">{words.value.closes}:</span> {closes}
      </dd>
    </dl>
  );
}

function Findings({ findings, label, goals }: { findings: readonly Finding[]; label: string; goals: boolean }) {
  const shown = useSignal(FIRST);
  const rest = findings.length - shown.value;
  return (
    <>
      <ul class="findings" aria-label={label}>
        {findings.slice(0, shown.value).map((finding) => (
          <FindingRow key={finding.key} finding={finding} goals={goals} />
        ))}
      </ul>
      {rest > 0 && (
        <button
          type="button"
          class="more"
          onClick={() => {
            shown.value += MORE;
          }}
        >
          {words.value.more(Math.min(MORE, rest), rest)}
        </button>
      )}
    </>
  );
}
