/**
 * Draws a filtered report twice, in a page of the test: through the mask, as the app does, and through reducers, as
 * Sigma would have it: a function decides for each item whether and how it is drawn, and only those are handed on.
 */
import { buildModel } from "../../../graph/build.ts";
import { goalRing } from "../../../graph/layout.ts";
import { readPackage } from "../../../graph/package.ts";
import { parseQuery } from "../../../graph/query.ts";
import { GHOST, HIDDEN, SHOWN, select } from "../../../graph/select.ts";
import type { Column } from "../../../src/canvas/columns.ts";
import { EDGE_FRAGMENT, EDGE_VERTEX } from "../../../src/canvas/edges.ts";
import { Layer, type LayerSpec } from "../../../src/canvas/layer.ts";
import { Mask } from "../../../src/canvas/mask.ts";
import { FADES, HOLLOW, NODE_FRAGMENT, NODE_VERTEX } from "../../../src/canvas/nodes.ts";
import { pictureOf } from "../../../src/canvas/picture.ts";
import { urlSource } from "../../../src/sources.ts";

const SIZE = 700;
const THEME = { ink: "#1c1e21", quiet: "#5d636b", ground: "#fbfaf7", node: "#6b7480", edge: "#8b929b", font: "serif" };
/** Opacity of a ghost, and of one that becomes an outline. */
const GHOSTLY = { plain: 0.13, outline: 0.55 };

export interface Comparison {
  /** Items that the reducers let through, of how many. */
  kept: number;
  all: number;
  /** Pixels that are not ground. */
  drawn: number;
  /** The largest difference of a channel between the two pictures, of 255. */
  difference: number;
}

/** Compares both pictures of a query on a report that lies at these addresses. */
export async function compare(report: string, framework: string, search: string): Promise<Comparison> {
  const model = buildModel(await readPackage(urlSource(report), urlSource(framework)));
  const { query, unknown } = parseQuery(search, model);
  if (unknown.length > 0) throw new Error(`not known: ${JSON.stringify(unknown)}`);
  const states = select(model, query);
  const picture = pictureOf(model, goalRing(model), THEME);
  const masked = draw([
    { ...EDGES, count: model.edges.length, columns: () => [...picture.edges, maskOf(states.edges)] },
    { ...NODES, count: model.nodes.length, columns: () => [...picture.nodes, maskOf(states.nodes)] },
  ]);
  const edges = reduce(picture.edges, states.edges);
  const nodes = reduce(picture.nodes, states.nodes);
  const reduced = draw([
    { ...EDGES, ...edges },
    { ...NODES, ...nodes },
  ]);
  let drawn = 0;
  let difference = 0;
  for (let i = 0; i < masked.length; i++) {
    drawn += Number(i % 4 === 3 && masked[i] > 0);
    difference = Math.max(difference, Math.abs(masked[i] - reduced[i]));
  }
  return { kept: edges.count + nodes.count, all: model.edges.length + model.nodes.length, drawn, difference };
}

const EDGES = { vertex: EDGE_VERTEX, fragment: EDGE_FRAGMENT };
const NODES = { vertex: NODE_VERTEX, fragment: NODE_FRAGMENT };

function maskOf(states: Uint8Array): Column {
  const mask = new Mask(states.length);
  mask.bytes.set(states);
  mask.touch();
  return mask.column;
}

/** The items that are drawn, with the looks that their state gives them; to the mask they are all simply shown. */
function reduce(columns: Column[], states: Uint8Array): Pick<LayerSpec, "count" | "columns"> {
  const kept = [...states.keys()].filter((item) => states[item] !== HIDDEN);
  const reduced = columns.map((column): Column => {
    const values = kept.flatMap((item) => [...column.data.subarray(item * column.size, (item + 1) * column.size)]);
    return {
      ...column,
      data: column.data instanceof Float32Array ? Float32Array.from(values) : Uint8Array.from(values),
    };
  });
  const named = (name: string) => reduced.find((column) => column.name === name);
  for (const [i, item] of kept.entries()) {
    if (states[item] !== GHOST) continue;
    const shape = named("u_shape")!.data;
    const fades = shape[i] >= FADES;
    if (fades) shape[i] += HOLLOW - FADES;
    named("u_color")!.data[4 * i + 3] = 255 * (fades ? GHOSTLY.outline : GHOSTLY.plain);
  }
  const all = new Uint8Array(kept.length).fill(SHOWN);
  return { count: kept.length, columns: () => [...reduced, maskOf(all)] };
}

/** Draws layers as Sigma's camera shows the whole ring; returns the pixels. */
function draw(layers: LayerSpec[]): Uint8Array {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [SIZE, SIZE];
  const gl = canvas.getContext("webgl2")!;
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  // From the unit square of the frame to the square of WebGL.
  const matrix = Float32Array.of(2, 0, 0, 0, 2, 0, -1, -1, 1);
  const params = { matrix, width: SIZE, height: SIZE, pixelRatio: 1, sizeRatio: 3 };
  for (const spec of layers) new Layer(gl, spec).render(params as unknown as Parameters<Layer["render"]>[0], 0);
  const pixels = new Uint8Array(SIZE * SIZE * 4);
  gl.readPixels(0, 0, SIZE, SIZE, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  return pixels;
}
