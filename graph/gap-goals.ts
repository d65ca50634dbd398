/** Gap rules about the goals: what is missing for one, and on whom it hangs. */
import type { Node } from "./build.ts";
import { coverageOf } from "./coverage.ts";
import { codesByTarget } from "./framework-codes.ts";
import { type AnyRule, type Draft, evidenceOf, linkToEmpty, linkToGoal, type Rule, type Scope } from "./gap-rule.ts";
import type { GoalLink } from "./goal-links.ts";
import { negativeTopics } from "./negative-topics.ts";
import type { Target } from "./schema.ts";
import { groupBy } from "./text.ts";
import { unitTree } from "./unit-tree.ts";

/** A holder of this share of a goal's links holds it alone; with fewer links than `FEW` a share says nothing. */
const ALONE = 0.8;
const FEW = 3;

/** G01: goal stated, no initiative at E1 or better. Counts goals with a stated alignment, all of whose alignments are mentions. */
const onlyMentioned: Rule<"G01"> = {
  id: "G01",
  severity: "high",
  find: (scope) =>
    eachLinked(scope, (goal, links) => {
      const stated = links.some((l) => l.alignment.basis === "stated");
      if (!stated || links.some((l) => l.alignment.grade > "E0")) return [];
      return [{ ...about(goal, links), others: entitiesOf(links), facts: { n: links.length } }];
    }),
};

/**
 * G08: one unit or one initiative holds 80 % or more of a goal's links, of three or more. Where one entity holds them, it
 * is named, not its unit. Units as coverage counts them: those of the first row, with what the units below them run. The
 * organisation as a whole is no holder, and where units are chosen by a filter, that they hold all says nothing.
 */
const oneHolder: Rule<"G08"> = {
  id: "G08",
  severity: "medium",
  find: (scope) =>
    eachLinked(scope, (goal, links) => {
      const n = links.length;
      if (n < FEW) return [];
      const holder = [largestEntity(links), largestUnit(scope, goal)].find((held) => held && held.links >= ALONE * n);
      if (!holder) return [];
      return [{ ...about(goal, links), others: [holder.unit], facts: { holder: holder.unit, links: holder.links, n } }];
    }),
};

/**
 * G09: a topic of negative effects without a harm or avoid-harm link. What makes a topic is told at `negativeTopics`.
 * Counts goals with such a topic and no selected alignment in one of the two roles.
 */
const harmUntold: Rule<"G09"> = {
  id: "G09",
  severity: "high",
  find: (scope) => {
    const topics = negativeTopics(scope.model, scope.selection, scope.query);
    return scope.goals.flatMap((goal) => {
      const topic = topics.get(goal.id);
      const links = scope.links.get(goal.id) ?? [];
      if (!topic || links.some((l) => l.alignment.role === "harm" || l.alignment.role === "avoid-harm")) return [];
      return [
        {
          nodes: [goal],
          others: [...new Set(topic.links.map((l) => l.entity)), ...topic.kpis],
          goals: [goal.id],
          evidence: evidenceOf(topic.links),
          facts: { links: topic.links.length, loads: topic.kpis.length },
          link: links.length > 0 ? linkToGoal(goal) : linkToEmpty(goal),
        },
      ];
    });
  },
};

/** G10: goal without any link. That a reason was given is the reader's to say; such findings are left out afterwards. */
const noLink: Rule<"G10"> = {
  id: "G10",
  severity: "high",
  find: ({ goals, links }) =>
    goals
      .filter((goal) => !links.has(goal.id))
      .map((goal) => ({ nodes: [goal], goals: [goal.id], evidence: [], facts: {}, link: linkToEmpty(goal) })),
};

/** Tables of bodies that one belongs to, rather than things one does. */
const MEMBERSHIPS: readonly string[] = ["partners", "standards", "memberships"];
const PARTNERSHIP_GOAL = "17";

/**
 * G14: goal 17 linked through memberships only: everything that serves it is a partner, a standard, or comes from a
 * package's own table of memberships.
 */
const membershipsOnly: Rule<"G14"> = {
  id: "G14",
  severity: "medium",
  find: (scope) =>
    eachLinked(scope, (goal, links) => {
      if (goal.id !== PARTNERSHIP_GOAL || !links.every((l) => MEMBERSHIPS.includes(l.entity.kind))) return [];
      return [{ ...about(goal, links), others: entitiesOf(links), facts: { n: entitiesOf(links).length } }];
    }),
};

/** G15: single reader only. Counts the selected alignments of a goal whose `review` begins with `one-reader`. */
const singleReader: Rule<"G15"> = {
  id: "G15",
  severity: "low",
  find: (scope) =>
    eachLinked(scope, (goal, links) => {
      const single = links.filter((l) => l.alignment.review.startsWith("one-reader"));
      if (single.length === 0) return [];
      return [
        { ...about(goal, single), others: entitiesOf(single), facts: { lacking: single.length, n: links.length } },
      ];
    }),
};

/**
 * G16: a framework code in the report's index relates to a target, but the target has no selected link. How codes relate
 * to targets, and how little that says, is told in `framework-codes.ts`.
 */
const codeWithoutLink: Rule<"G16"> = {
  id: "G16",
  severity: "low",
  find: ({ model, goals, links }) => {
    const linked = new Set([...links.values()].flat().map((l) => l.object.id));
    const asked = new Set(goals.map((goal) => goal.id));
    return [...codesByTarget(model)].flatMap(([code, codes]): Draft<"G16">[] => {
      const target = model.node.get(code);
      const goal = (target?.row as Target | undefined)?.goal ?? "";
      if (!target || linked.has(code) || !asked.has(goal)) return [];
      return [{ nodes: [target], goals: [goal], evidence: [], facts: { codes }, link: linkToEmpty(target) }];
    });
  },
};

export const GOAL_RULES: readonly AnyRule[] = [
  onlyMentioned,
  oneHolder,
  harmUntold,
  noLink,
  membershipsOnly,
  singleReader,
  codeWithoutLink,
];

/** Goes through the goals that have links. */
const eachLinked = <T>({ goals, links }: Scope, find: (goal: Node, links: readonly GoalLink[]) => T[]): T[] =>
  goals.flatMap((goal) => (links.has(goal.id) ? find(goal, links.get(goal.id)!) : []));

const about = (goal: Node, links: readonly GoalLink[]) => ({
  nodes: [goal],
  goals: [goal.id],
  evidence: evidenceOf(links),
  link: linkToGoal(goal),
});

const entitiesOf = (links: readonly GoalLink[]): Node[] => [...new Set(links.map((l) => l.entity))];

/** The entity with the most of some links. */
function largestEntity(links: readonly GoalLink[]): { unit: Node; links: number } | undefined {
  const held = [...groupBy(links, (l) => l.entity)].map(([unit, of]) => ({ unit, links: of.length }));
  return held.sort((a, b) => b.links - a.links)[0];
}

/** The unit that holds the most of a goal's links; see G08 for when there is none. */
function largestUnit({ model, selection, query }: Scope, goal: Node): { unit: Node; links: number } | undefined {
  const { largest } = coverageOf(model, selection, goal.id);
  const isWhole = largest?.unit.id === unitTree(model).organisation;
  return isWhole || query.unit.length > 0 ? undefined : largest;
}
