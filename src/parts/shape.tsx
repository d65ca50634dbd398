/** The shape of a kind as a small picture: the same shapes that the graph draws. */
import { shapeName } from "../../graph/shapes.ts";

const OUTLINES: Record<string, string> = {
  circle: "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11Z",
  square: "M3.2 3.2h9.6v9.6h-9.6Z",
  diamond: "M8 1.6 14.4 8 8 14.4 1.6 8Z",
  triangle: "M8 2.4 14 13H2Z",
  hexagon: "M4.7 2.3h6.6L14.6 8l-3.3 5.7H4.7L1.4 8Z",
};

export function Shape({ kind }: { kind: string }) {
  const [outline, hollow] = shapeName(kind).split(" ");
  return (
    <svg class={hollow ? "shape hollow" : "shape"} viewBox="0 0 16 16" aria-hidden="true">
      <path d={OUTLINES[outline]} />
    </svg>
  );
}
