/**
 * Selecting: which records, nodes and edges a query asks for, and what each facet value would give.
 *
 * A filter selects alignments; everything else follows from the selected alignments, so no two views can disagree:
 * nodes are the ends of selected records, relations and KPIs follow their ends. Values of one facet are "or", facets
 * are "and"; a facet's counts leave out its own choice.
 */
import { FACETS, type FacetName, forEachLink, type Model, NONE, type Node, otherEnd } from "./build.ts";
import { createCube, OUT } from "./cube.ts";
import { createMentionFinder } from "./mentions.ts";
import { isFiltered, type Query } from "./query.ts";
import type { Target } from "./schema.ts";
import { memoWeakly } from "./text.ts";

/** State of an item on the screen: a byte, handed to the renderer as it is. */
export const HIDDEN = 0;
export const GHOST = 1;
export const SHOWN = 2;
export const EMPHASISED = 3;

export interface Selection {
  /** 1 for each selected record. */
  records: Uint8Array;
  /** State of each node and edge: hidden, ghost or shown. */
  nodes: Uint8Array;
  edges: Uint8Array;
  /** For each facet and value (in the order of the facet's values): records that choosing it would select. */
  counts: Record<FacetName, Uint32Array>;
  /** Numbers shown: alignments, and entities (goals and targets not counted). */
  alignments: number;
  entities: number;
}

/** Selects what the query asks for. Pure; linear in the number of records, nodes and edges. */
export const select = (model: Model, query: Query): Selection => createSelector(model)(query);

/**
 * A selector that answers query after query without allocating anything that grows with the model. Each answer is
 * written over the one before: take what is needed of an answer before asking again.
 */
export function createSelector(model: Model): (query: Query) => Selection {
  const { records } = model;
  const columns = columnsOf(model);
  const cube = createCube(records);
  const selected = new Uint8Array(records.count);
  const marks = new Uint8Array(records.count);
  const named = new Uint8Array(model.nodes.length);
  const nodes = new Uint8Array(model.nodes.length);
  const edges = new Uint8Array(model.edges.length);
  const counts = eachFacet((f) => new Uint32Array(records.facets[f].values.length));
  return (query) => {
    markEligible(model, columns, query, marks);
    cube.mark((facet) => wantedSets(model, query, facet), marks);
    cube.count(marks, counts);
    // 1 where the mark is 0.
    for (let r = 0; r < marks.length; r++) selected[r] = (marks[r] - 1) >>> 31;
    nameEnds(model, selected, named);
    setNodeStates(model, columns, query, named, nodes);
    setEdgeStates(model, columns, nodes, selected, edges);
    return { records: selected, nodes, edges, counts, ...countShown(model, columns, selected, nodes) };
  };
}

const eachFacet = <T>(make: (facet: FacetName) => T): Record<FacetName, T> =>
  Object.fromEntries(FACETS.map((f) => [f, make(f)])) as Record<FacetName, T>;

/** What of nodes and edges selection reads, as columns: going through objects would cost more than the work itself. */
interface Columns {
  prominence: Uint8Array;
  /** The marks of records whose entity is not prominent enough for the opening view. */
  tooFaint: Uint8Array;
  /** What a node is: `ALIGNED` or `UNALIGNED` entity, `TARGET`, `GOAL`. */
  role: Uint8Array;
  source: Uint32Array;
  target: Uint32Array;
}

const UNALIGNED = 0;
const ALIGNED = 1;
const TARGET = 2;
const GOAL = 3;
const ROLES = 4;

function columnsOf({ nodes, edges, records, opening }: Model): Columns {
  const prominence = Uint8Array.from(nodes, (n) => n.prominence);
  const role = Uint8Array.from(nodes, (n) => (n.kind === "goal" ? GOAL : n.kind === "target" ? TARGET : UNALIGNED));
  for (let r = 0; r < records.alignments; r++) role[records.entity[r]] = ALIGNED;
  return {
    prominence,
    tooFaint: Uint8Array.from(records.entity, (node) => (prominence[node] < opening ? OUT : 0)),
    role,
    source: Uint32Array.from(edges, (e) => e.source),
    target: Uint32Array.from(edges, (e) => e.target),
  };
}

/** Whether a node comes from an entity table, so isn't a goal or target. */
export const isEntity = (node: Node): boolean => node.kind !== "goal" && node.kind !== "target";

/** Marks the records that fail what isn't a facet: prominence, text and focus. */
function markEligible(model: Model, { tooFaint }: Columns, query: Query, marks: Uint8Array): void {
  const { count, alignments, entity, object, goal } = model.records;
  if (query.all) marks.fill(0);
  else marks.set(tooFaint);
  if (query.q) {
    const found = mentionFinder(model)(query.q);
    for (let r = 0; r < count; r++) if (!found[entity[r]]) marks[r] = OUT;
  }
  if (query.focus) {
    const near = nodesNear(model, query.focus, query.steps);
    for (let r = 0; r < count; r++) {
      if (!near[entity[r]] || (r < alignments && !near[object[r]] && !near[goal[r]])) marks[r] = OUT;
    }
  }
}

/** 1 for each set of a facet that the query asks for; nothing where it asks for all. */
function wantedSets(model: Model, query: Query, facet: FacetName): Uint8Array | undefined {
  const { values, sets } = model.records.facets[facet];
  const chosen = query[facet];
  // Without a choice of goals, what is not aligned stays out.
  if (chosen.length === 0 && facet !== "goal") return undefined;
  const wanted = values.map((value) => (chosen.length > 0 ? chosen.includes(value) : value !== NONE));
  const passing = new Uint8Array(sets.length);
  for (const [i, codes] of sets.entries()) for (const code of codes) if (wanted[code]) passing[i] = 1;
  return passing;
}

const mentionFinder = memoWeakly((model: Model) => createMentionFinder(model.nodes));

/**
 * The nodes within so many steps of one, along edges of any kind and direction. A target and its goal count as one
 * place: whoever serves target 4.4 is one step from goal 4.
 */
export function nodesNear(model: Model, id: string, steps: number): Uint8Array {
  const near = new Uint8Array(model.nodes.length);
  let frontier: number[] = [];
  const reach = (index: number, into: number[]) => {
    if (near[index]) return;
    near[index] = 1;
    into.push(index);
    for (const same of samePlace(model, index)) reach(same, into);
  };
  reach(model.node.get(id)!.index, frontier);
  for (let step = 0; step < steps; step++) {
    const next: number[] = [];
    for (const from of frontier) forEachLink(model, from, (edge) => reach(otherEnd(edge, from), next));
    frontier = next;
  }
  return near;
}

/** A goal's targets, a target's goal; nothing for entities. */
function samePlace(model: Model, index: number): number[] {
  const { kind, row } = model.nodes[index];
  if (kind === "target") return [model.node.get((row as Target).goal)!.index];
  const targets: number[] = [];
  if (kind === "goal") {
    forEachLink(model, index, (edge) => {
      if (model.nodes[edge.source].kind === "target") targets.push(edge.source);
    });
  }
  return targets;
}

/** 1 for each node that a selected record names: its entity, its target, its goal. */
function nameEnds({ records, nodes, node }: Model, selected: Uint8Array, named: Uint8Array): void {
  const { count, alignments, entity, object } = records;
  named.fill(0);
  for (let r = 0; r < count; r++) named[entity[r]] |= selected[r];
  for (let r = 0; r < alignments; r++) named[object[r]] |= selected[r];
  for (const { index, kind, row } of nodes) {
    // Goals and targets come first.
    if (kind !== "goal" && kind !== "target") break;
    if (kind === "target") named[node.get((row as Target).goal)!.index] |= named[index];
  }
}

function setNodeStates(
  model: Model,
  { prominence, role }: Columns,
  query: Query,
  named: Uint8Array,
  states: Uint8Array,
): void {
  const absent = query.hide ? HIDDEN : GHOST;
  const least = query.all ? 0 : model.opening;
  // What the unfiltered view would show stays as a ghost, so the map keeps its shape. Goals are always there.
  const byRole = [HIDDEN, absent, absent, GHOST];
  const state = new Uint8Array(2 * ROLES * ROLES);
  for (let p = 0; p < ROLES; p++) {
    for (let r = 0; r < ROLES; r++) state[p * ROLES + r] = p < least ? HIDDEN : byRole[r];
  }
  state.fill(SHOWN, ROLES * ROLES);
  for (let n = 0; n < states.length; n++) {
    states[n] = state[named[n] * ROLES * ROLES + prominence[n] * ROLES + role[n]];
  }
  if (query.related || query.focus) showRelated(model, prominence, query, states);
}

/** Entities without alignment follow what they belong to; with a focus, those near it do. */
function showRelated(model: Model, prominence: Uint8Array, query: Query, states: Uint8Array): void {
  const near = query.focus ? nodesNear(model, query.focus, query.steps) : undefined;
  const { count, alignments, entity } = model.records;
  const focused = query.focus ? model.node.get(query.focus)!.index : -1;
  const followers: number[] = [];
  for (let r = alignments; r < count; r++) {
    const node = entity[r];
    if (states[node] === SHOWN || (!query.all && prominence[node] < model.opening) || (near && !near[node])) continue;
    let follows = node === focused;
    forEachLink(model, node, (edge) => {
      follows ||= states[otherEnd(edge, node)] === SHOWN;
    });
    if (follows) followers.push(node);
  }
  for (const node of followers) states[node] = SHOWN;
  if (focused >= 0) states[focused] = SHOWN;
}

/** An alignment is shown when it is selected; a relation follows its ends. */
function setEdgeStates(
  model: Model,
  { source, target }: Columns,
  nodes: Uint8Array,
  selected: Uint8Array,
  states: Uint8Array,
): void {
  const { alignments } = model.records;
  for (let e = 0; e < alignments; e++) states[e] = selected[e] * SHOWN;
  // `SHOWN` is a bit of its own in the states of nodes.
  for (let e = alignments; e < states.length; e++) states[e] = nodes[source[e]] & nodes[target[e]] & SHOWN;
}

function countShown({ records }: Model, { role }: Columns, selected: Uint8Array, nodes: Uint8Array) {
  const all = records.alignments;
  let alignments = 0;
  let entities = 0;
  for (let r = 0; r < all; r++) alignments += selected[r];
  for (let n = 0; n < nodes.length; n++) entities += Number(nodes[n] === SHOWN) & Number(role[n] <= ALIGNED);
  return { alignments, entities };
}

/** The selected alignments, in the order of the package. */
export const selectedAlignments = (model: Model, selection: Selection) =>
  model.pack.alignments.filter((_, r) => selection.records[r] === 1);

/** The shown entities, in the order of their tables. */
export const shownEntities = (model: Model, selection: Selection): Node[] =>
  model.nodes.filter((n) => selection.nodes[n.index] === SHOWN && isEntity(n));

/** Why a node is not on the screen: passed over by prominence, not aligned and not asked for, or filtered out. */
export function absence(model: Model, query: Query, node: Node): "passing-mention" | "not-aligned" | "filtered" {
  if (!query.all && node.prominence < model.opening) return "passing-mention";
  const { entity, alignments } = model.records;
  const aligned = !isEntity(node) || entity.indexOf(node.index) < alignments;
  return aligned || isFiltered(query) ? "filtered" : "not-aligned";
}
