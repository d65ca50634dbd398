/** What is taken from the map: the picture of it, and what it shows by rows. */
import { useEffect, useRef } from "preact/hooks";
import { element, type Figure, FONT } from "../../../graph/figure.ts";
import { type Drawn, graphFigure } from "../../../graph/graph-figure.ts";
import { sheetOf } from "../../../graph/listing.ts";
import { t } from "../../i18n/index.ts";
import { kindName } from "../../parts/names.ts";
import { Take } from "../../parts/take.tsx";
import { layout, model, nameOf, selection } from "../../state.ts";
import { words } from "../../take/words.ts";
import { alignments, entities } from "../table/lists.ts";

export interface TakeGraphProps {
  /** What the canvas draws now; nothing where this browser has none. */
  drawn?: () => Drawn | undefined;
  /** Whether the map is the goal ring. */
  ring: boolean;
}

export function TakeGraph({ drawn, ring }: TakeGraphProps) {
  const figure = () => {
    const { graph } = t.value;
    return graphFigure(model(), drawn?.() ?? selected(), nameOf, {
      goal: graph.legendGoal,
      target: graph.legendTarget,
      stated: graph.legendStated,
      curated: graph.legendCurated,
      ghost: graph.legendGhost,
      ghostsLeftOut: words.value.ghostsLeftOut,
      place: ring ? graph.legendPlace : undefined,
      kind: kindName,
    });
  };
  return (
    <>
      <Take name="graph" figure={figure} sheets={listings} />
      <OnPaper figure={figure} />
    </>
  );
}

/** The map for the printer, which takes no picture from WebGL; drawn when the browser begins to print. */
function OnPaper({ figure }: { figure: () => Figure }) {
  const box = useRef<HTMLDivElement>(null);
  const draw = useRef(figure);
  draw.current = figure;
  useEffect(() => {
    const print = () => box.current!.replaceChildren(drawingOf(draw.current()));
    const clear = () => box.current!.replaceChildren();
    addEventListener("beforeprint", print);
    addEventListener("afterprint", clear);
    return () => {
      removeEventListener("beforeprint", print);
      removeEventListener("afterprint", clear);
    };
  }, []);
  return <div ref={box} class="map-on-paper" />;
}

function drawingOf({ width, height, body }: Figure): Element {
  const viewBox = `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`;
  const svg = element("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox, "font-family": FONT }, body);
  return new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
}

/** The selection on the ring: what the canvas would draw. */
const selected = (): Drawn => {
  const { nodes, edges } = selection.value!;
  return { layout: layout.value!, nodes, edges, emphasis: false, chosen: "" };
};

function listings() {
  const { table } = t.value;
  return [
    sheetOf(table.alignments, alignments.value.rows, alignments.value.columns),
    sheetOf(table.entities, entities.value.rows, entities.value.columns),
  ];
}
