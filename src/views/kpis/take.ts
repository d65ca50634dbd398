/** What the KPI view gives away: its charts as a figure, its KPIs and values as sheets. */
import type { Figure } from "../../../graph/figure.ts";
import type { KpiSeries } from "../../../graph/kpi-groups.ts";
import { kpisFigure } from "../../../graph/kpis-figure.ts";
import { kpisSheets } from "../../../graph/kpis-sheets.ts";
import type { Sheet } from "../../../graph/sheet.ts";
import { t } from "../../i18n/index.ts";
import { model, nameOf, pick, query } from "../../state.ts";
import { pagesOf } from "../panel/evidence.tsx";
import { figureText, naturesText, periodText, unitName } from "../panel/value.ts";
import { changeWords } from "./change.tsx";
import { words } from "./words.ts";

/** The charts that are on the screen, in the order of their groups. */
export function takeFigure(kpis: readonly KpiSeries[]): Figure {
  const w = words.value.figure;
  return kpisFigure(model(), kpis, query.value, {
    valueText: figureText,
    periodText,
    name: ({ node }) => nameOf(node),
    about: ({ kpi, trend }, { unit }) =>
      [unit && unitName(unit), naturesText(trend!), kpi.scope].filter(Boolean).join(" · "),
    change: ({ kpi }, reading) => {
      const { sign, text, verdict, because } = changeWords(kpi, reading);
      return [`${sign} ${text}`.trim(), [verdict, because].filter(Boolean).join(words.value.colon)];
    },
    more: w.more,
    legend: w,
  });
}

/** All KPIs of the selection. */
export function takeSheets(kpis: readonly KpiSeries[]): Sheet[] {
  const w = words.value;
  const names = t.value.kpi;
  const { node, sections } = model();
  const said = (words: Record<string, string>) => (value: string) => words[value] ?? value;
  return kpisSheets(model(), kpis, query.value.per, {
    titles: w.sheets,
    name: (id) => (node.has(id) ? nameOf(node.get(id)!) : id),
    section: ({ section }) => (section ? pick(section, "title") : ""),
    direction: said(names.direction),
    level: said(names.level),
    status: said(names.status),
    qualifier: said(names.qualifier),
    verdict: said(w.verdict),
    page: (evidence) => pagesOf(evidence, sections.get(evidence.section)),
  });
}
