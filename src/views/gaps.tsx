/** The gaps view: where claims outrun evidence, by goal and by rule, and what would close each gap. */
import { isFiltered, SEVERITIES } from "../../graph/query.ts";
import { Empty } from "../parts/empty.tsx";
import { figure } from "../parts/names.ts";
import { Take } from "../parts/take.tsx";
import { href, query, selection } from "../state.ts";
import { LeftOutList, SetAsideList } from "./gaps/aside.tsx";
import { announced } from "./gaps/finding.tsx";
import { counts, listed, sorted, words } from "./gaps/findings.ts";
import { Groups } from "./gaps/groups.tsx";
import { Judged } from "./gaps/judged.tsx";
import { Summary } from "./gaps/summary.tsx";
import { figureOfGaps, sheetsOfGaps } from "./gaps/take.ts";
import "./gaps.css";

export function GapsView() {
  const w = words.value;
  const nothing = selection.value!.alignments === 0;
  return (
    <section class="gaps" aria-label={w.label}>
      <Bar />
      <p class="unseen" role="status">
        {announced.value}
      </p>
      {isFiltered(query.value) && <p class="note">{w.filtered}</p>}
      {nothing ? <Empty /> : <Summary />}
      <div class="gap-list">
        {sorted.value.open.length === 0 && !nothing && <NoGaps />}
        {sorted.value.open.length > 0 && listed.value.length === 0 && (
          <p>
            {w.noneAsked} <a href={href({ rule: "", of: "" })}>{w.showAll}</a>
          </p>
        )}
        <Groups />
        <Judged />
        <SetAsideList />
        <LeftOutList />
      </div>
    </section>
  );
}

function Bar() {
  const w = words.value;
  const { rule, of, group } = query.value;
  const all = sorted.value.open.length;
  const number = (severity: string) =>
    counts.value.reduce((sum, count) => sum + (severity === "" || count.severity === severity ? count.findings : 0), 0);
  const narrowed = rule !== "" || of !== "";
  return (
    <div class="gap-bar">
      <p class="gap-count" role="status">
        {narrowed ? w.shown(listed.value.length, all) : w.findings(all)}
        {narrowed && (
          <>
            {" "}
            <a href={href({ rule: "", of: "" })}>{w.only.remove}</a>
          </>
        )}
      </p>
      <nav class="basis-switch" aria-label={w.severityLabel}>
        {(["", ...SEVERITIES] as const).map((severity) => (
          <a key={severity} href={href({ rule: severity })} aria-current={rule === severity ? "true" : undefined}>
            {w.severities[severity]} <span class="count">{figure(number(severity))}</span>
          </a>
        ))}
      </nav>
      <nav class="basis-switch" aria-label={w.group.label}>
        {(["goal", "rule"] as const).map((by) => (
          <a
            key={by}
            href={href({ group: by === "goal" ? "" : by })}
            aria-current={(group === "rule") === (by === "rule") ? "true" : undefined}
          >
            {w.group[by]}
          </a>
        ))}
      </nav>
      <Take name="gaps" figure={figureOfGaps} sheets={sheetsOfGaps} />
    </div>
  );
}

function NoGaps() {
  return (
    <div class="empty">
      <p>{words.value.none}</p>
      <p class="quiet">{words.value.noneHint}</p>
    </div>
  );
}
