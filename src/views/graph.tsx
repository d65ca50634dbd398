/** The graph view: the goal ring on a canvas, its buttons and keys, its legend. */
import { computed, effect, type Signal, useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Layout } from "../../graph/layout.ts";
import { type CanvasEvents, GraphCanvas, hasWebGL } from "../canvas/canvas.ts";
import type { Theme } from "../canvas/picture.ts";
import { t } from "../i18n/index.ts";
import { Empty } from "../parts/empty.tsx";
import { LayoutControl, type Run } from "../parts/layout-control.tsx";
import { kindName } from "../parts/names.ts";
import { Shape } from "../parts/shape.tsx";
import { go, href, layout, loaded, model, nameOf, query, selection } from "../state.ts";
import { dark } from "../theme.ts";
import type { TakeGraphProps } from "./graph/take.tsx";

type Trouble = "none" | "missing" | "lost";

export function GraphView() {
  const trouble = useSignal<Trouble>("none");
  /** Counts the canvases: a lost one is replaced, its state is in the signals. */
  const attempt = useSignal(0);
  const canvas = useSignal<GraphCanvas | undefined>(undefined);
  const run = useSignal<Run>({ layout: "ring" });
  const redraw = () => {
    trouble.value = "none";
    attempt.value++;
  };
  // Once opened the map stays, out of sight behind other views: to make it anew takes longer than to change to any of them.
  const away = query.value.view !== "graph";
  useLayoutEffect(() => canvas.value?.setAway(away), [away, canvas.value]);
  return (
    <section class={away ? "graph away" : "graph"} aria-label={t.value.graph.label}>
      <div class="map">
        {trouble.value !== "missing" && layout.value && (
          <Stage
            key={attempt.value}
            layout={layout.value}
            canvas={canvas}
            onTrouble={(found) => {
              trouble.value = found;
            }}
            onRestored={redraw}
          />
        )}
        {trouble.value !== "none" && <TroubleNotice trouble={trouble.value} onRedraw={redraw} />}
        {!away && selection.value?.alignments === 0 && selection.value.entities === 0 && <Empty />}
        {!away && layout.value && <TakeLater drawn={() => canvas.value?.drawn} ring={run.value.layout === "ring"} />}
        {trouble.value === "none" && canvas.value && (
          <>
            <LayoutControl canvas={canvas.value} run={run} />
            <Buttons canvas={canvas.value} />
          </>
        )}
      </div>
      <Legend ring={run.value.layout === "ring"} />
    </section>
  );
}

/** Fetched once the map is there: who looks doesn't wait for who takes. */
function TakeLater(props: TakeGraphProps) {
  const part = useSignal<ComponentType<TakeGraphProps> | undefined>(undefined);
  useEffect(() => {
    void import("./graph/take.tsx").then(({ TakeGraph }) => {
      part.value = TakeGraph;
    });
  }, []);
  const Part = part.value;
  return Part ? <Part {...props} /> : null;
}

interface StageProps {
  layout: Layout;
  canvas: Signal<GraphCanvas | undefined>;
  onTrouble: (trouble: Trouble) => void;
  onRestored: () => void;
}

/** The box that Sigma draws in. One canvas for the life of the view; signals feed it. */
function Stage({ layout, canvas, onTrouble, onRestored }: StageProps) {
  const box = useRef<HTMLDivElement>(null);
  // Before the page is painted, so that the map comes with it and not a frame later.
  useLayoutEffect(() => {
    const graph = createCanvas(box.current!, layout, {
      open: (item) => go({ item }),
      focus: (focus) => go({ focus, item: focus }),
      lost: () => onTrouble("lost"),
      restored: onRestored,
    });
    if (!graph) return onTrouble("missing");
    canvas.value = graph;
    const stop = feed(graph, box.current!);
    const observer = new ResizeObserver(() => graph.resize());
    observer.observe(box.current!);
    return () => {
      stop();
      observer.disconnect();
      canvas.value = undefined;
      graph.kill();
    };
  }, [layout]);
  return (
    <div
      ref={box}
      class="stage"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the map is moved by keys, so it must take the focus.
      tabIndex={0}
      aria-label={`${t.value.graph.label}. ${t.value.graph.hint}`}
      onKeyDown={(event) => canvas.value && steer(canvas.value, event)}
    />
  );
}

/** A canvas in the box, or nothing where the browser can't draw one. */
function createCanvas(box: HTMLElement, layout: Layout, events: CanvasEvents): GraphCanvas | undefined {
  try {
    return new GraphCanvas(box, model(), layout, themeOf(box), events);
  } catch (error) {
    if (hasWebGL()) throw error;
    return undefined;
  }
}

/** Lets a canvas follow the signals, as soon as they change; returns how to stop. */
function feed(graph: GraphCanvas, box: HTMLElement): () => void {
  const shown = model();
  const item = computed(() => query.value.item);
  let reach = "";
  const effects = [
    effect(() => {
      // Another report brings a canvas of its own.
      if (loaded.value !== shown) return;
      graph.setStates(selection.value!.nodes, selection.value!.edges);
      const { focus, steps, related } = query.peek();
      const before = reach;
      reach = `${focus} ${focus && steps} ${related}`;
      // What a focus or the related entities bring in may lie outside the view, and what they leave may be far from it.
      if (before && before !== reach) graph.fit();
    }),
    effect(() => graph.setChosen(item.value)),
    effect(() => {
      // Reads the language through `nameOf`, so a change of language draws the names anew.
      nameOf(shown.nodes[0]);
      graph.setNames(nameOf);
    }),
    effect(() => {
      void dark.value;
      graph.setTheme(themeOf(box));
    }),
  ];
  return () => {
    for (const stop of effects) stop();
  };
}

const STEP = 0.12;

function steer(canvas: GraphCanvas, event: KeyboardEvent): void {
  const keys: Record<string, () => void> = {
    ArrowLeft: () => canvas.pan(-STEP, 0),
    ArrowRight: () => canvas.pan(STEP, 0),
    ArrowUp: () => canvas.pan(0, STEP),
    ArrowDown: () => canvas.pan(0, -STEP),
    "+": () => canvas.zoom(1.5),
    "=": () => canvas.zoom(1.5),
    "-": () => canvas.zoom(1 / 1.5),
    "0": () => canvas.fit(),
    Home: () => canvas.reset(),
  };
  const act = keys[event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  act();
}

function themeOf(element: HTMLElement): Theme {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: read("--ink"),
    quiet: read("--quiet"),
    ground: read("--ground"),
    node: read("--node"),
    edge: read("--edge"),
    font: style.fontFamily,
  };
}

function Buttons({ canvas }: { canvas: GraphCanvas }) {
  const words = t.value.graph;
  const buttons = [
    ["+", words.zoomIn, () => canvas.zoom(1.5)],
    ["−", words.zoomOut, () => canvas.zoom(1 / 1.5)],
    ["⤢", words.fit, () => canvas.fit()],
    ["◯", words.reset, () => canvas.reset()],
  ] as const;
  return (
    <div class="zoom" role="toolbar" aria-label={words.label}>
      {buttons.map(([sign, label, act]) => (
        <button key={sign} type="button" aria-label={label} title={label} onClick={act}>
          <span aria-hidden="true">{sign}</span>
        </button>
      ))}
    </div>
  );
}

function TroubleNotice({ trouble, onRedraw }: { trouble: Trouble; onRedraw: () => void }) {
  const words = t.value.graph;
  return (
    <div class="trouble" role="alert">
      <p>{trouble === "lost" ? words.lost : words.noWebGL}</p>
      <p>
        <a href={href({ view: "table" })}>{words.useTable}</a>
      </p>
      {trouble === "lost" && (
        <button type="button" onClick={onRedraw}>
          {words.restore}
        </button>
      )}
    </div>
  );
}

function Legend({ ring }: { ring: boolean }) {
  const words = t.value.graph;
  const kinds = model().pack.kinds.filter((k) => k.rows.length > 0);
  return (
    <details class="legend" open={innerWidth > 820}>
      <summary>{words.legend}</summary>
      <ul>
        <li>
          <span class="disc small legend-goal">1</span> {words.legendGoal}
        </li>
        <li>
          <svg class="shape" viewBox="0 0 16 16" aria-hidden="true">
            <circle cx="5" cy="8" r="3" />
            <circle cx="12.5" cy="8" r="2.5" fill="none" />
          </svg>
          {words.legendTarget}
        </li>
        {kinds.map((kind) => (
          <li key={kind.name}>
            <Shape kind={kind.name} /> {kindName(kind.name)}
          </li>
        ))}
        <li>
          <Line /> {words.legendStated}
        </li>
        <li>
          <Line dash="4 3" /> {words.legendCurated}
        </li>
        {ring && <li class="quiet">{words.legendPlace}</li>}
      </ul>
    </details>
  );
}

function Line({ dash }: { dash?: string }) {
  return (
    <svg class="line" viewBox="0 0 20 8" aria-hidden="true">
      <path d="M0 4h20" stroke-dasharray={dash} />
    </svg>
  );
}
