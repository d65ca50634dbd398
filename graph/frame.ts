/**
 * The frame of a figure: a picture that stands by itself. Above the figure its title, the question it answers and what
 * was filtered; below it what its signs mean and where it comes from.
 */
import { element, escapeXml, type Figure, FONT, INK, type LegendEntry, label } from "./figure.ts";
import { textWidth, wrap } from "./metrics.ts";

/** What stands around a figure. All of it is plain text. */
export interface Caption {
  /** Title of the report. */
  title: string;
  /** The question that the view answers. */
  question: string;
  /** What is selected: active filters, whose reading, how many. A paragraph each. */
  selected: readonly string[];
  /** Report, method, package, licence, date, address. A paragraph each. */
  source: readonly string[];
  /** Language of the texts, as a tag of BCP 47: it decides how Han signs are drawn. */
  language: string;
}

const MARGIN = 24;
const SMALL = 11;
/** A figure that is narrower than this would leave its caption no room. */
const NARROWEST = 560;
const LEADING = 1.45;
const SIGN = 16;

interface Block {
  height: number;
  /** Markup, from the top of the block down. */
  markup: string;
}

/** A figure in its frame, as an SVG document of its own: no scripts, no styles, nothing asked of elsewhere. */
export function frameFigure(figure: Figure, caption: Caption): string {
  const inner = Math.max(figure.width, NARROWEST);
  const rule = element("path", { d: `M0 .5H${Math.round(inner)}`, stroke: INK.line });
  const blocks: Block[] = [
    paragraph(caption.title, inner, { "font-size": 18, "font-weight": 600 }),
    paragraph(caption.question, inner, { "font-size": 14 }),
    gap(4),
    ...caption.selected.map((text) => paragraph(text, inner, { "font-size": 12, fill: INK.quiet })),
    gap(14),
    { height: figure.height, markup: figure.body },
    gap(14),
    legend(figure.legend, inner),
    gap(10),
    { height: 8, markup: rule },
    ...caption.source.map((text) => paragraph(text, inner, { "font-size": SMALL, fill: INK.quiet })),
  ];
  let y = MARGIN;
  let body = "";
  for (const { height, markup } of blocks) {
    if (markup) body += element("g", { transform: `translate(${MARGIN} ${Math.round(y)})` }, markup);
    y += height;
  }
  return documentOf(Math.ceil(inner + 2 * MARGIN), Math.ceil(y + MARGIN), body, caption);
}

function documentOf(width: number, height: number, body: string, { title, question, language }: Caption): string {
  const content =
    element("title", {}, escapeXml(`${title} · ${question}`)) +
    element("rect", { width, height, fill: INK.ground }) +
    body;
  const root = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      version: "1.1",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      "xml:lang": language,
      "font-family": FONT,
      role: "img",
    },
    content,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

const gap = (height: number): Block => ({ height, markup: "" });

/** A text in as many lines as it needs. */
function paragraph(text: string, width: number, attributes: { "font-size": number } & Record<string, string | number>) {
  const size = attributes["font-size"];
  // Bold is wider.
  const room = attributes["font-weight"] ? width * 0.87 : width;
  const lines = wrap(text, room, size);
  const height = size * LEADING;
  const markup = lines.map((line, i) => label(0, i * height + size, line, attributes)).join("");
  return { height: lines.length * height, markup };
}

/** Signs and their meanings in rows. */
function legend(entries: readonly LegendEntry[], width: number): Block {
  const [row, apart] = [22, 20];
  let [x, y] = [0, 0];
  let markup = "";
  for (const { sign, text } of entries) {
    const lines = wrap(text, width - SIGN - 6, 12);
    const own = SIGN + 6 + Math.max(0, ...lines.map((line) => textWidth(line, 12)));
    if (x > 0 && x + own > width) {
      x = 0;
      y += row;
    }
    const words = lines.map((line, i) => label(SIGN + 6, 12.5 + i * 17, line)).join("");
    markup += element("g", { transform: `translate(${Math.round(x)} ${y})` }, sign + words);
    y += (lines.length > 1 ? lines.length - 1 : 0) * 17;
    x += own + apart;
  }
  return { height: entries.length > 0 ? y + row : 0, markup };
}
