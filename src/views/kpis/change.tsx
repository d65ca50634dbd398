/** The change of a trend from its first value to its last, and whether it is for the better: by arrow, sign and words. */
import type { Reading } from "../../../graph/bases.ts";
import type { Kpi } from "../../../graph/schema.ts";
import { changeOf, isRunningTotal, verdictOf } from "../../../graph/series.ts";
import { changeText } from "../panel/value.ts";
import { words } from "./words.ts";

/** What is said of a change; without one, why there is none. */
export function changeWords(kpi: Kpi, { trend, unit }: Reading) {
  const w = words.value;
  const change = changeOf(trend, unit);
  if (!change) return { sign: "", text: w.noChange, verdict: "", because: "" };
  const verdict = verdictOf(kpi, trend, change);
  return {
    sign: change.amount > 0 ? "▲" : change.amount < 0 ? "▼" : "＝",
    text: changeText(trend, unit),
    verdict: verdict ? w.verdict[verdict] : "",
    because: isRunningTotal(trend) ? w.runningTotal : (w.because[kpi.direction] ?? ""),
  };
}

export function Change({ kpi, reading }: { kpi: Kpi; reading: Reading }) {
  const { sign, text, verdict, because } = changeWords(kpi, reading);
  return (
    <>
      <span aria-hidden="true">{sign}</span> {text} {verdict && <b>{verdict}: </b>}
      {because}
    </>
  );
}
