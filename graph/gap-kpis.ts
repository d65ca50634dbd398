/** Gap rules about the KPIs behind the claims: one finding for each entity, with the KPIs that lack something. */
import type { Model, Node } from "./build.ts";
import { type AnyRule, type Claim, type Draft, linkToEntity, type Rule, type Scope } from "./gap-rule.ts";
import { comparableYears } from "./kpis.ts";
import type { RuleId } from "./query.ts";
import type { Kpi, Observation } from "./schema.ts";

/** Years that make a trend. */
const TREND = 3;

/** G04: KPI without target value or year. Counts the KPIs of an entity that lack one of the two. */
const noTarget: Rule<"G04"> = {
  id: "G04",
  severity: "medium",
  find: (scope) =>
    eachMeasured(scope, (claim) => {
      const lacking = claim.kpis.filter((kpi) => kpi.target_value === "" || kpi.target_year === undefined);
      return finding(scope, claim, lacking, { lacking: lacking.length, n: claim.kpis.length });
    }),
};

/**
 * G05: KPI without baseline, unit or evidence. A baseline is the year that the table names, or else an earlier value that
 * can be compared.
 */
const noBaseline: Rule<"G05"> = {
  id: "G05",
  severity: "low",
  find: (scope) =>
    eachMeasured(scope, (claim) => {
      const baseline = claim.kpis.filter((kpi) => !hasBaseline(scope.model, kpi));
      const unit = claim.kpis.filter((kpi) => kpi.unit_of_measure === "");
      const evidence = claim.kpis.filter((kpi) => kpi.evidence.length === 0);
      const lacking = claim.kpis.filter((kpi) => [baseline, unit, evidence].some((list) => list.includes(kpi)));
      return finding(scope, claim, lacking, {
        baseline: baseline.length,
        unit: unit.length,
        evidence: evidence.length,
        n: claim.kpis.length,
      });
    }),
};

const hasBaseline = (model: Model, kpi: Kpi): boolean =>
  kpi.baseline_year !== undefined || comparableYears(model, kpi).years > 1;

/** G06: only input, activity or output KPIs, no outcome or impact. */
const noOutcome: Rule<"G06"> = {
  id: "G06",
  severity: "medium",
  find: (scope) =>
    eachMeasured(scope, (claim) => {
      const effects = claim.kpis.filter((kpi) => ["outcome", "impact"].includes(kpi.result_level));
      return finding(scope, claim, effects.length > 0 ? [] : claim.kpis, { n: claim.kpis.length });
    }),
};

/** G07: fewer than three comparable years, as coverage counts them. */
const noTrend: Rule<"G07"> = {
  id: "G07",
  severity: "low",
  find: (scope) =>
    eachMeasured(scope, (claim) => {
      const years = claim.kpis.map((kpi) => comparableYears(scope.model, kpi).years);
      const lacking = claim.kpis.filter((_, i) => years[i] < TREND);
      const most = Math.max(...years);
      return finding(scope, claim, lacking, { lacking: lacking.length, n: claim.kpis.length, most });
    }),
};

/**
 * G13: KPI reported last year, missing this year. This year is the last calendar year that lies whole in the report's
 * period (of a period that holds none, the year it ends in). Counts KPIs with a value for the year before as a whole and
 * none for this year or later. Without a period in the descriptor nothing can be said.
 */
const discontinued: Rule<"G13"> = {
  id: "G13",
  severity: "high",
  find: (scope) => {
    const now = yearOfReport(scope.model);
    if (now === undefined) return [];
    const before = String(now - 1);
    const valuesOf = (kpi: Kpi) => scope.model.observations.get(kpi.id) ?? [];
    return eachMeasured(scope, (claim) => {
      const lacking = claim.kpis.filter((kpi) => {
        const known = valuesOf(kpi).filter((o) => o.value !== "");
        return known.some((o) => o.period === before) && !known.some((o) => endOf(o) >= now);
      });
      const lost = lacking.filter((kpi) => valuesOf(kpi).some((o) => o.status === "missing" && endOf(o) >= now));
      return finding(scope, claim, lacking, {
        lacking: lacking.length,
        lost: lost.length,
        before,
        now: String(now),
      });
    });
  },
};

export const KPI_RULES: readonly AnyRule[] = [noTarget, noBaseline, noOutcome, noTrend, discontinued];

/** The year that a report is about: see G13. */
export function yearOfReport({ pack }: Model): number | undefined {
  const { start = "", end = "" } = pack.descriptor.period ?? {};
  if (![start, end].every((date) => /^\d{4}(-\d\d){0,2}$/.test(date))) return undefined;
  const [first, last] = [Number(start.slice(0, 4)), Number(end.slice(0, 4))];
  const endsWhole = end.length === 4 || end.slice(4) === "-12" || end.slice(4) === "-12-31";
  const startsWhole = start.length === 4 || start.slice(4) === "-01" || start.slice(4) === "-01-01";
  const whole = endsWhole ? last : last - 1;
  return whole >= (startsWhole ? first : first + 1) ? whole : last;
}

/** The year in which the period of a value ends. */
const endOf = ({ period }: Observation): number => Number((period.split("/")[1] ?? period).slice(0, 4));

/** Goes through the claims that have KPIs. */
const eachMeasured = <T>({ claims }: Scope, find: (claim: Claim) => T[]): T[] =>
  claims.filter((claim) => claim.kpis.length > 0).flatMap(find);

/** The finding about an entity, when some of its KPIs lack what the rule asks for. */
function finding<R extends RuleId>(
  { model }: Scope,
  { entity, goals }: Claim,
  lacking: readonly Kpi[],
  facts: Draft<R>["facts"],
): Draft<R>[] {
  if (lacking.length === 0) return [];
  const others = lacking.map((kpi) => model.node.get(kpi.id)).filter((node): node is Node => node !== undefined);
  const evidence = [...new Set(lacking.flatMap((kpi) => kpi.evidence))];
  return [{ nodes: [entity], others, goals, evidence, facts, link: linkToEntity(model, entity, others) }];
}
