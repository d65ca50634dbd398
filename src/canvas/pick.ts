/**
 * Finds what is under the pointer from the columns. Reading a pixel back from the graphics card, as Sigma does at each
 * move of the mouse, makes the page wait for the card; a grid of cells answers in microseconds.
 */
import { SHOWN } from "../../graph/select.ts";

/** Cells a side, over the square that holds all nodes. */
const CELLS = 96;

export class NodePicker {
  private left = 0;
  private bottom = 0;
  private side = 1;
  /** The nodes of cell `c` are `items[starts[c]] … items[starts[c + 1] - 1]`. */
  private starts = new Uint32Array(CELLS * CELLS + 1);
  private items: Uint32Array;

  /**
   * @param positions two numbers a node.
   * @param radius of each node, in the same units.
   */
  constructor(
    private positions: Float32Array,
    private radius: Float32Array,
  ) {
    this.measure();
    const counts = new Uint32Array(CELLS * CELLS);
    this.eachCell((cell) => counts[cell]++);
    for (let c = 0; c < counts.length; c++) this.starts[c + 1] = this.starts[c] + counts[c];
    this.items = new Uint32Array(this.starts[counts.length]);
    const at = this.starts.slice();
    this.eachCell((cell, node) => {
      this.items[at[cell]++] = node;
    });
  }

  /** The node at a point: of those that cover it, give or take `slack`, the nearest; −1 where there is none. */
  at(x: number, y: number, states: Uint8Array, slack: number): number {
    const column = Math.floor(((x - this.left) / this.side) * CELLS);
    const row = Math.floor(((y - this.bottom) / this.side) * CELLS);
    if (column < 0 || row < 0 || column >= CELLS || row >= CELLS) return -1;
    let best = -1;
    let nearest = Infinity;
    const cell = row * CELLS + column;
    for (let i = this.starts[cell]; i < this.starts[cell + 1]; i++) {
      const node = this.items[i];
      if (states[node] < SHOWN) continue;
      const away = Math.hypot(this.positions[2 * node] - x, this.positions[2 * node + 1] - y) - this.radius[node];
      if (away > slack || away >= nearest) continue;
      best = node;
      nearest = away;
    }
    return best;
  }

  private measure(): void {
    let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < this.radius.length; i++) {
      const [x, y, r] = [this.positions[2 * i], this.positions[2 * i + 1], this.radius[i]];
      left = Math.min(left, x - r);
      right = Math.max(right, x + r);
      bottom = Math.min(bottom, y - r);
      top = Math.max(top, y + r);
    }
    this.left = left;
    this.bottom = bottom;
    this.side = Math.max(right - left, top - bottom) || 1;
  }

  private eachCell(visit: (cell: number, node: number) => void): void {
    const cellOf = (v: number, from: number) =>
      Math.min(CELLS - 1, Math.max(0, Math.floor(((v - from) / this.side) * CELLS)));
    for (let i = 0; i < this.radius.length; i++) {
      const [x, y, r] = [this.positions[2 * i], this.positions[2 * i + 1], this.radius[i]];
      const lastColumn = cellOf(x + r, this.left);
      const lastRow = cellOf(y + r, this.bottom);
      for (let row = cellOf(y - r, this.bottom); row <= lastRow; row++) {
        for (let column = cellOf(x - r, this.left); column <= lastColumn; column++) visit(row * CELLS + column, i);
      }
    }
  }
}

/** Distance of a point from a line between two points. */
export function distanceToLine(px: number, py: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const t = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(px - ax - t * dx, py - ay - t * dy);
}
