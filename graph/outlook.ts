/**
 * Outlooks: from where the graph is to be seen so that it shows a connection, as close as can be. Judged by what stands
 * in the connection alone, so a large report takes no longer than a small one.
 */
import type { Model, Node } from "./build.ts";
import { type Connection, nodesOf } from "./paths.ts";
import { clearFilters, type Query } from "./query.ts";
import { isEntity, type Selection, SHOWN } from "./select.ts";

export interface Outlook {
  focus: Node;
  steps: 1 | 2;
  /** Whether the whole connection is in the picture for sure, else what is around its middle. */
  whole: boolean;
  /** Whether the filters would hide a part of it. */
  unfiltered: boolean;
}

/** The outlook on a connection: one step from one of its entities if that shows all of it, else two steps. */
export function outlookOn(model: Model, selection: Selection, connection: Connection): Outlook {
  const nodes = nodesOf(connection);
  const own = nodes.map((node) => alignmentsAt(model, node));
  const unfiltered = nodes.some((node, i) => selection.nodes[node.index] !== SHOWN && own[i].length > 0);
  const selected = own.map((records) => records.filter((r) => unfiltered || selection.records[r]));
  const degree = ({ index }: Node) => model.links.starts[index + 1] - model.links.starts[index];
  const points = nodes.filter(isEntity).sort((a, b) => degree(a) - degree(b));
  for (const steps of [1, 2] as const) {
    const focus = points.find((point) => showsAll(model, { nodes, own, selected }, nodes.indexOf(point), steps));
    if (focus) return { focus, steps, whole: true, unfiltered };
  }
  return { focus: nodes[nodes.length >> 1], steps: 2, whole: false, unfiltered };
}

/** What to ask for to have an outlook; filters go only where they would hide a part of what is looked at. */
export function outlookQuery(model: Model, query: Query, connection: Connection, outlook: Outlook): Query {
  const { focus, steps, unfiltered } = outlook;
  const all = query.all || nodesOf(connection).some((node) => node.prominence < model.opening);
  return { ...(unfiltered ? clearFilters(query) : query), view: "graph", focus: focus.id, steps, item: focus.id, all };
}

/** The nodes of a connection, with the alignments of each, and those that pass the filters: as numbers of records. */
interface Lined {
  nodes: readonly Node[];
  own: readonly number[][];
  selected: readonly number[][];
}

/** Alignments are the first edges, and edge and record have the same number. */
function alignmentsAt({ links, records }: Model, { index }: Node): number[] {
  const own = links.edges.subarray(links.starts[index], links.starts[index + 1]);
  return Array.from(own.filter((edge) => edge < records.alignments));
}

/**
 * Whether a focus shows all nodes of a connection, by the rules of selecting: an entity by an alignment to what is near
 * too, a goal or target by one of an entity that is near, what is not aligned by a neighbour that is shown.
 */
function showsAll({ records }: Model, { nodes, own, selected }: Lined, focus: number, steps: 1 | 2): boolean {
  const isNear = (i: number) => distanceOf(nodes, focus, i) <= steps;
  const goalsNear = new Set(own[focus].map((r) => records.goal[r]));
  /** Of an entity one step away, all goals are two steps away. */
  const isNamed = (i: number): boolean => {
    if (!isEntity(nodes[i]) || distanceOf(nodes, focus, i) > 1) return false;
    return selected[i].some((r) => i === focus || steps === 2 || goalsNear.has(records.goal[r]));
  };
  const isBeside = (i: number, test: (i: number) => boolean) =>
    [i - 1, i + 1].some((next) => nodes[next] !== undefined && test(next));
  const isServed = (i: number): boolean =>
    isNear(i) && isBeside(i, (e) => isNamed(e) && selected[e].some((r) => records.object[r] === nodes[i].index));
  return nodes.every((node, i) => {
    if (i === focus || isNamed(i)) return true;
    if (node.kind === "target") return isServed(i);
    if (node.kind === "goal") return isServed(i) || isBeside(i, (t) => nodes[t].kind === "target" && isServed(t));
    return own[i].length === 0 && isNear(i) && isBeside(i, isNamed);
  });
}

/** Steps along the connection; a target and its goal are one place, as they are for the focus. */
function distanceOf(nodes: readonly Node[], a: number, b: number): number {
  let distance = 0;
  for (let i = Math.min(a, b); i < Math.max(a, b); i++) {
    distance += isEntity(nodes[i]) || isEntity(nodes[i + 1]) ? 1 : 0;
  }
  return distance;
}
