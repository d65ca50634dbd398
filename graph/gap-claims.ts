/** Gap rules about what the report holds up for the goals, entity by entity. */
import { type AnyRule, type Claim, evidenceOf, linkToEntity, type Rule, type Scope } from "./gap-rule.ts";
import type { Target } from "./schema.ts";
import { unitsOf } from "./units.ts";

/** More goals than this, and one may ask whether each of them is meant. */
const SPREAD = 5;

/**
 * G02: linked to a goal only, to none of its targets. Counts the goals for which an entity has selected alignments, all
 * of them to the goal as a whole.
 */
const goalOnly: Rule<"G02"> = {
  id: "G02",
  severity: "low",
  find: (scope) =>
    scope.claims.flatMap((claim) => {
      const precise = claim.links.filter((l) => l.object.kind === "target").map((l) => (l.object.row as Target).goal);
      const goals = claim.goals.filter((goal) => !precise.includes(goal));
      if (goals.length === 0) return [];
      const vague = claim.links.filter((l) => goals.includes(l.object.id));
      return [{ ...about(scope, { ...claim, links: vague }), goals, facts: {} }];
    }),
};

/** G03: a claim without KPI. Counts entities with a selected alignment that no KPI of the package measures. */
const noKpi: Rule<"G03"> = {
  id: "G03",
  severity: "high",
  find: (scope) =>
    scope.claims
      .filter((claim) => claim.kpis.length === 0)
      .map((claim) => ({ ...about(scope, claim), facts: { best: bestGrade(claim) } })),
};

/** G11: one entity spread over more than five goals, by its selected alignments. */
const spread: Rule<"G11"> = {
  id: "G11",
  severity: "medium",
  find: (scope) =>
    scope.claims
      .filter((claim) => claim.goals.length > SPREAD)
      .map((claim) => ({ ...about(scope, claim), facts: { n: claim.goals.length } })),
};

/**
 * G12: no responsible unit stated. Counts entities with a selected alignment that no `run_by` relation gives to a unit;
 * units, labs and KPIs answer for themselves.
 */
const noUnit: Rule<"G12"> = {
  id: "G12",
  severity: "medium",
  find: (scope) =>
    scope.claims
      .filter(({ entity }) => !SELF_RUN.includes(entity.kind) && unitsOf(scope.model, entity.id).length === 0)
      .map((claim) => ({ ...about(scope, claim), facts: {} })),
};

const SELF_RUN: readonly string[] = ["units", "labs", "kpis"];

export const CLAIM_RULES: readonly AnyRule[] = [goalOnly, noKpi, spread, noUnit];

/** The parts of a finding about an entity that are the same for all rules. */
function about({ model }: Scope, { entity, goals, links }: Claim) {
  return { nodes: [entity], goals, evidence: evidenceOf(links), link: linkToEntity(model, entity) };
}

const bestGrade = ({ links }: Claim): string =>
  links.reduce((best, { alignment }) => (alignment.grade > best ? alignment.grade : best), "E0");
