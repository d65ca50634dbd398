import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { defineConfig, type Plugin } from "vite";
import { packPackage } from "./graph/pack.ts";
import { readPackage, type Source } from "./graph/package.ts";
import { SHIPPED } from "./graph/query.ts";

const folderSource =
  (folder: string): Source =>
  (path) =>
    readFile(join(folder, path), "utf8");

/**
 * Ships `data/` beside the app; the development server already finds it at the root. Each report is shipped packed as
 * well, checked and in one file, so that the app starts with one request; the tables stay there for people.
 */
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
    /** The shipped report is fetched beside the code, not after it. */
    transformIndexHtml: (html) => html.replace("</head>", `  <script>${preload}</script>\n  </head>`),
    async writeBundle() {
      const [from, to] = [resolve(root, "data"), resolve(root, outDir, "data")];
      await cp(from, to, { recursive: true });
      for (const report of await readdir(from)) {
        if (report === "sdg") continue;
        const pack = await readPackage(folderSource(join(from, report)), folderSource(join(from, "sdg")));
        await writeFile(join(to, report, "pack.json"), JSON.stringify(packPackage(pack, { shared: false })));
      }
    },
  };
}

const preload = `if (!location.search.includes("report=")) document.head.append(Object.assign(document.createElement("link"),
      { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: "./data/${SHIPPED}/pack.json" }));`;

const host = "127.0.0.1";

export default defineConfig({
  /** Relative addresses, so that `dist/` runs under any path of any static host. */
  base: "./",
  /** A missing file is a 404, as on a static host, not the page again: a table that is not there must be noticed. */
  appType: "mpa",
  plugins: [shipData()],
  /** Workers fetch later what they need later, which only modules can. */
  worker: { format: "es" },
  server: { host },
  preview: { host },
  build: {
    target: "es2022",
    /** Browsers without `modulepreload` fetch the same files a moment later. */
    modulePreload: { polyfill: false },
  },
});
