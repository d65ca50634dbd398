/** A quantity measured several times; `runs` 0 where it could not be measured. */
export interface Measure {
  runs: number;
  median: number;
  min: number;
  max: number;
}

/** Sums up the values of a quantity. */
export function measure(values: readonly number[]): Measure {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { runs: sorted.length, median, min: sorted[0], max: sorted[sorted.length - 1] };
}

/** Times a function: a few runs to warm up, then those that count. */
export async function time(runs: number, work: () => unknown): Promise<Measure> {
  for (let i = 0; i < runs / 4; i++) await work();
  const values: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await work();
    values.push(performance.now() - start);
  }
  return measure(values);
}

/** The work, or a failure when it takes too long; what hangs is left to whoever can end it. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done in ${milliseconds / 1000} s`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
