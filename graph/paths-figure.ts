/** Connections as a drawing for print: each a chain of nodes, with what the links between them say. */
import type { Edge, Model, Node } from "./build.ts";
import { element, type Figure, INK, label } from "./figure.ts";
import { shorten, textWidth } from "./metrics.ts";
import { nodeMark } from "./node-mark.ts";
import type { Connection } from "./paths.ts";

/** How the drawing speaks; all of it is plain text. */
export interface PathsFigureWords {
  name: (node: Node) => string;
  /** What a link says, read from a node, with its evidence: `serves (E3, stated)`. */
  link: (edge: Edge, from: Node) => string;
  /** The kinds of node that are drawn as shapes, for the legend. */
  kind: (kind: string) => string;
  goal: string;
}

const WIDTH = 960;
const LINE = 28;
const GAP = 8;
const SIZE = 12;
const WIDEST = 320;
/** Where a chain goes on that is too long for a line. */
const INDENT = 24;

/** Something that stands in a line: how wide it is, and its markup at a place. */
interface Piece {
  width: number;
  draw: (x: number, y: number) => string;
}

/** Draws connections one below the other, each in as many lines as it needs. */
export function pathsFigure(model: Model, connections: readonly Connection[], words: PathsFigureWords): Figure {
  let y = LINE / 2;
  let body = "";
  for (const connection of connections) {
    let x = 0;
    for (const piece of piecesOf(model, connection, words)) {
      if (x > INDENT && x + piece.width > WIDTH) {
        x = INDENT;
        y += LINE;
      }
      body += piece.draw(x, y);
      x += piece.width + GAP;
    }
    body += element("path", { d: `M0 ${Math.round(y + LINE / 2) + 0.5}H${WIDTH}`, stroke: INK.line });
    y += LINE + GAP;
  }
  return { width: WIDTH, height: y - LINE / 2, body, legend: legendOf(model, connections, words) };
}

function piecesOf(model: Model, connection: Connection, words: PathsFigureWords): Piece[] {
  const node = (n: Node): Piece => {
    const text = shorten(words.name(n), WIDEST, SIZE);
    const indent = nodeMark(model, n, 0, 0).width + 6;
    const draw = (x: number, y: number) => nodeMark(model, n, x, y).markup + label(x + indent, y + 4, text);
    return { width: indent + textWidth(text, SIZE), draw };
  };
  const relation = (links: readonly Edge[], from: Node): Piece => {
    const text = `${shorten(links.map((edge) => words.link(edge, from)).join(", "), WIDEST, SIZE)} →`;
    return { width: textWidth(text, SIZE), draw: (x, y) => label(x, y + 4, text, { fill: INK.quiet }) };
  };
  return [node(connection[0].from), ...connection.flatMap(({ from, to, links }) => [relation(links, from), node(to)])];
}

function legendOf(model: Model, connections: readonly Connection[], words: PathsFigureWords): Figure["legend"] {
  const nodes = connections.flatMap((connection) => [connection[0].from, ...connection.map((step) => step.to)]);
  const isPlace = ({ kind }: Node) => kind === "goal" || kind === "target";
  const place = nodes.find((node) => node.kind === "goal") ?? nodes.find(isPlace);
  const entities = new Map(nodes.filter((node) => !isPlace(node)).map((node) => [node.kind, node]));
  return [
    ...(place ? [{ sign: smaller(nodeMark(model, place, 0, 11).markup), text: words.goal }] : []),
    ...[...entities].map(([kind, node]) => ({ sign: nodeMark(model, node, 2, 8).markup, text: words.kind(kind) })),
  ];
}

/** A disc as small as a sign of the legend. */
const smaller = (markup: string): string => element("g", { transform: "scale(.7)" }, markup);
