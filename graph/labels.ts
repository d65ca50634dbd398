/**
 * Which names stand on a map, and where: numbers in the goals' discs, and names where there is room for them. Names are
 * placed in the order of their importance, and one that would touch another is left out until the reader comes nearer.
 */
import type { Model, Node } from "./build.ts";
import type { Goal } from "./schema.ts";
import { EMPHASISED, isEntity, SHOWN } from "./select.ts";

/** What can be labelled. */
export interface Label {
  index: number;
  /** Written in the middle of the disc. */
  number?: string;
  onColor?: string;
  prominence: number;
}

/** What can be labelled: the goals, and all else in the order in which names are placed. */
export interface Labels {
  goals: Label[];
  names: Label[];
}

/** What the placing needs to know about the moment. Positions are in pixels, `y` runs down. */
export interface Scene {
  width: number;
  height: number;
  /** Pixels for one unit of the graph. */
  scale: number;
  place: (index: number) => { x: number; y: number };
  /** Radius in the graph's units. */
  size: (index: number) => number;
  /** The middle of the ring. */
  center: { x: number; y: number };
  state: (index: number) => number;
  text: (index: number) => string;
  /** The width of a name in pixels. */
  measure: (text: string, bold: boolean) => number;
  /** Whether some items are emphasised; then only they are named. */
  emphasis: boolean;
  chosen: number;
  /** How many names at most, the goals' not counted. */
  most: number;
}

/** The number of a goal in the middle of its disc. */
export interface PlacedNumber {
  text: string;
  x: number;
  y: number;
  size: number;
  onColor?: string;
  /** Out of the selection, or not emphasised while others are. */
  quiet: boolean;
}

/** A name; `x` is where it begins, `y` the middle of its height. */
export interface PlacedName {
  text: string;
  x: number;
  y: number;
  bold: boolean;
}

/** Size of names in pixels. */
export const NAME_SIZE = 12;

/** Radius in pixels from which a name is worth its place; by prominence. */
const NAMED_FROM = [99, 7, 5.8, 4.6];
const GOAL_NAMED_FROM = 14;
/** However near: more would only cost time. */
const LIMIT = 200;
const WIDEST = 190;
const GOAL_WIDEST = 260;
const CELL = 48;

/** What can be labelled in a model: names by prominence, then by the number of links. */
export function rankLabels(model: Model): Labels {
  const { starts } = model.links;
  const degree = (index: number) => starts[index + 1] - starts[index];
  const label = ({ index, prominence, kind, row }: Node): Label =>
    kind === "goal"
      ? { index, prominence, number: (row as Goal).code, onColor: (row as Goal).on_color }
      : { index, prominence };
  return {
    goals: model.nodes.filter((n) => n.kind === "goal").map(label),
    names: model.nodes
      .filter(isEntity)
      .map(label)
      .sort((a, b) => b.prominence - a.prominence || degree(b.index) - degree(a.index)),
  };
}

/** Places the labels of a scene. */
export function placeLabels({ goals, names }: Labels, scene: Scene): { numbers: PlacedNumber[]; names: PlacedName[] } {
  const room = new Room();
  const numbers: PlacedNumber[] = [];
  const placed: PlacedName[] = [];
  for (const goal of goals) placeNumber(goal, scene, room, numbers);
  for (const goal of goals) {
    if (scene.state(goal.index) >= (scene.emphasis ? EMPHASISED : SHOWN)) placeName(goal, scene, room, placed);
  }
  for (const label of names) {
    if (label.prominence < 3) break;
    if (scene.state(label.index) >= SHOWN) claimNode(label, scene, room);
  }
  const wanted = scene.emphasis ? EMPHASISED : SHOWN;
  const most = placed.length + (scene.emphasis ? LIMIT : Math.min(scene.most, LIMIT));
  for (const label of names) {
    if (placed.length >= most) break;
    if (scene.state(label.index) >= wanted) placeName(label, scene, room, placed);
  }
  return { numbers, names: placed };
}

function placeNumber(label: Label, scene: Scene, room: Room, placed: PlacedNumber[]): void {
  const { x, y } = scene.place(label.index);
  const radius = scene.size(label.index) * scene.scale;
  if (!inView(x, y, radius, scene) || radius < 4) return;
  room.claim(x - radius, y - radius, x + radius, y + radius);
  const state = scene.state(label.index);
  const quiet = state < SHOWN || (scene.emphasis && state < EMPHASISED);
  const size = Math.round(Math.min(radius * 1.05, 40));
  placed.push({ text: label.number!, x, y: y + radius * 0.06, size, onColor: label.onColor, quiet });
}

/** Names don't cover the nodes that matter most. */
function claimNode(label: Label, scene: Scene, room: Room): void {
  const { x, y } = scene.place(label.index);
  const radius = scene.size(label.index) * scene.scale;
  if (inView(x, y, radius, scene)) room.claim(x - radius, y - radius, x + radius, y + radius);
}

function placeName(label: Label, scene: Scene, room: Room, placed: PlacedName[]): void {
  const radius = scene.size(label.index) * scene.scale;
  const emphasised = scene.state(label.index) === EMPHASISED;
  const from = label.number ? GOAL_NAMED_FROM : emphasised ? 1 : NAMED_FROM[label.prominence];
  if (radius < from) return;
  const { x, y } = scene.place(label.index);
  if (!inView(x, y, 0, scene)) return;
  const chosen = label.index === scene.chosen;
  const bold = label.number !== undefined || chosen;
  const measure = (text: string) => scene.measure(text, bold);
  const text = shorten(scene.text(label.index), chosen ? WIDEST * 2 : label.number ? GOAL_WIDEST : WIDEST, measure);
  const width = measure(text);
  const places = label.number ? goalSpots(x, y, radius, width, scene) : spots(x, y, radius, width);
  for (const [left, middle] of places) {
    const box = [left - 2, middle - NAME_SIZE * 0.62, left + width + 2, middle + NAME_SIZE * 0.62] as const;
    if (!chosen && (!room.isFree(...box) || box[0] < 0 || box[2] > scene.width)) continue;
    room.claim(...box);
    placed.push({ text, x: left, y: middle, bold });
    return;
  }
}

/** Where the name of a node may stand: right of it, left, below, above. */
function spots(x: number, y: number, radius: number, width: number): [number, number][] {
  const beside = radius + 4;
  const off = radius + NAME_SIZE * 0.8;
  return [
    [x + beside, y],
    [x - beside - width, y],
    [x - width / 2, y + off],
    [x - width / 2, y - off],
  ];
}

/** A goal's name stands on the side of the ring's middle, clear of its targets and of what fans out behind it. */
function goalSpots(x: number, y: number, radius: number, width: number, scene: Scene): [number, number][] {
  const off = radius * 1.5;
  const dx = scene.center.x - x;
  const dy = scene.center.y - y;
  const lean = Math.abs(dx) / Math.hypot(dx, dy);
  const beside: [number, number] = [dx > 0 ? x + off : x - off - width, y + Math.sign(dy) * NAME_SIZE * 0.3];
  const inward: [number, number] = [x - width / 2, y + Math.sign(dy) * (off + NAME_SIZE * 0.6)];
  return lean > 0.55 ? [beside, inward] : [inward, beside];
}

const inView = (x: number, y: number, radius: number, { width, height }: Scene): boolean =>
  x > -radius && y > -radius && x < width + radius && y < height + radius;

function shorten(text: string, widest: number, measure: (text: string) => number): string {
  const width = measure(text);
  if (width <= widest) return text;
  return `${text.slice(0, Math.max(4, Math.floor((text.length * widest) / width) - 1)).trimEnd()}…`;
}

/** What is taken on the screen, in a grid so that asking stays quick. */
class Room {
  private cells = new Map<number, number[][]>();

  claim(left: number, top: number, right: number, bottom: number): void {
    this.each(left, top, right, bottom, (boxes) => {
      boxes.push([left, top, right, bottom]);
      return true;
    });
  }

  isFree(left: number, top: number, right: number, bottom: number): boolean {
    return this.each(left, top, right, bottom, (boxes) =>
      boxes.every(([l, t, r, b]) => right < l || r < left || bottom < t || b < top),
    );
  }

  private each(left: number, top: number, right: number, bottom: number, visit: (boxes: number[][]) => boolean) {
    for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++) {
      for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++) {
        const key = row * 4096 + column;
        let boxes = this.cells.get(key);
        if (!boxes) {
          boxes = [];
          this.cells.set(key, boxes);
        }
        if (!visit(boxes)) return false;
      }
    }
    return true;
  }
}
