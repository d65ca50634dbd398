/** What the model costs, in Node. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { buildModel, type Model } from "../../graph/build.ts";
import { goalRing } from "../../graph/layout.ts";
import { type ReportPackage, readPackage, type Source } from "../../graph/package.ts";
import { parseQuery } from "../../graph/query.ts";
import { select } from "../../graph/select.ts";
import { type Measure, measure, time } from "./timing.ts";

/** What readers ask, as their addresses say it. */
const QUERIES = [
  "",
  "?goal=4",
  "?goal=4,13&year=2020",
  "?goal=3&kind=initiatives,products&basis=stated",
  "?grade=E3,E4",
  "?unit=none",
  "?q=carbon",
  "?q=碳中和",
  "?focus=13&steps=2",
  "?all=1&related=1",
  "?goal=17&all=1&related=1&hide=1",
];

const folderSource =
  (folder: string): Source =>
  (path) =>
    readFile(join(folder, path), "utf8");

const readReport = (): Promise<ReportPackage> =>
  readPackage(folderSource("data/tencent-2020"), folderSource("data/sdg"));

/** Measures reading, building, laying out and selecting the shipped report. */
export async function benchModel(): Promise<Measure[]> {
  const pack = await readReport();
  const model = buildModel(pack);
  return [
    await timeReading(10),
    time("build the model", 30, () => buildModel(pack), 100),
    time("goal ring", 30, () => goalRing(model)),
    ...QUERIES.map((search) => timeSelect(model, search)),
  ];
}

async function timeReading(runs: number): Promise<Measure> {
  const values: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await readReport();
    values.push(performance.now() - start);
  }
  return measure("read and check the package", values);
}

function timeSelect(model: Model, search: string): Measure {
  const { query, unknown } = parseQuery(search, model);
  if (unknown.length > 0) throw new Error(`The report doesn't know ${JSON.stringify(unknown)}: correct QUERIES`);
  return time(`select ${search || "everything"}`, 200, () => select(model, query), 2);
}
