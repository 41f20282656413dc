// What backslashes escape, in AssemblyScript. In: the words of a block, and where its backslashes stand. Out: the words without.

import { byteAt } from './words-tables';

/** What lies before belongs to an escape. */
let clearTo: u32 = 0;

export function beginEscapes(): void {
  clearTo = 0;
}

/** The words of the block at `p` but for what its backslashes escape: the `n` of `\\nora`. */
export function withoutEscaped(words: u64, backslashes: u64, p: u32, size: u32): u64 {
  if (clearTo > p && clearTo - p <= 64) words &= ~((<u64>1) << (clearTo - 1 - p));
  while (backslashes) {
    const at = p + <u32>ctz(backslashes);
    backslashes &= backslashes - 1;
    if (at < clearTo) continue;
    let end = at + 1;
    while (end < size && byteAt(end) == 92) end++;
    clearTo = end < size && byteAt(end) < 128 ? end + 1 : end;
    const bit = clearTo - 1 - p;
    if (bit < 64) words &= ~((<u64>1) << bit);
  }
  return words;
}
