/** The comparison to take away: the matrix of differences as a figure, everything as sheets. */
import { compareFigure } from "../../../graph/compare-figure.ts";
import { compareSheets } from "../../../graph/compare-sheets.ts";
import type { Figure } from "../../../graph/figure.ts";
import type { Sheet } from "../../../graph/sheet.ts";
import { t } from "../../i18n/index.ts";
import { kindName } from "../../parts/names.ts";
import { model, nameOf, pick } from "../../state.ts";
import { comparison, describe, goals, heads, kpis, sideA, sideB } from "./sides.ts";
import { signed, words } from "./words.ts";

const described = (texts: readonly string[]): string => texts.join("; ") || words.value.noFilter;

export function figureOf(): Figure {
  const w = words.value;
  return compareFigure(goals.value!, model().pack.framework.goals, {
    ...{ goal: w.goals.goal, ...heads.value, difference: `${w.table.difference} (${w.table.differenceAbout})` },
    aMeans: described(describe(sideA.value)),
    bMeans: described(describe(sideB.value!)),
    moreInA: w.figure.moreInA,
    moreInB: w.figure.moreInB,
    nameOf: (goal) => pick(goal, "name"),
    signed,
  });
}

export function sheetsOf(): Sheet[] {
  const { sheet, table, kpis: k } = words.value;
  const of = t.value.table;
  const named = (names: Record<string, string>) => (key: string) => names[key] ?? key;
  return compareSheets(comparison.value!, goals.value!, (code) => model().node.get(code), kpis.value!, {
    parts: { onlyA: sheet.onlyA, onlyB: sheet.onlyB, both: sheet.both },
    goals: sheet.goals,
    kpis: sheet.kpis,
    column: { ...of, ...sheet, difference: table.difference, kpi: k.kpi, value: t.value.kpi.value, verdict: k.verdict },
    side: sheet.side,
    nameOf,
    kindOf: (node) =>
      kindName(node.kind, sideA.value.model.node.get(node.id) === node ? undefined : sideB.value?.model),
    basis: named(t.value.basis),
    status: named(t.value.kpi.status),
    verdict: named(kpis.value!.inTime ? k.verdictsInTime : k.verdicts),
  });
}
