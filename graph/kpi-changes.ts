/**
 * Changes of KPIs between two selections: A against B. Values are as printed, in the printed unit.
 *
 * A KPI belongs to a selection that shows it, or shows what it measures. Which of its values stand against each other:
 *
 * - The years that a selection filters by are also those of its values. A value is of the year in which its period ends.
 * - Two selections of one report with the same years, or with none, would have the same values: there the latest value
 *   within the years stands against the one before it.
 * - Only values alike in nature and in length of period are compared; of several such, the latest.
 * - The KPIs of two reports are matched like all entities, and compared only in the same unit of measure.
 */
import { NONE, type Node } from "./build.ts";
import { eitherOf, type Pair, type Side } from "./compare.ts";
import { kpisOf } from "./kpis.ts";
import { matchOf } from "./match.ts";
import type { Kpi } from "./schema.ts";
import { shownEntities } from "./select.ts";
import { changeOf, comparability, isNature, type Point, seriesOf } from "./series.ts";
import { groupBy } from "./text.ts";

/** A KPI of either selection, with the value that it has in each. */
export interface KpiValues {
  kpi: Pair<Node>;
  /** Which selections it belongs to. */
  of: { a: boolean; b: boolean };
  values: Pair<Point>;
}

/** What A is, compared with B, by the direction of the KPI; `unknown` where a printed value is only a bound. */
export const VERDICTS = ["better", "worse", "same", "neutral", "unknown"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A KPI whose values can be compared. */
export interface KpiChange extends KpiValues {
  values: Required<Pair<Point>>;
  /** A − B; `undefined` where a value is only a bound. */
  difference: number | undefined;
  /** Decimals that the values are printed with: the difference has no more. */
  decimals: number;
  /** The same in per cent of B, or in percentage points. */
  relative: ReturnType<typeof changeOf>;
  verdict: Verdict;
}

export interface KpiComparison {
  changes: KpiChange[];
  /** KPIs without two values to compare, with the last that each side has. */
  rest: KpiValues[];
  /** Whether both sides ask for the same years, so that the latest value stands against the one before it. */
  inTime: boolean;
}

/** Compares the KPIs of two selections, in the order of A's table, then B's. Pure. */
export function compareKpis(a: Side, b: Side): KpiComparison {
  const [yearsA, yearsB] = [yearsOf(a), yearsOf(b)];
  const inTime = a.model === b.model && yearsA.join() === yearsB.join();
  const changes: KpiChange[] = [];
  const rest: KpiValues[] = [];
  for (const { kpi, of } of kpiPairs(a, b)) {
    const runsA = runsOf(a, kpi.a);
    const runsB = runsOf(b, kpi.b);
    const values = inTime ? inOneSeries(runsA, yearsA) : inTwoSeries(runsA, yearsA, runsB, yearsB);
    if (values && unitOf(kpi.a) === unitOf(kpi.b)) {
      changes.push({ kpi, of, values, ...changeBetween(eitherOf(kpi).row as Kpi, values) });
    } else {
      const last = (runs: Runs, years: Years) => latest([...runs.values()].map((run) => lastWithin(run, years)));
      rest.push({ kpi, of, values: { a: last(runsA, yearsA), b: inTime ? undefined : last(runsB, yearsB) } });
    }
  }
  return { changes, rest, inTime };
}

type Years = readonly string[];
const yearsOf = ({ query }: Side): Years => query.year.filter((year) => year !== NONE);

const unitOf = (kpi: Node | undefined): string | undefined => (kpi?.row as Kpi | undefined)?.unit_of_measure;

/** The KPIs that belong to A or to B, each with its counterpart. */
function kpiPairs(a: Side, b: Side): Omit<KpiValues, "values">[] {
  const { inA, inB } = matchOf(a.model, b.model);
  const [shownA, shownB] = [kpisShown(a), kpisShown(b)];
  const asKpi = (node: Node | undefined) => (node?.kind === "kpis" ? node : undefined);
  const pairs = [
    ...a.model.pack.kpis.map(({ id }) => ({ a: a.model.node.get(id), b: asKpi(inB.get(id)) })),
    ...b.model.pack.kpis.filter(({ id }) => !asKpi(inA.get(id))).map(({ id }) => ({ b: b.model.node.get(id) })),
  ];
  return pairs
    .map((kpi: Pair<Node>) => ({ kpi, of: { a: shownA.has(kpi.a?.id), b: shownB.has(kpi.b?.id) } }))
    .filter(({ of }) => of.a || of.b);
}

/** The KPIs that a selection shows, or whose subject it shows. */
function kpisShown({ model, selection }: Side): Set<string | undefined> {
  const kpis = kpisOf(model);
  return new Set(shownEntities(model, selection).flatMap(({ id }) => (kpis.get(id) ?? []).map((kpi) => kpi.id)));
}

/** The known values of a KPI in time order, those apart that can't be compared; one for each point of time. */
type Runs = Map<string, Point[]>;

function runsOf({ model }: Side, kpi: Node | undefined): Runs {
  const known = kpi ? seriesOf(model, kpi).filter((p) => p.value !== undefined) : [];
  const runs = groupBy(known, comparability);
  for (const [key, run] of runs) {
    runs.set(
      key,
      run.filter((p, i) => p.at !== run[i - 1]?.at),
    );
  }
  return runs;
}

/** The last value whose period ends in one of the years; without years, the last of all. */
const lastWithin = (run: readonly Point[], years: Years): Point | undefined =>
  run.findLast(({ period }) => years.length === 0 || years.includes(period.split("/").at(-1)!.slice(0, 4)));

const latest = (points: readonly (Point | undefined)[]): Point | undefined =>
  points.reduce((best, point) => (point && (!best || point.at > best.at) ? point : best), undefined);

/** The latest of the pairs that a run gives, in A first. */
function latestPair(pairs: readonly (Pair<Point> | undefined)[]): Required<Pair<Point>> | undefined {
  const whole = pairs.filter((pair): pair is Required<Pair<Point>> => pair?.a !== undefined && pair.b !== undefined);
  return whole.sort((x, y) => y.a.at - x.a.at || y.b.at - x.b.at)[0];
}

function inOneSeries(runs: Runs, years: Years) {
  return latestPair(
    [...runs.values()].map((run) => {
      const a = lastWithin(run, years);
      return a && { a, b: run[run.indexOf(a) - 1] };
    }),
  );
}

/** Two selections of one report may have the same last value: that is one value, and nothing changes. */
function inTwoSeries(runsA: Runs, yearsA: Years, runsB: Runs, yearsB: Years) {
  return latestPair(
    [...runsA].map(([key, run]) => {
      const [a, b] = [lastWithin(run, yearsA), lastWithin(runsB.get(key) ?? [], yearsB)];
      return a?.observation === b?.observation ? undefined : { a, b };
    }),
  );
}

function changeBetween(kpi: Kpi, { a, b }: Required<Pair<Point>>): Omit<KpiChange, keyof KpiValues> {
  const decimals = Math.max(decimalsOf(a), decimalsOf(b));
  const isBound = [a, b].some((p) => p.observation!.qualifier.some((q) => !isNature(q)));
  if (isBound) return { difference: undefined, decimals, relative: undefined, verdict: "unknown" };
  const difference = Number((a.value! - b.value!).toFixed(decimals));
  return { difference, decimals, relative: changeOf([b, a], kpi.unit_of_measure), verdict: verdictOf(kpi, difference) };
}

const decimalsOf = ({ observation }: Point): number => observation!.value.split(".")[1]?.length ?? 0;

function verdictOf({ direction }: Kpi, difference: number): Verdict {
  if (difference === 0) return "same";
  if (direction === "neutral") return "neutral";
  return difference > 0 === (direction === "increase") ? "better" : "worse";
}
