/**
 * Selecting: which records, nodes and edges a query asks for, and what each facet value would give.
 *
 * A filter selects alignments; everything else follows from the selected alignments, so no two views can disagree:
 * nodes are the ends of selected records, relations and KPIs follow their ends. Values of one facet are "or", facets
 * are "and"; a facet's counts leave out its own choice.
 */
import {
  FACETS,
  type FacetColumn,
  type FacetName,
  forEachLink,
  type Model,
  NONE,
  type Node,
  otherEnd,
} from "./build.ts";
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
  const selected = new Uint8Array(records.count);
  const marks = new Uint16Array(records.count);
  const nodes = new Uint8Array(model.nodes.length);
  const edges = new Uint8Array(model.edges.length);
  const counts = eachFacet((f) => new Uint32Array(records.facets[f].values.length));
  const bySet = eachFacet((f) => new Uint32Array(records.facets[f].sets.length));
  return (query) => {
    markEligible(model, columns, query, marks);
    for (const [f, facet] of FACETS.entries()) markFailing(model, query, facet, f + 1, marks);
    for (const [f, facet] of FACETS.entries()) count(records.facets[facet], f + 1, marks, bySet[facet], counts[facet]);
    for (let r = 0; r < marks.length; r++) selected[r] = Number(marks[r] === PASSES);
    setNodeStates(model, columns, query, selected, nodes);
    setEdgeStates(model, columns, nodes, selected, edges);
    return { records: selected, nodes, edges, counts, ...countShown(model, columns, selected, nodes) };
  };
}

const eachFacet = <T>(make: (facet: FacetName) => T): Record<FacetName, T> =>
  Object.fromEntries(FACETS.map((f) => [f, make(f)])) as Record<FacetName, T>;

/** What of nodes and edges selection reads, as columns: going through objects would cost more than the work itself. */
interface Columns {
  /** Of each node, and of each record's entity. */
  prominence: Uint8Array;
  recordProminence: Uint8Array;
  /** What a node is: `ALIGNED` or `UNALIGNED` entity, `TARGET`, `GOAL`. */
  role: Uint8Array;
  source: Uint32Array;
  target: Uint32Array;
}

const UNALIGNED = 0;
const ALIGNED = 1;
const TARGET = 2;
const GOAL = 3;

function columnsOf({ nodes, edges, records }: Model): Columns {
  const prominence = Uint8Array.from(nodes, (n) => n.prominence);
  const role = Uint8Array.from(nodes, (n) => (n.kind === "goal" ? GOAL : n.kind === "target" ? TARGET : UNALIGNED));
  for (let r = 0; r < records.alignments; r++) role[records.entity[r]] = ALIGNED;
  return {
    prominence,
    recordProminence: Uint8Array.from(records.entity, (node) => prominence[node]),
    role,
    source: Uint32Array.from(edges, (e) => e.source),
    target: Uint32Array.from(edges, (e) => e.target),
  };
}

/** Whether a node comes from an entity table, so isn't a goal or target. */
export const isEntity = (node: Node): boolean => node.kind !== "goal" && node.kind !== "target";

/**
 * A record's mark is a sum: for each facet that it fails, `MISS` and the number of the facet. So 0 passes all,
 * `MISS + f` fails facet `f` alone, and what is more counts nowhere. Sums need no branches, which a processor would
 * guess wrong half of the time.
 */
const PASSES = 0;
const MISS = 256;
const OUT = 2 * MISS;

/** Marks the records that fail what isn't a facet: prominence, text and focus. */
function markEligible(model: Model, { recordProminence }: Columns, query: Query, marks: Uint16Array): void {
  const { count, alignments, entity, object, goal } = model.records;
  const least = query.all ? 0 : model.opening;
  for (let r = 0; r < count; r++) marks[r] = recordProminence[r] < least ? OUT : PASSES;
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

/** Adds to the marks of the records that fail a facet. Without a choice of goals, what is not aligned stays out. */
function markFailing(model: Model, query: Query, facet: FacetName, f: number, marks: Uint16Array): void {
  const { values, sets, set } = model.records.facets[facet];
  const chosen = query[facet];
  if (chosen.length === 0 && facet !== "goal") return;
  const wanted = values.map((value) => (chosen.length > 0 ? chosen.includes(value) : value !== NONE));
  const missed = Uint16Array.from(sets, (codes) => (codes.some((code) => wanted[code]) ? 0 : MISS + f));
  for (let r = 0; r < marks.length; r++) marks[r] += missed[set[r]];
}

/** Counts each value of a facet over the records that pass all other facets: first by set, then set by set. */
function count(
  { sets, set }: FacetColumn,
  f: number,
  marks: Uint16Array,
  bySet: Uint32Array,
  counts: Uint32Array,
): void {
  const own = MISS + f;
  bySet.fill(0);
  for (let r = 0; r < marks.length; r++) if (marks[r] === PASSES || marks[r] === own) bySet[set[r]]++;
  counts.fill(0);
  for (const [i, codes] of sets.entries()) for (const code of codes) counts[code] += bySet[i];
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

function setNodeStates(
  model: Model,
  { prominence, role }: Columns,
  query: Query,
  selected: Uint8Array,
  states: Uint8Array,
): void {
  const { count, alignments, entity, object, goal } = model.records;
  const absent = query.hide ? HIDDEN : GHOST;
  const least = query.all ? 0 : model.opening;
  // What the unfiltered view would show stays as a ghost, so the map keeps its shape. Goals are always there.
  const byRole = [HIDDEN, absent, absent, GHOST];
  for (let n = 0; n < states.length; n++) states[n] = prominence[n] < least ? HIDDEN : byRole[role[n]];
  for (let r = 0; r < alignments; r++) {
    if (!selected[r]) continue;
    states[entity[r]] = SHOWN;
    states[object[r]] = SHOWN;
    states[goal[r]] = SHOWN;
  }
  for (let r = alignments; r < count; r++) if (selected[r]) states[entity[r]] = SHOWN;
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
  for (let e = 0; e < alignments; e++) states[e] = selected[e] ? SHOWN : HIDDEN;
  for (let e = alignments; e < states.length; e++) {
    states[e] = nodes[source[e]] === SHOWN && nodes[target[e]] === SHOWN ? SHOWN : HIDDEN;
  }
}

function countShown(model: Model, { role }: Columns, selected: Uint8Array, nodes: Uint8Array) {
  let alignments = 0;
  let entities = 0;
  for (let r = 0; r < model.records.alignments; r++) alignments += selected[r];
  for (let n = 0; n < nodes.length; n++) if (nodes[n] === SHOWN && role[n] <= ALIGNED) entities++;
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
