/**
 * Where a package is read from: a folder on the host, or one on the reader's machine, dropped on the page or chosen.
 * What the reader gives is sent nowhere.
 */
import type { Source } from "../graph/package.ts";

/** Files by path inside the folder. */
export type Files = Map<string, File>;

/** A source that reads below an address, which ends with `/`. */
export const urlSource =
  (folder: string): Source =>
  async (path) => {
    const response = await fetch(new URL(path, folder));
    return response.ok ? response.text() : undefined;
  };

/** The files of a chosen folder (`<input type="file" webkitdirectory>`). */
export const filesOfInput = (list: FileList): Files =>
  new Map([...list].map((file) => [file.webkitRelativePath || file.name, file]));

/** The files of dropped folders and files, at any depth. */
export async function filesOfDrop(transfer: DataTransfer): Promise<Files> {
  const files: Files = new Map();
  // Entries must be taken before the first wait: the browser empties the list afterwards.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  await Promise.all(entries.map((entry) => collect(entry, files)));
  return files;
}

async function collect(entry: FileSystemEntry, files: Files): Promise<void> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    files.set(entry.fullPath.replace(/^\//, ""), file);
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader gives its entries in batches, and an empty one at the end.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (batch.length === 0) return;
    await Promise.all(batch.map((child) => collect(child, files)));
  }
}

/** A source that reads from the files; paths count from the folder that holds `datapackage.json`. */
export function fileSource(files: Files): Source | undefined {
  const descriptor = [...files.keys()]
    .filter((path) => /(^|\/)datapackage\.json$/.test(path))
    .sort((a, b) => a.length - b.length)[0];
  if (descriptor === undefined) return undefined;
  const root = descriptor.slice(0, -"datapackage.json".length);
  return async (path) => files.get(root + path)?.text();
}
