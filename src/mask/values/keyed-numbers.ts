// A row of numbers that looks random and is always the same under one key: for permutations made once per run. In: a key
// of 32 bytes. Out: numbers below a bound, without bias.

import { createCipheriv } from 'node:crypto';

const blockBytes = 4096;
const zeros = Buffer.alloc(blockBytes);

/** The next number of the row below `bound` (1 to 2^31). */
export type NextNumber = (bound: number) => number;

export function createKeyedNumbers(key: Uint8Array): NextNumber {
  const cipher = createCipheriv('aes-256-ctr', key, Buffer.alloc(16));
  let block = cipher.update(zeros);
  let at = 0;
  return (bound) => {
    const fair = 0x1_0000_0000 - (0x1_0000_0000 % bound);
    for (;;) {
      if (at === blockBytes) {
        block = cipher.update(zeros);
        at = 0;
      }
      const number = block.readUInt32LE(at);
      at += 4;
      if (number < fair) return number % bound;
    }
  };
}

/** Puts `items` in an order in which none stays where it was, all such orders of one cycle equally likely (Sattolo). */
export function cycle(items: Uint16Array | Uint8Array, next: NextNumber): void {
  for (let at = items.length - 1; at > 0; at--) {
    const other = next(at);
    const kept = items[at]!;
    items[at] = items[other]!;
    items[other] = kept;
  }
}
