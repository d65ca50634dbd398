/**
 * Reads a package away from the page, so that the page never waits for a table: first hands over its columns, then,
 * while the page makes them into what it shows, finds the places of the nodes.
 */
import { buildModel } from "../graph/build.ts";
import { goalRing, type Layout } from "../graph/layout.ts";
import { type PackedPackage, packPackage } from "../graph/pack.ts";
import { readPackage } from "../graph/package.ts";
import { type Files, fileSource, urlSource } from "./sources.ts";

/** What to read: files that the reader gave, or a folder on the host; and where the framework is. */
export interface ReadRequest {
  files?: Files;
  url?: string;
  framework: string;
}

export type ReadAnswer =
  | { done: number; all: number }
  | { packed: PackedPackage }
  | { layout: Layout }
  | { failure: string };

const post = (answer: ReadAnswer, transfer: Transferable[] = []) => self.postMessage(answer, { transfer });

self.onmessage = async ({ data }: MessageEvent<ReadRequest>) => {
  try {
    const source = data.files ? fileSource(data.files) : urlSource(data.url!);
    const pack = await readPackage(source!, urlSource(data.framework), (done, all) => post({ done, all }));
    const packed = packPackage(pack, { shared: true });
    post(
      { packed },
      packed.columns.flatMap((c) => (c.codes ? [c.codes.buffer] : [])),
    );
    const layout = goalRing(buildModel(pack));
    post({ layout }, [layout.x.buffer, layout.y.buffer, layout.size.buffer]);
  } catch (error) {
    post({ failure: error instanceof Error ? error.message : String(error) });
  }
};
