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
  const starts = new Uint32Array(nodes.length + 1);
  for (const [n, line] of lines.entries()) starts[n + 1] = starts[n] + line.length;
  const all = lines.join("");
  const found = new Uint8Array(nodes.length);
  const nextFound = (n: number) => {
    let next = n;
    while (next < found.length && found[next] === 0) next++;
    return next;
  };
  /** Gives up the nodes that lack a word, passing over those that are given up already. */
  const keep = (word: string) => {
    for (let n = nextFound(0); n < found.length; n = nextFound(n + 1)) {
      const at = all.indexOf(word, starts[n]);
      while (n < found.length && (at < 0 || starts[n + 1] <= at)) found[n++] = 0;
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
