/**
 * `npm run bench`: measures the model, the built app and the pages it is compared with, prints a table and writes it to
 * `test/output/bench.json`. With `-- --quick` only small graphs, and each only once.
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
const quick = process.argv.includes("--quick");
const sizes = quick ? SIZES.slice(0, 2) : SIZES;
const visits = quick ? 1 : 3;

const short = (n: number): string => (n < 1000 ? `${n}` : `${n / 1000}k`);
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

async function benchAll(): Promise<Row[]> {
  say("model");
  const rows = [...(await benchModel()), ...(await benchManyAlignments(quick ? 8 : 40))];
  say("build");
  await buildPages(outDir);
  const server = await serve(outDir);
  try {
    const address = server.resolvedUrls!.local[0];
    say("shipped report");
    await writeReport(outDir, "tencent-2020", {}, await shippedModel());
    rows.push(...(await benchApp(address, outDir)));
    rows.push(...(await benchScale(address, outDir, { size: "shipped", name: "tencent-2020", shipped: true }, visits)));
    for (const size of sizes) rows.push(...(await benchSize(address, size)));
  } finally {
    await server.close();
  }
  return rows;
}

/** A busy machine measures itself: its load stands beside the figures. */
const machineNow = () =>
  `${cpus().length} × ${cpus()[0]?.model.trim()}, load ${loadavg()[0].toFixed(1)}, Node ${process.versions.node}`;
const before = machineNow();
const rows = await benchAll();
await mkdir(OUTPUT, { recursive: true });
await writeFile(`${OUTPUT}/bench.json`, `${JSON.stringify({ machine: before, quick, rows }, null, 2)}\n`);
process.stdout.write(`${before}; at the end load ${loadavg()[0].toFixed(1)}\n\n${formatTable(rows)}`);
