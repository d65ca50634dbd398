/** Where a report itself shows that the company's doings weigh on a goal. */
import type { Model, Node } from "./build.ts";
import type { GoalLink } from "./goal-links.ts";
import type { Query } from "./query.ts";
import type { Kpi } from "./schema.ts";
import { type Selection, select } from "./select.ts";
import { memoWeakly } from "./text.ts";

/** What makes a goal a topic of negative effects. */
export interface NegativeTopic {
  /** Alignments with negative or mixed effect. */
  links: GoalLink[];
  /** KPIs of loads on the environment that alignments cite. */
  kpis: Node[];
}

/** Masses, energies and volumes, in the units that Chinese and English reports print, whole or per something. */
const LOAD =
  /^(?:[十百千万亿]*(?:吨|千克|公斤|度|千瓦时|兆瓦时|升|立方米)|(?:k|M|G|T)?(?:t|Wh|J)\b|kg\b|m³|m3\b|tonnes?\b|lit(?:re|er)s?\b)/;

/**
 * The goals on which the company's doings weigh, by what its own report says. There is no list of bad topics: a goal is
 * one when
 * - an alignment to it or to its targets has negative or mixed effect, or
 * - a KPI that should fall, measured in mass, energy or volume (emissions, waste, energy, water), shares a line of
 *   evidence with an alignment of what it measures to that goal. Figures that should fall for another reason (waiting times,
 *   poor households) are no loads.
 *
 * Alignments count whatever their basis and grade: that a report's SDG pages don't name a harm which stands elsewhere in it is
 * what one wants to know. All other filters hold.
 */
export function negativeTopics(model: Model, selection: Selection, query: Query): Map<string, NegativeTopic> {
  const isNarrow = query.basis.length > 0 || query.grade.length > 0;
  const { records } = isNarrow ? select(model, { ...query, basis: [], grade: [] }) : selection;
  const topics = new Map<string, NegativeTopic>();
  const loads = loadsBySubject(model);
  for (const [r, alignment] of model.pack.alignments.entries()) {
    if (!records[r]) continue;
    const [entity, object, goal] = (["entity", "object", "goal"] as const).map(
      (end) => model.nodes[model.records[end][r]],
    );
    const weighs = alignment.polarity !== "positive";
    const cited = (loads.get(entity.id) ?? []).filter((load) => alignment.evidence.some((id) => load.evidence.has(id)));
    if (!weighs && cited.length === 0) continue;
    const topic = topics.get(goal.id) ?? { links: [], kpis: [] };
    topics.set(goal.id, topic);
    if (weighs) topic.links.push({ alignment, entity, object });
    topic.kpis.push(...cited.map((load) => load.node).filter((node) => !topic.kpis.includes(node)));
  }
  return topics;
}

interface Load {
  node: Node;
  evidence: ReadonlySet<string>;
}

/** The KPIs of loads, with the evidence of their values, by the entity that they measure. */
const loadsBySubject = memoWeakly(({ pack, node, observations }: Model): ReadonlyMap<string, readonly Load[]> => {
  const loads = new Map<string, Load[]>();
  for (const kpi of pack.kpis.filter(isLoad)) {
    const evidence = [kpi, ...(observations.get(kpi.id) ?? [])].flatMap((row) => row.evidence);
    const own = loads.get(kpi.subject) ?? [];
    loads.set(kpi.subject, own);
    own.push({ node: node.get(kpi.id)!, evidence: new Set(evidence) });
  }
  return loads;
});

const isLoad = ({ direction, unit_of_measure }: Kpi): boolean => direction === "decrease" && LOAD.test(unit_of_measure);
