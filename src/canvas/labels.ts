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
  /** Smaller comes first. */
  rank: number;
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
  state: (index: number) => number;
  text: (index: number) => string;
  /** Whether some items are emphasised; then only they are named. */
  emphasis: boolean;
  chosen: number;
}

const SHOWN = 2;
const EMPHASISED = 3;
/** Radius on the screen, in pixels, from which a name is worth its place; by prominence. */
const NAMED_FROM = [99, 7, 5.4, 3.6];
const MOST = 160;
const WIDEST = 190;
const SIZE = 12;
const CELL = 48;

/** Draws all labels of a scene; `labels` must be sorted by rank. Returns the number of names drawn. */
export function drawLabels(context: CanvasRenderingContext2D, labels: Label[], scene: Scene): number {
  context.clearRect(0, 0, scene.width, scene.height);
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const room = new Room();
  for (const label of labels) if (label.number) drawNumber(context, label, scene, room);
  let drawn = 0;
  for (const wanted of [EMPHASISED, SHOWN]) {
    if (wanted === SHOWN && scene.emphasis) break;
    for (const label of labels) {
      if (drawn >= MOST) return drawn;
      if (scene.state(label.index) !== wanted) continue;
      if (drawName(context, label, scene, room, wanted === EMPHASISED)) drawn++;
    }
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

function drawName(
  context: CanvasRenderingContext2D,
  label: Label,
  scene: Scene,
  room: Room,
  emphasised: boolean,
): boolean {
  const radius = scene.size(label.index) * scene.scale;
  if (!label.number && radius < (emphasised ? 1 : NAMED_FROM[label.prominence])) return false;
  if (label.number && (radius < 12 || (scene.emphasis && !emphasised))) return false;
  const { x, y } = scene.place(label.index);
  if (!inView(x, y, 0, scene)) return false;
  const chosen = label.index === scene.chosen;
  context.font = `${label.number || chosen ? 600 : 400} ${SIZE}px ${scene.style.font}`;
  const text = shorten(context, scene.text(label.index), chosen ? WIDEST * 2 : WIDEST);
  const width = widthOf(context, text);
  for (const [left, middle] of spots(x, y, radius, width, Boolean(label.number))) {
    const box = [left - 2, middle - SIZE * 0.62, left + width + 2, middle + SIZE * 0.62] as const;
    if (!chosen && (!room.isFree(...box) || box[0] < 0 || box[2] > scene.width)) continue;
    room.claim(...box);
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

/** Where a name may stand: below or above a goal; right of, left of or below any other node. */
function spots(x: number, y: number, radius: number, width: number, goal: boolean): [number, number][] {
  const beside = radius + 4;
  const below: [number, number] = [x - width / 2, y + radius * (goal ? 1.45 : 1) + SIZE * 0.8];
  const above: [number, number] = [x - width / 2, y - radius * (goal ? 1.45 : 1) - SIZE * 0.8];
  return goal ? [below, above] : [[x + beside, y], [x - beside - width, y], below, above];
}

const inView = (x: number, y: number, radius: number, { width, height }: Scene): boolean =>
  x > -radius && y > -radius && x < width + radius && y < height + radius;

const WIDTHS = new Map<string, number>();

function widthOf(context: CanvasRenderingContext2D, text: string): number {
  const key = context.font + text;
  let width = WIDTHS.get(key);
  if (width === undefined) {
    width = context.measureText(text).width;
    if (WIDTHS.size > 20_000) WIDTHS.clear();
    WIDTHS.set(key, width);
  }
  return width;
}

function shorten(context: CanvasRenderingContext2D, text: string, widest: number): string {
  const width = widthOf(context, text);
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
