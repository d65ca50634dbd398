/**
 * What the values of KPIs can be divided by, so that years and companies of different size can be compared: the first
 * value, the number of employees, the revenue.
 *
 * How a base is recognised. The tables have no column that says "this is the number of employees"; a KPI counts as a
 * base when all of this holds:
 * - its subject is a unit at the top of the tree of units, so the organisation as a whole;
 * - its unit is people, or money;
 * - its whole name, in English or in Chinese, is one of the usual ones (`Employees, total`, `雇员总人数`; `Total revenue`,
 *   `总收入`), so that a part of the staff or of the revenue is never taken for all of it;
 * - it has an exact value above zero for at least two calendar years.
 * When no KPI or more than one does, nothing is divided: a view says so, and says which base it used when it did.
 */
import type { Model, Node } from "./build.ts";
import type { PER } from "./query.ts";
import type { Kpi } from "./schema.ts";
import { isExact, isNature, type Point, seriesOf } from "./series.ts";
import { fold, memoWeakly } from "./text.ts";

export type Per = (typeof PER)[number];
/** What a KPI of its own gives. */
export type BaseName = Exclude<Per, "index">;

const PEOPLE = /^[千万百亿\s]*(人|名|位|people|persons?|employees?|heads?|fte)$/;
const MONEY = /(?<!单)元|人民币|rmb|cny|hkd|usd|eur|gbp|jpy|dollar|euro|yuan|[$€£¥]/;

const BASES: Record<BaseName, { unit: RegExp; names: RegExp[] }> = {
  head: {
    unit: PEOPLE,
    names: [
      /^(total )?(number of )?(employees|staff|headcount|workforce)(,? (in )?total)?$/,
      /^(公司|集团)?(雇员|员工|职工)(总人数|总数|人数)$/,
    ],
  },
  revenue: {
    unit: MONEY,
    names: [/^(total )?(revenues?|turnover|net sales)(,? (in )?total)?$/, /^(总收入|营业总?收入|营业额|总?营收)$/],
  },
};

/** A KPI that others can be divided by, with its value of each calendar year. */
export interface Base {
  kpi: Node;
  years: ReadonlyMap<string, Point>;
}

/** The KPIs that could be a base; there is one to divide by only when there is exactly one. */
export const baseCandidates = (model: Model, name: BaseName): readonly Base[] => candidates(model)[name];

/** The base of a package; `undefined` when none, or more than one, is found. */
export function baseOf(model: Model, name: BaseName): Base | undefined {
  const found = baseCandidates(model, name);
  return found.length === 1 ? found[0] : undefined;
}

const candidates = memoWeakly((model: Model): Record<BaseName, Base[]> => {
  const found = (name: BaseName) =>
    model.pack.kpis
      .filter((kpi) => isOfWhole(model, kpi) && isNamed(kpi, name))
      .map((kpi) => baseFrom(model, model.node.get(kpi.id)!))
      .filter((base) => base.years.size > 1);
  return { head: found("head"), revenue: found("revenue") };
});

const isOfWhole = ({ node, unitParent }: Model, { subject }: Kpi): boolean =>
  node.get(subject)?.kind === "units" && !unitParent.has(subject);

const isNamed = ({ unit_of_measure, name_en, name_zh }: Kpi, base: BaseName): boolean =>
  BASES[base].unit.test(fold(unit_of_measure)) &&
  BASES[base].names.some((name) => name.test(fold(name_en)) || name.test(fold(name_zh)));

function baseFrom(model: Model, kpi: Node): Base {
  const plain = seriesOf(model, kpi).filter(
    (p) => isYear(p.period) && isExact(p) && p.value! > 0 && !p.observation!.qualifier.some(isNature),
  );
  return { kpi, years: new Map(plain.map((p) => [p.period, p])) };
}

const isYear = (period: string): boolean => /^\d{4}$/.test(period);

/**
 * Why a trend can't be divided: it is the base · it is no amount (a ratio, a rate, an age) · it is no amount of one year
 * (a running total, an average, a plan) · the report divides what it measures by a base of its own · fewer than two
 * years have a value and a base · no exact value above zero to begin an index with.
 */
export type Refusal = "base" | "ratio" | "nature" | "own" | "years" | "start";

/** A trend as it is to be read: divided, or as printed with the reason why. */
export interface Reading {
  trend: readonly Point[];
  unit: string;
  refusal?: Refusal;
  /** KPIs in which the report itself divides the figures of this subject. */
  own: readonly Node[];
}

/** Reads a trend as asked. `per` is empty for the values as printed. Units: `吨/人`, `%` for money by money, none for an index. */
export function readTrend(model: Model, kpi: Node, trend: readonly Point[], per: Per | ""): Reading {
  const unit = (kpi.row as Kpi).unit_of_measure;
  const asPrinted: Reading = { trend, unit, own: [] };
  if (per === "") return asPrinted;
  if (per === "index") return indexed(trend) ?? { ...asPrinted, refusal: "start" };
  const base = baseOf(model, per);
  if (!base) return asPrinted;
  const own = ownQuotients(model, kpi, per);
  const refusal = refusalOf(kpi, trend, base, own);
  if (refusal) return { ...asPrinted, refusal, own: refusal === "own" ? own : [] };
  const baseUnit = (base.kpi.row as Kpi).unit_of_measure;
  const [factor, quotient] = unit === baseUnit ? [100, "%"] : [1, `${unit}/${baseUnit}`];
  const years = [...base.years.values()].map((p) => p.at);
  const divided = trend
    .filter((p) => p.at >= Math.min(...years) && p.at <= Math.max(...years))
    .map((p) => dividedBy(p, base.years.get(p.period), factor));
  if (divided.filter((p) => p.value !== undefined).length < 2) return { ...asPrinted, refusal: "years" };
  return { trend: divided, unit: quotient, own: [] };
}

/** With the first exact value as 100, from there on; later bounds stay bounds. */
function indexed(trend: readonly Point[]): Reading | undefined {
  const start = trend.find((p) => isExact(p) && p.value! > 0);
  if (!start || trend.every((p) => p === start || !isExact(p))) return undefined;
  const divided = trend.slice(trend.indexOf(start)).map((p) => dividedBy(p, start, 100));
  return { trend: divided, unit: "", own: [] };
}

function dividedBy(point: Point, base: Point | undefined, factor: number): Point {
  const { value } = point;
  if (value === undefined || !base) return { ...point, value: undefined };
  return { ...point, value: (value / base.value!) * factor, by: base.observation };
}

function refusalOf(kpi: Node, trend: readonly Point[], base: Base, own: readonly Node[]): Refusal | undefined {
  if (kpi === base.kpi) return "base";
  if (!isAmount((kpi.row as Kpi).unit_of_measure)) return "ratio";
  if (trend.some((p) => p.observation?.qualifier.some(isNature))) return "nature";
  return own.length > 0 ? "own" : undefined;
}

/** Whether values in this unit add up, so that a share of them means something. */
const isAmount = (unit: string): boolean => !/^$|^1$|[%‰/]|per\b|倍|百分点|^年$|岁|级|档|ratio|index/i.test(unit);

/**
 * The KPIs of the same subject and scope that the report itself divides by heads or by money: its people are then others than
 * the company's employees (those of its offices, say), and to divide by all employees would contradict it.
 */
function ownQuotients(model: Model, kpi: Node, base: BaseName): Node[] {
  const { subject, scope } = kpi.row as Kpi;
  return model.pack.kpis
    .filter((k) => k.subject === subject && k.scope === scope && isPer(k.unit_of_measure, base))
    .map((k) => model.node.get(k.id)!);
}

function isPer(unit: string, base: BaseName): boolean {
  const [, divisor] = unit.split("/");
  return divisor !== undefined && BASES[base].unit.test(fold(divisor));
}
