/** The faults of a package, by file and row: shown instead of a blank page when nothing of it can be shown. */
import type { Model } from "../../graph/build.ts";
import type { Issue } from "../../graph/issue.ts";
import { EMPTY } from "../../graph/query.ts";
import { t } from "../i18n/index.ts";
import { href, openReport, query } from "../state.ts";

const MOST = 500;

export function IssuesView({ model }: { model: Model }) {
  const { issues } = model.pack;
  return (
    <main class="issues-page">
      <p class="brand">Goalgraph</p>
      <h1>{t.value.issues.title}</h1>
      <p>{t.value.issues.intro}</p>
      <p>
        <button type="button" onClick={() => void openReport()}>
          {t.value.issues.again}
        </button>{" "}
        <a href={href({ ...EMPTY, lang: query.value.lang })}>{t.value.issues.shipped}</a>
      </p>
      <IssueTable issues={issues} />
    </main>
  );
}

/** The faults as a table: where, what, what to do. */
export function IssueTable({ issues }: { issues: Issue[] }) {
  return (
    <table class="issues">
      <caption>{t.value.issues.some(issues.length)}</caption>
      <thead>
        <tr>
          <th scope="col">{t.value.issues.place}</th>
          <th scope="col">{t.value.issues.fault}</th>
          <th scope="col">{t.value.issues.todo}</th>
        </tr>
      </thead>
      <tbody>
        {issues.slice(0, MOST).map((issue) => (
          <tr key={`${issue.file}${issue.row}${issue.column}${issue.rule}${issue.value}`}>
            <td>
              {issue.file}
              {issue.row && `, ${t.value.issues.row(issue.row)}`}
              {issue.column && `, ${issue.column}`}
            </td>
            <td>
              {issue.message}
              {issue.value !== undefined && `: “${issue.value}”`}
            </td>
            <td>{issue.hint}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
