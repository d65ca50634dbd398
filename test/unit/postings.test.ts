import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildPostings, forEachNear, placeBehind, placeOf } from "../../graph/postings.ts";

const arbWord = fc.string({ unit: fc.constantFrom("a", "b", "c", "碳"), maxLength: 6 });

/** Edits between two words, by the textbook. */
function distance(a: string, b: string): number {
  if (!a || !b) return a.length + b.length;
  const replaced = distance(a.slice(1), b.slice(1)) + Number(a[0] !== b[0]);
  return Math.min(replaced, distance(a.slice(1), b) + 1, distance(a, b.slice(1)) + 1);
}

describe("postings", () => {
  it("tell for each term, in order, the documents that hold it, each field once", () => {
    const arbFields = fc.array(fc.tuple(fc.nat(3), fc.array(arbWord, { maxLength: 5 })), { maxLength: 8 });
    fc.assert(
      fc.property(arbFields, (unordered) => {
        const fields = unordered.toSorted(([a], [b]) => a - b);
        const builder = buildPostings();
        for (const [document, words] of fields) builder.add(document, words, document + 1);
        const { terms, starts, documents, weights } = builder.finish();
        expect(terms).toEqual([...new Set(fields.flatMap(([, words]) => words))].sort());
        for (const [t, term] of terms.entries()) {
          const holding = fields.filter(([, words]) => words.includes(term)).map(([document]) => document);
          expect([...documents.slice(starts[t], starts[t + 1])]).toEqual(holding);
          expect([...weights.slice(starts[t], starts[t + 1])]).toEqual(holding.map((document) => document + 1));
        }
      }),
    );
  });
});

describe("terms in order", () => {
  const arbTerms = fc.uniqueArray(arbWord, { maxLength: 40 }).map((words) => words.sort());

  it("stand together where they begin alike", () => {
    fc.assert(
      fc.property(arbTerms, arbWord, (terms, start) => {
        const found = terms.slice(placeOf(terms, start), placeBehind(terms, start));
        expect(found).toEqual(terms.filter((term) => term.startsWith(start)));
      }),
    );
  });

  it("are found by what is so many edits away, and nothing else", () => {
    fc.assert(
      fc.property(arbTerms, arbWord, fc.integer({ min: 0, max: 2 }), (terms, word, edits) => {
        const found: [string, number][] = [];
        forEachNear({ terms, end: terms.length }, word, edits, (t, n) => found.push([terms[t], n]));
        const near = terms.map((term): [string, number] => [term, distance(term, word)]);
        expect(found).toEqual(near.filter(([, n]) => n <= edits));
      }),
    );
  });
});
