/** One line of the report: a quantity measured several times, and what it may cost. */
export interface Measure {
  name: string;
  unit: "ms" | "kB gz";
  runs: number;
  median: number;
  min: number;
  max: number;
  /** The median should stay below it; a reminder, not a test, since machines differ. */
  budget?: number;
}

/** Sums up the values of a quantity. */
export function measure(name: string, values: number[], budget?: number, unit: Measure["unit"] = "ms"): Measure {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { name, unit, runs: sorted.length, median, min: sorted[0], max: sorted[sorted.length - 1], budget };
}

/** Times a function: a few runs to warm up, then those that count. */
export function time(name: string, runs: number, work: () => unknown, budget?: number): Measure {
  for (let i = 0; i < runs / 4; i++) work();
  const values = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return measure(name, values, budget);
}

const HEAD = ["", "median", "min", "max", "runs", "budget"];

/** The measures as a table of text, numbers to the right. */
export function formatTable(measures: Measure[]): string {
  const rows = [HEAD, ...measures.map(cells)];
  const widths = HEAD.map((_, i) => Math.max(...rows.map((row) => widthOf(row[i]))));
  const pad = (cell: string, i: number) => " ".repeat(widths[i] - widthOf(cell));
  const line = (row: string[]) => row.map((cell, i) => (i ? pad(cell, i) + cell : cell + pad(cell, i))).join("  ");
  return `${rows.map((row) => line(row).trimEnd()).join("\n")}\n`;
}

/** Columns of a terminal: Chinese takes two. */
const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > "\u2e80" ? 2 : 1), 0);

function cells({ name, unit, runs, median, min, max, budget }: Measure): string[] {
  const number = (n: number) => n.toFixed(n < 10 ? 2 : n < 100 ? 1 : 0);
  const limit = budget === undefined ? "" : `${budget}${median > budget ? " over" : ""}`;
  return [name, `${number(median)} ${unit}`, number(min), number(max), String(runs), limit];
}
