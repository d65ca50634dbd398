import { readFileSync } from "node:fs";

/** What the page names is what a browser fetches first: scripts, their preloads, styles, the icon. Other chunks come later. */
const page = readFileSync("dist/index.html", "utf8");
const named = [...page.matchAll(/<(?:script|link)\b[^>]*\s(?:src|href)="\.\/([^"]+)"/g)].map(
  (match) => `dist/${match[1]}`,
);

export default [
  {
    name: "First load: the page and what it names",
    path: ["dist/index.html", ...named],
    gzip: true,
    limit: "100 kB",
  },
  {
    name: "The shipped report, as the app loads it",
    path: ["dist/data/tencent-2020/pack.json"],
    gzip: true,
    limit: "350 kB",
  },
];
