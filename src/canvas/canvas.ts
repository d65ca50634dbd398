/** The one module that touches Sigma: shows a model in a box, and tells what the reader points at. */
import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import type { EdgeProgramType, NodeProgramType } from "sigma/rendering";
import type { Coordinates, TouchCoords } from "sigma/types";
import { forEachLink, type Model, type Node, otherEnd } from "../../graph/build.ts";
import type { Drawn } from "../../graph/graph-figure.ts";
import { type Labels, rankLabels } from "../../graph/labels.ts";
import type { Layout } from "../../graph/layout.ts";
import type { Target } from "../../graph/schema.ts";
import { EMPHASISED, SHOWN } from "../../graph/select.ts";
import { EDGE_FRAGMENT, EDGE_VERTEX } from "./edges.ts";
import { drawLabels } from "./labels.ts";
import { Layer } from "./layer.ts";
import { Mask } from "./mask.ts";
import { NODE_FRAGMENT, NODE_VERTEX } from "./nodes.ts";
import { distanceToLine, NodePicker } from "./pick.ts";
import { move, type Picture, pictureOf, recolor, type Theme } from "./picture.ts";

export interface CanvasEvents {
  /** A node or edge was clicked; empty: the ground. */
  open: (id: string) => void;
  /** A node was double-clicked. */
  focus: (id: string) => void;
  /** WebGL took the picture away; `restored` when it can be drawn again. */
  lost: () => void;
  restored: () => void;
}

/** Whether this browser can draw the graph at all. Where it can't, Sigma's constructor crashes. */
export function hasWebGL(): boolean {
  const context = document.createElement("canvas").getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}

const FLIGHT = 350;
/** How near a flight brings the reader: the share of the opening view that is left. */
const NEAR = 0.45;
/** On narrow screens the details are a sheet from below: what is flown to comes to rest above it. */
const sheets = matchMedia("(max-width: 820px)");
const SHEET_SHIFT = 0.33;
/** Names besides the goals' on the whole ring; as many on each part of it when the reader comes nearer. */
const NAMES = 26;
/** How far beside a node or a line a click still counts, in pixels. */
const SLACK = 4;

/** In the place of Sigma's own programs, which would be compiled for nothing. */
class NoProgram {
  drawLabel = undefined;
  drawHover = undefined;
  reallocate(): void {}
  process(): void {}
  render(): void {}
  kill(): void {}
}

/** Sigma with one context of WebGL. Its own three would each be made, cleared and blended into every frame. */
class Stage extends Sigma {
  override createWebGLContext(id: string): WebGLRenderingContext {
    const { elements } = this as unknown as { elements: Record<string, HTMLCanvasElement> };
    const [first] = Object.values(elements);
    if (first) elements[id] = first;
    return super.createWebGLContext(id, { canvas: first });
  }
}

export class GraphCanvas {
  private sigma: Sigma;
  private layers: Layer[];
  private nodeMask: Mask;
  private edgeMask: Mask;
  private picture: Picture;
  private picker: NodePicker;
  private labels: Labels;
  private overlay: HTMLCanvasElement;
  /** States that the selection gave; emphasis is laid over them. */
  private states: { nodes: Uint8Array; edges: Uint8Array };
  /** 1 while some items are emphasised and the rest steps back. */
  private emphasis = 0;
  /** The edges that are emphasised, which can be clicked. */
  private linked: number[] = [];
  private hovered = "";
  private chosen = "";
  private clicked = "";
  private killed = false;
  private away = false;
  private name: (node: Node) => string = (node) => node.name_en;
  private motion = !matchMedia("(prefers-reduced-motion: reduce)").matches;

  constructor(
    private box: HTMLElement,
    private model: Model,
    private layout: Layout,
    private theme: Theme,
    private events: CanvasEvents,
  ) {
    this.nodeMask = new Mask(model.nodes.length);
    this.edgeMask = new Mask(model.edges.length);
    this.states = { nodes: new Uint8Array(model.nodes.length), edges: new Uint8Array(model.edges.length) };
    this.labels = rankLabels(model);
    this.picture = pictureOf(model, layout, theme);
    this.picker = new NodePicker(this.picture.positions, framedRadii(layout));
    this.sigma = this.createSigma();
    this.layers = this.createLayers();
    this.overlay = document.createElement("canvas");
    this.overlay.className = "labels";
    box.append(this.overlay);
    this.listen();
  }

  /**
   * Takes new states of nodes and edges; the only work is an upload and a draw. It is drawn at once: a frame later the
   * page beside it will have changed, and asking for sizes would make the browser lay it out first.
   */
  setStates(nodes: Uint8Array, edges: Uint8Array): void {
    this.states = { nodes, edges };
    this.mix();
    this.draw();
  }

  /** Out of sight nothing is drawn; what changed meanwhile is drawn as soon as the map is back. */
  setAway(away: boolean): void {
    if (away === this.away) return;
    this.away = away;
    this.draw();
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
    this.schedule();
  }

  /** Moves the nodes, in the units of the layout; states, the chosen item and the view stay. */
  setPositions(x: Float32Array, y: Float32Array): void {
    this.layout = { ...this.layout, x, y };
    this.picture = move(this.picture, this.model, this.layout);
    this.picker = new NodePicker(this.picture.positions, framedRadii(this.layout));
    this.schedule();
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    this.picture = recolor(this.picture, this.model, theme);
    this.schedule();
  }

  /** Brings a node (or an edge's source) to the middle, near enough to read what is around it. */
  flyTo(id: string): void {
    const node = this.model.node.get(id)?.index ?? this.model.edge.get(id)?.source;
    if (node === undefined) return;
    const camera = this.sigma.getCamera().getState();
    const ratio = Math.min(camera.ratio, NEAR);
    const { x, y } = this.positionOf(node);
    const height = this.sigma.getDimensions().height / (this.pixelsPerFrame() * camera.ratio);
    this.move({ x, y: y - SHEET_SHIFT * height * ratio * Number(sheets.matches), ratio });
  }

  /** Shows all that is shown now. */
  fit(): void {
    const box = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
    for (let node = 0; node < this.states.nodes.length; node++) {
      if (this.states.nodes[node] !== SHOWN) continue;
      const { x, y } = this.positionOf(node);
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.bottom = Math.min(box.bottom, y);
      box.top = Math.max(box.top, y);
    }
    if (box.left > box.right) this.reset();
    else {
      const ratio = Math.max(box.right - box.left, box.top - box.bottom, 0.15) * 1.12;
      this.move({ x: (box.left + box.right) / 2, y: (box.bottom + box.top) / 2, ratio });
    }
  }

  /** The whole ring, as at the start. */
  reset(): void {
    this.move({ x: 0.5, y: 0.5, ratio: 1 });
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

  /** What is drawn now, for a picture of the whole map; places are the layout's or those that were set last. */
  get drawn(): Drawn {
    return {
      layout: this.layout,
      nodes: this.nodeMask.bytes,
      edges: this.edgeMask.bytes,
      emphasis: this.emphasis === 1,
      chosen: this.chosen,
    };
  }

  resize(): void {
    if (this.away) return;
    this.sigma.resize(true);
    this.schedule();
  }

  kill(): void {
    // Sigma gives its contexts back, which looks like a loss.
    this.killed = true;
    for (const layer of this.layers) layer.kill();
    this.sigma.kill();
    this.overlay.remove();
  }

  /** Sigma with an empty stage: it brings the camera, the canvases and the gestures. */
  private createSigma(): Sigma {
    const stage = new MultiDirectedGraph();
    // Sigma passes over its programs, and leaves its camera as it is, when its graph is empty.
    stage.addNode("stage", { x: 0, y: 0, size: 0 });
    const none = NoProgram as unknown as NodeProgramType & EdgeProgramType;
    const sigma = new Stage(stage, this.box, {
      nodeProgramClasses: { circle: none },
      nodeHoverProgramClasses: { circle: none },
      edgeProgramClasses: { line: none, arrow: none },
      renderLabels: false,
      allowInvalidContainer: true,
      itemSizesReference: "positions",
      zoomToSizeRatioFunction: (ratio) => ratio,
      stagePadding: 12,
      minCameraRatio: 0.02,
      maxCameraRatio: 2.5,
      enableCameraRotation: false,
      zoomDuration: this.motion ? 160 : 0,
      inertiaDuration: this.motion ? 200 : 0,
    });
    sigma.setCustomBBox(this.layout.bounds);
    sigma.refresh();
    return sigma;
  }

  /** What stands on the stage: two layers drawn from columns, so that an item costs Sigma nothing. */
  private createLayers(): Layer[] {
    const gl = this.sigma.getCanvases().nodes.getContext("webgl2")!;
    return [
      new Layer(gl, {
        vertex: EDGE_VERTEX,
        fragment: EDGE_FRAGMENT,
        count: this.model.edges.length,
        columns: () => [...this.picture.edges, this.edgeMask.column],
      }),
      new Layer(gl, {
        vertex: NODE_VERTEX,
        fragment: NODE_FRAGMENT,
        count: this.model.nodes.length,
        columns: () => [...this.picture.nodes, this.nodeMask.column],
      }),
    ];
  }

  private move(state: { x?: number; y?: number; ratio?: number }): void {
    const camera = this.sigma.getCamera();
    if (this.motion) void camera.animate(state, { duration: FLIGHT, easing: "quadraticInOut" });
    else camera.setState(state);
  }

  private positionOf(node: number): { x: number; y: number } {
    const { positions } = this.picture;
    return { x: positions[2 * node], y: positions[2 * node + 1] };
  }

  /** Listens to Sigma's captors in its place: it would read pixels back at each move of the mouse. */
  private listen(): void {
    const mouse = this.sigma.getMouseCaptor();
    const touch = this.sigma.getTouchCaptor();
    for (const event of ["mousemove", "mousemovebody", "click", "rightClick", "doubleClick", "wheel"] as const) {
      mouse.removeAllListeners(event);
    }
    for (const event of ["mousedown", "mouseup", "mouseleave", "mouseenter"] as const) mouse.removeAllListeners(event);
    for (const event of ["touchdown", "touchup", "touchmove", "tap", "doubletap"] as const) {
      touch.removeAllListeners(event);
    }
    mouse.on("mousemove", (at) => {
      if (!mouse.isMouseDown) this.hover(this.nodeAt(at));
    });
    mouse.on("mouseleave", () => this.hover(""));
    mouse.on("click", (at) => this.click(at));
    touch.on("tap", (at) => this.click(fingerOf(at)));
    mouse.on("doubleClick", (at) => this.doubleClick(at, at));
    touch.on("doubletap", (at) => this.doubleClick(fingerOf(at), at));
    this.sigma.on("afterRender", () => {
      for (const layer of this.layers) layer.render(this.sigma.getRenderParams(), this.emphasis);
      this.drawOverlay();
    });
    for (const canvas of new Set(Object.values(this.sigma.getCanvases()))) {
      canvas.addEventListener("webglcontextlost", (event) => {
        event.preventDefault();
        if (!this.killed) this.events.lost();
      });
      canvas.addEventListener("webglcontextrestored", () => {
        if (!this.killed) this.events.restored();
      });
    }
  }

  private nodeAt(at: Coordinates): string {
    const { x, y } = this.sigma.viewportToFramedGraph(at);
    const slack = SLACK / this.pixelsPerFrame();
    const node = this.picker.at(x, y, this.nodeMask.bytes, slack);
    return node < 0 ? "" : this.model.nodes[node].id;
  }

  private edgeAt(at: Coordinates): string {
    for (const index of this.linked) {
      const { source, target, id } = this.model.edges[index];
      const a = this.sigma.framedGraphToViewport(this.positionOf(source));
      const b = this.sigma.framedGraphToViewport(this.positionOf(target));
      if (distanceToLine(at.x, at.y, a.x, a.y, b.x, b.y) < SLACK) return id;
    }
    return "";
  }

  /** Pixels that Sigma's frame (the opening view) takes on the screen. */
  private pixelsPerFrame(): number {
    const a = this.sigma.framedGraphToViewport({ x: 0, y: 0 });
    const b = this.sigma.framedGraphToViewport({ x: 1, y: 0 });
    return b.x - a.x;
  }

  private click(at: Coordinates): void {
    this.clicked = this.nodeAt(at) || this.edgeAt(at);
    this.events.open(this.clicked);
  }

  private doubleClick(at: Coordinates, gesture: { preventSigmaDefault: () => void }): void {
    const node = this.nodeAt(at);
    if (!node) return;
    // The gesture's own meaning is to zoom in.
    gesture.preventSigmaDefault();
    this.events.focus(node);
  }

  private hover(id: string): void {
    if (id === this.hovered) return;
    this.hovered = id;
    this.box.style.cursor = id ? "pointer" : "";
    this.update();
  }

  private update(): void {
    this.mix();
    this.schedule();
  }

  private draw(): void {
    if (!this.away) this.sigma.refresh({ partialGraph: {}, skipIndexation: true });
  }

  private schedule(): void {
    if (!this.away) this.sigma.scheduleRender();
  }

  /** Lays the emphasis over the states: what is hovered or chosen, and what it is linked with. */
  private mix(): void {
    const nodes = this.nodeMask.bytes;
    const edges = this.edgeMask.bytes;
    nodes.set(this.states.nodes);
    edges.set(this.states.edges);
    this.emphasis = Number(this.emphasise(this.hovered || this.chosen, nodes, edges));
    if (this.hovered && this.chosen) raise(nodes, this.model.node.get(this.chosen)?.index);
    this.nodeMask.touch();
    this.edgeMask.touch();
  }

  private emphasise(id: string, nodes: Uint8Array, edges: Uint8Array): boolean {
    const { model } = this;
    const edge = model.edge.get(id);
    this.linked = [];
    if (!edge && !model.node.has(id)) return false;
    raise(nodes, model.node.get(id)?.index);
    for (const index of edge ? [edge.index] : linksOf(model, model.node.get(id)!)) {
      if (edges[index] < SHOWN && !edge) continue;
      this.linked.push(index);
      raise(edges, index);
      for (const end of [model.edges[index].source, model.edges[index].target]) {
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
    const { bytes } = this.nodeMask;
    drawLabels(context, this.labels, theme, {
      width,
      height,
      scale: sigma.scaleSize(1),
      place: (index) => sigma.framedGraphToViewport(this.positionOf(index)),
      size: (index) => layout.size[index],
      center: sigma.graphToViewport({ x: 0, y: 0 }),
      state: (index) => bytes[index],
      text: (index) => this.name(model.nodes[index]),
      emphasis: this.emphasis === 1,
      chosen: model.node.get(this.chosen)?.index ?? -1,
      most: Math.round(NAMES / Math.min(1, sigma.getCamera().ratio) ** 2),
    });
  }
}

/** Where the finger is, or was when it left. */
const fingerOf = ({ touches, previousTouches }: TouchCoords): Coordinates => touches[0] ?? previousTouches[0];

function raise(states: Uint8Array, index: number | undefined): void {
  if (index !== undefined) states[index] = EMPHASISED;
}

/** Radii in Sigma's frame, as positions are. */
function framedRadii({ size, bounds }: Layout): Float32Array {
  const span = Math.max(bounds.x[1] - bounds.x[0], bounds.y[1] - bounds.y[0]) || 1;
  return size.map((radius) => radius / span);
}

/** The edges of a node. A goal's are its targets' as well: the reader sees them as one place. */
function linksOf(model: Model, { index, kind }: Node): number[] {
  const links: number[] = [];
  forEachLink(model, index, (edge) => {
    links.push(edge.index);
    if (kind === "goal" && edge.kind === "part_of") links.push(...linksOf(model, model.nodes[otherEnd(edge, index)]));
  });
  return links;
}
