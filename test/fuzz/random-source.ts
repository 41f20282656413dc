/*
 * Random numbers from a seed, the same on every machine. In: any numbers and words. Out: whole numbers below a
 * bound. Never used for anything but tests.
 */
export interface RandomSource {
  /** 0 to `bound` - 1. */
  below: (bound: number) => number;
  /** True once in `often`. */
  once: (often: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
}

/** Sfc32 (Doty-Humphrey), its state filled from FNV-1a of what it is named by. */
export function randomSource(...names: (number | string)[]): RandomSource {
  let hash = 0x811c9dc5;
  for (const letter of names.join('/')) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  let [a, b, c, counter] = [hash, hash ^ 0x9e3779b9, hash ^ 0x85ebca6b, 1];
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  // the first numbers still show what the state was filled with
  for (let i = 0; i < 12; i++) next();
  const below = (bound: number): number => Math.floor((next() / 2 ** 32) * bound);
  return { below, once: (often) => below(often) === 0, pick: (list) => list[below(list.length)]! };
}
