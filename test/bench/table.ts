/** The report of the benchmark: one table, a quantity a row, ours beside what it is compared with. */
import type { Measure } from "./timing.ts";

/** A line of the report. */
export interface Row {
  name: string;
  unit: "ms" | "kB gz" | "MB";
  ours: Measure;
  sigma?: Measure;
  cosmos?: Measure;
  target?: Target;
}

/** What our median should stay below; a reminder, not a test, since machines differ. */
export interface Target {
  most?: number;
  /** As a share of the median of the page that it is compared with. */
  ofSigma?: number;
  ofCosmos?: number;
}

const HEAD = ["", "Goalgraph", "bare Sigma", "cosmos.gl", "÷ Sigma", "÷ cosmos.gl", "target"];

/** The rows as a table in Markdown, set so that it can be read as it stands; numbers are medians, with the range. */
export function formatTable(rows: Row[]): string {
  const lines = [HEAD, ...rows.map(cells)];
  const widths = HEAD.map((_, i) => Math.max(...lines.map((line) => line[i].length)));
  const rule = widths.map((width, i) => (i ? `${"-".repeat(width - 1)}:` : "-".repeat(width)));
  const pad = (line: string[]) => line.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i])));
  return [pad(HEAD), rule, ...lines.slice(1).map(pad)].map((line) => `| ${line.join(" | ")} |\n`).join("");
}

function cells({ name, unit, ours, sigma, cosmos, target }: Row): string[] {
  const ratios = [sigma, cosmos].map((other) => ratio(ours, other));
  return [`${name}, ${unit}`, range(ours), range(sigma), range(cosmos), ...ratios, target ? verdict(target) : ""];

  function verdict({ most, ofSigma, ofCosmos }: Target): string {
    const limits: [string, number | undefined][] = [];
    if (most !== undefined) limits.push([`${most}`, most]);
    if (ofSigma !== undefined) limits.push([`${ofSigma} Sigma`, sigma && ofSigma * sigma.median]);
    if (ofCosmos !== undefined) limits.push([`${ofCosmos} cosmos.gl`, cosmos && ofCosmos * cosmos.median]);
    // Nothing is over a limit that could not be measured, but what could not be measured itself is.
    const over = limits.some(([, limit]) => ours.median > limit!) || ours.runs === 0;
    return `≤ ${limits.map(([text]) => text).join(", ")}${over ? " (over)" : ""}`;
  }
}

function range(measure: Measure | undefined): string {
  if (!measure) return "";
  if (measure.runs === 0) return "–";
  const { runs, median, min, max } = measure;
  return runs === 1 ? number(median) : `${number(median)} (${number(min)}–${number(max)})`;
}

const ratio = (ours: Measure, other: Measure | undefined): string =>
  other && ours.runs > 0 && other.runs > 0 ? number(ours.median / other.median) : "";

const number = (n: number): string => n.toFixed(n < 10 ? 2 : n < 100 ? 1 : 0);
