/**
 * Which nodes mention a text. All that is told of them stands in one long string, a line a node, and finding is a walk
 * from hit to hit: a tenth of the time that asking each node takes.
 */
import type { Node } from "./build.ts";
import type { Entity } from "./schema.ts";
import { fold } from "./text.ts";

/** Finds the nodes whose id, names, aliases or summaries hold every word of a text: 1 for each. No word: all do. */
export type MentionFinder = (text: string) => Uint8Array;

/** Folds what is told of the nodes, once; each answer is written over the one before. */
export function createMentionFinder(nodes: Node[]): MentionFinder {
  const lines = nodes.map((node) => `${fold(textOf(node))}\n`);
  const ends = new Uint32Array(nodes.length);
  for (let n = 0, end = 0; n < nodes.length; n++) {
    end += lines[n].length;
    ends[n] = end;
  }
  const all = lines.join("");
  const found = new Uint8Array(nodes.length);
  /** Gives up the nodes without a word, passing over those that are given up already. */
  const keep = (word: string) => {
    let n = found.indexOf(1);
    while (n >= 0) {
      const at = all.indexOf(word, n > 0 ? ends[n - 1] : 0);
      while (n < ends.length && (at < 0 || ends[n] <= at)) found[n++] = 0;
      n = found.indexOf(1, n + 1);
    }
  };
  return (text) => {
    found.fill(1);
    for (const word of fold(text).split(" ").filter(Boolean)) keep(word);
    return found;
  };
}

function textOf({ id, name_en, name_zh, row }: Node): string {
  if (!("aliases" in row)) return `${id} ${name_en} ${name_zh}`;
  const { aliases, summary_en, summary_zh } = row as Entity;
  return [id, name_en, name_zh, ...aliases, summary_en, summary_zh].join(" ");
}
