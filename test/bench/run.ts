/** `npm run bench`: measures the model and the built app, prints a table and writes it to `test/output/bench.json`. */
import { mkdir, writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { build, preview } from "vite";
import { benchApp } from "./app.ts";
import { benchModel } from "./model.ts";
import { formatTable, type Measure } from "./timing.ts";

const OUTPUT = "test/output";
/** A build of its own, so that `dist/` may change meanwhile. */
const outDir = `${OUTPUT}/bench`;
const config = { build: { outDir }, logLevel: "warn" } as const;

async function benchBuiltApp(): Promise<Measure[]> {
  await build(config);
  const server = await preview(config);
  try {
    return await benchApp(server.resolvedUrls!.local[0], outDir);
  } finally {
    await server.close();
  }
}

/** A busy machine measures itself: its load stands beside the figures. */
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, load ${loadavg()[0].toFixed(1)}, Node ${process.versions.node}`;
const measures = [...(await benchModel()), ...(await benchBuiltApp())];
await mkdir(OUTPUT, { recursive: true });
await writeFile(`${OUTPUT}/bench.json`, `${JSON.stringify({ machine, measures }, null, 2)}\n`);
process.stdout.write(`${machine}\n\n${formatTable(measures)}`);
