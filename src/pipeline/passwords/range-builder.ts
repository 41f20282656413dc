// Packs hashes that come in order into the blocks that the register keeps: one for all that share their first 5 digits.
// In: hashes with counts, ascending; the same hash again adds to its count. Out: blocks, as soon as they are whole.

import { TocsinError } from '../../base/index.ts';
import { packRange, prefixBytes, tailBytesOf } from '../../lookup/index.ts';
import { type PasswordMode, placeWithin } from '../../store/register/index.ts';

export interface BuiltBlock {
  /** Within its source. */
  within: number;
  hashes: Buffer;
}

export interface RangeBuilder {
  /** Throws INPUT_UNREADABLE where so many begin alike that they cannot be hashes. */
  add(hash: Uint8Array, at: number, count: number): void;
  /** The last block is whole, too. */
  end(): void;
  /** Blocks since the last call. */
  take(): BuiltBlock[];
  /** Bytes of the blocks that `take` would give. */
  readonly waitingBytes: number;
  /** Different hashes so far, and how often they were seen in all. */
  readonly hashes: number;
  readonly seen: number;
}

/** Ten thousand millions of hashes have ten thousand that begin alike. */
const mostAlike = 100_000;

/** `least`: hashes that were seen less often are left out. */
export function createRangeBuilder(mode: PasswordMode, least = 1): RangeBuilder {
  const tailBytes = tailBytesOf(mode);
  let tails = new Uint8Array(1024 * tailBytes);
  let counts = new Float64Array(1024);
  let count = 0;
  let prefix = -1;
  let blocks: BuiltBlock[] = [];
  let waitingBytes = 0;
  let hashes = 0;
  let seen = 0;

  function isSame(hash: Uint8Array, at: number): boolean {
    const from = (count - 1) * tailBytes;
    for (let byte = 0; byte < tailBytes; byte++)
      if (tails[from + byte] !== hash[at + prefixBytes + byte]) return false;
    return true;
  }

  /** The hash before may have been seen too rarely. */
  function settleLast(): void {
    if (count > 0 && counts[count - 1]! < least) count--;
  }

  function endBlock(): void {
    settleLast();
    if (count === 0) return;
    const packed = packRange({ tailBytes, count, tails, counts });
    blocks.push({ within: placeWithin(mode, prefix), hashes: packed });
    waitingBytes += packed.length;
    hashes += count;
    for (let row = 0; row < count; row++) seen += counts[row]!;
    count = 0;
  }

  return {
    add(hash, at, seenNow) {
      const begins = (hash[at]! << 12) | (hash[at + 1]! << 4) | (hash[at + 2]! >> 4);
      if (begins !== prefix) {
        endBlock();
        prefix = begins;
      } else if (count > 0 && isSame(hash, at)) {
        counts[count - 1]! += seenNow;
        return;
      }
      settleLast();
      if (count === mostAlike)
        throw new TocsinError(
          'INPUT_UNREADABLE',
          `more than ${mostAlike.toLocaleString('en')} hashes begin with the same five digits`,
          { hint: 'these are no hashes of passwords; look at where the file is from' },
        );
      if (count === counts.length) {
        tails = grown(tails, new Uint8Array(tails.length * 2));
        counts = grown(counts, new Float64Array(counts.length * 2));
      }
      for (let byte = 0, to = count * tailBytes; byte < tailBytes; byte++)
        tails[to + byte] = hash[at + prefixBytes + byte]!;
      counts[count++] = seenNow;
    },
    end: endBlock,
    take() {
      const taken = blocks;
      blocks = [];
      waitingBytes = 0;
      return taken;
    },
    get waitingBytes() {
      return waitingBytes;
    },
    get hashes() {
      return hashes;
    },
    get seen() {
      return seen;
    },
  };
}

function grown<T extends Uint8Array | Float64Array>(small: T, large: T): T {
  large.set(small);
  return large;
}
