/** Hands a file to the reader: made here, nothing is asked of a server. */
import { model } from "../state.ts";
import { today } from "./facts.ts";

/** What file systems refuse or give a meaning. */
const plain = (part: string): string =>
  part
    .replace(/[^\p{L}\p{N}._]+/gu, "-")
    .replace(/^[-.]+|[-.]+$/g, "")
    .slice(0, 60);

/** `tencent-2020-coverage-2026-02-28.svg`: the package, what it is, the day. */
export const fileName = (parts: readonly string[], extension: string): string =>
  `${[model().pack.descriptor.name, ...parts, today()].map(plain).filter(Boolean).join("-")}.${extension}`;

/** Saves a file and gives its name back. */
export function save(name: string, content: Blob): string {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Once the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return name;
}
