// Keyed hashes and whose they are, put into the order in which a table wants them, each pair once.
// In: hashes as two words with a number each. Out: the same in ascending order of the 64-bit signed number that SQLite
// compares. Radix sort over typed arrays: about a quarter of a second a million, nothing allocated a member.

export interface HashPairs {
  top: Uint32Array;
  bottom: Uint32Array;
  owner: Uint32Array;
}

export function createPairs(length: number): HashPairs {
  return { top: new Uint32Array(length), bottom: new Uint32Array(length), owner: new Uint32Array(length) };
}

/** The number under which a hash is stored: both words as one signed number of 64 bits. */
export function storedHash(top: number, bottom: number): bigint {
  return BigInt.asIntN(64, (BigInt(top >>> 0) << 32n) | BigInt(bottom >>> 0));
}

/** Which of `hashBuckets` a hash falls into; a bucket's hashes lie together in the order. */
export function bucketOf(top: number): number {
  return (top ^ signBit) >>> 24;
}

export const hashBuckets = 256;

const signBit = 0x80000000;

/** Calls `visit` for the first `length` pairs in order, without doubles. */
export function visitSorted(
  pairs: HashPairs,
  length: number,
  visit: (top: number, bottom: number, owner: number) => void,
): void {
  let from = pairs;
  let to = createPairs(length);
  const digits: ((at: number) => number)[] = [
    (at) => from.owner[at]! & 0xffff,
    (at) => from.owner[at]! >>> 16,
    (at) => from.bottom[at]! & 0xffff,
    (at) => from.bottom[at]! >>> 16,
    (at) => from.top[at]! & 0xffff,
    (at) => (from.top[at]! ^ signBit) >>> 16,
  ];
  const starts = new Uint32Array(65_537);
  for (const digit of digits) {
    starts.fill(0);
    for (let at = 0; at < length; at++) starts[digit(at) + 1]!++;
    if (isOneDigit(starts, length)) continue;
    for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
    for (let at = 0; at < length; at++) {
      const place = starts[digit(at)]!++;
      to.bottom[place] = from.bottom[at]!;
      to.top[place] = from.top[at]!;
      to.owner[place] = from.owner[at]!;
    }
    [from, to] = [to, from];
  }
  for (let at = 0; at < length; at++) {
    const { top, bottom, owner } = from;
    const isDouble =
      at > 0 && top[at] === top[at - 1] && bottom[at] === bottom[at - 1] && owner[at] === owner[at - 1];
    if (!isDouble) visit(top[at]!, bottom[at]!, owner[at]!);
  }
}

/** Nothing to be moved: all have the same digit. */
function isOneDigit(counts: Uint32Array, length: number): boolean {
  return counts.includes(length) && length > 0;
}
