/** Small things that several modules need. */

/** Splits at a separator; spaces around a part and empty parts go. */
export const splitBy = (text: string, separator: string): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);

/** What is not a single space already: to replace each of those by itself takes ten times as long. */
const SPACES = /\s{2,}|[^\S ]/g;

/** Folds text for comparison: width, case and runs of spaces don't count. */
export const fold = (text: string): string => text.normalize("NFKC").toLowerCase().replace(SPACES, " ").trim();

/** Groups items under a key, keeping their order. */
export function groupBy<T, K>(items: Iterable<T>, key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const k = key(item);
    const group = groups.get(k);
    if (group) group.push(item);
    else groups.set(k, [item]);
  }
  return groups;
}

/** Computes a value for each key once. */
export const memo = <K, V>(compute: (key: K) => V): ((key: K) => V) => remember(new Map<K, V>(), compute);

/** Computes a value for each object once; it is forgotten with the object. */
export const memoWeakly = <K extends object, V>(compute: (key: K) => V): ((key: K) => V) =>
  remember(new WeakMap<K, V>(), compute);

function remember<K, V>(
  known: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  compute: (key: K) => V,
): (key: K) => V {
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = compute(key);
      known.set(key, value);
    }
    return value;
  };
}
