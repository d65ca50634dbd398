/** The shapes of nodes as SVG, with the proportions that the canvas draws. */
import { element } from "./figure.ts";
import { shapeName } from "./shapes.ts";

/** Corners of the shapes around a middle, for a radius of 1; `y` runs down. A circle has none. */
const CORNERS: Record<string, [number, number][]> = {
  square: [
    [-0.86, -0.86],
    [0.86, -0.86],
    [0.86, 0.86],
    [-0.86, 0.86],
  ],
  diamond: [
    [0, -1.12],
    [1.12, 0],
    [0, 1.12],
    [-1.12, 0],
  ],
  triangle: [
    [0, -1.12],
    [0.97, 0.56],
    [-0.97, 0.56],
  ],
  hexagon: [
    [-0.52, -0.9],
    [0.52, -0.9],
    [1.04, 0],
    [0.52, 0.9],
    [-0.52, 0.9],
    [-1.04, 0],
  ],
};

/** Distance of the sides from the middle, for a radius of 1. */
const INNER: Record<string, number> = { circle: 1, square: 0.86, diamond: 0.79, triangle: 0.56, hexagon: 0.9 };

/** The stroke of an outline, in radii, and at least this wide in pixels. */
const STROKE = 0.34;
const THINNEST = 1.1;

/** Whether a kind is drawn as an outline. */
export const isHollow = (kind: string): boolean => shapeName(kind).endsWith("hollow");

/** The width of an outline's stroke for a radius in pixels. */
export const strokeOf = (radius: number): number => Math.max(THINNEST, STROKE * radius);

/** The shape of a kind without its colours; an outline's stroke lies within its radius. */
export function shapeOf(kind: string, x: number, y: number, radius: number, hollow = isHollow(kind)): string {
  const [outline] = shapeName(kind).split(" ");
  const own = ["goal", "target"].includes(kind) ? "circle" : outline;
  const r = hollow ? radius - strokeOf(radius) / 2 / INNER[own] : radius;
  if (own === "circle") return element("circle", { cx: x, cy: y, r });
  const corners = CORNERS[own].map(([dx, dy]) => `${at(x + dx * r)} ${at(y + dy * r)}`);
  return element("path", { d: `M${corners.join("L")}Z` });
}

const at = (n: number): number => Math.round(n * 100) / 100;
