/** What is served to the browser: the app and the pages it is compared with, built, with reports of every size. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type PreviewServer, preview } from "vite";
import type { Model } from "../../graph/build.ts";
import { goalRing } from "../../graph/layout.ts";
import type { Files } from "./generate.ts";
import { graphArrays, graphJson } from "./graph-files.ts";

/** Isolated pages have clocks of 5 µs; others have 100. */
const headers = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };

/** cosmos.gl imports it as a module, but for browsers its package names a script. */
const alias = { "gl-bench": "gl-bench/dist/gl-bench.module.js" };

/** Builds the app and the other pages into a folder, so that `dist/` may change meanwhile. */
export async function buildPages(outDir: string): Promise<void> {
  await build({ build: { outDir }, logLevel: "warn" });
  const pages = resolve("test/bench/pages");
  for (const page of ["sigma", "cosmos"]) {
    await build({
      configFile: false,
      root: join(pages, page),
      base: "./",
      resolve: { alias },
      build: { outDir: resolve(outDir, page), emptyOutDir: true, target: "es2022", modulePreload: false },
      logLevel: "warn",
    });
  }
}

/** Serves the folder. */
export const serve = (outDir: string): Promise<PreviewServer> =>
  preview({ build: { outDir }, preview: { headers }, logLevel: "warn" });

/** Writes a report beside the app, and its graph as the other pages read it. */
export async function writeReport(outDir: string, name: string, files: Files, model: Model): Promise<void> {
  const layout = goalRing(model);
  const folder = join(outDir, "data", name);
  await mkdir(folder, { recursive: true });
  const all = { ...files, "graph.json": graphJson(model, layout), "graph.bin": graphArrays(model, layout) };
  for (const [path, content] of Object.entries(all)) await writeFile(join(folder, path), content);
}

/** What a host that compresses sends for these paths, in kB: code (with the page and its style) and data. */
export async function kilobytes(outDir: string, paths: Iterable<string>): Promise<{ code: number; data: number }> {
  const sum = { code: 0, data: 0 };
  for (const path of paths) {
    const text = await readFile(join(outDir, path.endsWith("/") ? `${path}index.html` : path));
    sum[path.startsWith("/data/") ? "data" : "code"] += gzipSync(text, { level: 9 }).length / 1000;
  }
  return sum;
}
