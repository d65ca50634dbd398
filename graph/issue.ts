/** A finding about a package, written for the person who fills the tables. */
export interface Issue {
  /** `error`: the row is left out. `warning`: the row is used, something about it is doubtful. */
  level: "error" | "warning";
  /** The rule that was broken, in kebab-case: `required`, `not-allowed`, `unknown-reference` … */
  rule: string;
  file: string;
  /** Line of the file where the row begins, counted from 1 with the header as 1. */
  row?: number;
  column?: string;
  value?: string;
  /** What is wrong. */
  message: string;
  /** What to do about it. */
  hint: string;
}

/** One line of text: place, what is wrong, what to do. */
export function formatIssue(issue: Issue): string {
  const place = [issue.file, issue.row && `row ${issue.row}`, issue.column && `column ${issue.column}`];
  const value = issue.value === undefined ? "" : ` (found “${issue.value}”)`;
  return `${issue.level}: ${place.filter(Boolean).join(", ")}: ${issue.message}${value}. ${issue.hint}.`;
}
