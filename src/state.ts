/**
 * The state of the app: what was loaded, and the query. Everything else is computed from these two.
 * A view reads signals and writes the query with `go`; the query is the address, so Back is undo.
 */
import { batch, computed, signal } from "@preact/signals";
import { buildModel, type Model, type Node } from "../graph/build.ts";
import { goalRing, type Layout } from "../graph/layout.ts";
import { unpackPackage } from "../graph/pack.ts";
import type { ReportPackage } from "../graph/package.ts";
import {
  EMPTY,
  FILTER_FIELDS,
  formatQuery,
  type Language,
  parseQuery,
  type Query,
  reportName,
  SHIPPED,
} from "../graph/query.ts";
import { createSelector, type Selection } from "../graph/select.ts";
import type { ReadAnswer, ReadRequest } from "./reader-worker.ts";
import { type Files, urlSource } from "./sources.ts";

/** What is on the table: nothing yet, or a report. */
export const loaded = signal<Model | undefined>(undefined);
/** The folder under `data/` that it was read from; empty for one that the reader opened. */
export const hosted = signal("");
/** Where its nodes stand; a large report is there a moment before its places are. */
export const layout = signal<Layout | undefined>(undefined);
/** Files read, of how many; until the report is there. */
export const progress = signal({ done: 0, all: 0 });
/** Set when the last attempt to read a package failed altogether. */
export const failure = signal<Model | undefined>(undefined);

/** Why the last attempt to read a package was broken off; empty: it wasn't. */
export const brokenOff = signal("");

/** The search part of the address. */
const search = signal(location.search);
addEventListener("popstate", () => {
  search.value = location.search;
});

/** The report that the address asks for. */
export const report = computed(() => reportName(search.value));

const parsed = computed(() => (loaded.value ? parseQuery(search.value, loaded.value) : { query: EMPTY, unknown: [] }));
export const query = computed(() => parsed.value.query);
/** Parts of the address that this report can't answer. */
export const unknown = computed(() => parsed.value.unknown);

/** Only what filters: opening a panel or changing the language selects nothing anew. */
const filterKey = computed(() => {
  const filters = Object.fromEntries(FILTER_FIELDS.map((f) => [f, query.value[f]]));
  return formatQuery({ ...EMPTY, ...filters });
});

const selector = computed(() => loaded.value && createSelector(loaded.value));

export const selection = computed<Selection | undefined>(() => {
  void filterKey.value;
  return selector.value?.(query.peek());
});

/** The model; only for views, which are shown when there is one. */
export const model = (): Model => loaded.value!;

/** The address of a query, for links: `<a href={href({ node: "4" })}>`. */
export const href = (change: Partial<Query>): string => formatQuery({ ...query.value, ...change }) || "?";

/** Goes to a changed query. Typing replaces the last step of the history, all else adds one. */
export function go(change: Partial<Query>, { replace = false } = {}): void {
  const next = formatQuery({ ...query.peek(), ...change });
  if (next === search.peek()) return;
  // The picture first: to write the address takes the browser as long as to filter.
  search.value = next;
  history[replace ? "replaceState" : "pushState"](null, "", next || location.pathname);
}

/** The click of a link that stays in the app; clicks meant for a new tab go their own way. */
export function follow(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="?"]');
  if (!link || link.target) return;
  event.preventDefault();
  const next = link.search === "?" ? "" : link.search;
  search.value = next;
  history.pushState(null, "", next || location.pathname);
}

export const language = computed<Language>(
  () => query.value.lang || (navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en"),
);

/** The field of a record in the reader's language: `pick(row, "name")` gives `name_zh` or `name_en`. */
export function pick<F extends string>(row: Record<`${F}_en` | `${F}_zh`, string>, field: F): string {
  const [first, second] = language.value === "zh" ? (["zh", "en"] as const) : (["en", "zh"] as const);
  return row[`${field}_${first}`] || row[`${field}_${second}`];
}

/** A node's name in the reader's language. */
export const nameOf = (node: Node): string => pick(node, "name");

const folderOf = (name: string): string => new URL(`data/${name}/`, document.baseURI).href;

/** Reads the report that the address names, else the shipped one: packed as the build made it, else by its tables. */
export const openReport = (): Promise<void> =>
  attempt(async () => {
    const name = report.value;
    const folder = folderOf(name);
    const packed = import.meta.env.PROD ? urlSource(folder)("pack.json").catch(() => undefined) : undefined;
    // Only the shipped report is packed for sure; for others the reader gets ready meanwhile.
    const reader = name === SHIPPED ? undefined : createReader();
    const text = await packed;
    if (text === undefined) return readAside({ url: folder }, name, reader);
    reader?.terminate();
    const model = show(unpackPackage(JSON.parse(text)), name);
    layout.value = goalRing(model);
  });

/** Reads a package that the reader gives; one without any sound alignment leaves what was there and is reported. */
export const openFiles = (files: Files): Promise<void> => attempt(() => readAside({ files }, ""));

/** Reads a report of the host beside the one on the table, which stays there. */
export const readBeside = (name: string): Promise<Model> =>
  askReader({ url: folderOf(name) }, (answer) =>
    "packed" in answer ? buildModel(unpackPackage(answer.packed)) : undefined,
  );

async function attempt(work: () => Promise<void>): Promise<void> {
  brokenOff.value = "";
  try {
    await work();
  } catch (error) {
    brokenOff.value = error instanceof Error ? error.message : String(error);
  }
}

const createReader = () => new Worker(new URL("./reader-worker.ts", import.meta.url), { type: "module" });

/** Reads a package and puts it on the table. */
async function readAside(what: What, from: string, worker?: Worker): Promise<void> {
  const places = await askReader(
    what,
    (answer) => {
      if ("done" in answer) progress.value = answer;
      else if ("packed" in answer) show(unpackPackage(answer.packed), from);
      else return answer.layout;
    },
    worker,
  );
  if (!failure.value) layout.value = places;
}

type What = Omit<ReadRequest, "framework">;

/** Reads in a worker, so that the page never waits for a table, until `hear` has made something of its answers. */
function askReader<T>(
  what: What,
  hear: (answer: Exclude<ReadAnswer, { failure: string }>) => T | undefined,
  worker = createReader(),
): Promise<T> {
  worker.postMessage({ ...what, framework: folderOf("sdg") } satisfies ReadRequest);
  return new Promise<T>((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }: MessageEvent<ReadAnswer>) => {
      if ("failure" in data) return reject(new Error(data.failure));
      const made = hear(data);
      if (made !== undefined) resolve(made);
    };
  }).finally(() => worker.terminate());
}

/** Puts a package on the table; one without any sound alignment leaves what was there. */
function show(pack: ReportPackage, from: string): Model {
  const model = buildModel(pack);
  batch(() => {
    failure.value = pack.alignments.length === 0 ? model : undefined;
    if (failure.value) return;
    layout.value = undefined;
    hosted.value = from;
    loaded.value = model;
  });
  return model;
}
