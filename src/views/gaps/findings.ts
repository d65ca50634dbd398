/** What the gaps view shows: the findings of the selection, sorted by what the reader decided, and how they are said. */
import { computed, untracked } from "@preact/signals";
import type { Node } from "../../../graph/build.ts";
import type { Facts, Finding } from "../../../graph/gap-rule.ts";
import { asked, countGaps, findGaps, sortOut } from "../../../graph/gaps.ts";
import { RULE_IDS, type RuleId } from "../../../graph/query.ts";
import { isEntity } from "../../../graph/select.ts";
import { en, type RuleWords } from "../../i18n/gaps.en.ts";
import { zh } from "../../i18n/gaps.zh.ts";
import { notes } from "../../notes.ts";
import { language, model, nameOf, query, selection } from "../../state.ts";

export const words = computed(() => (language.value === "zh" ? zh : en));

/** Each filter of the query selects anew, so the findings hang on the selection alone: opening a panel finds nothing anew. */
const found = computed(() => {
  const selected = selection.value!;
  return untracked(() => findGaps(model(), selected, query.value));
});
export const sorted = computed(() => sortOut(found.value, notes.value));
export const counts = computed(() => countGaps(sorted.value.open));

// Each its own signal, so a step of the query that changes neither leaves the list as it is.
const rule = computed(() => query.value.rule);
const of = computed(() => query.value.of);
/** The findings that the reader asks for. */
export const listed = computed(() => asked(sorted.value.open, { rule: rule.value, of: of.value }));

/** Why a goal is not judged, in words; nothing for one that is. */
export function whyNotJudged(goal: string): string | undefined {
  const known = notes.value.goals[goal];
  return known && words.value.leftOut.of(words.value.judged.states[known.state], known.reason);
}

/** The rule that is asked for, where it is one. */
export const oneRule = (): RuleId | undefined => RULE_IDS.find((id) => id === rule.value);

/** What is said of a finding, after the name of its subject. */
export function said({ rule, facts, goals }: Finding): string {
  const { says } = words.value.rules[rule] as RuleWords<RuleId>;
  return says(facts as Facts[RuleId], goals);
}

/** The name of what a finding is about; goals and targets with their code. */
export const subjectOf = ({ nodes: [subject] }: Finding): string => fullName(subject);

export const fullName = (node: Node): string => (isEntity(node) ? nameOf(node) : `${node.id} ${nameOf(node)}`);

/** The whole sentence. */
export const sentence = (finding: Finding): string =>
  [subjectOf(finding), said(finding)].join(language.value === "zh" ? "" : " ");
