/**
 * Selecting: which records, nodes and edges a query asks for, and what each facet value would give.
 *
 * A filter selects alignments; everything else follows from the selected alignments, so no two views can disagree:
 * nodes are the ends of selected records, relations and KPIs follow their ends. Values of one facet are "or", facets
 * are "and"; a facet's counts leave out its own choice.
 */
import { FACETS, type FacetName, type Model, NONE, type Node } from "./build.ts";
import { isFiltered, type Query } from "./query.ts";
import { fold } from "./text.ts";
import type { Entity, Target } from "./schema.ts";

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
export function select(model: Model, query: Query): Selection {
  const records = new Uint8Array(model.records.count);
  const counts = countRecords(model, query, records);
  const nodes = nodeStates(model, query, records);
  const edges = edgeStates(model, nodes, records);
  let alignments = 0;
  for (let r = 0; r < model.records.alignments; r++) alignments += records[r];
  let entities = 0;
  for (const node of model.nodes) if (nodes[node.index] === SHOWN && isEntity(node)) entities++;
  return { records, nodes, edges, counts, alignments, entities };
}

/** Whether a node comes from an entity table, so isn't a goal or target. */
export const isEntity = (node: Node): boolean => node.kind !== "goal" && node.kind !== "target";

/** Marks the selected records and counts, in one pass: a record that fails one facet only counts for that facet. */
function countRecords(model: Model, query: Query, selected: Uint8Array): Selection["counts"] {
  const { facets, count } = model.records;
  const columns = FACETS.map((f) => facets[f]);
  const chosen = FACETS.map((f) => chosenCodes(model, query, f));
  const counts = columns.map((c) => new Uint32Array(c.values.length));
  const eligible = eligibleRecords(model, query);
  for (let r = 0; r < count; r++) {
    if (!eligible[r]) continue;
    let failing = -1;
    let fails = 0;
    for (let f = 0; f < columns.length && fails < 2; f++) {
      if (holds(chosen[f], columns[f].codes, columns[f].offsets[r], columns[f].offsets[r + 1])) continue;
      failing = f;
      fails++;
    }
    if (fails > 1) continue;
    if (fails === 0) selected[r] = 1;
    for (let f = fails === 0 ? 0 : failing; f < (fails === 0 ? columns.length : failing + 1); f++) {
      const { codes, offsets } = columns[f];
      for (let c = offsets[r]; c < offsets[r + 1]; c++) counts[f][codes[c]]++;
    }
  }
  return Object.fromEntries(FACETS.map((f, i) => [f, counts[i]])) as Selection["counts"];
}

const holds = (chosen: Uint8Array | undefined, codes: Uint16Array, from: number, to: number): boolean => {
  if (!chosen) return true;
  for (let c = from; c < to; c++) if (chosen[codes[c]]) return true;
  return false;
};

/** The chosen codes of a facet, `undefined` where all pass. Without a choice of goals, what is not aligned stays out. */
function chosenCodes(model: Model, query: Query, facet: FacetName): Uint8Array | undefined {
  const { values } = model.records.facets[facet];
  if (query[facet].length > 0) return Uint8Array.from(values, (v) => Number(query[facet].includes(v)));
  return facet === "goal" ? Uint8Array.from(values, (v) => Number(v !== NONE)) : undefined;
}

/** The records that pass everything but the facets: prominence, text and focus. */
function eligibleRecords(model: Model, query: Query): Uint8Array {
  const { count, alignments, entity, object, goal } = model.records;
  const found = query.q ? matches(model, query.q) : undefined;
  const near = query.focus ? nodesNear(model, query.focus, query.steps) : undefined;
  const eligible = new Uint8Array(count);
  for (let r = 0; r < count; r++) {
    const node = model.nodes[entity[r]];
    if (!query.all && node.prominence < 2) continue;
    if (found && !found[node.index]) continue;
    if (near && !(near[node.index] && (r >= alignments || near[object[r]] || near[goal[r]]))) continue;
    eligible[r] = 1;
  }
  return eligible;
}

/** The nodes whose id, names, aliases or summaries hold every word. */
function matches(model: Model, q: string): Uint8Array {
  const words = fold(q).split(" ");
  const texts = foldedTexts(model);
  return Uint8Array.from(texts, (text) => Number(words.every((word) => text.includes(word))));
}

const TEXTS = new WeakMap<Model, string[]>();

function foldedTexts(model: Model): string[] {
  let texts = TEXTS.get(model);
  if (!texts) {
    texts = model.nodes.map((node) => {
      if (!isEntity(node)) return fold(`${node.id} ${node.name_en} ${node.name_zh}`);
      const row = node.row as Entity;
      return fold([row.id, row.name_en, row.name_zh, ...row.aliases, row.summary_en, row.summary_zh].join(" "));
    });
    TEXTS.set(model, texts);
  }
  return texts;
}

/**
 * The nodes within so many steps of one, along edges of any kind and direction. A target and its goal count as one
 * place: whoever serves target 4.4 is one step from goal 4.
 */
export function nodesNear(model: Model, id: string, steps: number): Uint8Array {
  const near = new Uint8Array(model.nodes.length);
  const { graph, node } = model;
  const reach = (at: string, visit: (id: string) => void) => {
    visit(at);
    const { kind, row } = node.get(at)!;
    if (kind === "target") visit((row as Target).goal);
    if (kind === "goal") graph.forEachInNeighbor(at, (target) => node.get(target)!.kind === "target" && visit(target));
  };
  let frontier = new Set<string>();
  reach(id, (n) => frontier.add(n));
  for (const n of frontier) near[node.get(n)!.index] = 1;
  for (let step = 0; step < steps; step++) {
    const next = new Set<string>();
    for (const from of frontier) {
      graph.forEachNeighbor(from, (neighbour) =>
        reach(neighbour, (n) => {
          const { index } = node.get(n)!;
          if (!near[index]) next.add(n);
          near[index] = 1;
        }),
      );
    }
    frontier = next;
  }
  return near;
}

function nodeStates(model: Model, query: Query, selected: Uint8Array): Uint8Array {
  const { count, alignments, entity, object, goal } = model.records;
  const states = new Uint8Array(model.nodes.length);
  const absent = query.hide ? HIDDEN : GHOST;
  // What the unfiltered view would show stays as a ghost, so the map keeps its shape. Goals are always there.
  for (const node of model.nodes) if (!isEntity(node)) states[node.index] = node.kind === "goal" ? GHOST : absent;
  for (let r = 0; r < alignments; r++) {
    if (query.all || model.nodes[entity[r]].prominence >= 2) states[entity[r]] = absent;
  }
  for (let r = 0; r < count; r++) {
    if (!selected[r]) continue;
    states[entity[r]] = SHOWN;
    if (r < alignments) {
      states[object[r]] = SHOWN;
      states[goal[r]] = SHOWN;
    }
  }
  if (query.related || query.focus) showRelated(model, query, states);
  return states;
}

/** Entities without alignment follow what they belong to; with a focus, those near it do. */
function showRelated(model: Model, query: Query, states: Uint8Array): void {
  const near = query.focus ? nodesNear(model, query.focus, query.steps) : undefined;
  const { records, nodes } = model;
  const followers: number[] = [];
  for (let r = records.alignments; r < records.count; r++) {
    const node = nodes[records.entity[r]];
    if (states[node.index] === SHOWN || (!query.all && node.prominence < 2)) continue;
    if (near && !near[node.index]) continue;
    const follows = model.graph.someNeighbor(node.id, (n) => states[model.node.get(n)!.index] === SHOWN);
    if (follows || node.id === query.focus) followers.push(node.index);
  }
  for (const index of followers) states[index] = SHOWN;
  const focused = query.focus && model.node.get(query.focus);
  if (focused) states[focused.index] = SHOWN;
}

/** An alignment is shown when it is selected; a relation follows its ends. */
function edgeStates(model: Model, nodes: Uint8Array, selected: Uint8Array): Uint8Array {
  const states = new Uint8Array(model.edges.length);
  let record = 0;
  for (const edge of model.edges) {
    if (edge.kind === "alignment") states[edge.index] = selected[record++] ? SHOWN : HIDDEN;
    else if (nodes[edge.source] === SHOWN && nodes[edge.target] === SHOWN) states[edge.index] = SHOWN;
  }
  return states;
}

/** The selected alignments, in the order of the package. */
export const selectedAlignments = (model: Model, selection: Selection) =>
  model.pack.alignments.filter((_, r) => selection.records[r] === 1);

/** The shown entities, in the order of their tables. */
export const shownEntities = (model: Model, selection: Selection): Node[] =>
  model.nodes.filter((n) => selection.nodes[n.index] === SHOWN && isEntity(n));

/** Why a node is not on the screen: passed over by prominence, not aligned and not asked for, or filtered out. */
export function absence(model: Model, query: Query, node: Node): "passing-mention" | "not-aligned" | "filtered" {
  if (!query.all && node.prominence < 2) return "passing-mention";
  const { entity, alignments } = model.records;
  const aligned = !isEntity(node) || entity.indexOf(node.index) < alignments;
  return aligned || isFiltered(query) ? "filtered" : "not-aligned";
}
