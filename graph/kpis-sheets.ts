/** The KPIs of a selection as sheets: one row a KPI, and one row a value. Numbers are written as numbers, beside their print. */
import { type Per, readTrend } from "./bases.ts";
import type { Model } from "./build.ts";
import type { KpiSeries } from "./kpi-groups.ts";
import { type Evidence, toNumber } from "./schema.ts";
import { changeOf, type Point, verdictOf } from "./series.ts";
import type { Sheet } from "./sheet.ts";

/** Titles of the sheets and their columns, and names of values, in the reader's language. */
export interface SheetWords {
  titles: Record<
    | "kpis"
    | "values"
    | "id"
    | "nameEn"
    | "nameZh"
    | "subject"
    | "unit"
    | "scope"
    | "direction"
    | "level"
    | "baseline"
    | "target"
    | "targetYear"
    | "section"
    | "first"
    | "last"
    | "change"
    | "changeUnit"
    | "verdict"
    | "kpi"
    | "period"
    | "printed"
    | "number"
    | "read"
    | "readUnit"
    | "status"
    | "qualifier"
    | "lines"
    | "page"
    | "note"
    | "percent"
    | "points",
    string
  >;
  /** A name in the reader's language: of a node by its id, of a section. */
  name: (id: string) => string;
  section: (kpi: KpiSeries) => string;
  direction: (value: string) => string;
  level: (value: string) => string;
  status: (value: string) => string;
  qualifier: (value: string) => string;
  verdict: (value: string) => string;
  /** The printed pages of a piece of evidence. */
  page: (evidence: Evidence) => string;
}

/** The sheets "KPIs" and "Values". `per` is what the values shown are divided by; empty: as printed. */
export const kpisSheets = (model: Model, kpis: readonly KpiSeries[], per: Per | "", words: SheetWords): Sheet[] => [
  kpiSheet(kpis, words),
  valueSheet(model, kpis, per, words),
];

function kpiSheet(kpis: readonly KpiSeries[], words: SheetWords): Sheet {
  const w = words.titles;
  const text = (title: string) => ({ title });
  const number = (title: string) => ({ title, numeric: true as const });
  return {
    name: w.kpis,
    columns: [
      ...[w.id, w.nameEn, w.nameZh, w.subject, w.section, w.unit, w.scope, w.direction, w.level].map(text),
      ...[w.baseline, w.target, w.targetYear].map(number),
      ...[w.first, w.last].map(text),
      number(w.change),
      ...[w.changeUnit, w.verdict].map(text),
    ],
    rows: kpis.map((entry) => {
      const { kpi, node, trend } = entry;
      const change = trend && changeOf(trend, kpi.unit_of_measure);
      const verdict = trend && verdictOf(kpi, trend, change);
      return [
        kpi.id,
        node.name_en,
        node.name_zh,
        words.name(kpi.subject),
        words.section(entry),
        kpi.unit_of_measure,
        kpi.scope,
        words.direction(kpi.direction),
        words.level(kpi.result_level),
        kpi.baseline_year,
        numberOf(kpi.target_value),
        kpi.target_year,
        change?.from,
        change?.to,
        change?.amount,
        change && (change.inPoints ? w.points : w.percent),
        verdict && words.verdict(verdict),
      ];
    }),
  };
}

function valueSheet(model: Model, kpis: readonly KpiSeries[], per: Per | "", words: SheetWords): Sheet {
  const w = words.titles;
  return {
    name: w.values,
    columns: [
      ...[w.kpi, w.id, w.period, w.printed].map((title) => ({ title })),
      { title: w.number, numeric: true },
      { title: w.unit },
      ...(per ? [{ title: w.read, numeric: true as const }, { title: w.readUnit }] : []),
      ...[w.status, w.qualifier, w.lines, w.page, w.note].map((title) => ({ title })),
    ],
    rows: kpis.flatMap(({ node, kpi, series, trend }) => {
      const reading = trend && readTrend(model, node, trend, per);
      return series.map((point) => {
        const computed = reading?.trend.find((p) => p.by && p.observation === point.observation);
        const shown = [computed?.value, computed && (reading!.unit || w.number)];
        return [
          words.name(kpi.id),
          kpi.id,
          point.period,
          point.observation?.value,
          point.value,
          kpi.unit_of_measure,
          ...(per ? shown : []),
          words.status(point.observation?.status ?? "missing"),
          point.observation?.qualifier.map(words.qualifier).join(", "),
          ...placeOf(model, point, words),
          point.observation?.note,
        ];
      });
    }),
  };
}

/** Where the evidence of a value stands: lines of the text edition, printed pages. */
function placeOf({ evidence }: Model, { observation }: Point, words: SheetWords): string[] {
  const records = (observation?.evidence ?? []).map((id) => evidence.get(id)).filter((e) => e !== undefined);
  const join = (parts: string[]) => [...new Set(parts.filter(Boolean))].join("; ");
  return [join(records.map((e) => e.lines)), join(records.map(words.page))];
}

/** A number as printed, for a cell of numbers. */
function numberOf(printed: string): number | undefined {
  const value = toNumber(printed);
  return Number.isNaN(value) ? undefined : value;
}
