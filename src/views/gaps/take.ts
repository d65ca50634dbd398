/** The gaps to take away: the summary as a figure, the list as sheets. */

import { asked } from "../../../graph/gaps.ts";
import { gapsFigure } from "../../../graph/gaps-figure.ts";
import { gapSheets } from "../../../graph/gaps-sheets.ts";
import { t } from "../../i18n/index.ts";
import { model, pick, query } from "../../state.ts";
import { pagesOf } from "../panel/evidence.tsx";
import { counts, fullName, listed, sentence, sorted, whyNotJudged, words } from "./findings.ts";
import { goalNodes, notJudged } from "./summary.tsx";

export function figureOfGaps() {
  const w = words.value;
  const { high, medium, low } = w.severity;
  return gapsFigure(counts.value, goalNodes(), {
    rule: (id) => w.rules[id].title,
    total: w.total,
    severity: {
      high: w.figure.severity(high),
      medium: w.figure.severity(medium),
      low: w.figure.severity(low),
    },
    ground: w.figure.legend,
    isJudged: (goal) => whyNotJudged(goal.id) === undefined,
    notJudged: notJudged(),
  });
}

/** The list as it is asked for, with what is set aside and left out of it. */
export function sheetsOfGaps() {
  const w = words.value;
  const { setAside, leftOut } = sorted.value;
  const wanted = new Set(
    asked(
      [...setAside, ...leftOut].map((item) => item.finding),
      query.value,
    ),
  );
  return gapSheets(
    {
      open: listed.value,
      setAside: setAside.filter(({ finding }) => wanted.has(finding)),
      leftOut: leftOut.filter(({ finding }) => wanted.has(finding)),
    },
    {
      titles: w.sheets,
      severity: w.severity,
      ruleTitle: (id) => w.rules[id].title,
      sentence,
      closes: (id) => w.rules[id].closes,
      name: fullName,
      place: placeOf,
      state: (state) => w.judged.states[state as keyof typeof w.judged.states] ?? state,
    },
  );
}

/** Section, printed pages, lines of the text edition. */
function placeOf(id: string): string {
  const record = model().evidence.get(id);
  if (!record) return "";
  const section = model().sections.get(record.section);
  const pages = pagesOf(record, section);
  const { page, lines } = t.value.panel;
  return [section && pick(section, "title"), pages && page(pages), lines(record.lines)].filter(Boolean).join(", ");
}
