/** The shape of each kind, the same in lists, on the map and in pictures. */

const SHAPES: Record<string, string> = {
  initiatives: "circle",
  products: "square",
  labs: "diamond",
  units: "hexagon",
  publications: "triangle",
  partners: "circle hollow",
  standards: "square hollow",
  awards: "diamond hollow",
  kpis: "hexagon hollow",
};

/** The name of a kind's shape, `hollow` for an outline; a kind that a package brings along is a hollow triangle. */
export const shapeName = (kind: string): string => SHAPES[kind] ?? "triangle hollow";
