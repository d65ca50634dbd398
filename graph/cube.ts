/**
 * The records by combinations of facet values. Facets are joined into a few groups, a record holds one code a group, and
 * there are far fewer combinations than records: whether a record passes, and how many records a value has, is then a
 * pass over the codes of each group instead of one for each facet.
 */
import { FACETS, type FacetName, type Records } from "./build.ts";

/**
 * A record's mark: bit `f` is set when it fails facet `f` (in the order of `FACETS`), `OUT` when it fails anything else.
 * So 0 passes, and a single bit tells which facet alone stands against it. Bits need no branches, which a processor
 * would guess wrong half of the time.
 */
export const OUT = 128;
const MARKS = 256;

/** Combinations that a group may have: codes are of two bytes. */
const COMBINATIONS = 0x10000;
/** Pairs of combinations up to this are looked up in a table when groups are joined; with more they stay apart. */
const TABLE = 1 << 18;

/** For each facet value, a number of records. */
export type Counts = Record<FacetName, Uint32Array>;

interface Group {
  /** Facets of the group, as indices of `FACETS`. */
  facets: number[];
  /** The combination of each record. */
  codes: Uint16Array | Uint32Array;
  /** For each facet of the group and each combination: the facet's set. */
  sets: Uint32Array[];
}

export interface Cube {
  /** Adds to the marks the facets that each record fails; `wanted` tells for a facet which sets pass, if not all do. */
  mark(wanted: (facet: FacetName) => Uint8Array | undefined, marks: Uint8Array): void;
  /** Counts for each value the records with it that pass, or that fail its own facet alone. */
  count(marks: Uint8Array, counts: Counts): void;
}

/** Prepares a cube; its functions then allocate nothing that grows with the number of records. */
export function createCube(records: Records): Cube {
  const groups = joinFacets(records);
  const counters = groups.map((group) => createCounter(records, group));
  return {
    mark(wanted, marks) {
      const passing = FACETS.map(wanted);
      for (const group of groups) if (group.facets.some((f) => passing[f])) markFailing(group, passing, marks);
    },
    count(marks, counts) {
      for (const facet of FACETS) counts[facet].fill(0);
      for (const count of counters) count(marks, counts);
    },
  };
}

function markFailing({ facets, codes, sets }: Group, passing: (Uint8Array | undefined)[], marks: Uint8Array): void {
  const failing = new Uint8Array(sets[0].length);
  for (const [i, f] of facets.entries()) {
    const pass = passing[f];
    const set = sets[i];
    if (pass) for (let c = 0; c < failing.length; c++) failing[c] |= (1 - pass[set[c]]) << f;
  }
  for (let r = 0; r < codes.length; r++) marks[r] |= failing[codes[r]];
}

function createCounter({ facets: columns }: Records, { facets, codes, sets }: Group) {
  const size = sets[0].length;
  // A row of counters for what passes, one for what fails each facet, and one for what counts nowhere.
  const counters = new Uint32Array(size * (facets.length + 2));
  const row = new Uint32Array(MARKS).fill(size * (facets.length + 1));
  row[0] = 0;
  for (const [i, f] of facets.entries()) row[1 << f] = size * (i + 1);
  // For each facet the values behind each combination.
  const values = facets.map((f, i) => Array.from(sets[i], (set) => columns[FACETS[f]].sets[set]));
  return (marks: Uint8Array, counts: Counts): void => {
    counters.fill(0);
    for (let r = 0; r < codes.length; r++) counters[row[marks[r]] + codes[r]]++;
    for (let i = 0; i < facets.length; i++) handOn(counters, size * (i + 1), values[i], counts[FACETS[facets[i]]]);
  };
}

/** Adds the counts of combinations, passing and failing one facet alone, to the values behind them. */
function handOn(counters: Uint32Array, failing: number, values: (readonly number[])[], counts: Uint32Array): void {
  for (let c = 0; c < values.length; c++) {
    const n = counters[c] + counters[failing + c];
    if (n === 0) continue;
    const list = values[c];
    for (let i = 0; i < list.length; i++) counts[list[i]] += n;
  }
}

/** Puts each facet into the first group that stays small with it, else into a new one. */
function joinFacets({ facets }: Records): Group[] {
  const groups: Group[] = [];
  for (const [f, name] of FACETS.entries()) {
    const { set, sets } = facets[name];
    const alone: Group = { facets: [f], codes: narrow(set, sets.length), sets: [Uint32Array.from(sets.keys())] };
    const joined = groups.some((group, i) => {
      const both = join(group, alone);
      if (both) groups[i] = both;
      return both !== undefined;
    });
    if (!joined) groups.push(alone);
  }
  return groups;
}

/** Two groups as one, unless it would have too many combinations. */
function join(a: Group, b: Group): Group | undefined {
  const [sizeA, sizeB] = [a.sets[0].length, b.sets[0].length];
  if (sizeA * sizeB > TABLE) return undefined;
  const known = new Int32Array(sizeA * sizeB).fill(-1);
  const pairs: number[] = [];
  const codes = new Uint16Array(a.codes.length);
  for (let r = 0; r < codes.length; r++) {
    const pair = a.codes[r] * sizeB + b.codes[r];
    if (known[pair] < 0) {
      known[pair] = pairs.push(pair) - 1;
      if (pairs.length > COMBINATIONS) return undefined;
    }
    codes[r] = known[pair];
  }
  const fromA = a.sets.map((set) => Uint32Array.from(pairs, (pair) => set[Math.floor(pair / sizeB)]));
  const fromB = b.sets.map((set) => Uint32Array.from(pairs, (pair) => set[pair % sizeB]));
  return { facets: [...a.facets, ...b.facets], codes, sets: [...fromA, ...fromB] };
}

const narrow = (codes: Uint32Array, size: number): Uint16Array | Uint32Array =>
  size <= COMBINATIONS ? Uint16Array.from(codes) : codes;
