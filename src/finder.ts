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
  ask(text: string, most: number): void;
  /** Ends the worker; no answer comes any more. */
  end(): void;
}

export function startFinder(model: Model, found: (answer: Found) => void, failed: (reason: string) => void): Finder {
  const worker = new Worker(new URL("./search-worker.ts", import.meta.url), { type: "module" });
  const send = (request: SearchRequest) => worker.postMessage(request);
  let asked = 0;
  worker.onmessage = ({ data }: MessageEvent<SearchAnswer>) => {
    if ("failure" in data) failed(data.failure);
    else if (data.number === asked) found({ nodes: data.found, more: data.more });
  };
  worker.onerror = (event) => failed(event.message);
  send({ documents: documentsOf(model) });
  return {
    ask(text, most) {
      asked++;
      send({ number: asked, text, most });
    },
    end: () => worker.terminate(),
  };
}
