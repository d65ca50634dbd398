/**
 * The goal ring: a map on which every entity has one place, the same at every start.
 *
 * The 17 goals stand on a circle in their order, each with its targets as small dots around it. Entities that serve
 * one goal fan out behind it; entities that serve several are drawn inside, towards the goals they serve; what is not
 * aligned stands in an outer belt near what it belongs to. Places inside are cells of a honeycomb, so nothing overlaps.
 * No randomness: ties are broken by prominence, then by the order of the tables.
 */
import { forEachLink, type Model, type Node, otherEnd } from "./build.ts";
import type { Target } from "./schema.ts";
import { isEntity } from "./select.ts";
import { groupBy } from "./text.ts";

export interface Layout {
  /** Position and radius of each node, in units in which the ring has radius 100. */
  x: Float32Array;
  y: Float32Array;
  size: Float32Array;
  /** What the opening view shows: the ring and its fans. */
  bounds: { x: [number, number]; y: [number, number] };
}

const RING = 100;
const GOAL = 8.2;
const TARGET = 1.25;
const HALO = GOAL + 2.6;
/** Radius of an entity by prominence; index 0 is not used. */
const ENTITY = [0, 1.1, 1.75, 2.6];
const ROW = 5.4;
const FAN_START = RING + HALO + 4.5;
/** Share of a goal's sector that its fan fills; the rest keeps neighbours apart. */
const FAN_WIDTH = 0.92;
const BELT_GAP = 10;
const BELT_SPACING = ROW;

const angleOf = (index: number, count: number): number => (index / count) * 2 * Math.PI - Math.PI / 2;

/** Computes the goal ring. Deterministic; about linear in the number of nodes. */
export function goalRing(model: Model): Layout {
  const n = model.nodes.length;
  const layout: Layout = {
    x: new Float32Array(n),
    y: new Float32Array(n),
    size: new Float32Array(n),
    bounds: { x: [0, 0], y: [0, 0] },
  };
  placeGoals(model, layout);
  const served = goalsServed(model);
  const entities = model.nodes.filter(isEntity).sort((a, b) => b.prominence - a.prominence || a.index - b.index);
  for (const node of entities) layout.size[node.index] = ENTITY[node.prominence] ?? ENTITY[1];
  const outermost = placeFans(model, layout, entities, served);
  placeInside(model, layout, entities, served);
  placeBelt(model, layout, entities, served, outermost + BELT_GAP);
  layout.bounds = boundsOf(layout, [
    ...model.nodes.filter((n) => n.kind === "goal"),
    ...entities.filter((n) => n.prominence >= model.opening && served.has(n.index)),
  ]);
  return layout;
}

function boundsOf({ x, y, size }: Layout, nodes: Node[]): Layout["bounds"] {
  const bounds: Layout["bounds"] = { x: [0, 0], y: [0, 0] };
  for (const { index } of nodes) {
    bounds.x = [Math.min(bounds.x[0], x[index] - size[index]), Math.max(bounds.x[1], x[index] + size[index])];
    bounds.y = [Math.min(bounds.y[0], y[index] - size[index]), Math.max(bounds.y[1], y[index] + size[index])];
  }
  return bounds;
}

function put(layout: Layout, node: number, radius: number, angle: number): void {
  layout.x[node] = radius * Math.cos(angle);
  // The screen's y runs down, the graph's runs up: turned here, so that the goals run clockwise from the top.
  layout.y[node] = -radius * Math.sin(angle);
}

function placeGoals(model: Model, layout: Layout): void {
  const goals = model.nodes.filter((n) => n.kind === "goal");
  const targets = groupBy(
    model.nodes.filter((n) => n.kind === "target"),
    (n) => (n.row as Target).goal,
  );
  for (const [i, goal] of goals.entries()) {
    const angle = angleOf(i, goals.length);
    layout.size[goal.index] = GOAL;
    put(layout, goal.index, RING, angle);
    const around = targets.get(goal.id) ?? [];
    for (const [j, target] of around.entries()) {
      const turn = angle + Math.PI + angleOf(j + 0.5, around.length) + Math.PI / 2;
      layout.size[target.index] = TARGET;
      layout.x[target.index] = layout.x[goal.index] + HALO * Math.cos(turn);
      layout.y[target.index] = layout.y[goal.index] - HALO * Math.sin(turn);
    }
  }
}

/** For each node, the indices of the goals that it serves, ascending. */
function goalsServed(model: Model): Map<number, number[]> {
  const { alignments, entity, goal } = model.records;
  const served = new Map<number, number[]>();
  for (let r = 0; r < alignments; r++) {
    const goals = served.get(entity[r]) ?? [];
    if (!goals.includes(goal[r])) goals.push(goal[r]);
    served.set(entity[r], goals);
  }
  for (const goals of served.values()) goals.sort((a, b) => a - b);
  return served;
}

/**
 * Rows behind a goal, the most prominent first. Passing mentions come last, so the opening view stays compact.
 *
 * @returns the radius of the outermost row.
 */
function placeFans(model: Model, layout: Layout, entities: Node[], served: Map<number, number[]>): number {
  const goals = model.nodes.filter((n) => n.kind === "goal").length;
  const fans = groupBy(
    entities.filter((n) => served.get(n.index)?.length === 1),
    (n) => served.get(n.index)![0],
  );
  let outermost = RING + HALO;
  for (const [goal, members] of fans) {
    const middle = angleOf(goal, goals);
    let radius = FAN_START;
    for (const layer of layersOf(members, model.opening)) {
      for (let at = 0; at < layer.length; radius += ROW) {
        const capacity = Math.max(1, Math.floor((((2 * Math.PI) / goals) * FAN_WIDTH * radius) / ROW));
        const row = layer.slice(at, at + capacity);
        for (const [i, member] of row.entries()) {
          put(layout, member.index, radius, middle + ((i - (row.length - 1) / 2) * ROW) / radius);
        }
        outermost = Math.max(outermost, radius);
        at += capacity;
      }
    }
  }
  return outermost;
}

/** What the opening view shows, then the rest: rows of their own, so that these move nothing. */
const layersOf = (nodes: Node[], opening: number): Node[][] => [
  nodes.filter((n) => n.prominence >= opening),
  nodes.filter((n) => n.prominence < opening),
];

/** Inside the ring each entity takes the free cell nearest to the middle of its goals. */
function placeInside(model: Model, layout: Layout, entities: Node[], served: Map<number, number[]>): void {
  const inside = entities.filter((n) => (served.get(n.index)?.length ?? 0) > 1);
  const opening = inside.filter((n) => n.prominence >= model.opening).length;
  const cells = new Honeycomb(RING - HALO - 9, opening, inside.length - opening);
  for (const [i, node] of inside.entries()) {
    const goals = served.get(node.index)!;
    let x = 0;
    let y = 0;
    for (const g of goals) {
      x += layout.x[g] / goals.length;
      y += layout.y[g] / goals.length;
    }
    const room = i < opening ? cells.room : cells.spacing;
    const [cx, cy] = cells.take(x * 0.9, y * 0.9, room);
    layout.x[node.index] = cx;
    layout.y[node.index] = cy;
    layout.size[node.index] = Math.min(layout.size[node.index], room * 0.42);
  }
}

/** The widest a cell gets, and how much more room than needed a honeycomb has. */
const WIDEST = 7.4;
const SPARE = 1.5;

/**
 * A honeycomb in a circle. Hands out cells, each once: the free one nearest to the wish, looking in growing squares
 * around it. What the opening view shows has room as if it were alone; the rest fills the gaps, in smaller cells.
 */
class Honeycomb {
  /** Room of what the opening view shows, and of the rest: the width of its cells. */
  readonly room: number;
  readonly spacing: number;
  private readonly height: number;
  /** Cells a side of the square around the circle, and the row and column of its middle. */
  private readonly side: number;
  private readonly middle: number;
  /** 1 for cells that are taken or lie outside the circle. */
  private readonly taken: Uint8Array;
  /** For each block of cells, the size of a square around its middle in which everything is known to be taken. */
  private readonly full: Int16Array;
  private readonly blocks: number;

  constructor(radius: number, opening: number, rest: number) {
    const area = Math.PI * radius * radius;
    const width = (free: number, count: number) => Math.sqrt(free / (Math.max(count, 1) * SPARE * 0.866));
    this.room = Math.min(WIDEST, width(rest > opening ? area / 3 : area, opening));
    // What takes the nearest place leaves gaps: reckon with a third more than its cells.
    this.spacing = Math.min(this.room, width(Math.max(area / 3, area - opening * 1.15 * this.room ** 2), rest));
    this.height = this.spacing * 0.866;
    this.middle = Math.ceil(radius / this.height) + 2;
    this.side = 2 * this.middle + 1;
    this.taken = new Uint8Array(this.side ** 2);
    this.blocks = Math.ceil(this.side / BLOCK);
    this.full = new Int16Array(this.blocks ** 2);
    for (let row = 0; row < this.side; row++) {
      for (let column = 0; column < this.side; column++) {
        if (Math.hypot(this.x(row, column), this.y(row)) > radius) this.taken[row * this.side + column] = 1;
      }
    }
  }

  /** Takes the free cell nearest to a point; the point itself when there is none left. */
  take(x: number, y: number, room: number): [number, number] {
    const row = Math.round(y / this.height) + this.middle;
    const column = Math.round(x / this.spacing) + this.middle;
    for (let d = this.start(row, column); d < this.side; d++) {
      const cell = this.nearestFree(row, column, d, x, y);
      this.remember(row, column, d);
      if (cell < 0) continue;
      const at = Math.floor(cell / this.side);
      this.claim(at, cell % this.side, room);
      return [this.x(at, cell % this.side), this.y(at)];
    }
    return [x, y];
  }

  /** Takes the cells whose middle is nearer than the room that something needs. */
  private claim(row0: number, column0: number, room: number): void {
    const reach = Math.ceil(room / this.height);
    const [x0, y0] = [this.x(row0, column0), this.y(row0)];
    for (let row = Math.max(0, row0 - reach); row <= Math.min(this.side - 1, row0 + reach); row++) {
      for (let column = Math.max(0, column0 - reach); column <= Math.min(this.side - 1, column0 + reach); column++) {
        const away = Math.hypot(this.x(row, column) - x0, this.y(row) - y0);
        if (away < room * 0.999) this.taken[row * this.side + column] = 1;
      }
    }
  }

  private x(row: number, column: number): number {
    return (column - this.middle + (row & 1) / 2) * this.spacing;
  }

  private y(row: number): number {
    return (row - this.middle) * this.height;
  }

  /** The free cell nearest to a point among those `d` rows or columns from a cell; −1 where there is none. */
  private nearestFree(row0: number, column0: number, d: number, x: number, y: number): number {
    let best = -1;
    let nearest = Infinity;
    const step = Math.max(1, 2 * d);
    for (let row = Math.max(0, row0 - d); row <= Math.min(this.side - 1, row0 + d); row++) {
      const edge = Math.abs(row - row0) === d;
      for (let column = column0 - d; column <= column0 + d; column += edge ? 1 : step) {
        if (column < 0 || column >= this.side || this.taken[row * this.side + column]) continue;
        const distance = (this.x(row, column) - x) ** 2 + (this.y(row) - y) ** 2;
        if (distance >= nearest) continue;
        nearest = distance;
        best = row * this.side + column;
      }
    }
    return best;
  }

  /** What is full around a cell is, less the distance, full around the middle of its block … */
  private remember(row: number, column: number, d: number): void {
    const [r, c] = [Math.floor(row / BLOCK), Math.floor(column / BLOCK)];
    const block = r * this.blocks + c;
    this.full[block] = Math.max(this.full[block], d - distanceToBlock(row, column, r, c));
  }

  /** … and so around every cell near it: where to begin looking. */
  private start(row: number, column: number): number {
    const [r0, c0] = [Math.floor(row / BLOCK), Math.floor(column / BLOCK)];
    let start = 0;
    for (let r = Math.max(0, r0 - 1); r <= Math.min(this.blocks - 1, r0 + 1); r++) {
      for (let c = Math.max(0, c0 - 1); c <= Math.min(this.blocks - 1, c0 + 1); c++) {
        start = Math.max(start, this.full[r * this.blocks + c] - distanceToBlock(row, column, r, c));
      }
    }
    return start;
  }
}

/** Cells a side of the blocks that remember what is full. */
const BLOCK = 8;

/** Steps from a cell to the middle of a block, diagonal ones counted as one. */
const distanceToBlock = (row: number, column: number, blockRow: number, blockColumn: number): number =>
  Math.max(Math.abs(row - blockRow * BLOCK - BLOCK / 2), Math.abs(column - blockColumn * BLOCK - BLOCK / 2));

/** Rows around everything: each unaligned entity at the angle of what it belongs to, in the nearest free seat. */
function placeBelt(
  model: Model,
  layout: Layout,
  entities: Node[],
  served: Map<number, number[]>,
  innermost: number,
): void {
  const outside = entities.filter((n) => !served.has(n.index));
  const angles = new Map(outside.map((n) => [n.index, angleOfNeighbours(model, layout, n, served)]));
  let radius = innermost;
  for (const layer of layersOf(outside, model.opening)) {
    let rest = layer.sort((a, b) => angles.get(a.index)! - angles.get(b.index)! || a.index - b.index);
    while (rest.length > 0) {
      const seats = Math.floor((2 * Math.PI * radius) / BELT_SPACING);
      const rows = Math.ceil(rest.length / seats);
      // Every rows-th one sits in this row: neighbours in angle stay neighbours across rows.
      const here = rest.filter((_, i) => i % rows === 0);
      rest = rest.filter((_, i) => i % rows !== 0);
      seatRow(layout, here, angles, radius, seats);
      radius += BELT_SPACING;
    }
  }
}

/** Seats nodes, sorted by angle, on one circle: each as near to its angle as those before it allow. */
function seatRow(layout: Layout, row: Node[], angles: Map<number, number>, radius: number, seats: number): void {
  let next = 0;
  for (const [i, node] of row.entries()) {
    const wish = Math.floor((angles.get(node.index)! / (2 * Math.PI)) * seats);
    const seat = Math.min(Math.max(wish, next), seats - (row.length - i));
    put(layout, node.index, radius, (seat / seats) * 2 * Math.PI);
    next = seat + 1;
  }
}

/** The direction, 0 to 2π, in which the aligned neighbours of a node lie; without any, straight down. */
function angleOfNeighbours(model: Model, layout: Layout, node: Node, served: Map<number, number[]>): number {
  let x = 0;
  let y = 0;
  forEachLink(model, node.index, (edge) => {
    const index = otherEnd(edge, node.index);
    if (!served.has(index)) return;
    const length = Math.hypot(layout.x[index], layout.y[index]) || 1;
    x += layout.x[index] / length;
    y += layout.y[index] / length;
  });
  const angle = x === 0 && y === 0 ? Math.PI / 2 : Math.atan2(-y, x);
  return (angle + 2 * Math.PI) % (2 * Math.PI);
}
