/** Chooses how the map is laid out: the goal ring, or forces reckoned in a worker, with progress and a stop. */
import type { Signal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { forceColumns } from "../../graph/force-columns.ts";
import type { GraphCanvas } from "../canvas/canvas.ts";
import type { ForceAnswer } from "../force-worker.ts";
import { t } from "../i18n/index.ts";
import { layout, loaded, selection } from "../state.ts";

/** How the map is laid out now. */
export interface Run {
  layout: "ring" | "force";
  /** Share of the iterations that are done, while it runs. */
  progress?: number;
}

export function LayoutControl({ canvas, run }: { canvas: GraphCanvas; run: Signal<Run> }) {
  const forceButton = useRef<HTMLButtonElement>(null);
  const stopButton = useRef<HTMLButtonElement>(null);
  // The stop button goes when the run ends: who stands on it is not left without a place.
  const leave = () => {
    if (stopButton.current && document.activeElement === stopButton.current) forceButton.current?.focus();
  };
  const { start, stop, reset, end } = useMemo(() => createForce(canvas, run, leave), [canvas]);
  useEffect(() => {
    run.value = { layout: "ring" };
    return end;
  }, [canvas]);
  const words = t.value.graph;
  const { layout, progress } = run.value;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what a form sends.
    <div class="layout" role="group" aria-label={words.layout}>
      <button type="button" aria-pressed={layout === "ring"} onClick={reset}>
        {words.ring}
      </button>
      <button ref={forceButton} type="button" aria-pressed={layout === "force"} onClick={start}>
        {words.force}
      </button>
      {progress !== undefined && (
        <>
          <progress aria-label={words.forceProgress} value={progress} />
          <button ref={stopButton} type="button" onClick={stop}>
            {words.stop}
          </button>
        </>
      )}
    </div>
  );
}

/** The three things one can do; all begin by ending what runs. */
function createForce(canvas: GraphCanvas, run: Signal<Run>, leave: () => void) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let worker: Worker | undefined;
  /** The places that were reckoned last, also where only the end is shown. */
  let last: ForceAnswer | undefined;
  const end = () => {
    worker?.terminate();
    worker = undefined;
    leave();
  };
  const show = () => {
    if (last) canvas.setPositions(last.x, last.y);
  };
  const take = (answer: ForceAnswer) => {
    last = answer;
    run.value = { layout: "force", progress: answer.done / answer.most };
    if (answer.settled) stop();
    else if (!still) show();
  };
  const stop = () => {
    if (!last) return reset();
    end();
    run.value = { layout: "force" };
    show();
    canvas.fit();
  };
  const start = () => {
    end();
    last = undefined;
    run.value = { layout: "force", progress: 0 };
    const model = loaded.value!;
    worker = new Worker(new URL("../force-worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<ForceAnswer>) => take(data);
    worker.onerror = reset;
    worker.postMessage(forceColumns(model, layout.value!, selection.value!));
  };
  const reset = () => {
    end();
    run.value = { layout: "ring" };
    const { x, y } = layout.value!;
    canvas.setPositions(x, y);
    canvas.reset();
  };
  return { start, stop, reset, end };
}
