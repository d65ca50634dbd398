/** The map as a drawing: what the canvas shows of the whole map, for print. */
import type { Model, Node } from "./build.ts";
import { edgeColors, FAINT, isDashed, nodeColors } from "./colors.ts";
import { element, type Figure, INK, type LegendEntry, label } from "./figure.ts";
import { NAME_SIZE, type PlacedName, type PlacedNumber, placeLabels, rankLabels } from "./labels.ts";
import type { Layout } from "./layout.ts";
import { textWidth } from "./metrics.ts";
import { isHollow, shapeOf, strokeOf } from "./outlines.ts";
import { EMPHASISED, GHOST, HIDDEN, isEntity, SHOWN } from "./select.ts";

/** What is drawn now: places, and the states of all items. */
export interface Drawn {
  layout: Layout;
  nodes: Uint8Array;
  edges: Uint8Array;
  /** Whether some items are emphasised and the rest steps back. */
  emphasis: boolean;
  /** Id of the chosen node; empty: none. */
  chosen: string;
}

export interface GraphFigureWords {
  goal: string;
  target: string;
  stated: string;
  curated: string;
  ghost: string;
  /** Says that what is filtered out was left out. */
  ghostsLeftOut: string;
  /** What places mean in this layout. */
  place?: string;
  kind: (kind: string) => string;
}

/** The longer side of the drawing, in pixels. */
const SIDE = 1000;
const PAD = 8;
/** Room beside the map for names. */
const BESIDE = 110;
/** Names besides the goals' at most. */
const NAMES = 40;
/** With more nodes than this shown, what is filtered out would only make the file heavy. */
const MANY = 3000;
/** Colours on paper that don't come from a goal. */
const PAPER = { ground: INK.ground, node: "#6b7480", edge: "#8b929b" };
/** The dash of what is our reading, in pixels. */
const DASH = "3.6 2.4";
/** Opacities of what steps back, as the canvas has them; targets stay recognisable. */
const DIM = { ghost: 0.13, ghostTarget: 0.55, quiet: 0.22, quietTarget: 0.4, quietEdge: 0.2, emphasisedEdge: 0.85 };

interface Sheet {
  width: number;
  height: number;
  /** Pixels for one unit of the layout. */
  scale: number;
  place: (node: number) => { x: number; y: number };
  center: { x: number; y: number };
}

/** The map with its states as they are now. About linear in the number of nodes and edges. */
export function graphFigure(model: Model, drawn: Drawn, name: (node: Node) => string, words: GraphFigureWords): Figure {
  let shown = 0;
  for (const state of drawn.nodes) shown += Number(state >= SHOWN);
  const withGhosts = shown <= MANY;
  // Goals are always there.
  const nodes = model.nodes.filter(
    ({ index, kind }) => drawn.nodes[index] > (withGhosts || kind === "goal" ? HIDDEN : GHOST),
  );
  const sheet = sheetOf(drawn.layout, nodes);
  const body =
    drawEdges(model, drawn, sheet) + drawNodes(model, nodes, drawn, sheet) + drawLabels(model, drawn, name, sheet);
  return { width: sheet.width, height: sheet.height, body, legend: legendOf(model, nodes, drawn, withGhosts, words) };
}

/** Room for all that is drawn, the layout's `y` turned down. */
function sheetOf({ x, y, size }: Layout, nodes: readonly Node[]): Sheet {
  const box = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
  for (const { index: i } of nodes) {
    box.left = Math.min(box.left, x[i] - size[i]);
    box.right = Math.max(box.right, x[i] + size[i]);
    box.bottom = Math.min(box.bottom, y[i] - size[i]);
    box.top = Math.max(box.top, y[i] + size[i]);
  }
  const scale = (SIDE - 2 * PAD) / (Math.max(box.right - box.left, box.top - box.bottom) || 1);
  const to = (px: number, py: number) => ({ x: BESIDE + (px - box.left) * scale, y: PAD + (box.top - py) * scale });
  return {
    width: (box.right - box.left) * scale + 2 * BESIDE,
    height: (box.top - box.bottom) * scale + 2 * PAD,
    scale,
    place: (node) => to(x[node], y[node]),
    center: to(0, 0),
  };
}

/** Markup in groups of one look each: a look is written once, not for every line. */
class Groups {
  private groups = new Map<string, { attributes: Record<string, string | number | undefined>; parts: string[] }>();

  add(attributes: Record<string, string | number | undefined>, markup: string): void {
    const key = Object.values(attributes).join(" ");
    const group = this.groups.get(key);
    if (group) group.parts.push(markup);
    else this.groups.set(key, { attributes, parts: [markup] });
  }

  toString(): string {
    return [...this.groups.values()].map((g) => element("g", g.attributes, g.parts.join(""))).join("");
  }
}

const hex = (colors: Uint8Array, index: number): string =>
  `#${[0, 1, 2].map((i) => colors[4 * index + i].toString(16).padStart(2, "0")).join("")}`;

function drawEdges(model: Model, { edges, emphasis }: Drawn, sheet: Sheet): string {
  const colors = edgeColors(model, PAPER);
  const [quiet, loud] = [new Groups(), new Groups()];
  for (const edge of model.edges) {
    const state = edges[edge.index];
    if (state < SHOWN) continue;
    const emphasised = state === EMPHASISED;
    const faint = edge.kind === "alignment" ? FAINT.alignment : FAINT.relation;
    const opacity = emphasised ? DIM.emphasisedEdge : faint * (emphasis ? DIM.quietEdge : 1);
    if (opacity === 0) continue;
    const [from, to] = [sheet.place(edge.source), sheet.place(edge.target)];
    (emphasised ? loud : quiet).add(
      {
        stroke: hex(colors, edge.index),
        "stroke-opacity": opacity,
        "stroke-width": emphasised ? 1.9 : 1.1,
        "stroke-dasharray": isDashed(edge) ? DASH : undefined,
      },
      element("path", { d: `M${at(from.x)} ${at(from.y)}L${at(to.x)} ${at(to.y)}` }),
    );
  }
  return element("g", { fill: "none" }, `${quiet}${loud}`);
}

const at = (n: number): number => Math.round(n * 10) / 10;

function drawNodes(model: Model, nodes: readonly Node[], drawn: Drawn, sheet: Sheet): string {
  const colors = nodeColors(model, PAPER);
  const groups = new Groups();
  for (const { index, kind } of nodes) {
    const state = drawn.nodes[index];
    const { x, y } = sheet.place(index);
    const radius = drawn.layout.size[index] * sheet.scale;
    const hollow = kind === "target" ? state === GHOST : kind !== "goal" && isHollow(kind);
    const color = hex(colors, index);
    groups.add(
      {
        fill: hollow ? "none" : color,
        stroke: hollow ? color : undefined,
        "stroke-width": hollow ? strokeOf(radius) : undefined,
        opacity: opacityOf(kind, state, drawn.emphasis),
      },
      shapeOf(kind, x, y, radius, hollow),
    );
  }
  return `${groups}`;
}

function opacityOf(kind: string, state: number, emphasis: boolean): number | undefined {
  const target = kind === "target";
  const own = state === GHOST ? (target ? DIM.ghostTarget : DIM.ghost) : 1;
  const back = emphasis && state < EMPHASISED ? (target ? DIM.quietTarget : DIM.quiet) : 1;
  return own * back === 1 ? undefined : own * back;
}

function drawLabels(model: Model, drawn: Drawn, name: (node: Node) => string, sheet: Sheet): string {
  const { numbers, names } = placeLabels(rankLabels(model), {
    ...sheet,
    size: (index) => drawn.layout.size[index],
    state: (index) => drawn.nodes[index],
    text: (index) => name(model.nodes[index]),
    measure: (text, bold) => textWidth(text, NAME_SIZE) * (bold ? 1.06 : 1),
    emphasis: drawn.emphasis,
    chosen: model.node.get(drawn.chosen)?.index ?? -1,
    most: NAMES,
  });
  return numbers.map(drawNumber).join("") + names.map(drawName).join("");
}

const drawNumber = ({ text, x, y, size, onColor, quiet }: PlacedNumber): string =>
  label(x, y + size * 0.3, text, {
    "font-size": size,
    "font-weight": 600,
    "text-anchor": "middle",
    fill: quiet ? INK.quiet : (onColor ?? INK.ink),
  });

/** A name stands on a seam of the ground's colour, so that lines under it don't cross it. */
function drawName({ text, x, y, bold }: PlacedName): string {
  const looks = { "font-size": NAME_SIZE, "font-weight": bold ? 600 : undefined };
  const seam = { fill: "none", stroke: INK.ground, "stroke-width": 3.5, "stroke-linejoin": "round" };
  const base = y + NAME_SIZE * 0.35;
  return label(x, base, text, { ...looks, ...seam }) + label(x, base, text, looks);
}

function legendOf(
  model: Model,
  nodes: readonly Node[],
  drawn: Drawn,
  withGhosts: boolean,
  words: GraphFigureWords,
): LegendEntry[] {
  const kinds = new Set(nodes.map((node) => node.kind));
  const hasGhosts = nodes.some((node) => isEntity(node) && drawn.nodes[node.index] === GHOST);
  const entries: (LegendEntry | false | undefined)[] = [
    { sign: goalSign(), text: words.goal },
    kinds.has("target") && { sign: targetSign(), text: words.target },
    ...model.pack.kinds.map(({ name }) => kinds.has(name) && { sign: kindSign(name), text: words.kind(name) }),
    { sign: lineSign(), text: words.stated },
    { sign: lineSign(DASH), text: words.curated },
    hasGhosts && { sign: element("g", { opacity: 0.35 }, kindSign("")), text: words.ghost },
    !withGhosts && { sign: "", text: words.ghostsLeftOut },
    words.place !== undefined && { sign: "", text: words.place },
  ];
  return entries.filter((entry): entry is LegendEntry => Boolean(entry));
}

const goalSign = (): string =>
  element("circle", { cx: 8, cy: 8, r: 8, fill: INK.accent }) +
  label(8, 12, "1", { "font-size": 11, "font-weight": 600, "text-anchor": "middle", fill: INK.ground });

const targetSign = (): string =>
  element("circle", { cx: 4, cy: 8, r: 3, fill: PAPER.node }) +
  element("circle", { cx: 12.5, cy: 8, r: 2.5, fill: "none", stroke: PAPER.node, "stroke-width": 1.1 });

function kindSign(kind: string): string {
  const hollow = isHollow(kind);
  const looks = hollow ? { fill: "none", stroke: PAPER.node, "stroke-width": strokeOf(6) } : { fill: PAPER.node };
  return element("g", looks, shapeOf(kind, 8, 8, 6, hollow));
}

const lineSign = (dash?: string): string =>
  element("path", { d: "M0 8H16", stroke: INK.ink, "stroke-width": 1.5, "stroke-dasharray": dash });
