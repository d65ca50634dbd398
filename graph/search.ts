/**
 * Search over names, aliases, codes and summaries, in English and Chinese, with pinyin.
 *
 * Chinese has no spaces: each run of Han characters is indexed as single characters and pairs, and a query's runs are
 * looked up as pairs, all of which must be there. Other words match by their beginning and, from four letters, with a
 * typing error. Pinyin is an index of its own, filled when the reader module is there: every suffix of the joined
 * syllables and of their initials, so `tanzhonghe`, `zhonghe` and `tzh` all find 碳中和.
 */
import type { Model } from "./build.ts";
import { buildPostings, forEachNear, type Postings, placeBehind, placeOf } from "./postings.ts";
import type { Entity } from "./schema.ts";
import { fold } from "./text.ts";

/** What is searched, by columns, so that it can be sent to a worker: document `i` is node `i`. */
export interface Documents {
  ids: string[];
  /** In both languages. */
  names: string[];
  aliases: string[];
  summaries: string[];
  prominence: Uint8Array;
}

/** Reads Chinese text as pinyin syllables without tones; what isn't Chinese stays together. */
export type PinyinReader = (text: string) => string[];

export interface Hit {
  document: number;
  score: number;
}

export interface SearchIndex {
  /** The best documents for a query, best first. An empty query finds nothing. */
  search(query: string, limit?: number): Hit[];
  /** Adds pinyin, with pauses that let searches in between; when it is done, they find by sound as well. */
  addPinyin(read: PinyinReader): Promise<void>;
}

/** What a search may find of a model. */
export function documentsOf({ nodes }: Model): Documents {
  const entities = nodes.map(({ row }) => ("aliases" in row ? (row as Entity) : undefined));
  return {
    ids: nodes.map((node) => node.id),
    names: nodes.map((node) => `${node.name_en} ${node.name_zh}`),
    aliases: entities.map((row) => row?.aliases.join(" ") ?? ""),
    summaries: entities.map((row) => (row ? `${row.summary_en} ${row.summary_zh}` : "")),
    prominence: Uint8Array.from(nodes, (node) => node.prominence),
  };
}

const HAN_RUN = /\p{Script=Han}+/gu;
/** A run of Han, or a word of other letters and digits: “QQ音乐” is two, though Han are letters as well. */
const WORD = /\p{Script=Han}+|(?!\p{Script=Han})[\p{L}\p{N}](?:\.*(?!\p{Script=Han})[\p{L}\p{N}])*/gu;
const isHan = (text: string): boolean => text >= FIRST_HAN && /^\p{Script=Han}/u.test(text);
/** No Han comes before it, and all that is spelt with letters does, save a few scripts. */
const FIRST_HAN = "\u2e80";

const words = (text: string): readonly string[] => fold(text).match(WORD) ?? [];

/** Terms of a text as they are indexed: words, codes and their parts, Han characters and pairs. */
export function indexTerms(text: string): string[] {
  const terms: string[] = [];
  for (const word of words(text)) {
    if (isHan(word)) terms.push(...word, ...pairs(word));
    else if (word.includes(".")) terms.push(word, ...word.split("."));
    else terms.push(word);
  }
  return terms;
}

/** Terms of a query: a run of Han as its pairs (a single character as itself), other words as they are. */
export function queryTerms(text: string): string[] {
  const terms: string[] = [];
  for (const word of words(text)) {
    const found = isHan(word) ? pairs(word) : [];
    if (found.length > 0) terms.push(...found);
    else terms.push(word);
  }
  return terms;
}

function pairs(run: string): string[] {
  const found: string[] = [];
  let before = "";
  for (const letter of run) {
    if (before) found.push(before + letter);
    before = letter;
  }
  return found;
}

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

/** What a term weighs by the field it stands in; one that is the whole id, “4” or “4.4”, before all. */
const BOOST = { id: 24, name: 6, aliases: 4, pinyin: 3, summary: 1 };
type Field = keyof typeof BOOST;
/** Documents read as pinyin between two pauses: some milliseconds of work. */
const SLICE = 500;

/** Builds the index of documents. */
export function buildSearch(documents: Documents): SearchIndex {
  const { ids, names, aliases, prominence } = documents;
  const indices = [indexWords(documents)];
  const rank = createRanking(indices, ids.length);
  return {
    search(query, limit = 20) {
      if (queryTerms(query).length === 0) return [];
      const hits = rank(query, limit);
      // Names are printed with and without spaces (“Light 公益”, “tan zhong he”): ask again without.
      return hits.length > 0 || !/\s/.test(query.trim()) ? hits : rank(query.replace(/\s+/g, ""), limit);
    },
    async addPinyin(read) {
      const postings = buildPostings();
      for (let d = 0; d < ids.length; d++) {
        if (d % SLICE === 0) await new Promise((resolve) => setTimeout(resolve));
        const terms = pinyinTerms(`${names[d]} ${aliases[d]}`, read);
        postings.add(d, terms, weight(prominence[d], "pinyin", terms));
      }
      indices[1] = postings.finish();
    },
  };
}

function indexWords({ ids, names, aliases, summaries, prominence }: Documents): Postings {
  const postings = buildPostings();
  for (let d = 0; d < ids.length; d++) {
    const add = (field: Field, terms: string[]) => postings.add(d, terms, weight(prominence[d], field, terms));
    const id = indexTerms(ids[d]);
    if (id[0] === fold(ids[d])) add("id", [id[0]]);
    add("name", [...id, ...indexTerms(names[d])]);
    add("aliases", indexTerms(aliases[d]));
    // As a query asks for it: a single Han character is looked up in names, else it would find half of all.
    add("summary", queryTerms(summaries[d]));
  }
  return postings.finish();
}

/** What is prominent comes before what is mentioned in passing; of many terms in a field each weighs less. */
const weight = (prominence: number, field: Field, terms: string[]): number =>
  ((0.6 + 0.2 * prominence) * BOOST[field]) / Math.log2(1 + terms.length);

/** Ranks the documents that hold every term of a query, in what was set aside for it once: no object for each. */
function createRanking(indices: Postings[], count: number): (query: string, limit: number) => Hit[] {
  /** How many terms of the query a document has so far; it is out with the first that it lacks. */
  const held = new Uint16Array(count);
  const scores = new Float32Array(count);
  const take = ({ starts, documents, weights }: Postings, term: number, nearness: number, n: number) => {
    const found = starts[term + 1] - starts[term];
    // A term says the more, the fewer have it.
    const gain = nearness * Math.log(1 + (count - found + 0.5) / (found + 0.5));
    for (let p = starts[term]; p < starts[term + 1]; p++) {
      const d = documents[p];
      if (held[d] < n) continue;
      held[d] = n + 1;
      scores[d] += gain * weights[p];
    }
  };
  return (query, limit) => {
    held.fill(0);
    scores.fill(0);
    const terms = queryTerms(query);
    for (const [n, term] of terms.entries()) {
      for (const index of indices)
        forEachAnswer(index.terms, term, (found, nearness) => take(index, found, nearness, n));
    }
    return best(limit, count, (d) => (held[d] === terms.length ? scores[d] : 0));
  };
}

/** Calls back with the terms that answer one of a query, and how near they come to it. */
function forEachAnswer(terms: string[], asked: string, visit: (term: number, nearness: number) => void): void {
  const { length } = asked;
  const from = placeOf(terms, asked);
  const to = isHan(asked) ? from + Number(terms[from] === asked) : placeBehind(terms, asked);
  for (let t = from; t < to; t++) {
    const more = terms[t].length - length;
    visit(t, more === 0 ? 1 : (0.375 * length) / (length + 0.3 * more));
  }
  if (isHan(asked) || length < 4 || /\d/.test(asked)) return;
  forEachNear({ terms, end: placeOf(terms, FIRST_HAN) }, asked, length < 8 ? 1 : 2, (t, distance) => {
    if (t < from || t >= to) visit(t, (0.45 * length) / (length + distance));
  });
}

/** The documents with the highest scores above zero; of equals the first. */
function best(limit: number, count: number, score: (d: number) => number): Hit[] {
  const hits: Hit[] = [];
  for (let document = 0; document < count; document++) {
    const own = score(document);
    if (own === 0 || (hits.length === limit && own <= hits[limit - 1].score)) continue;
    let at = hits.length;
    while (at > 0 && hits[at - 1].score < own) at--;
    hits.splice(at, 0, { document, score: own });
    if (hits.length > limit) hits.pop();
  }
  return hits;
}
