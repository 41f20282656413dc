// Groups of hexadecimal digits with signs between, in AssemblyScript. In: words of two or four bytes, in order. Out: whether one
// makes the groups long enough for a text.

import { isHexRun } from './words-ahead';

/** Hexadecimal digits in groups that may hold a text. */
const shortestSpaced: u32 = 16;

export let pairsStart: u32 = 0;
let pairsEnd: u32 = 0;
let pairsWidth: u32 = 0;

export function beginPairs(): void {
  pairsStart = pairsEnd = pairsWidth = 0;
}

/** `48 65 6c 65 6e 65 20`: groups of hexadecimal digits, told from the one on that makes them long enough. */
export function endsPairs(start: u32, end: u32, width: u32): bool {
  if (!isHexRun(start, end)) return false;
  if (width != pairsWidth || start != pairsEnd + 1) pairsStart = start;
  pairsWidth = width;
  pairsEnd = end;
  const groups = (end - pairsStart + 1) / (width + 1);
  return groups * width == shortestSpaced;
}
