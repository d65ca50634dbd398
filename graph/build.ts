/** Builds the graph of a package: nodes and edges with their records, and the columns that selection reads. */
import { MultiDirectedGraph } from "graphology";
import type { ReportPackage } from "./package.ts";
import type { Alignment, Entity, Evidence, Goal, Observation, Relation, Section, Target } from "./schema.ts";
import { groupBy, memo } from "./text.ts";

export interface Node {
  index: number;
  id: string;
  /** `goal`, `target`, or the entity table that it comes from. */
  kind: string;
  name_en: string;
  name_zh: string;
  /** 1–3; goals and targets are 3. */
  prominence: number;
  row: Goal | Target | Entity;
}

export interface Edge {
  index: number;
  id: string;
  /** `alignment`, or the name of the relation. */
  kind: string;
  source: number;
  target: number;
  /** The record behind it; none for what follows from structure (target → goal, unit → its parent). */
  record?: Alignment | Relation;
}

/** Attributes of the graphology graph: where to find the record. Appearance is the canvas's business. */
export interface NodeAttributes {
  index: number;
}
export type EdgeAttributes = NodeAttributes;
export type Graph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>;

/** The facets, in the order of the rail. */
export const FACETS = ["goal", "target", "year", "unit", "kind", "basis", "grade"] as const;
export type FacetName = (typeof FACETS)[number];

/** The value of a facet where the record has none: no goal, year not known, unit not stated … */
export const NONE = "none";

/**
 * One column of the records. A record has a set of values (years, units with those above them), most often one; there
 * are far fewer sets than records, so a record holds the number of its set.
 */
export interface FacetColumn {
  /** The values, in the order they are shown; a code is an index into them. The last is `none`. */
  values: string[];
  /** The different sets, as codes; never empty. */
  sets: readonly (readonly number[])[];
  /** The set of each record. */
  set: Uint32Array;
}

/**
 * What selection works on, a record being an alignment, or an entity that has none. All arrays run over the records:
 * first the alignments in the order of the package, then the entities without alignment.
 */
export interface Records {
  count: number;
  alignments: number;
  /** Index of the entity's node. */
  entity: Uint32Array;
  /** Index of the node of the target or goal; the entity itself where there is no alignment. */
  object: Uint32Array;
  /** Index of the node of the goal, target or not. */
  goal: Uint32Array;
  facets: Record<FacetName, FacetColumn>;
}

/** The edges of node `n`, in and out, are `edges[starts[n]] … edges[starts[n + 1] - 1]`: indices into the edges. */
export interface Links {
  starts: Uint32Array;
  edges: Uint32Array;
}

export interface Model {
  pack: ReportPackage;
  /** For algorithms and formats of the field; filled at first use, since nothing on the way to the screen needs it. */
  readonly graph: Graph;
  nodes: Node[];
  /** Alignments come first, in the order of the package: edge `i` is alignment `i`. */
  edges: Edge[];
  links: Links;
  /** Node by id: goal and target codes, entity ids. */
  node: Map<string, Node>;
  edge: Map<string, Edge>;
  records: Records;
  /** Entities of this prominence and more are in the opening view: 2, or 3 where those would be too many to read. */
  opening: number;
  /** Parent of a unit or lab in the tree of units. */
  unitParent: Map<string, string>;
  evidence: Map<string, Evidence>;
  sections: Map<string, Section>;
  observations: Map<string, Observation[]>;
}

/** Builds the model of a package. Pure; about linear in the number of rows. */
export function buildModel(pack: ReportPackage): Model {
  const nodes = collectNodes(pack);
  const node = new Map(nodes.map((n) => [n.id, n]));
  const edges = collectEdges(pack, node);
  const unitParent = collectUnitParents(pack, node);
  let graph: Graph | undefined;
  return {
    pack,
    get graph() {
      graph ??= fillGraph(nodes, edges);
      return graph;
    },
    nodes,
    edges,
    links: collectLinks(nodes.length, edges),
    node,
    edge: new Map(edges.map((e) => [e.id, e])),
    records: collectRecords(pack, nodes, node, unitParent),
    opening: openingProminence(nodes),
    unitParent,
    evidence: new Map(pack.evidence.map((e) => [e.id, e])),
    sections: new Map(pack.sections.map((s) => [s.id, s])),
    observations: groupBy(pack.observations, (o) => o.kpi),
  };
}

/** More entities than this can't be told apart on one map. */
const READABLE = 3000;

function openingProminence(nodes: Node[]): number {
  let entities = 0;
  for (const { kind, prominence } of nodes) if (kind !== "goal" && kind !== "target" && prominence > 1) entities++;
  return entities > READABLE ? 3 : 2;
}

/** Calls back with each edge of a node, in and out. */
export function forEachLink({ links, edges }: Model, node: number, visit: (edge: Edge) => void): void {
  for (let i = links.starts[node]; i < links.starts[node + 1]; i++) visit(edges[links.edges[i]]);
}

/** The node at the other end of an edge. */
export const otherEnd = (edge: Edge, node: number): number => (edge.source === node ? edge.target : edge.source);

function collectLinks(nodes: number, edges: Edge[]): Links {
  const starts = new Uint32Array(nodes + 1);
  const ends = (visit: (node: number, edge: number) => void) => {
    for (const { index, source, target } of edges) {
      visit(source, index);
      if (target !== source) visit(target, index);
    }
  };
  ends((node) => starts[node + 1]++);
  for (let n = 0; n < nodes; n++) starts[n + 1] += starts[n];
  const list = new Uint32Array(starts[nodes]);
  const at = starts.slice();
  ends((node, edge) => {
    list[at[node]++] = edge;
  });
  return { starts, edges: list };
}

function collectNodes(pack: ReportPackage): Node[] {
  const nodes: Node[] = [];
  const push = (id: string, kind: string, names: [string, string], prominence: number, row: Node["row"]) =>
    nodes.push({ index: nodes.length, id, kind, name_en: names[0], name_zh: names[1], prominence, row });
  for (const g of pack.framework.goals) push(g.code, "goal", [g.name_en, g.name_zh], 3, g);
  for (const t of pack.framework.targets) push(t.code, "target", [t.title_en, t.title_zh], 3, t);
  for (const kind of pack.kinds) {
    for (const e of kind.rows) push(e.id, kind.name, [e.name_en, e.name_zh], e.prominence ?? 1, e);
  }
  return nodes;
}

function collectEdges(pack: ReportPackage, node: Map<string, Node>): Edge[] {
  const edges: Edge[] = [];
  const ids = new Set<string>();
  const push = (id: string, kind: string, from: string, to: string, record?: Edge["record"]) => {
    const source = node.get(from);
    const target = node.get(to);
    if (!source || !target || ids.has(id)) return;
    ids.add(id);
    edges.push({ index: edges.length, id, kind, source: source.index, target: target.index, record });
  };
  for (const a of pack.alignments) push(a.id, "alignment", a.entity, a.object, a);
  for (const r of pack.relations) push(relationId(r.from, r.relation, r.to, r.years), r.relation, r.from, r.to, r);
  for (const k of pack.kpis) push(relationId(k.subject, "measured_by", k.id), "measured_by", k.subject, k.id);
  for (const u of pack.units) if (u.parent) push(relationId(u.id, "part_of", u.parent), "part_of", u.id, u.parent);
  for (const t of pack.framework.targets) push(relationId(t.code, "part_of", t.goal), "part_of", t.code, t.goal);
  return edges;
}

/** Relations have no id of their own: ends, relation and years make one, so two spans of years stay two edges. */
export const relationId = (from: string, relation: string, to: string, years: readonly string[] = []): string =>
  [from, relation, to, ...years].join("~");

function fillGraph(nodes: Node[], edges: Edge[]): Graph {
  const graph: Graph = new MultiDirectedGraph();
  for (const { id, index } of nodes) graph.addNode(id, { index });
  for (const { id, index, source, target } of edges) {
    graph.addDirectedEdgeWithKey(id, nodes[source].id, nodes[target].id, { index });
  }
  return graph;
}

/** The tree of units: a unit's parent column; a lab hangs below the unit that it is part of. */
function collectUnitParents(pack: ReportPackage, node: Map<string, Node>): Map<string, string> {
  const parents = new Map<string, string>();
  for (const u of pack.units) if (u.parent) parents.set(u.id, u.parent);
  for (const { from, relation, to } of pack.relations) {
    if (relation === "part_of" && !parents.has(from) && isUnit(node, from) && isUnit(node, to)) parents.set(from, to);
  }
  return parents;
}

const isUnit = (node: Map<string, Node>, id: string): boolean => ["units", "labs"].includes(node.get(id)?.kind ?? "");

/** A unit and all units above it; stops where a faulty table makes a circle. */
export function unitsAbove(unitParent: Map<string, string>, unit: string): string[] {
  const chain: string[] = [];
  for (let at: string | undefined = unit; at && !chain.includes(at); at = unitParent.get(at)) chain.push(at);
  return chain;
}

function collectRecords(
  pack: ReportPackage,
  nodes: Node[],
  node: Map<string, Node>,
  unitParent: Map<string, string>,
): Records {
  const aligned = new Set(pack.alignments.map((a) => a.entity));
  const unaligned = nodes.filter((n) => n.kind !== "goal" && n.kind !== "target" && !aligned.has(n.id));
  const entities = [...pack.alignments.map((a) => node.get(a.entity)!), ...unaligned];
  const objects = pack.alignments.map((a) => node.get(a.object)!);
  const goals = objects.map((o) => (o.kind === "target" ? node.get((o.row as Target).goal)! : o));
  const runBy = groupBy(
    pack.relations.filter((r) => r.relation === "run_by"),
    (r) => r.from,
  );
  const unitsOf = memo((id: string) => {
    const responsible = isUnit(node, id) ? [id] : (runBy.get(id) ?? []).map((r) => r.to);
    return [...new Set(responsible.flatMap((u) => unitsAbove(unitParent, u)))].filter((u) => isUnit(node, u));
  });
  // One list for each value: a million small arrays would cost more than all the rest.
  const listOf = memo((value: string): readonly string[] => [value]);
  const nothing: readonly string[] = [];
  const { alignments } = pack;
  const values: Record<FacetName, (i: number) => readonly string[]> = {
    goal: (i) => (goals[i] ? listOf(goals[i].id) : nothing),
    target: (i) => (objects[i]?.kind === "target" ? listOf(objects[i].id) : nothing),
    year: (i) => alignments[i]?.years ?? nothing,
    unit: (i) => unitsOf(entities[i].id),
    kind: (i) => listOf(entities[i].kind),
    basis: (i) => (alignments[i] ? listOf(alignments[i].basis) : nothing),
    grade: (i) => (alignments[i] ? listOf(alignments[i].grade) : nothing),
  };
  const order: Partial<Record<FacetName, string[]>> = {
    goal: pack.framework.goals.map((g) => g.code),
    target: pack.framework.targets.map((t) => t.code),
    unit: nodes.filter((n) => isUnit(node, n.id)).map((n) => n.id),
    kind: pack.kinds.map((k) => k.name),
  };
  const facets = Object.fromEntries(
    FACETS.map((f) => [f, facetColumn(entities.length, values[f], order[f])]),
  ) as Records["facets"];
  return {
    count: entities.length,
    alignments: pack.alignments.length,
    entity: Uint32Array.from(entities, (n) => n.index),
    object: Uint32Array.from(entities, (n, i) => (objects[i] ?? n).index),
    goal: Uint32Array.from(entities, (n, i) => (goals[i] ?? n).index),
    facets,
  };
}

/** Interns the values of a facet. Known values come in the order given, others sorted; `none` comes last. */
function facetColumn(count: number, valuesOf: (i: number) => readonly string[], order: string[] = []): FacetColumn {
  const lists: (readonly string[])[] = [];
  const known = new Map<readonly string[] | string, number>();
  const set = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const list = valuesOf(i);
    let number = known.get(list);
    if (number === undefined) {
      // Another list may hold the same.
      const key = list.join("|");
      number = known.get(key) ?? lists.push(list) - 1;
      known.set(list, number).set(key, number);
    }
    set[i] = number;
  }
  const found = [...new Set(lists.flat())].filter((value) => !order.includes(value)).sort();
  const values = [...order, ...found, NONE];
  const code = new Map(values.map((value, i) => [value, i]));
  const none = [values.length - 1];
  return { values, sets: lists.map((list) => (list.length > 0 ? list.map((v) => code.get(v)!) : none)), set };
}
