/** Outlooks: from where the graph is to be seen so that it shows a connection, as close as can be. */
import type { Model, Node } from "./build.ts";
import { type Connection, nodesOf } from "./paths.ts";
import { clearFilters, type Query } from "./query.ts";
import { isEntity, nodesNear, type Selection, SHOWN } from "./select.ts";

export interface Outlook {
  focus: Node;
  steps: 1 | 2;
  /** Whether the whole connection is in the picture, else only what is around its middle. */
  whole: boolean;
  /** Whether the filters would hide a part of it. */
  unfiltered: boolean;
}

/** The outlook on a connection: one step from one of its nodes if that shows all of it, else two steps. */
export function outlookOn(model: Model, selection: Selection, connection: Connection): Outlook {
  const nodes = nodesOf(connection);
  const unfiltered = nodes.some((n) => selection.nodes[n.index] !== SHOWN && alignmentsAt(model, n).length > 0);
  const passes = (record: number) => unfiltered || selection.records[record] === 1;
  // Entities are seen from themselves; a goal is seen with all that serves it.
  const degree = ({ index }: Node) => model.links.starts[index + 1] - model.links.starts[index];
  const points = [...nodes].sort((a, b) => Number(isEntity(b)) - Number(isEntity(a)) || degree(a) - degree(b));
  for (const steps of [1, 2] as const) {
    const focus = points.find((point) => showsAll(model, nodes, point, steps, passes));
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

/** The alignments of an entity, or to a goal or target, as numbers: they are the first edges. */
function alignmentsAt({ links, records }: Model, { index }: Node): number[] {
  const own = links.edges.subarray(links.starts[index], links.starts[index + 1]);
  return Array.from(own).filter((edge) => edge < records.alignments);
}

/**
 * Whether a focus shows all nodes of a connection, by the rules of selecting: an entity by an alignment to what is near
 * too; a goal or target by what serves it; what is not aligned by a neighbour that is shown.
 */
function showsAll(
  model: Model,
  nodes: readonly Node[],
  focus: Node,
  steps: 1 | 2,
  passes: (record: number) => boolean,
): boolean {
  const near = nodesNear(model, focus.id, steps);
  if (nodes.some((node) => !near[node.index])) return false;
  const { object, goal, entity } = model.records;
  const isSelected = (r: number) => passes(r) && !!near[entity[r]] && !!(near[object[r]] || near[goal[r]]);
  const own = nodes.map((node) => alignmentsAt(model, node));
  const selected = own.map((records) => records.some(isSelected));
  const isBeside = (at: number, test: (at: number) => boolean) =>
    [at - 1, at + 1].some((i) => nodes[i] !== undefined && test(i));
  return nodes.every((node, at) => {
    if (node === focus || selected[at]) return true;
    if (node.kind === "goal") return isBeside(at, (i) => nodes[i].kind === "target" && selected[i]);
    return own[at].length === 0 && isEntity(node) && isBeside(at, (i) => selected[i]);
  });
}
