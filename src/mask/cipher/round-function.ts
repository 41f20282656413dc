// The round function of FF1 (SP 800-38G, algorithm 7, steps 5 and 6.i to 6.iii) for many numbers at once. In: the other half
// of each number, big-endian, and its tweak. Out: d bytes for each, big-endian. One call of AES for all numbers, where the
// tweak is short enough to stand in one block with the half.

import { createCipheriv } from 'node:crypto';

export interface RoundFunction {
  /** Where the halves go, `numberBytes` (the standard's b) for each. */
  numbers: Uint8Array;
  numberBytes: number;
  /** Where the results are read, `resultBytes` (the standard's d) for each. */
  results: Uint8Array;
  resultBytes: number;
  compute(round: number): void;
}

type OpenRounds = (length: number, count: number, tweaks: Uint8Array, tweakLength: number) => RoundFunction;

const blockBytes = 16;

export function openRoundFunction(key: Uint8Array, radix: number): OpenRounds {
  const cipher = createCipheriv(`aes-${key.length * 8}-ecb`, key, null);
  cipher.setAutoPadding(false);
  const encrypt = (blocks: Uint8Array): Uint8Array => cipher.update(blocks);
  return (length, count, tweaks, tweakLength) => {
    const longer = length - (length >>> 1);
    const numberBytes = Math.ceil(Math.ceil(longer * Math.log2(radix)) / 8);
    const resultBytes = 4 * Math.ceil(numberBytes / 4) + 4;
    const start = encrypt(firstBlock(radix, length, tweakLength));
    // the tweak, zeros, the round and the half end on a block's end
    const tailBytes = tweakLength + 1 + numberBytes;
    const blockCount = Math.ceil(tailBytes / blockBytes);
    const tails = new Uint8Array(count * blockCount * blockBytes);
    const isShared = tweaks.length === tweakLength;
    const tailLength = blockCount * blockBytes;
    for (let index = 0; index < count; index++) {
      const from = isShared ? 0 : index * tweakLength;
      const to = index * tailLength;
      for (let at = 0; at < tweakLength; at++) tails[to + at] = tweaks[from + at]!;
    }
    const numbers = new Uint8Array(count * numberBytes);
    const results = new Uint8Array(count * resultBytes);
    const chain = new Uint8Array(count * blockBytes);
    return {
      numbers,
      numberBytes,
      results,
      resultBytes,
      compute(round) {
        putNumbers(tails, tailLength, numbers, numberBytes, round);
        let previous: Uint8Array | null = null;
        for (let block = 0; block < blockCount; block++) {
          for (let index = 0; index < count; index++) {
            const from = index * tailLength + block * blockBytes;
            const to = index * blockBytes;
            for (let at = 0; at < blockBytes; at++) {
              chain[to + at] = tails[from + at]! ^ (previous === null ? start[at]! : previous[to + at]!);
            }
          }
          previous = encrypt(chain);
        }
        spread(previous!, results, resultBytes, count, encrypt);
      },
    };
  };
}

/** The standard's P. */
function firstBlock(radix: number, length: number, tweakLength: number): Uint8Array {
  const block = new Uint8Array(blockBytes);
  const view = new DataView(block.buffer);
  block.set([1, 2, 1, 0, radix >>> 8, radix & 255, 10, (length >>> 1) & 255]);
  view.setUint32(8, length);
  view.setUint32(12, tweakLength);
  return block;
}

function putNumbers(
  tails: Uint8Array,
  tailLength: number,
  numbers: Uint8Array,
  numberBytes: number,
  round: number,
): void {
  for (let to = tailLength - numberBytes, from = 0; to < tails.length; to += tailLength) {
    tails[to - 1] = round;
    for (let at = 0; at < numberBytes; at++) tails[to + at] = numbers[from++]!;
  }
}

/** The first bytes of each block; where there are more than it has, those of the block with 1, 2 … added on, encrypted. */
function spread(
  blocks: Uint8Array,
  results: Uint8Array,
  resultBytes: number,
  count: number,
  encrypt: (blocks: Uint8Array) => Uint8Array,
): void {
  const perBlock = Math.min(resultBytes, blockBytes);
  for (let index = 0; index < count; index++) {
    const from = index * blockBytes;
    const to = index * resultBytes;
    for (let at = 0; at < perBlock; at++) results[to + at] = blocks[from + at]!;
  }
  for (let more = 1; more * blockBytes < resultBytes; more++) {
    const next = blocks.slice(0, count * blockBytes);
    for (let last = blockBytes - 1; last < next.length; last += blockBytes) next[last]! ^= more;
    const encrypted = encrypt(next);
    const taken = Math.min(blockBytes, resultBytes - more * blockBytes);
    for (let index = 0; index < count; index++) {
      const from = index * blockBytes;
      const to = index * resultBytes + more * blockBytes;
      for (let at = 0; at < taken; at++) results[to + at] = encrypted[from + at]!;
    }
  }
}
