/**
 * Connections: the ways from one node to another along links of any kind, in either direction. Shortest ways are found
 * by breadth-first search from the far end, and walked by it depth first: no step is taken that can't arrive.
 */
import { type Edge, type Model, type Node, otherEnd } from "./build.ts";
import type { Alignment } from "./schema.ts";
import { type Selection, SHOWN } from "./select.ts";
import { groupBy, memo } from "./text.ts";

/** From one node to the next, with the links that lead there: one for each kind and direction, the soundest first. */
export interface Step {
  from: Node;
  to: Node;
  links: Edge[];
}
export type Connection = Step[];

export interface Connections {
  /** The best first: fewest steps, then what the report states, then the strongest evidence, then what is least of a hub. */
  found: Connection[];
  /** Whether the search stopped before it had them all. */
  more: boolean;
}

/** Whether a connection may go along a link. */
export type Passable = (edge: Edge) => boolean;

/** How many steps a connection through a chosen kind may have. */
export const LONGEST_VIA = 4;
/** Connections after which the search stops, and steps tried: hubs of a large report join nearly everything. */
const MOST = 1000;
const MOST_TRIES = 200_000;

/** Along what the selection shows. Both ends count as shown: the reader chose them, and most partners are not aligned. */
export function amongShown({ records }: Model, selection: Selection, ends: readonly Node[]): Passable {
  const { nodes, edges } = selection;
  const isShown = (node: number) => nodes[node] === SHOWN || ends.some((end) => end.index === node);
  return ({ index, source, target }) =>
    edges[index] === SHOWN || (index >= records.alignments && isShown(source) && isShown(target));
}

/**
 * All shortest connections of two nodes; with `via`, all of up to `LONGEST_VIA` steps that pass through a node of that
 * kind in between. No node comes twice. Linear in nodes and links, and in what is found.
 */
export function findConnections(
  model: Model,
  [from, to]: readonly [Node, Node],
  { passes = () => true, via = "" }: { passes?: Passable; via?: string } = {},
): Connections {
  if (from === to) return { found: [], more: false };
  const isVia = ({ index, kind }: Node) => kind === via && index !== from.index && index !== to.index;
  const pending = via ? VIA_AHEAD : 0;
  const search: Search = { model, to: to.index, start: 2 * from.index + pending, passes, isVia };
  const steps = stepsTo(search, via ? LONGEST_VIA : undefined);
  const shortest = steps[search.start];
  if (shortest === UNREACHED) return { found: [], more: false };
  const walker = createWalker(search, steps);
  for (let length = shortest; length <= (via ? LONGEST_VIA : shortest); length++) {
    walker.walk([from.index], length, pending);
  }
  const connections = walker.found.map((path) => connectionOf(model, path, passes));
  return { found: rank(model, connections), more: walker.stopped() };
}

interface Search {
  model: Model;
  to: number;
  /** The place where connections begin. */
  start: number;
  passes: Passable;
  isVia: (node: Node) => boolean;
}

const UNREACHED = -1;
/** A walker is at a node, and has or has not still to pass through the kind: two places for each node. */
const VIA_AHEAD = 1;

/** The fewest steps from each place to the end, as far as so many, or else as far as the start. */
function stepsTo({ model, to, start, passes, isVia }: Search, farthest?: number): Int32Array {
  const { nodes, edges, links } = model;
  const steps = new Int32Array(2 * nodes.length).fill(UNREACHED);
  const queue = new Int32Array(steps.length);
  let last = 0;
  const reach = (place: number, distance: number) => {
    if (steps[place] !== UNREACHED) return;
    steps[place] = distance;
    queue[last++] = place;
    if (!(place & VIA_AHEAD) && isVia(nodes[place >> 1])) reach(place | VIA_AHEAD, distance);
  };
  const isEnough = (distance: number) =>
    distance >= (farthest ?? (steps[start] === UNREACHED ? Number.POSITIVE_INFINITY : steps[start]));
  reach(2 * to, 0);
  for (let first = 0; first < last && !isEnough(steps[queue[first]]); first++) {
    const place = queue[first];
    const node = place >> 1;
    for (let i = links.starts[node]; i < links.starts[node + 1]; i++) {
      const edge = edges[links.edges[i]];
      if (passes(edge)) reach(2 * otherEnd(edge, node) + (place & VIA_AHEAD), steps[place] + 1);
    }
  }
  return steps;
}

/** Walks all ways of a length to the end, as node indices. */
function createWalker({ model, to, passes, isVia }: Search, steps: Int32Array) {
  const { nodes, edges, links } = model;
  const found: number[][] = [];
  let tries = 0;
  const stopped = () => found.length >= MOST || tries >= MOST_TRIES;
  const neighbours = memo((node: number) => {
    const ends = new Set<number>();
    for (let i = links.starts[node]; i < links.starts[node + 1]; i++) {
      const edge = edges[links.edges[i]];
      if (passes(edge)) ends.add(otherEnd(edge, node));
    }
    return [...ends];
  });
  const walk = (path: readonly number[], left: number, pending: number): void => {
    for (const next of neighbours(path[path.length - 1])) {
      if (stopped()) return;
      const ahead = pending && isVia(nodes[next]) ? 0 : pending;
      const least = steps[2 * next + ahead];
      const canArrive = least !== UNREACHED && least < left && (next === to) === (left === 1);
      if (!canArrive || path.includes(next)) continue;
      tries++;
      if (left === 1) found.push([...path, next]);
      else walk([...path, next], left - 1, ahead);
    }
  };
  return { found, walk, stopped };
}

function connectionOf(model: Model, path: readonly number[], passes: Passable): Connection {
  return path.slice(1).map((next, i) => {
    const links = linksBetween(model, path[i], next).filter(passes);
    return { from: model.nodes[path[i]], to: model.nodes[next], links: soundest(links) };
  });
}

function linksBetween({ edges, links }: Model, a: number, b: number): Edge[] {
  // Of two ends, the one with fewer links: the other may be a hub.
  const degree = (n: number) => links.starts[n + 1] - links.starts[n];
  const [few, other] = degree(a) <= degree(b) ? [a, b] : [b, a];
  const own = links.edges.subarray(links.starts[few], links.starts[few + 1]);
  return Array.from(own, (e) => edges[e]).filter((edge) => otherEnd(edge, few) === other);
}

/** Of the links of one kind and direction the soundest, and these by how sound they are. */
function soundest(links: readonly Edge[]): Edge[] {
  const groups = groupBy(links, (e) => `${e.source} ${e.kind}`);
  return [...groups.values()].map((of) => [...of].sort(bySoundness)[0]).sort(bySoundness);
}

const bySoundness = (a: Edge, b: Edge): number =>
  readingsIn(a) - readingsIn(b) ||
  Number(!a.record) - Number(!b.record) ||
  gradeRank(b) - gradeRank(a) ||
  a.index - b.index;

/** 1 for what the report does not state by itself. */
const readingsIn = ({ record }: Edge): number => Number(record !== undefined && record.basis !== "stated");

/** The grade of an alignment as a number; relations are as they are. */
const gradeRank = ({ kind, record }: Edge): number =>
  kind === "alignment" ? Number((record as Alignment).grade.slice(1)) : Number.POSITIVE_INFINITY;

function rank({ links }: Model, connections: Connection[]): Connection[] {
  const keys = new Map(
    connections.map((connection) => {
      const used = connection.map((step) => step.links[0]);
      const inner = connection.slice(1).map(({ from }) => links.starts[from.index + 1] - links.starts[from.index]);
      const readings = used.reduce((sum, edge) => sum + readingsIn(edge), 0);
      const hub = inner.reduce((sum, degree) => sum + Math.log(degree), 0);
      return [connection, [connection.length, readings, -Math.min(...used.map(gradeRank), 5), hub]];
    }),
  );
  return connections.sort((a, b) => {
    const [first, second] = [keys.get(a)!, keys.get(b)!];
    const differing = first.findIndex((key, i) => key !== second[i]);
    return differing < 0 ? 0 : first[differing] - second[differing];
  });
}

/** The nodes of a connection, from end to end. */
export const nodesOf = (connection: Connection): Node[] => [connection[0].from, ...connection.map((step) => step.to)];
