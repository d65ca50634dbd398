/** Where claims outrun evidence: how many findings each rule has, and the gravest in sentences. */
import { severityOf } from "../../../graph/gaps.ts";
import { groupBy } from "../../../graph/text.ts";
import { figure } from "../../parts/names.ts";
import { href } from "../../state.ts";
import { counts, words as gapWords, sentence, sorted } from "../gaps/findings.ts";
import { words } from "./words.ts";

/** Findings of a rule that are told in full: paper is to be read. */
const TOLD = 5;

export function Gaps() {
  const w = words.value.gaps;
  const { rules, severity } = gapWords.value;
  const found = counts.value.filter((count) => count.findings > 0);
  const gravest = sorted.value.open.filter((finding) => severityOf(finding.rule) === "high");
  const told = [...groupBy(gravest, (finding) => finding.rule).values()].flatMap((of) => of.slice(0, TOLD));
  const aside = sorted.value.setAside.length;
  return (
    <section>
      <h3>{w.heading}</h3>
      {found.length === 0 ? (
        <p>{gapWords.value.none}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{gapWords.value.rule}</th>
              <th scope="col">{gapWords.value.severityLabel}</th>
              <th scope="col" class="numeric">
                {w.findings}
              </th>
            </tr>
          </thead>
          <tbody>
            {found.map((count) => (
              <tr key={count.id}>
                <th scope="row">
                  <span class="quiet">{count.id}</span> {rules[count.id].title}
                </th>
                <td>{severity[count.severity]}</td>
                <td class="numeric">
                  <a href={href({ view: "gaps", rule: count.id })}>{figure(count.findings)}</a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {gravest.length > 0 && (
        <>
          <h4>{w.gravest}</h4>
          <ul class="points">
            {told.map((finding) => (
              <li key={finding.key}>{sentence(finding)}</li>
            ))}
          </ul>
        </>
      )}
      {gravest.length > told.length && (
        <p>
          <a href={href({ view: "gaps", rule: "high" })}>{w.more(gravest.length - told.length)}</a>
        </p>
      )}
      {aside > 0 && <p class="quiet note">{w.aside(aside)}</p>}
    </section>
  );
}
