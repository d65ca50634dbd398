/**
 * Which documents hold which terms: the floor that search stands on, in columns.
 *
 * A library's object for each hit takes a third of a second where a word stands in a hundred thousand documents. Here a
 * posting is two numbers in rows of numbers, and the postings of terms that begin alike are neighbours.
 */
export interface Postings {
  /** In order, so terms that begin alike stand together. */
  terms: string[];
  /** The postings of term `t` are `starts[t]` … `starts[t + 1] - 1`. */
  starts: Uint32Array;
  documents: Uint32Array;
  /** How much the term says of the document. */
  weights: Float32Array;
}

export interface PostingsBuilder {
  /** Adds the terms of a field of a document; a term that stands there twice counts once. */
  add(document: number, terms: string[], weight: number): void;
  finish(): Postings;
}

export function buildPostings(): PostingsBuilder {
  const codes = new Map<string, number>();
  /** For each term the last field that held it. */
  const seen: number[] = [];
  let field = 0;
  const added: Added = { terms: [], documents: [], weights: [] };
  return {
    add(document, terms, weight) {
      field++;
      for (const term of terms) {
        let code = codes.get(term);
        if (code === undefined) {
          code = codes.size;
          codes.set(term, code);
        }
        if (seen[code] === field) continue;
        seen[code] = field;
        added.terms.push(code);
        added.documents.push(document);
        added.weights.push(weight);
      }
    },
    finish: () => inOrder(codes, added),
  };
}

interface Added {
  terms: number[];
  documents: number[];
  weights: number[];
}

/** Puts postings in the order of their terms; those of one term stay in the order of the documents. */
function inOrder(codes: Map<string, number>, added: Added): Postings {
  const terms = [...codes.keys()].sort();
  const place = new Uint32Array(terms.length);
  for (const [t, term] of terms.entries()) place[codes.get(term)!] = t;
  const starts = new Uint32Array(terms.length + 1);
  for (const code of added.terms) starts[place[code] + 1]++;
  for (let t = 0; t < terms.length; t++) starts[t + 1] += starts[t];
  const next = starts.slice();
  const documents = new Uint32Array(added.terms.length);
  const weights = new Float32Array(added.terms.length);
  for (const [i, code] of added.terms.entries()) {
    const at = next[place[code]]++;
    documents[at] = added.documents[i];
    weights[at] = added.weights[i];
  }
  return { terms, starts, documents, weights };
}

/** The first term that doesn't come before a text. */
export function placeOf(terms: string[], text: string): number {
  let [low, high] = [0, terms.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (terms[middle] < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place behind the last term that begins with a text. */
export const placeBehind = (terms: string[], text: string): number => placeOf(terms, `${text}\uffff`);

/**
 * Calls back with each of the first `end` terms that so many edits (a letter more, less or another) make of a word.
 * Goes through the terms in their order: what neighbours share is compared once, and where a beginning is too far off
 * already, all that begin so are passed over.
 */
export function forEachNear(
  { terms, end }: { terms: string[]; end: number },
  word: string,
  edits: number,
  visit: (term: number, distance: number) => void,
): void {
  /** `rows[n][i]`: edits between the first `n` letters of the term and the first `i` of the word. */
  const rows = [Uint16Array.from({ length: word.length + 1 }, (_, i) => i)];
  let before = "";
  for (let t = 0; t < end; ) {
    const term = terms[t];
    let n = sharedStart(before, term);
    before = term;
    let least = 0;
    while (n < term.length && least <= edits) {
      rows[n + 1] ??= new Uint16Array(word.length + 1);
      least = nextRow(rows[n], rows[n + 1], word, term[n]);
      n++;
    }
    if (least > edits) {
      before = term.slice(0, n);
      t = terms[t + 1]?.startsWith(before) ? placeBehind(terms, before) : t + 1;
    } else {
      const distance = rows[n][word.length];
      if (distance <= edits) visit(t, distance);
      t++;
    }
  }
}

function sharedStart(a: string, b: string): number {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n++;
  return n;
}

/** Fills the row of one more letter; returns the least number in it, below which nothing longer can fall. */
function nextRow(row: Uint16Array, next: Uint16Array, word: string, letter: string): number {
  next[0] = row[0] + 1;
  let least = next[0];
  for (let i = 1; i < next.length; i++) {
    const replaced = row[i - 1] + Number(word[i - 1] !== letter);
    next[i] = Math.min(replaced, row[i] + 1, next[i - 1] + 1);
    if (next[i] < least) least = next[i];
  }
  return least;
}
