// How the rows of a COPY write their values: as they are, a backslash before what has to be escaped, \N for NULL.

import { isWide, type Notation } from '../notation.ts';
import * as ascii from './ascii.ts';
import { unescape } from './backslashes.ts';
import { isByteString, readHexDigits } from './hex-digits.ts';

const LETTER_N = 0x4e;

function isNull(bytes: Uint8Array, from: number, to: number): boolean {
  return to - from === 2 && bytes[from] === ascii.BACKSLASH && bytes[from + 1] === LETTER_N;
}

export const copyNotation: Notation = {
  isFilled: (bytes, from, to) => to > from && !isNull(bytes, from, to),
  decode(bytes, from, to, scratch, scratchBytes, decoded) {
    if (isNull(bytes, from, to)) return false;
    decoded.start = from;
    decoded.end = to;
    let wide = 0;
    let p = from;
    for (; p < to && bytes[p] !== ascii.BACKSLASH; p++) wide |= bytes[p]!;
    decoded.wide = wide >= 0x80;
    if (p === to) return true;
    decoded.start = scratch;
    if (isByteString(bytes, from, to, 2)) {
      decoded.end = readHexDigits(bytes, from + 3, to, scratch, scratch + scratchBytes).out;
      decoded.wide = false;
      return true;
    }
    const plain = Math.min(p - from, scratchBytes);
    bytes.copyWithin(scratch, from, from + plain);
    decoded.end = unescape(bytes, p, to, scratch + plain, scratch + scratchBytes, false).out;
    decoded.wide = isWide(bytes, scratch, decoded.end);
    return true;
  },
};
