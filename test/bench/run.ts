/**
 * `npm run bench`: measures the model, the built app and the pages it is compared with, prints a table and writes it to
 * `test/output/bench.json`. With `-- --quick` only small graphs, and each only once; with `-- shipped 50k` only these parts.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { benchApp } from "./app.ts";
import { generate, type Size } from "./generate.ts";
import { benchManyAlignments, benchModel, benchModelOf, modelOf, shippedModel } from "./model.ts";
import { benchScale } from "./scale.ts";
import { buildPages, serve, writeReport } from "./served.ts";
import { formatTable, type Row } from "./table.ts";

const OUTPUT = "test/output";
const outDir = `${OUTPUT}/bench`;
const SIZES: Size[] = [
  { nodes: 500, edges: 1_500 },
  { nodes: 10_000, edges: 30_000 },
  { nodes: 50_000, edges: 150_000 },
  { nodes: 100_000, edges: 300_000 },
];
const short = (n: number): string => (n < 1000 ? `${n}` : `${n / 1000}k`);
const quick = process.argv.includes("--quick");
const only = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const isWanted = (part: string): boolean => only.length === 0 || only.includes(part);
const sizes = (quick && only.length === 0 ? SIZES.slice(0, 2) : SIZES).filter(({ nodes }) => isWanted(short(nodes)));
const visits = quick ? 1 : 3;

const say = (line: string) => process.stderr.write(`${line} …\n`);

async function benchSize(server: string, size: Size): Promise<Row[]> {
  const name = `made-${size.nodes}`;
  const label = `${short(size.nodes)} / ${short(size.edges)}`;
  say(label);
  const files = generate(size);
  await writeReport(outDir, name, files, await modelOf(files));
  const model = await benchModelOf(label, files, quick ? 3 : 5);
  return [...model, ...(await benchScale(server, outDir, { size: label, name }, visits))];
}

/** The rows, part by part: what is measured is not lost when a later part fails. */
async function* benchAll(): AsyncGenerator<Row[]> {
  if (isWanted("model")) {
    say("model");
    yield await benchModel();
    yield await benchManyAlignments(quick ? 8 : 40);
  }
  say("build");
  await buildPages(outDir);
  const server = await serve(outDir);
  try {
    const address = server.resolvedUrls!.local[0];
    if (isWanted("shipped")) {
      say("shipped report");
      await writeReport(outDir, "tencent-2020", {}, await shippedModel());
      yield await benchApp(address, outDir);
      yield await benchScale(address, outDir, { size: "shipped", name: "tencent-2020", shipped: true }, visits);
    }
    for (const size of sizes) yield await benchSize(address, size);
  } finally {
    await server.close();
  }
}

/** A busy machine measures itself: its load stands beside the figures. */
const machineNow = () =>
  `${cpus().length} × ${cpus()[0]?.model.trim()}, load ${loadavg()[0].toFixed(1)}, Node ${process.versions.node}`;
const before = machineNow();
const rows: Row[] = [];
for await (const part of benchAll()) {
  rows.push(...part);
  await mkdir(OUTPUT, { recursive: true });
  await writeFile(`${OUTPUT}/bench.json`, `${JSON.stringify({ machine: before, quick, rows }, null, 2)}\n`);
}
process.stdout.write(`${before}; at the end load ${loadavg()[0].toFixed(1)}\n\n${formatTable(rows)}`);
