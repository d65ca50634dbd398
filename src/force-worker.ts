/** Runs the force layout away from the page, step by step. Who wants it to stop ends the worker. */
import { forceGraph, forceStep } from "../graph/force.ts";
import type { ForceColumns } from "../graph/force-columns.ts";

export interface ForceAnswer {
  /** Iterations so far, of at most so many. */
  done: number;
  most: number;
  x: Float32Array;
  y: Float32Array;
  /** Whether these places are the last. */
  settled: boolean;
}

const STEP = 10;
const MOST = 400;
/** A mean way in one iteration, in the units of the layout, that no one sees any more. */
const STILL = 0.25;

self.onmessage = ({ data }: MessageEvent<ForceColumns>) => {
  const graph = forceGraph(data);
  let settled = false;
  for (let done = STEP; !settled; done += STEP) {
    settled = forceStep(graph, data, STEP) < STILL || done >= MOST;
    const [x, y] = [data.x.slice(), data.y.slice()];
    const answer: ForceAnswer = { done, most: MOST, x, y, settled };
    self.postMessage(answer, { transfer: [x.buffer, y.buffer] });
  }
};
