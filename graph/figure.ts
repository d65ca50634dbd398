/**
 * Figures: what a view shows as a drawing that stands by itself, in SVG. A view draws its body; the frame around it
 * (title, filters, legend, source, date) is the same for all.
 */

/** A drawing, and what its signs mean. */
export interface Figure {
  /** In pixels of the drawing; the frame adds its own room. */
  width: number;
  height: number;
  /** SVG markup inside the drawing, whose texts are escaped: made with `element` and `label`. */
  body: string;
  legend: LegendEntry[];
}

export interface LegendEntry {
  /** SVG markup within a square of 16 by 16. */
  sign: string;
  text: string;
}

/** Colours and type of a figure: it is made to be printed, so it is the same whatever the colours of the screen. */
export const INK = { ink: "#1c1e21", quiet: "#5d636b", line: "#dedad2", ground: "#ffffff", accent: "#2b4c7e" } as const;
export const FONT =
  "system-ui, 'Segoe UI', 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Escapes a text for markup; signs that XML has no place for go. */
export const escapeXml = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get in
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[&<>"]/g, (c) => ESCAPES[c]);

/** An element; `undefined` attributes are left out, all others escaped. `children` is markup. */
export function element(name: string, attributes: Record<string, string | number | undefined>, children = ""): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(typeof value === "number" ? String(round(value)) : value!)}"`)
    .join("");
  return children ? `<${name}${written}>${children}</${name}>` : `<${name}${written}/>`;
}

/** A line of text; `x` and `y` are where it begins on its base line. */
export const label = (
  x: number,
  y: number,
  text: string,
  attributes: Record<string, string | number | undefined> = {},
): string => element("text", { x, y, "font-size": 12, fill: INK.ink, ...attributes }, escapeXml(text));

/** Hundredths of a pixel are enough. */
const round = (n: number): number => Math.round(n * 100) / 100;
