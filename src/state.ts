/**
 * The state of the app: what was loaded, and the query. Everything else is computed from these two.
 * A view reads signals and writes the query with `go`; the query is the address, so Back is undo.
 */
import { batch, computed, signal } from "@preact/signals";
import { buildModel, type Model, type Node } from "../graph/build.ts";
import { goalRing, type Layout } from "../graph/layout.ts";
import { unpackPackage } from "../graph/pack.ts";
import type { ReportPackage, Source } from "../graph/package.ts";
import { EMPTY, FILTER_FIELDS, formatQuery, type Language, parseQuery, type Query } from "../graph/query.ts";
import { createSelector, type Selection } from "../graph/select.ts";

export interface Loaded {
  model: Model;
  layout: Layout;
}

/** What is on the table: nothing yet, a report, or the reason why there is none. */
export const loaded = signal<Loaded | undefined>(undefined);
/** Files read, of how many; until the report is there. */
export const progress = signal({ done: 0, all: 0 });
/** Set when the last attempt to read a package failed altogether. */
export const failure = signal<Model | undefined>(undefined);

/** The search part of the address. */
const search = signal(location.search);
addEventListener("popstate", () => {
  search.value = location.search;
});

const parsed = computed(() =>
  loaded.value ? parseQuery(search.value, loaded.value.model) : { query: EMPTY, unknown: [] },
);
export const query = computed(() => parsed.value.query);
/** Parts of the address that this report can't answer. */
export const unknown = computed(() => parsed.value.unknown);

/** Only what filters: opening a panel or changing the language selects nothing anew. */
const filterKey = computed(() => {
  const filters = Object.fromEntries(FILTER_FIELDS.map((f) => [f, query.value[f]]));
  return formatQuery({ ...EMPTY, ...filters });
});

const selector = computed(() => loaded.value && createSelector(loaded.value.model));

export const selection = computed<Selection | undefined>(() => {
  void filterKey.value;
  return selector.value?.(query.peek());
});

/** The model; only for views, which are shown when there is one. */
export const model = (): Model => loaded.value!.model;

/** The address of a query, for links: `<a href={href({ node: "4" })}>`. */
export const href = (change: Partial<Query>): string => formatQuery({ ...query.value, ...change }) || "?";

/** Goes to a changed query. Typing replaces the last step of the history, all else adds one. */
export function go(change: Partial<Query>, { replace = false } = {}): void {
  const next = formatQuery({ ...query.peek(), ...change });
  if (next === search.peek()) return;
  history[replace ? "replaceState" : "pushState"](null, "", next || location.pathname);
  search.value = next;
}

/** The click of a link that stays in the app; clicks meant for a new tab go their own way. */
export function follow(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="?"]');
  if (!link || link.target) return;
  event.preventDefault();
  history.pushState(null, "", link.getAttribute("href") === "?" ? location.pathname : link.href);
  search.value = location.search;
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

const DATA = new URL("data/", document.baseURI);

const urlSource =
  (folder: string): Source =>
  async (path) => {
    const response = await fetch(new URL(`${folder}/${path}`, DATA));
    return response.ok ? response.text() : undefined;
  };

/** Reads a package and puts it on the table; one without any sound alignment leaves what was there and is reported. */
export async function open(source: Source): Promise<void> {
  // What reads and checks tables isn't needed for the packed report, so it is no part of the first load.
  const { readPackage } = await import("../graph/package.ts");
  show(
    await readPackage(source, urlSource("sdg"), (done, all) => {
      progress.value = { done, all };
    }),
  );
}

/** Reads the report that ships with the app: packed as the build made it, else (in development) by its tables. */
export async function openShipped(): Promise<void> {
  const report = urlSource("tencent-2020");
  const packed = import.meta.env.PROD && (await report("pack.json").catch(() => undefined));
  if (packed) show(unpackPackage(JSON.parse(packed)));
  else await open(report);
}

function show(pack: ReportPackage): void {
  const built = buildModel(pack);
  batch(() => {
    if (pack.alignments.length === 0) failure.value = built;
    else {
      failure.value = undefined;
      loaded.value = { model: built, layout: goalRing(built) };
    }
  });
}
