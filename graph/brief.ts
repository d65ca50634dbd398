/** A selection in short, for a page that is read on paper: what is in it, and what stands out for each goal. */
import type { Model, Node } from "./build.ts";
import { alignmentsOf, type Server, serversOf, targetsOf } from "./profile.ts";
import { type Alignment, GRADES } from "./schema.ts";
import { type Selection, selectedAlignments, shownEntities } from "./select.ts";
import { groupBy } from "./text.ts";
import { unitsOf } from "./units.ts";

/** Alignments by who says so: the report itself, or a reading of it. */
export interface ByBasis {
  stated: number;
  read: number;
}

export interface GoalBrief extends ByBasis {
  goal: Node;
  /** What serves it, strongest evidence first. */
  servers: Server[];
  /** The strongest grade among its alignments. */
  best: string;
  /** Targets with an alignment better than a mention, of how many. */
  covered: number;
  targets: number;
  /** Who runs what serves it: those that run most of it first. */
  units: Node[];
}

export interface Brief extends ByBasis {
  entities: number;
  /** By grade, the weakest first. */
  grades: (ByBasis & { grade: (typeof GRADES)[number] })[];
  kinds: { kind: string; count: number }[];
  /** Goals with selected alignments, in their order. */
  goals: GoalBrief[];
  /** Goals without any. */
  unserved: Node[];
}

/** Sums up a selection. Linear in the number of alignments, for each goal. */
export function briefOf(model: Model, selection: Selection): Brief {
  const alignments = selectedAlignments(model, selection);
  const entities = shownEntities(model, selection);
  const kinds = groupBy(entities, (node) => node.kind);
  const goals = model.nodes.filter((node) => node.kind === "goal").map((goal) => goalBrief(model, selection, goal));
  return {
    ...countByBasis(alignments),
    entities: entities.length,
    grades: GRADES.map((grade) => ({ grade, ...countByBasis(alignments.filter((a) => a.grade === grade)) })),
    kinds: model.pack.kinds
      .map(({ name }) => ({ kind: name, count: kinds.get(name)?.length ?? 0 }))
      .filter(({ count }) => count > 0),
    goals: goals.filter((goal) => goal.servers.length > 0),
    unserved: goals.filter((goal) => goal.servers.length === 0).map(({ goal }) => goal),
  };
}

function countByBasis(alignments: readonly Alignment[]): ByBasis {
  const stated = alignments.filter((a) => a.basis === "stated").length;
  return { stated, read: alignments.length - stated };
}

function goalBrief(model: Model, selection: Selection, goal: Node): GoalBrief {
  const items = alignmentsOf(model, selection, goal).filter((item) => item.shown);
  const servers = serversOf(items);
  const { covered, notCovered } = targetsOf(model, items, goal);
  return {
    goal,
    ...countByBasis(items.map((item) => item.alignment)),
    servers,
    best: servers[0]?.best ?? "",
    covered: covered.length,
    targets: covered.length + notCovered.length,
    units: unitsBehind(model, servers),
  };
}

function unitsBehind(model: Model, servers: readonly Server[]): Node[] {
  const runs = groupBy(
    servers.flatMap((server) => unitsOf(model, server.node.id)),
    (unit) => unit,
  );
  return [...runs].sort((a, b) => b[1].length - a[1].length || a[0].index - b[0].index).map(([unit]) => unit);
}
