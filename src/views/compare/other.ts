/** The other selection, B: its report, which may have to be read first, and what its address asks of it. */
import { computed, type Signal, signal } from "@preact/signals";
import type { Model } from "../../../graph/build.ts";
import { parseQuery, reportName } from "../../../graph/query.ts";
import { hosted, loaded, query, readBeside } from "../../state.ts";

/** A report on its way. One that is there may still hold nothing sound. */
export type Reading = { model: Model } | { failed: string } | "reading";

const readings = new Map<string, Signal<Reading>>();

/** A report that lies beside the one on the table; read once, and kept as long as the page. */
function readingOf(folder: string): Signal<Reading> {
  let reading = readings.get(folder);
  if (!reading) {
    reading = signal<Reading>("reading");
    readings.set(folder, reading);
    void read(folder, reading);
  }
  return reading;
}

async function read(folder: string, into: Signal<Reading>): Promise<void> {
  try {
    into.value = { model: await readBeside(folder) };
  } catch (error) {
    into.value = { failed: error instanceof Error ? error.message : String(error) };
  }
}

/** Reads a report again whose reading broke off. */
export function readAgain(folder: string): void {
  const reading = readingOf(folder);
  reading.value = "reading";
  void read(folder, reading);
}

const against = computed(() => query.value.against);

/** Whether there is a B at all. */
export const isChosen = computed(() => against.value !== "");

/** The folder of B's report; empty where B is of the report on the table. */
export const folder = computed(() => {
  const name = reportName(against.value, "");
  return name === hosted.value ? "" : name;
});

/** How far the reading of B's report is. */
export const reading = computed<Reading>(() =>
  folder.value ? readingOf(folder.value).value : { model: loaded.value! },
);

/** What B's address asks of its report; nothing while there is no B, or nothing sound to ask. */
export const other = computed(() => {
  const at = reading.value;
  if (!isChosen.value || typeof at === "string" || !("model" in at)) return undefined;
  if (at.model.pack.alignments.length === 0) return undefined;
  return { model: at.model, ...parseQuery(against.value, at.model) };
});
