/**
 * Draws the words on the map: numbers in the goals' discs, and names where there is room for them. Names are placed in
 * the order of their importance, and one that would touch another is left out until the reader comes nearer.
 */

/** What can be labelled. Positions and sizes are in the graph's units. */
export interface Label {
  index: number;
  /** Written in the middle of the disc. */
  number?: string;
  onColor?: string;
  prominence: number;
}

export interface LabelStyle {
  ink: string;
  quiet: string;
  ground: string;
  font: string;
}

/** What the drawing needs to know about the moment. */
export interface Scene {
  width: number;
  height: number;
  style: LabelStyle;
  /** Pixels for one unit of the graph. */
  scale: number;
  place: (index: number) => { x: number; y: number };
  size: (index: number) => number;
  /** The middle of the ring on the screen. */
  center: { x: number; y: number };
  state: (index: number) => number;
  text: (index: number) => string;
  /** Whether some items are emphasised; then only they are named. */
  emphasis: boolean;
  chosen: number;
  /** How many names at most, the goals' not counted. */
  most: number;
}

const SHOWN = 2;
const EMPHASISED = 3;
/** Radius on the screen, in pixels, from which a name is worth its place; by prominence. */
const NAMED_FROM = [99, 7, 5.8, 4.6];
const GOAL_NAMED_FROM = 14;
/** However near: more would only cost time. */
const LIMIT = 200;
const WIDEST = 190;
const GOAL_WIDEST = 260;
const SIZE = 12;
const CELL = 48;

/** What can be labelled: the goals, and all else in the order in which names are placed. */
export interface Labels {
  goals: Label[];
  names: Label[];
}

/** Draws all labels of a scene. Returns the number of names drawn. */
export function drawLabels(context: CanvasRenderingContext2D, { goals, names }: Labels, scene: Scene): number {
  context.clearRect(0, 0, scene.width, scene.height);
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const room = new Room();
  for (const goal of goals) drawNumber(context, goal, scene, room);
  for (const goal of goals) {
    if (scene.state(goal.index) >= (scene.emphasis ? EMPHASISED : SHOWN)) drawName(context, goal, scene, room);
  }
  for (const label of names) {
    if (label.prominence < 3) break;
    if (scene.state(label.index) >= SHOWN) claimNode(label, scene, room);
  }
  const wanted = scene.emphasis ? EMPHASISED : SHOWN;
  const most = scene.emphasis ? LIMIT : Math.min(scene.most, LIMIT);
  let drawn = 0;
  for (const label of names) {
    if (drawn >= most) break;
    if (scene.state(label.index) >= wanted && drawName(context, label, scene, room)) drawn++;
  }
  return drawn;
}

function drawNumber(context: CanvasRenderingContext2D, label: Label, scene: Scene, room: Room): void {
  const { x, y } = scene.place(label.index);
  const radius = scene.size(label.index) * scene.scale;
  if (!inView(x, y, radius, scene) || radius < 4) return;
  room.claim(x - radius, y - radius, x + radius, y + radius);
  const state = scene.state(label.index);
  const quiet = state < SHOWN || (scene.emphasis && state < EMPHASISED);
  context.font = `600 ${Math.round(Math.min(radius * 1.05, 40))}px ${scene.style.font}`;
  context.textAlign = "center";
  context.fillStyle = quiet ? scene.style.quiet : (label.onColor ?? scene.style.ink);
  context.fillText(label.number!, x, y + radius * 0.06);
}

/** Names don't cover the nodes that matter most. */
function claimNode(label: Label, scene: Scene, room: Room): void {
  const { x, y } = scene.place(label.index);
  const radius = scene.size(label.index) * scene.scale;
  if (inView(x, y, radius, scene)) room.claim(x - radius, y - radius, x + radius, y + radius);
}

function drawName(context: CanvasRenderingContext2D, label: Label, scene: Scene, room: Room): boolean {
  const radius = scene.size(label.index) * scene.scale;
  const emphasised = scene.state(label.index) === EMPHASISED;
  const from = label.number ? GOAL_NAMED_FROM : emphasised ? 1 : NAMED_FROM[label.prominence];
  if (radius < from) return false;
  const { x, y } = scene.place(label.index);
  if (!inView(x, y, 0, scene)) return false;
  const chosen = label.index === scene.chosen;
  const font = `${label.number || chosen ? 600 : 400} ${SIZE}px ${scene.style.font}`;
  const measure = (text: string) => widthOf(context, font, text);
  const text = shorten(scene.text(label.index), chosen ? WIDEST * 2 : label.number ? GOAL_WIDEST : WIDEST, measure);
  const width = measure(text);
  const places = label.number ? goalSpots(x, y, radius, width, scene) : spots(x, y, radius, width);
  for (const [left, middle] of places) {
    const box = [left - 2, middle - SIZE * 0.62, left + width + 2, middle + SIZE * 0.62] as const;
    if (!chosen && (!room.isFree(...box) || box[0] < 0 || box[2] > scene.width)) continue;
    room.claim(...box);
    context.font = font;
    context.textAlign = "left";
    context.lineWidth = 3.5;
    context.strokeStyle = scene.style.ground;
    context.strokeText(text, left, middle);
    context.fillStyle = scene.style.ink;
    context.fillText(text, left, middle);
    return true;
  }
  return false;
}

/** Where the name of a node may stand: right of it, left, below, above. */
function spots(x: number, y: number, radius: number, width: number): [number, number][] {
  const beside = radius + 4;
  const off = radius + SIZE * 0.8;
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
  const beside: [number, number] = [dx > 0 ? x + off : x - off - width, y + Math.sign(dy) * SIZE * 0.3];
  const inward: [number, number] = [x - width / 2, y + Math.sign(dy) * (off + SIZE * 0.6)];
  return lean > 0.55 ? [beside, inward] : [inward, beside];
}

const inView = (x: number, y: number, radius: number, { width, height }: Scene): boolean =>
  x > -radius && y > -radius && x < width + radius && y < height + radius;

/** Widths of single characters, by font. Texts are many and new at each filter, their characters few. */
const ADVANCES = new Map<string, Map<string, number>>();

/** The width of a text as the sum of its characters'; pairs that are set closer make it a little narrower. */
function widthOf(context: CanvasRenderingContext2D, font: string, text: string): number {
  let advances = ADVANCES.get(font);
  if (!advances) {
    advances = new Map();
    ADVANCES.set(font, advances);
  }
  let width = 0;
  for (const character of text) {
    // Han characters are all of one width.
    const like = character >= "\u4e00" && character <= "\u9fff" ? "\u4e00" : character;
    let advance = advances.get(like);
    if (advance === undefined) {
      context.font = font;
      advance = context.measureText(like).width;
      advances.set(like, advance);
    }
    width += advance;
  }
  return width;
}

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
