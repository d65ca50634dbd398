/**
 * Search over names, aliases, codes and summaries, in English and Chinese, with pinyin.
 *
 * Chinese has no spaces: each run of Han characters is indexed as single characters and pairs, and a query's runs are
 * looked up as pairs joined by AND. Other words match by prefix and, from four letters, with a typing error. Pinyin is
 * a field of its own, filled when the reader module is there: every suffix of the joined syllables and of their
 * initials, so `tanzhonghe`, `zhonghe` and `tzh` all find 碳中和.
 */
import MiniSearch, { type Query as SearchQuery } from "minisearch";
import type { Model, Node } from "./build.ts";
import type { Entity } from "./schema.ts";
import { isEntity } from "./select.ts";
import { fold } from "./text.ts";

/** Reads Chinese text as pinyin syllables without tones; what isn't Chinese stays together. */
export type PinyinReader = (text: string) => string[];

export interface Hit {
  node: Node;
  score: number;
}

export interface SearchIndex {
  /** The best nodes for a query, best first. An empty query finds nothing. */
  search(query: string, limit?: number): Hit[];
  /** Adds the pinyin field; later searches find by sound as well. */
  addPinyin(read: PinyinReader): void;
}

const HAN_RUN = /\p{Script=Han}+/gu;
/** A run of Han, or a word of other letters and digits: “QQ音乐” is two, though Han are letters as well. */
const WORD = /\p{Script=Han}+|(?!\p{Script=Han})[\p{L}\p{N}](?:(?!\p{Script=Han})[\p{L}\p{N}.])*/gu;
const isHan = (text: string): boolean => /^\p{Script=Han}/u.test(text);

/** Terms of a text as they are indexed. */
export function indexTerms(text: string): string[] {
  return words(text).flatMap((word) => {
    if (!isHan(word)) return word.split(".").length > 1 ? [word, ...word.split(".")] : [word];
    const letters = [...word];
    return [...letters, ...pairs(letters)];
  });
}

/** Terms of a query: a run of Han as its pairs (a single character as itself), other words as they are. */
export function queryTerms(text: string): string[] {
  return words(text).flatMap((word) => {
    const letters = [...word];
    return isHan(word) && letters.length > 1 ? pairs(letters) : [word];
  });
}

const words = (text: string): string[] => (fold(text).match(WORD) ?? []).map((w) => w.replace(/\.+$/, ""));
const pairs = (letters: string[]): string[] => letters.slice(1).map((letter, i) => letters[i] + letter);

/** All suffixes of the joined syllables of each run of Han, starting at a syllable, and of the initials. */
export function pinyinTerms(text: string, read: PinyinReader): string[] {
  const terms = new Set<string>();
  for (const run of fold(text).match(HAN_RUN) ?? []) {
    const syllables = read(run).map((s) => s.replaceAll("ü", "v"));
    for (let i = 0; i < syllables.length; i++) {
      terms.add(syllables.slice(i).join(""));
      const initials = syllables
        .slice(i)
        .map((s) => s[0])
        .join("");
      if (initials.length > 1) terms.add(initials);
    }
  }
  return [...terms];
}

interface Document {
  id: number;
  name: string;
  aliases: string;
  summary: string;
  pinyin: string;
}

/** Builds the index of a model's nodes. */
export function buildSearch(model: Model): SearchIndex {
  let index = newIndex();
  const documents = model.nodes.map(documentOf);
  index.addAll(documents);
  const find = (query: string, limit: number): Hit[] =>
    index
      .search(toQuery(query), { boostDocument: (id, term) => weight(model.nodes[id as number], term) })
      .slice(0, limit)
      .map((hit) => ({ node: model.nodes[hit.id as number], score: hit.score }));
  return {
    search(query, limit = 20) {
      if (queryTerms(query).length === 0) return [];
      const hits = find(query, limit);
      // Names are printed with and without spaces (“Light 公益”, “tan zhong he”): ask again without.
      return hits.length > 0 || !/\s/.test(query.trim()) ? hits : find(query.replace(/\s+/g, ""), limit);
    },
    addPinyin(read) {
      index = newIndex();
      index.addAll(documents.map((d) => ({ ...d, pinyin: pinyinTerms(`${d.name} ${d.aliases}`, read).join(" ") })));
    },
  };
}

/** What is prominent comes before what is mentioned in passing; a goal or target by its code, “4” or “4.4”, before all. */
const weight = ({ id, prominence }: Node, term: string): number => (id === term ? 20 : 0.6 + 0.2 * prominence);

function newIndex(): MiniSearch<Document> {
  return new MiniSearch<Document>({
    fields: ["name", "aliases", "summary", "pinyin"],
    tokenize: (text, field) => (field === "pinyin" ? text.split(" ").filter(Boolean) : indexTerms(text)),
    processTerm: (term) => term,
    searchOptions: { boost: { name: 6, aliases: 4, pinyin: 3, summary: 1 } },
  });
}

function documentOf(node: Node): Document {
  const row = isEntity(node) ? (node.row as Entity) : undefined;
  return {
    id: node.index,
    name: `${isEntity(node) ? node.id.replaceAll("-", " ") : node.id} ${node.name_en} ${node.name_zh}`,
    aliases: row?.aliases.join(" ") ?? "",
    summary: row ? `${row.summary_en} ${row.summary_zh}` : "",
    pinyin: "",
  };
}

function toQuery(query: string): SearchQuery {
  return {
    combineWith: "AND",
    queries: queryTerms(query).map((term) => ({
      queries: [term],
      tokenize: (t: string) => [t],
      prefix: !isHan(term),
      fuzzy: !isHan(term) && term.length >= 4 && !/\d/.test(term) ? 0.2 : false,
    })),
  };
}
