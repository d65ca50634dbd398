/** Connections, profiles and the overlap of goals as sheets: the numbers of the screen, with ids and evidence. */
import type { Edge, Node } from "./build.ts";
import { type Engagement, type Fellow, strongestOf } from "./engagement.ts";
import type { Both, Overlap } from "./overlap.ts";
import type { Connection } from "./paths.ts";
import type { Alignment } from "./schema.ts";
import type { Sheet, SheetColumn } from "./sheet.ts";

type Title =
  | ("connections" | "overlap" | "both" | "profile")
  | ("number" | "step" | "from" | "relation" | "to" | "grade" | "basis" | "years" | "goal" | "id" | "name")
  | ("part" | "kind" | "count" | "detail");
type Part = "goals" | "alone" | "work" | "leftOut" | "below" | "partners" | "units" | "kpis";

/** Titles, and names in the reader's language. */
export interface PathsSheetWords {
  titles: Record<Title, string>;
  parts: Record<Part, string>;
  name: (node: Node) => string;
  kind: (node: Node) => string;
  link: (edge: Edge, from: Node) => string;
  basis: (basis: string) => string;
  unstated: (n: number) => string;
  /** The latest value of a KPI, with its unit and period. */
  latest: (kpi: Node) => string;
}

type Row = Sheet["rows"][number];
const text = (title: string): SheetColumn => ({ title });
const number = (title: string): SheetColumn => ({ title, numeric: true });

/** A row for each link of each step, in the order of the screen. */
export function connectionsSheet(connections: readonly Connection[], words: PathsSheetWords): Sheet {
  const { titles, name } = words;
  const rows = connections.flatMap((connection, i) =>
    connection.flatMap(({ from, to, links }, s) =>
      links.map((edge): Row => {
        const { record, kind } = edge;
        const grade = kind === "alignment" ? (record as Alignment).grade : undefined;
        const basis = record && words.basis(record.basis);
        const link = words.link(edge, from);
        return [i + 1, s + 1, from.id, name(from), link, to.id, name(to), grade, basis, record?.years.join(" ")];
      }),
    ),
  );
  const ids = (end: string) => text(`${end}: ${titles.id}`);
  return {
    name: titles.connections,
    columns: [
      ...[number(titles.number), number(titles.step)],
      ...[ids(titles.from), text(titles.from), text(titles.relation), ids(titles.to), text(titles.to)],
      ...[text(titles.grade), text(titles.basis), text(titles.years)],
    ],
    rows,
  };
}

/** The matrix: a row and a column for each goal. */
export const overlapSheet = ({ goals, counts }: Overlap, { titles, name }: PathsSheetWords): Sheet => ({
  name: titles.overlap,
  columns: [text(titles.goal), text(titles.name), ...goals.map((goal) => number(goal.id))],
  rows: goals.map((goal, i) => [goal.id, name(goal), ...counts[i]]),
});

/** What serves two goals, with the strongest evidence for each. */
export const bothSheet = (goals: readonly [Node, Node], both: readonly Both[], words: PathsSheetWords): Sheet => ({
  name: words.titles.both,
  columns: [
    ...[text(words.titles.id), text(words.titles.name), text(words.titles.kind)],
    ...goals.map((goal) => text(`${words.titles.goal} ${goal.id}`)),
  ],
  rows: both.map(({ node, strongest }) => [
    node.id,
    words.name(node),
    words.kind(node),
    ...strongest.map((alignment) => alignment.grade),
  ]),
});

/** A profile, part by part. */
export function profileSheet(engagement: Engagement, words: PathsSheetWords): Sheet {
  const { titles, parts } = words;
  const row = (part: Part, node: Node, ...[count, grade, detail]: [number?, string?, string?]): Row => [
    ...[parts[part], node.id, words.name(node), words.kind(node)],
    ...[count, grade, detail],
  ];
  const fellow = (part: Part, { node, through }: Fellow) =>
    row(part, node, through.length, undefined, through.map(words.name).join("; "));
  const { goals, alone, work, leftOut, below, partners, units, kpis } = engagement;
  return {
    name: titles.profile,
    columns: [
      ...[text(titles.part), text(titles.id), text(titles.name), text(titles.kind)],
      ...[number(titles.count), text(titles.grade), text(titles.detail)],
    ],
    rows: [
      ...goals.map((g) => row("goals", g.goal, g.alignments.length, g.strongest.grade)),
      ...alone.map((a) => {
        const unstated = a.unstated > 0 ? words.unstated(a.unstated) : undefined;
        return row("alone", a.object, a.alignments.length, strongestOf(a.alignments).grade, unstated);
      }),
      ...work.map((node) => row("work", node)),
      ...leftOut.map((node) => row("leftOut", node)),
      ...below.map((node) => row("below", node)),
      ...partners.map((f) => fellow("partners", f)),
      ...units.map((f) => fellow("units", f)),
      ...kpis.map(({ kpi }) => row("kpis", kpi, undefined, undefined, words.latest(kpi))),
    ],
  };
}
