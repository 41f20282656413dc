// How records of fixed width write values: padded with blanks or zero bytes on either side. A field of nothing
// but padding holds nothing; zeros in front of a number belong to it, as only they tell a code from a count.

import { isWide, type Notation } from '../notation.ts';

const SPACE = 0x20;

export const fixedNotation: Notation = {
  isFilled(bytes, from, to) {
    for (let p = from; p < to; p++) if (bytes[p]! > SPACE) return !isNull(bytes, from, to);
    return false;
  },
  decode(bytes, from, to, _scratch, _scratchBytes, decoded) {
    let start = from;
    let end = to;
    while (start < end && bytes[start]! <= SPACE) start++;
    while (end > start && bytes[end - 1]! <= SPACE) end--;
    decoded.start = start;
    decoded.end = end;
    if (start === end || isNull(bytes, from, to)) return false;
    decoded.wide = isWide(bytes, start, end);
    return true;
  },
};

/** As listings of queries write what is not there: NULL, left-aligned and padded. */
function isNull(bytes: Uint8Array, from: number, to: number): boolean {
  if (bytes[from] !== 0x4e || to - from < 4) return false;
  if (bytes[from + 1] !== 0x55 || bytes[from + 2] !== 0x4c || bytes[from + 3] !== 0x4c) return false;
  for (let p = from + 4; p < to; p++) if (bytes[p]! > SPACE) return false;
  return true;
}
