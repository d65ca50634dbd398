/** The change of a trend from its first value to its last, and whether it is for the better: by arrow, sign and words. */
import type { Reading } from "../../../graph/bases.ts";
import type { Kpi } from "../../../graph/schema.ts";
import { type Change, changeOf, isRunningTotal, verdictOf } from "../../../graph/series.ts";
import { periodText, signed } from "../panel/value.ts";
import { words } from "./words.ts";

/** How much: `+16.4 %`, of percentages `−4 points`. */
export function amountText({ amount, inPoints }: Change): string {
  const w = words.value;
  return (inPoints ? w.points : w.percent)(signed(amount));
}

/** What is said of the change of a trend; without one, why there is none. */
export function changeWords(kpi: Kpi, { trend, unit }: Reading) {
  const w = words.value;
  const change = changeOf(trend, unit);
  if (!change) return { sign: "", text: w.noChange, verdict: "", because: "" };
  const verdict = verdictOf(kpi, trend, change);
  return {
    sign: change.amount > 0 ? "▲" : change.amount < 0 ? "▼" : "=",
    text: w.changeOf(amountText(change), periodText(change.from), periodText(change.to)),
    verdict: verdict ? w.verdict[verdict] : "",
    because: isRunningTotal(trend) ? w.runningTotal : (w.because[kpi.direction] ?? ""),
  };
}

export function ChangeLine({ kpi, reading }: { kpi: Kpi; reading: Reading }) {
  const { sign, text, verdict, because } = changeWords(kpi, reading);
  return (
    <>
      <span aria-hidden="true">{sign}</span> {text}
      <br />
      {verdict && (
        <>
          <b>{verdict}</b>
          {words.value.colon}
        </>
      )}
      {because}
    </>
  );
}
