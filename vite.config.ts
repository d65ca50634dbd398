import { cp } from "node:fs/promises";
import { resolve } from "node:path";
import { defineConfig, type Plugin } from "vite";

/** Ships `data/` beside the app; the development server already finds it at the root. */
function shipData(): Plugin {
  let root = "";
  let outDir = "";
  return {
    name: "ship-data",
    apply: "build",
    configResolved(config) {
      root = config.root;
      outDir = config.build.outDir;
    },
    async writeBundle() {
      await cp(resolve(root, "data"), resolve(root, outDir, "data"), { recursive: true });
    },
  };
}

const host = "127.0.0.1";

export default defineConfig({
  /** Relative addresses, so that `dist/` runs under any path of any static host. */
  base: "./",
  /** A missing file is a 404, as on a static host, not the page again: a table that is not there must be noticed. */
  appType: "mpa",
  plugins: [shipData()],
  server: { host },
  preview: { host },
  build: {
    target: "es2022",
    /** Browsers without `modulepreload` fetch the same files a moment later. */
    modulePreload: { polyfill: false },
  },
});
