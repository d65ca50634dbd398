/** The page's side of the search: sends a report to a worker of its own, asks, and lets only the latest answer through. */
import type { Model } from "../graph/build.ts";
import { documentsOf } from "../graph/search.ts";
import type { SearchAnswer, SearchRequest } from "./search-worker.ts";

/** The nodes found, best first; `more` when others may still come for the same text. */
export interface Found {
  nodes: number[];
  more: boolean;
}

export interface Finder {
  /** Asks, for whoever asks: an answer to an earlier question, of whichever box, no longer comes. */
  ask(text: string, most: number, found: (answer: Found) => void, failed: (reason: string) => void): void;
}

let current: { model: Model; finder: Finder; end: () => void } | undefined;

/** The finder of a model. All boxes share it; that of the model before is ended. */
export function finderOf(model: Model): Finder {
  if (current?.model !== model) {
    current?.end();
    current = { model, ...startFinder(model) };
  }
  return current.finder;
}

function startFinder(model: Model): { finder: Finder; end: () => void } {
  const worker = new Worker(new URL("./search-worker.ts", import.meta.url), { type: "module" });
  const send = (request: SearchRequest) => worker.postMessage(request);
  let asked = 0;
  let answer = (_: Found) => {};
  let fail = (_: string) => {};
  /** A worker that does not start says so once; who asks later must hear it too. */
  let broken: string | undefined;
  worker.onmessage = ({ data }: MessageEvent<SearchAnswer>) => {
    if ("failure" in data) fail(data.failure);
    else if (data.number === asked) answer({ nodes: data.found, more: data.more });
  };
  worker.onerror = (event) => {
    broken = event.message;
    fail(broken);
  };
  send({ documents: documentsOf(model) });
  const ask: Finder["ask"] = (text, most, found, failed) => {
    asked++;
    [answer, fail] = [found, failed];
    if (broken !== undefined) failed(broken);
    else send({ number: asked, text, most });
  };
  return { finder: { ask }, end: () => worker.terminate() };
}
