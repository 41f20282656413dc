// Pairs of groups that may be one person, with how likely they are, in flat memory of a bounded size. When there are
// too many, the least likely sort of them is given up and counted; which ones stay does not depend on their order.

export interface CandidatePairs {
  size: number;
  a: Int32Array;
  b: Int32Array;
  /** Likelihood class, 0 to 255, see `classOf`. */
  likelihood: Uint8Array;
  /** Pairs given up for want of room. */
  dropped: number;
  add(a: number, b: number, likelihood: number): void;
}

/** Quarters of a bit of the odds, from 2^-32 to 2^32. */
export function classOf(posterior: number): number {
  const odds = posterior / Math.max(1 - posterior, Number.EPSILON);
  return Math.min(255, Math.max(0, Math.floor(4 * Math.log2(odds)) + 128));
}

/** The chance in the middle of a class. */
export function chanceOf(likelihood: number): number {
  const odds = 2 ** ((likelihood - 128 + 0.5) / 4);
  return odds / (1 + odds);
}

export function createCandidatePairs(most: number): CandidatePairs {
  const ofClass = new Float64Array(256);
  let lowest = 0;
  const pairs: CandidatePairs = {
    size: 0,
    a: new Int32Array(Math.min(most, 1024)),
    b: new Int32Array(Math.min(most, 1024)),
    likelihood: new Uint8Array(Math.min(most, 1024)),
    dropped: 0,
    add(a, b, likelihood) {
      if (likelihood < lowest) {
        pairs.dropped++;
        return;
      }
      while (pairs.size === most) {
        giveUpLowest();
        if (likelihood < lowest) {
          pairs.dropped++;
          return;
        }
      }
      if (pairs.size === pairs.a.length) grow();
      pairs.a[pairs.size] = a;
      pairs.b[pairs.size] = b;
      pairs.likelihood[pairs.size++] = likelihood;
      ofClass[likelihood]!++;
    },
  };
  const grow = () => {
    const size = Math.min(most, Math.ceil(pairs.size * 1.5));
    const { a, b, likelihood } = pairs;
    (pairs.a = new Int32Array(size)).set(a);
    (pairs.b = new Int32Array(size)).set(b);
    (pairs.likelihood = new Uint8Array(size)).set(likelihood);
  };
  const giveUpLowest = () => {
    while (ofClass[lowest] === 0) lowest++;
    pairs.dropped += ofClass[lowest]!;
    ofClass[lowest++] = 0;
    let kept = 0;
    for (let i = 0; i < pairs.size; i++) {
      if (pairs.likelihood[i]! < lowest) continue;
      pairs.a[kept] = pairs.a[i]!;
      pairs.b[kept] = pairs.b[i]!;
      pairs.likelihood[kept++] = pairs.likelihood[i]!;
    }
    pairs.size = kept;
  };
  return pairs;
}
