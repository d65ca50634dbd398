/** The words of the gaps view in English; loaded with the view. */
import type { Facts } from "../../graph/gap-rule.ts";
import type { RuleId } from "../../graph/query.ts";
import { figure } from "../parts/names.ts";

/** The words of a rule. */
export interface RuleWords<R extends RuleId> {
  title: string;
  question: string;
  /** What is said of a finding's subject, whose name stands before it. `goals` are codes. */
  says: (facts: Facts[R], goals: readonly string[]) => string;
  closes: string;
}

const goalsText = (goals: readonly string[]): string => {
  const [last, ...rest] = [...goals].reverse();
  return rest.length === 0 ? `goal ${last}` : `goals ${rest.reverse().join(", ")} and ${last}`;
};

/** `1 KPI`, `3 KPIs`, `1,200 links`. */
const count = (n: number, one: string, many = `${one}s`): string => `${figure(n)} ${n === 1 ? one : many}`;

/** `its only KPI has`, `all its 5 KPIs have`, `3 of its 5 KPIs have`. */
const ofKpis = (lacking: number, n: number, have: [string, string]): string =>
  n === 1
    ? `its only KPI ${have[0]}`
    : `${lacking === n ? "all" : `${figure(lacking)} of`} its ${figure(n)} KPIs ${have[lacking === 1 ? 0 : 1]}`;

const rules: { [R in RuleId]: RuleWords<R> } = {
  G01: {
    title: "Goal claimed, nothing done shown",
    question: "Which goals does the report name without any activity behind them?",
    says: ({ n }) =>
      `is named by the report, but ${n === 1 ? "its only link is" : `all its ${figure(n)} links are`} a mention: no named activity stands behind it.`,
    closes: "Name an activity for the goal and show where it stands in the report, or claim the goal no longer.",
  },
  G02: {
    title: "Linked to a goal only, to no target",
    question: "Which claims don't say what part of a goal they mean?",
    says: (_, goals) => `serves ${goalsText(goals)} as a whole; no target is named or can be read from the text.`,
    closes: "Say which of the goal's targets it works on.",
  },
  G03: {
    title: "Claim without KPI",
    question: "Which claims have no number that is followed up?",
    says: ({ best }, goals) => `is linked to ${goalsText(goals)}, and no KPI measures it (best evidence: ${best}).`,
    closes: "Give a KPI that measures it, or the figure that the text cites as a KPI with its unit and year.",
  },
  G04: {
    title: "KPI without target value or year",
    question: "Which figures are reported without saying where they should go?",
    says: ({ lacking, n }) =>
      `is measured, but ${ofKpis(lacking, n, ["has", "have"])} no target value or no target year.`,
    closes: "State a target value and the year by which it is to be reached.",
  },
  G05: {
    title: "KPI without baseline, unit or evidence",
    question: "Which figures can't be read by themselves?",
    says: ({ baseline, unit, evidence, n }) => {
      const lacks = [
        baseline > 0 && `${figure(baseline)} without a baseline or an earlier value`,
        unit > 0 && `${figure(unit)} without a unit`,
        evidence > 0 && `${figure(evidence)} without evidence`,
      ].filter(Boolean);
      return `has ${count(n, "KPI")}: ${lacks.join(", ")}.`;
    },
    closes: "Give the year that the figure is compared with, its unit, and where it stands.",
  },
  G06: {
    title: "No outcome measured",
    question: "Where is effort counted, but not what came of it?",
    says: ({ n }) =>
      n === 1
        ? "has one KPI, and it counts an input, an activity or an output: none shows an outcome."
        : `has ${figure(n)} KPIs, and all count inputs, activities or outputs: none shows an outcome.`,
    closes: "Measure what changed for people or the environment, not only what was put in or delivered.",
  },
  G07: {
    title: "Fewer than three comparable years",
    question: "Where can't one see which way it goes?",
    says: ({ lacking, n, most }) =>
      `is measured, but ${ofKpis(lacking, n, ["has", "have"])} fewer than three comparable years (the longest series has ${count(most, "whole year")}).`,
    closes: "Report the same figure in the same way for three years or more.",
  },
  G08: {
    title: "Goal hangs on one",
    question: "Which goals rest on a single unit or initiative?",
    says: ({ links, n }) => `has ${count(n, "link")}, and one holds ${figure(links)} of them.`,
    closes: "Show what other units or initiatives do for the goal, or say that it is left to this one.",
  },
  G09: {
    title: "Negative effect without an answer",
    question: "Where does the report show a burden, but no link says that harm is done or avoided?",
    says: ({ links, loads }) => {
      const shown = [
        links > 0 && count(links, "link of negative or mixed effect", "links of negative or mixed effect"),
        loads > 0 && count(loads, "KPI of loads on the environment", "KPIs of loads on the environment"),
      ].filter(Boolean);
      return `has ${shown.join(" and ")}, but no selected link in the role of doing or avoiding harm.`;
    },
    closes: "Say what harm there is and what is done to avoid it.",
  },
  G10: {
    title: "Goal without any link",
    question: "On which goals is the report silent, without saying why?",
    says: () => "has no link, and no reason is given.",
    closes: "Link what the company does for it, or note below that the goal is not material or was not assessed.",
  },
  G11: {
    title: "Spread over more than five goals",
    question: "Which claims reach so far that one may doubt them?",
    says: ({ n }, goals) => `is linked to ${figure(n)} goals at once: ${goals.join(", ")}.`,
    closes: "Keep the goals that it is meant for and can show something for.",
  },
  G12: {
    title: "No responsible unit stated",
    question: "For which claims does nobody answer?",
    says: (_, goals) => `is linked to ${goalsText(goals)}, and the report names no unit that runs it.`,
    closes: "Name the unit that is responsible.",
  },
  G13: {
    title: "Reported last year, missing this year",
    question: "Which figures have stopped?",
    says: ({ lacking, lost, before, now }) =>
      `has ${count(lacking, "KPI")} with a value for ${before} and none for ${now}${lost > 0 ? ` (${figure(lost)} lost or not readable in the text)` : ""}.`,
    closes: "Give this year's value, or say why the figure is no longer reported.",
  },
  G14: {
    title: "Partnership by membership only",
    question: "Is goal 17 more than a list of memberships?",
    says: ({ n }) =>
      `is served by ${count(n, "membership, partner or standard", "memberships, partners or standards")} alone.`,
    closes: "Show what is done together with the partners.",
  },
  G15: {
    title: "Read by one reader only",
    question: "Which links should a second reader check?",
    says: ({ lacking, n }) =>
      `has ${count(n, "link")}, of which ${figure(lacking)} ${lacking === 1 ? "was" : "were"} read by one reader only.`,
    closes: "Have the links read again by somebody else, without sight of the first reading.",
  },
  G16: {
    title: "In the index, but without a link",
    question: "Which targets do the codes in the report's index point to, with nothing linked?",
    says: ({ codes }) =>
      `is related to ${codes.map((c) => c.code).join(", ")} in the report's index, but nothing is linked to it.`,
    closes:
      "Read the section for what it says on the target, or leave it: a code names a topic, not a contribution. Which targets a topic relates to is GRI's list; codes of other guides are read as the GRI topic they share, which is our reading.",
  },
};

export const en = {
  rules,
  label: "Gaps",
  severity: { high: "high", medium: "medium", low: "low" },
  severityLabel: "Severity",
  severities: { "": "All", high: "High", medium: "Medium", low: "Low" },
  group: { label: "Grouped by", goal: "By goal", rule: "By rule" },
  findings: (n: number) => count(n, "finding"),
  shown: (n: number, all: number) => `${figure(n)} of ${count(all, "finding")} listed`,
  matrix: "Findings by rule and goal",
  rule: "Rule",
  total: "All",
  note: "A finding that bears on several goals stands under each of them and is counted once.",
  silent: (rules: readonly string[]) => `Nothing found by ${rules.join(" · ")}.`,
  filtered: "Counted within the filters: what is missing here may stand elsewhere in the report.",
  goal: (code: string, name: string) => `Goal ${code}: ${name}`,
  cell: (n: number, rule: string, goal: string) => `${rule}, goal ${goal}: ${count(n, "finding")}`,
  only: { rule: (id: string) => `Only ${id}`, goal: (code: string) => `Only goal ${code}`, remove: "show all" },
  closes: "What would close it",
  list: (group: string) => `Findings: ${group}`,
  more: (n: number, rest: number) => `Show ${figure(n)} more of ${figure(rest)}`,
  others: "Concerned",
  holder: "Holder",
  andMore: (n: number) => `and ${figure(n)} more`,
  evidence: (n: number) => `${count(n, "passage")}`,
  graph: "Show in the graph",
  graphOf: (subject: string) => `Show in the graph: ${subject}`,
  aside: {
    open: "Set aside",
    openOf: (subject: string) => `Set aside: ${subject}`,
    reason: "Why is it set aside?",
    save: "Set aside",
    done: (subject: string) => `Set aside: ${subject}. It stands at the end of the page.`,
    back: "Put back",
    backOf: (subject: string) => `Put back: ${subject}`,
    backDone: (subject: string) => `Put back: ${subject}`,
    heading: (n: number) => `Set aside (${figure(n)})`,
    elsewhere: (n: number) => `${count(n, "more finding")} set aside ${n === 1 ? "is" : "are"} outside the selection.`,
  },
  judged: {
    heading: "Which goals are judged",
    intro:
      "A goal that is not material to the company, or that nobody has assessed, is no gap. Say so here with the reason: its findings are then left out and listed below. Kept in this browser only, and part of what you take away.",
    state: (code: string) => `Goal ${code} is`,
    stateOf: "This goal is",
    states: { judged: "judged", "not-material": "not material", "not-assessed": "not assessed" },
    reason: (code: string) => `Reason for goal ${code}`,
    placeholder: "Reason",
    save: "Save",
    saveOf: (code: string) => `Save for goal ${code}`,
    not: (code: string, why: string) => `Goal ${code} is not judged (${why})`,
    saved: (code: string, state: string) => `Goal ${code}: ${state}.`,
    count: (n: number) => (n === 0 ? "all 17" : `${figure(n)} left out`),
  },
  leftOut: {
    heading: (n: number) => `Left out (${figure(n)})`,
    of: (state: string, reason: string) => (reason ? `${state}: ${reason}` : state),
  },
  none: "No gap is found in this selection.",
  noneHint: "Every rule was applied to what is selected.",
  noneAsked: "No finding of this kind.",
  showAll: "Show all findings",
  figure: {
    title: "Gaps by rule and goal",
    legend: "number of findings; the darker, the more",
    severity: (name: string) => `severity ${name}`,
  },
  sheets: {
    gaps: "Gaps",
    leftOut: "Left out",
    rule: "Rule",
    title: "Gap",
    severity: "Severity",
    goals: "Goals",
    sentence: "Finding",
    closes: "What would close it",
    subject: "About",
    subjectId: "Id",
    others: "Concerned",
    evidence: "Place in the report",
    setAside: "Set aside because",
    state: "Goal is",
    reason: "Reason",
  },
};

export type GapWords = typeof en;
