/**
 * Gaps: where the claims of a report outrun its evidence. Sixteen rules, each a record; what they find follows the
 * selection. What the reader decided about goals and findings is applied afterwards, so nothing disappears unsaid.
 */
import type { Model } from "./build.ts";
import { CLAIM_RULES } from "./gap-claims.ts";
import { GOAL_RULES } from "./gap-goals.ts";
import { KPI_RULES } from "./gap-kpis.ts";
import { type AnyRule, type Draft, type Finding, type Rule, scopeOf } from "./gap-rule.ts";
import type { Query, RuleId, Severity } from "./query.ts";
import { SEVERITIES } from "./query.ts";
import type { Selection } from "./select.ts";

/** All rules, in the order of their numbers. */
export const RULES: readonly AnyRule[] = [...GOAL_RULES, ...CLAIM_RULES, ...KPI_RULES].sort((a, b) =>
  a.id < b.id ? -1 : 1,
);

const byId = new Map(RULES.map((rule) => [rule.id, rule]));

export const severityOf = (rule: RuleId): Severity => byId.get(rule)!.severity;

/** What all rules find in a selection: rule by rule, what is prominent first. `query` is the one that selected it. */
export function findGaps(model: Model, selection: Selection, query: Query): Finding[] {
  const scope = scopeOf(model, selection, query);
  return RULES.flatMap((rule) => {
    const drafts: Draft[] = (rule as Rule).find(scope);
    return drafts
      .map((draft) => ({ ...draft, rule: rule.id, key: keyOf(rule.id, draft) }) as Finding)
      .sort((a, b) => b.nodes[0].prominence - a.nodes[0].prominence || a.nodes[0].index - b.nodes[0].index);
  });
}

const keyOf = (rule: RuleId, { nodes }: Draft): string => [rule, ...nodes.map((node) => node.id)].join("~");

/** What the reader decided: goals that are not judged, and why; findings that are set aside, and why, by their key. */
export interface Decisions<A = { state: string; reason: string }> {
  goals: Readonly<Record<string, A>>;
  setAside: Readonly<Record<string, string>>;
}

export interface Sorted<A> {
  open: Finding[];
  setAside: { finding: Finding; reason: string }[];
  /** Findings that bear on goals which are not judged; those that bear on others too stay open for these. */
  leftOut: { finding: Finding; goal: string; assessment: A }[];
}

/** Sorts findings by what the reader decided. A goal with a reason given (not material, not assessed) is not judged. */
export function sortOut<A>(findings: readonly Finding[], { goals, setAside }: Decisions<A>): Sorted<A> {
  const sorted: Sorted<A> = { open: [], setAside: [], leftOut: [] };
  for (const finding of findings) {
    for (const goal of finding.goals) {
      if (Object.hasOwn(goals, goal)) sorted.leftOut.push({ finding, goal, assessment: goals[goal] });
    }
    const judged = finding.goals.filter((goal) => !Object.hasOwn(goals, goal));
    if (judged.length === 0) continue;
    const rest = { ...finding, goals: judged };
    if (Object.hasOwn(setAside, finding.key)) sorted.setAside.push({ finding: rest, reason: setAside[finding.key] });
    else sorted.open.push(rest);
  }
  return sorted;
}

/** The findings that a query asks for: of a rule or a severity, of a goal. */
export const asked = (findings: readonly Finding[], { rule, of }: Pick<Query, "rule" | "of">): Finding[] =>
  findings.filter(
    (finding) =>
      (rule === "" || finding.rule === rule || severityOf(finding.rule) === rule) &&
      (of === "" || finding.goals.includes(of)),
  );

/** How many findings each rule has, and for which goals; rules of the same severity in the order of their numbers. */
export interface RuleCount {
  id: RuleId;
  severity: Severity;
  findings: number;
  /** By code of the goal; a finding counts for each goal that it bears on. */
  goals: ReadonlyMap<string, number>;
}

export function countGaps(findings: readonly Finding[]): RuleCount[] {
  const counts = SEVERITIES.flatMap((severity) => RULES.filter((rule) => rule.severity === severity)).map(({ id }) => ({
    id,
    severity: severityOf(id),
    findings: 0,
    goals: new Map<string, number>(),
  }));
  const of = new Map(counts.map((count) => [count.id, count]));
  for (const finding of findings) {
    const count = of.get(finding.rule)!;
    count.findings++;
    for (const goal of finding.goals) count.goals.set(goal, (count.goals.get(goal) ?? 0) + 1);
  }
  return counts;
}
