/** Reads a package away from the page: tables in, columns and places out, so that the page never waits for a table. */
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
  | { packed: PackedPackage; layout: Layout }
  | { failure: string };

const post = (answer: ReadAnswer, transfer: Transferable[] = []) => self.postMessage(answer, { transfer });

self.onmessage = async ({ data }: MessageEvent<ReadRequest>) => {
  try {
    const source = data.files ? fileSource(data.files) : urlSource(data.url!);
    const pack = await readPackage(source!, urlSource(data.framework), (done, all) => post({ done, all }));
    const layout = goalRing(buildModel(pack));
    const packed = packPackage(pack, { shared: true });
    const columns = packed.columns.flatMap((c) => (c.codes ? [c.codes.buffer] : []));
    post({ packed, layout }, [...columns, layout.x.buffer, layout.y.buffer, layout.size.buffer]);
  } catch (error) {
    post({ failure: error instanceof Error ? error.message : String(error) });
  }
};
