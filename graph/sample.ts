/** A sample of records to read again against the text: the same for the same seed, so that others can draw it too. */
import type { Model } from "./build.ts";
import type { Alignment, Kpi, Observation } from "./schema.ts";

/** A generator of even numbers in 0–1 (mulberry32, Tommy Ettinger). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** So many items, each once, in the order drawn. */
export function draw<T>(items: readonly T[], count: number, next: () => number): T[] {
  const rest = [...items];
  return Array.from(
    { length: Math.min(count, rest.length) },
    () => rest.splice(Math.floor(next() * rest.length), 1)[0],
  );
}

/** Alignments and observations drawn with a seed, each as text: its fields, and the lines of its evidence. */
export function sampleRecords(model: Model, count: number, seed: number): string[] {
  const next = seeded(seed);
  const alignments = draw(model.pack.alignments, count, next).map((a) => describeAlignment(model, a));
  const observations = draw(model.pack.observations, count, next).map((o) => describeObservation(model, o));
  return [...alignments, ...observations];
}

function describeAlignment(model: Model, a: Alignment): string {
  const entity = model.node.get(a.entity)!;
  const fields = [a.basis, a.role, a.polarity, a.directness, a.stage, a.grade, a.years.join("|"), a.review];
  return [`${entity.name_zh} (${a.entity}) → ${a.object}`, fields.join(" · "), ...linesOf(model, a.evidence)].join(
    "\n  ",
  );
}

function describeObservation(model: Model, o: Observation): string {
  const kpi = model.node.get(o.kpi)?.row as Kpi;
  const fields = [
    o.period,
    o.value,
    kpi.unit_of_measure,
    o.qualifier.join("|"),
    o.status,
    kpi.subject,
    kpi.scope,
    o.note,
  ];
  return [`${kpi.name_zh} (${o.kpi})`, fields.join(" · "), ...linesOf(model, o.evidence)].join("\n  ");
}

const linesOf = (model: Model, evidence: readonly string[]): string[] =>
  evidence.map((id) => `lines ${model.evidence.get(id)?.lines}: ${model.evidence.get(id)?.says_en}`);
