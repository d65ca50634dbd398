/** The same graphs in the app, on a bare Sigma page and on a cosmos.gl page, side by side. */
import { kilobytes } from "./served.ts";
import type { Row, Target } from "./table.ts";
import { measure } from "./timing.ts";
import { type Figures, noFigures, type Subject, visit, visitToDrag } from "./visit.ts";

/** A report in the folder that is served. */
export interface Report {
  /** What the table calls it. */
  size: string;
  /** Its folder; the shipped report needs no name in the address. */
  name: string;
  shipped?: boolean;
}

const PAGES = ["ours", "sigma", "cosmos"] as const;
type PageName = (typeof PAGES)[number];

/** The app shows everything, as the other pages do: passing mentions, and what is not aligned. */
function subjectOf(page: PageName, server: string, { name, shipped }: Report): Subject {
  if (page === "ours") {
    const report = shipped ? "" : `report=${name}&`;
    return { address: `${server}?${report}all=1&related=1`, filters: ".facet-goal a", stage: ".stage" };
  }
  const graph = `../data/${name}/graph.${page === "sigma" ? "json" : "bin"}`;
  return { address: `${server}${page}/?graph=${graph}`, filters: "nav button", stage: "#stage" };
}

const ROWS: {
  name: string;
  figure: keyof Figures;
  unit: Row["unit"];
  target: (report: Report) => Target | undefined;
}[] = [
  {
    name: "first frame submitted",
    figure: "first",
    unit: "ms",
    target: ({ size }) => (/^(500|10k|50k) /.test(size) ? { ofSigma: 1 } : undefined),
  },
  {
    name: "filter submitted",
    figure: "filter",
    unit: "ms",
    target: ({ size, shipped }) => ({
      most: shipped ? 5 : { "10k": 16, "100k": 60 }[size.split(" ")[0]],
      ofSigma: shipped ? undefined : 0.1,
      ofCosmos: /^(10k|50k) /.test(size) ? 1 : undefined,
    }),
  },
  { name: "filter submitted, with waiting for the frame", figure: "filterPassed", unit: "ms", target: () => undefined },
  { name: "work for a frame while dragging", figure: "drag", unit: "ms", target: () => ({ ofSigma: 0.25 }) },
  { name: "heap", figure: "heap", unit: "MB", target: () => undefined },
  {
    name: "heap and typed arrays",
    figure: "memory",
    unit: "MB",
    target: ({ size }) => (size.startsWith("100k") ? { most: 250 } : undefined),
  },
];

/**
 * Visits the three pages by turns, so that a busy moment of the machine meets all alike.
 *
 * @param folder what is served, to weigh the code that each page asks for.
 */
export async function benchScale(server: string, folder: string, report: Report, runs: number): Promise<Row[]> {
  const figures: Record<PageName, Figures> = { ours: noFigures(), sigma: noFigures(), cosmos: noFigures() };
  const asked: Record<PageName, Set<string>> = { ours: new Set(), sigma: new Set(), cosmos: new Set() };
  for (let run = 0; run < runs; run++) {
    for (const page of PAGES) {
      const say = (reason: string) => process.stderr.write(`${page} at ${report.size}: ${reason}\n`);
      const subject = subjectOf(page, server, report);
      await visit(subject, figures[page], (paths) => (asked[page] = paths), say);
      await visitToDrag(subject, figures[page], say);
    }
  }
  const rows = ROWS.map(({ name, figure, unit, target }): Row => {
    const of = (page: PageName) => measure(figures[page][figure]);
    const name_ = `${report.size}: ${name}`;
    return { name: name_, unit, ours: of("ours"), sigma: of("sigma"), cosmos: of("cosmos"), target: target(report) };
  });
  if (!report.shipped) return rows;
  const code = async (page: PageName) => measure([(await kilobytes(folder, asked[page])).code]);
  const codes = { ours: await code("ours"), sigma: await code("sigma"), cosmos: await code("cosmos") };
  return [{ name: `${report.size}: first load, code`, unit: "kB gz", ...codes, target: { most: 100 } }, ...rows];
}
