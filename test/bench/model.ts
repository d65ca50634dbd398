/** What the model costs, in Node. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { buildModel, type Model } from "../../graph/build.ts";
import { goalRing } from "../../graph/layout.ts";
import { readPackage, type Source } from "../../graph/package.ts";
import { parseQuery } from "../../graph/query.ts";
import { createSelector } from "../../graph/select.ts";
import { type Files, generate, type Size } from "./generate.ts";
import type { Row, Target } from "./table.ts";
import { type Measure, measure, time } from "./timing.ts";

/** What readers ask of the shipped report, as their addresses say it. */
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

/** What is asked of generated reports: nothing, and of one facet up to all seven. */
const GENERATED_QUERIES = [
  "",
  "?all=1",
  "?goal=4",
  "?goal=4,13&year=2020",
  "?unit=unit-1&grade=E3,E4",
  "?target=3.1,4.2&kind=initiatives,products&basis=stated",
  "?goal=3,4&target=3.1,4.2&year=2019,2020&unit=unit-1,none&kind=initiatives,labs,products&basis=curated&grade=E1,E2,E3",
];

/** Edges of which four fifths are 300,000 alignments. */
const MANY: Size = { nodes: 100_000, edges: 375_000 };

const folderSource =
  (folder: string): Source =>
  (path) =>
    readFile(join(folder, path), "utf8");

const framework = folderSource("data/sdg");

/** The shipped report's model. */
export const shippedModel = async (): Promise<Model> =>
  buildModel(await readPackage(folderSource("data/tencent-2020"), framework));

/** The model of a generated package, which must be sound. */
export async function modelOf(files: Files): Promise<Model> {
  const pack = await readPackage(async (path) => files[path], framework);
  if (pack.issues.length > 0) throw new Error(`generate.ts makes faults: ${JSON.stringify(pack.issues[0])}`);
  return buildModel(pack);
}

/** Measures reading, building, laying out and selecting the shipped report. */
export async function benchModel(): Promise<Row[]> {
  const read = () => readPackage(folderSource("data/tencent-2020"), framework);
  const pack = await read();
  const model = buildModel(pack);
  const rows = [
    row("shipped: read and check the package", await time(10, read)),
    row("shipped: build the model", await time(30, () => buildModel(pack)), { most: 100 }),
    row("shipped: goal ring", await time(30, () => goalRing(model))),
  ];
  for (const search of QUERIES) {
    rows.push(row(`shipped: select ${search || "everything"}`, await timeSelect(model, search, 200), { most: 2 }));
  }
  return rows;
}

/** Measures the same for a generated package. */
export async function benchModelOf(size: string, files: Files, runs: number): Promise<Row[]> {
  const source: Source = async (path) => files[path];
  const pack = await readPackage(source, framework);
  const model = buildModel(pack);
  const ring = size.startsWith("100k") ? { most: 1500 } : undefined;
  return [
    row(`${size}: read and check the package`, await time(runs, () => readPackage(source, framework))),
    row(`${size}: build the model`, await time(runs, () => buildModel(pack))),
    row(`${size}: goal ring`, await time(runs, () => goalRing(model)), ring),
    row(`${size}: prepare the selection`, await time(runs, () => createSelector(model))),
  ];
}

/** Measures selecting among 300,000 alignments: every facet, with the counts of all values. */
export async function benchManyAlignments(runs: number): Promise<Row[]> {
  const model = await modelOf(generate(MANY));
  const medians: number[] = [];
  const rows: Row[] = [];
  for (const search of GENERATED_QUERIES) {
    const measured = await timeSelect(model, search, runs);
    medians.push(measured.median);
    rows.push(row(`300k alignments: select ${search || "everything"}`, measured));
  }
  return [row("300k alignments: select, all queries", measure(medians), { most: 12 }), ...rows];
}

const row = (name: string, ours: Measure, target?: Target): Row => ({ name, unit: "ms", ours, target });

function timeSelect(model: Model, search: string, runs: number): Promise<Measure> {
  const { query, unknown } = parseQuery(search, model);
  if (unknown.length > 0) throw new Error(`The report doesn't know ${JSON.stringify(unknown)}: correct the queries`);
  const select = createSelector(model);
  return time(runs, () => select(query));
}
