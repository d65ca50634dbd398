/** The one module that touches Sigma: shows a model in a box, and tells what the reader points at. */
import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import type { Model, Node } from "../../graph/build.ts";
import type { Layout } from "../../graph/layout.ts";
import type { Alignment, Goal, Target } from "../../graph/schema.ts";
import { EMPHASISED, SHOWN } from "../../graph/select.ts";
import { shapeName } from "../parts/shape.tsx";
import { createEdgeProgram, type EdgeLook } from "./edge-program.ts";
import { drawLabels, type Label } from "./labels.ts";
import { Mask } from "./mask.ts";
import { createNodeProgram, type Drawing, FADES, HOLLOW, type NodeLook, SHAPE } from "./node-program.ts";

/** Colours and type of the page, read from its style sheet. */
export interface Theme {
  ink: string;
  quiet: string;
  ground: string;
  node: string;
  edge: string;
  font: string;
}

export interface CanvasEvents {
  /** A node or edge was clicked; empty: the ground. */
  open: (id: string) => void;
  /** A node was double-clicked. */
  focus: (id: string) => void;
  /** WebGL took the picture away. */
  lost: () => void;
}

/** The number of a kind's shape, as the shader knows it. */
function shapeOf(kind: string): number {
  const [outline, hollow] = shapeName(kind).split(" ");
  return SHAPE[outline as keyof typeof SHAPE] + (hollow ? HOLLOW : 0);
}

/** Whether this browser can draw the graph at all. Sigma's constructor crashes where it can't, so ask first. */
export function hasWebGL(): boolean {
  const context = document.createElement("canvas").getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}

const FLIGHT = 350;
/** Names besides the goals' on the whole ring; as many on each part of it when the reader comes nearer. */
const NAMES = 26;

export class GraphCanvas {
  private sigma: Sigma<NodeLook, EdgeLook>;
  private nodes: Drawing;
  private edges: Drawing;
  private labels: Label[];
  private overlay: HTMLCanvasElement;
  /** States that the selection gave; emphasis is laid over them. */
  private states: { nodes: Uint8Array; edges: Uint8Array };
  private hovered = "";
  private chosen = "";
  private clicked = "";
  private name: (node: Node) => string = (node) => node.name_en;
  private motion = !matchMedia("(prefers-reduced-motion: reduce)").matches;

  constructor(
    private box: HTMLElement,
    private model: Model,
    private layout: Layout,
    private theme: Theme,
    private events: CanvasEvents,
  ) {
    this.nodes = { mask: new Mask(model.nodes.length), emphasis: 0 };
    this.edges = { mask: new Mask(model.edges.length), emphasis: 0 };
    this.states = { nodes: new Uint8Array(model.nodes.length), edges: new Uint8Array(model.edges.length) };
    this.labels = rankLabels(model);
    this.sigma = new Sigma<NodeLook, EdgeLook>(pictureOf(model, layout, theme), box, {
      defaultNodeType: "node",
      defaultEdgeType: "edge",
      nodeProgramClasses: { node: createNodeProgram(this.nodes) },
      nodeHoverProgramClasses: {},
      edgeProgramClasses: { edge: createEdgeProgram(this.edges) },
      defaultDrawNodeHover: () => {},
      renderLabels: false,
      enableEdgeEvents: true,
      allowInvalidContainer: true,
      itemSizesReference: "positions",
      zoomToSizeRatioFunction: (ratio) => ratio,
      stagePadding: 12,
      minCameraRatio: 0.03,
      maxCameraRatio: 2.5,
      zoomDuration: this.motion ? 160 : 0,
      inertiaDuration: this.motion ? 200 : 0,
    });
    this.frame();
    this.overlay = document.createElement("canvas");
    this.overlay.className = "labels";
    box.append(this.overlay);
    this.listen();
  }

  /** Takes new states of nodes and edges; the only work is an upload and a draw. */
  setStates(nodes: Uint8Array, edges: Uint8Array): void {
    this.states = { nodes, edges };
    this.update();
  }

  /** Marks a node or edge as chosen; flies to it unless the reader just clicked it here. */
  setChosen(id: string): void {
    this.chosen = id;
    this.update();
    const came = this.clicked === id;
    this.clicked = "";
    if (id && !came) this.flyTo(id);
  }

  setNames(name: (node: Node) => string): void {
    this.name = name;
    this.sigma.scheduleRender();
  }

  /** New colours mean new attributes; the only change that rebuilds the picture. */
  setTheme(theme: Theme): void {
    this.theme = theme;
    this.sigma.setGraph(pictureOf(this.model, this.layout, theme));
  }

  /** Brings a node (or an edge's source) to the middle, near enough to read what is around it. */
  flyTo(id: string): void {
    const node = this.model.node.get(id)?.index ?? this.model.edge.get(id)?.source;
    if (node === undefined) return;
    const data = this.sigma.getNodeDisplayData(this.model.nodes[node].id);
    if (!data) return;
    const { ratio } = this.sigma.getCamera().getState();
    this.move({ x: data.x, y: data.y, ratio: Math.min(ratio, 0.45) });
  }

  /** Shows all that is shown now. */
  fit(): void {
    const box = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
    for (const { id, index } of this.model.nodes) {
      if (this.states.nodes[index] !== SHOWN) continue;
      const { x, y } = this.sigma.getNodeDisplayData(id)!;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.bottom = Math.min(box.bottom, y);
      box.top = Math.max(box.top, y);
    }
    if (box.left > box.right) return this.reset();
    const ratio = Math.max(box.right - box.left, box.top - box.bottom, 0.15) * 1.12;
    this.move({ x: (box.left + box.right) / 2, y: (box.bottom + box.top) / 2, ratio });
  }

  /** The whole ring, as at the start. */
  reset(): void {
    this.move({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  }

  /** Zooms in (a factor over 1) or out (under 1). */
  zoom(factor: number): void {
    this.move({ ratio: this.sigma.getCamera().getState().ratio / factor });
  }

  /** Moves the view by parts of its width and height. */
  pan(dx: number, dy: number): void {
    const { x, y, ratio } = this.sigma.getCamera().getState();
    this.move({ x: x + dx * ratio, y: y + dy * ratio });
  }

  resize(): void {
    this.sigma.resize(true);
    this.sigma.scheduleRender();
  }

  kill(): void {
    this.sigma.kill();
    this.overlay.remove();
  }

  private move(state: { x?: number; y?: number; ratio?: number; angle?: number }): void {
    const camera = this.sigma.getCamera();
    if (this.motion) void camera.animate(state, { duration: FLIGHT, easing: "quadraticInOut" });
    else camera.setState(state);
  }

  /** The opening view frames the ring and its fans; the belt of what is not aligned lies outside. */
  private frame(): void {
    this.sigma.setCustomBBox(this.layout.bounds);
    this.sigma.refresh();
  }

  private listen(): void {
    this.sigma.on("enterNode", ({ node }) => this.hover(node));
    this.sigma.on("leaveNode", () => this.hover(""));
    this.sigma.on("clickNode", ({ node }) => this.click(node));
    this.sigma.on("clickEdge", ({ edge }) => this.click(edge));
    this.sigma.on("clickStage", () => this.click(""));
    this.sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      this.events.focus(node);
    });
    this.sigma.on("afterRender", () => this.drawOverlay());
    for (const canvas of Object.values(this.sigma.getCanvases())) {
      canvas.addEventListener("webglcontextlost", (event) => {
        event.preventDefault();
        this.events.lost();
      });
    }
  }

  private click(id: string): void {
    this.clicked = id;
    this.events.open(id);
  }

  private hover(id: string): void {
    this.hovered = id;
    this.box.style.cursor = id ? "pointer" : "";
    this.update();
  }

  /** Lays the emphasis over the states and draws: what is hovered or chosen, and what it is linked with. */
  private update(): void {
    const nodes = Uint8Array.from(this.states.nodes);
    const edges = Uint8Array.from(this.states.edges);
    const from = this.hovered || this.chosen;
    const emphasis = Number(this.emphasise(from, nodes, edges));
    if (this.hovered && this.chosen) raise(nodes, this.model.node.get(this.chosen)?.index);
    this.nodes.mask.set(nodes);
    this.edges.mask.set(edges);
    this.nodes.emphasis = emphasis;
    this.edges.emphasis = emphasis;
    this.sigma.scheduleRender();
  }

  private emphasise(id: string, nodes: Uint8Array, edges: Uint8Array): boolean {
    const { model } = this;
    const edge = model.edge.get(id);
    const linked = edge ? [edge.index] : model.node.has(id) ? linksOf(model, id) : undefined;
    if (!linked) return false;
    raise(nodes, model.node.get(id)?.index);
    for (const index of linked) {
      const { source, target } = model.edges[index];
      if (edges[index] !== SHOWN && !edge) continue;
      raise(edges, index);
      for (const end of [source, target]) {
        raise(nodes, end);
        const { kind, row } = model.nodes[end];
        if (kind === "target") raise(nodes, model.node.get((row as Target).goal)?.index);
      }
    }
    return true;
  }

  private drawOverlay(): void {
    const { width, height } = this.sigma.getDimensions();
    const ratio = devicePixelRatio || 1;
    const { overlay } = this;
    if (overlay.width !== Math.round(width * ratio) || overlay.height !== Math.round(height * ratio)) {
      overlay.width = Math.round(width * ratio);
      overlay.height = Math.round(height * ratio);
    }
    const context = overlay.getContext("2d");
    if (!context) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const { model, layout, sigma, theme } = this;
    const bytes = this.nodes.mask.bytes;
    drawLabels(context, this.labels, {
      width,
      height,
      style: theme,
      scale: sigma.scaleSize(1),
      place: (index) => sigma.framedGraphToViewport(sigma.getNodeDisplayData(model.nodes[index].id)!),
      size: (index) => layout.size[index],
      center: sigma.graphToViewport({ x: 0, y: 0 }),
      state: (index) => bytes[index],
      text: (index) => this.name(model.nodes[index]),
      emphasis: this.nodes.emphasis === 1,
      chosen: model.node.get(this.chosen)?.index ?? -1,
      most: Math.round(NAMES / Math.min(1, sigma.getCamera().ratio) ** 2),
    });
  }
}

function raise(states: Uint8Array, index: number | undefined): void {
  if (index !== undefined) states[index] = EMPHASISED;
}

/** The edges of a node. A goal's are its targets' as well: the reader sees them as one place. */
function linksOf(model: Model, id: string): number[] {
  const links: number[] = [];
  model.graph.forEachEdge(id, (_, { index }) => links.push(index));
  if (model.node.get(id)?.kind !== "goal") return links;
  model.graph.forEachInNeighbor(id, (target) => {
    if (model.node.get(target)?.kind !== "target") return;
    model.graph.forEachEdge(target, (_, { index }) => links.push(index));
  });
  return links;
}

function rankLabels(model: Model): Label[] {
  return model.nodes
    .filter((n) => n.kind !== "target")
    .map((n): Label => {
      const goal = n.kind === "goal" ? (n.row as Goal) : undefined;
      const degree = model.graph.degree(n.id);
      return {
        index: n.index,
        number: goal?.code,
        onColor: goal?.on_color,
        prominence: n.prominence,
        rank: goal ? n.index - 1e6 : -n.prominence * 1000 - degree,
      };
    })
    .sort((a, b) => a.rank - b.rank);
}

/** A graph for Sigma: looks only, so that its own copies stay small. */
function pictureOf(model: Model, layout: Layout, theme: Theme): MultiDirectedGraph<NodeLook, EdgeLook> {
  const picture = new MultiDirectedGraph<NodeLook, EdgeLook>();
  const colors = goalColors(model);
  for (const { id, index, kind } of model.nodes) {
    const place = { x: layout.x[index], y: layout.y[index], size: layout.size[index], index };
    if (kind === "goal") picture.addNode(id, { ...place, color: colors[index] ?? theme.node, shape: SHAPE.circle });
    else if (kind === "target")
      picture.addNode(id, { ...place, color: colors[index] ?? theme.node, shape: SHAPE.circle + FADES });
    else picture.addNode(id, { ...place, color: mix(colors[index] ?? theme.node, theme), shape: shapeOf(kind) });
  }
  for (const { id, index, kind, source, target, record } of model.edges) {
    const alignment = kind === "alignment";
    const stated = (record as Alignment | undefined)?.basis === "stated";
    picture.addDirectedEdgeWithKey(id, model.nodes[source].id, model.nodes[target].id, {
      color: alignment ? (colors[target] ?? theme.edge) : theme.edge,
      index,
      dash: alignment && !stated ? 6 : 0,
      faint: alignment ? 0.2 : 0.12,
    });
  }
  return picture;
}

/** The colour of each goal, of its targets, and of the entities that serve it alone. */
function goalColors(model: Model): Record<number, string> {
  const colors: Record<number, string> = {};
  for (const g of model.pack.framework.goals) colors[model.node.get(g.code)!.index] = g.color;
  for (const t of model.pack.framework.targets) {
    colors[model.node.get(t.code)!.index] = colors[model.node.get(t.goal)!.index];
  }
  const serves = new Map<number, number>();
  const { alignments, entity, goal } = model.records;
  for (let r = 0; r < alignments; r++) {
    const known = serves.get(entity[r]);
    serves.set(entity[r], known === undefined || known === goal[r] ? goal[r] : -1);
  }
  for (const [index, of] of serves) if (of >= 0) colors[index] = colors[of];
  return colors;
}

/** A goal's colour, taken back towards the quiet of the page, so that the goals stay the loudest. */
function mix(color: string, theme: Theme): string {
  if (color === theme.node) return color;
  const [a, b] = [color, theme.ground].map((c) => [1, 3, 5].map((i) => Number.parseInt(c.slice(i, i + 2), 16)));
  return `#${a.map((v, i) => Math.round(v * 0.72 + b[i] * 0.28).toString(16).padStart(2, "0")).join("")}`;
}
