// How many look-ups a second, and how long one takes. In: what looks up, and keys. Out: a rate and two times.

export interface LookUpRate {
  name: string;
  perSecond: number;
  /** Microseconds; of the way that waits for each answer only. */
  p50Us: number;
  p99Us: number;
  hits: number;
}

export type LookUp = (key: Buffer) => readonly unknown[] | Promise<readonly unknown[]>;

/** One after the other. */
export async function oneByOne(name: string, lookUp: LookUp, keys: readonly Buffer[]): Promise<LookUpRate> {
  const times = new Float64Array(keys.length);
  let hits = 0;
  const started = performance.now();
  for (let i = 0; i < keys.length; i++) {
    const from = performance.now();
    const found = lookUp(keys[i]!);
    // a file answers at once: waiting for what is there would be measured too
    if ((found instanceof Promise ? await found : found).length > 0) hits++;
    times[i] = performance.now() - from;
  }
  return rateOf(name, performance.now() - started, times, hits);
}

/** As many at a time as a server has requests. */
export async function manyAtOnce(
  name: string,
  lookUp: LookUp,
  keys: readonly Buffer[],
  atOnce: number,
): Promise<LookUpRate> {
  const times = new Float64Array(keys.length);
  let [next, hits] = [0, 0];
  const started = performance.now();
  const worker = async (): Promise<void> => {
    for (let i = next++; i < keys.length; i = next++) {
      const from = performance.now();
      if ((await lookUp(keys[i]!)).length > 0) hits++;
      times[i] = performance.now() - from;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return rateOf(name, performance.now() - started, times, hits);
}

function rateOf(name: string, ms: number, times: Float64Array, hits: number): LookUpRate {
  times.sort();
  const at = (share: number) => times[Math.floor(times.length * share)]! * 1000;
  return { name, perSecond: (times.length / ms) * 1000, p50Us: at(0.5), p99Us: at(0.99), hits };
}

export function rateText({ name, perSecond, p50Us, p99Us }: LookUpRate): string {
  const rate = Math.round(perSecond).toLocaleString('en').padStart(9);
  return `  ${name.padEnd(34)} ${rate} a second, p50 ${p50Us.toFixed(0)} µs, p99 ${p99Us.toFixed(0)} µs`;
}
