/** The gap list as sheets: the findings that the screen lists, those set aside with the reason, and what is left out. */
import type { Node } from "./build.ts";
import type { Finding } from "./gap-rule.ts";
import { type Sorted, severityOf } from "./gaps.ts";
import type { RuleId, Severity } from "./query.ts";
import type { Sheet } from "./sheet.ts";

type Title =
  | ("gaps" | "leftOut" | "rule" | "title" | "severity" | "goals" | "sentence" | "closes")
  | ("subject" | "subjectId" | "others" | "evidence" | "setAside" | "state" | "reason");

/** The words of the sheets, and how things are named in the reader's language. */
export interface GapSheetWords {
  titles: Record<Title, string>;
  severity: Record<Severity, string>;
  ruleTitle: (rule: RuleId) => string;
  sentence: (finding: Finding) => string;
  closes: (rule: RuleId) => string;
  name: (node: Node) => string;
  /** Where a piece of evidence stands, by its id; empty when it is not known. */
  place: (evidence: string) => string;
  /** Why a goal is not judged. */
  state: (state: string) => string;
}

/** A cell of a spreadsheet has an end; whoever wants all hundred places of one finding follows its id. */
const MOST = 60;

/**
 * Two sheets: `Gaps`, a row a finding, first the open ones, then those set aside with their reason; and `Left out`, a row
 * for each goal that is not judged and each finding that bears on it.
 */
export function gapSheets<A extends { state: string; reason: string }>(
  { open, setAside, leftOut }: Sorted<A>,
  words: GapSheetWords,
): Sheet[] {
  const { titles } = words;
  const columns = [titles.rule, titles.title, titles.severity, titles.goals, titles.subject, titles.subjectId];
  const rest = [titles.sentence, titles.closes, titles.others, titles.evidence];
  const titled = (names: readonly string[]) => names.map((title) => ({ title }));
  return [
    {
      name: titles.gaps,
      columns: titled([...columns, ...rest, titles.setAside]),
      rows: [
        ...open.map((finding) => [...cells(finding, words), undefined]),
        ...setAside.map(({ finding, reason }) => [...cells(finding, words), reason]),
      ],
    },
    {
      name: titles.leftOut,
      columns: titled([...columns, ...rest, titles.state, titles.reason]),
      rows: leftOut.map(({ finding, goal, assessment: { state, reason } }) => [
        ...cells({ ...finding, goals: [goal] }, words),
        words.state(state),
        reason || undefined,
      ]),
    },
  ];
}

function cells(finding: Finding, words: GapSheetWords): (string | undefined)[] {
  const { rule, goals, nodes, others = [], evidence } = finding;
  const places = evidence.map(words.place).filter(Boolean);
  return [
    rule,
    words.ruleTitle(rule),
    words.severity[severityOf(rule)],
    goals.join(", "),
    nodes.map(words.name).join("; "),
    nodes.map((node) => node.id).join("; "),
    words.sentence(finding),
    words.closes(rule),
    joined(others.map(words.name)),
    joined(places),
  ];
}

const joined = (parts: readonly string[]): string | undefined =>
  [...parts.slice(0, MOST), ...(parts.length > MOST ? ["…"] : [])].join("; ") || undefined;
