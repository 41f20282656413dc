// How SQL statements write values: 'quoted', with backslash escapes or without, introduced, in hex, NULL.

import type { Notation } from '../notation.ts';
import * as ascii from './ascii.ts';
import { decodeValue, isNull } from './value.ts';

/** Not NULL, nor an empty string however introduced. */
function isFilled(bytes: Uint8Array, from: number, to: number): boolean {
  const length = to - from;
  if (length <= 0) return false;
  const last = bytes[to - 1];
  if (last === ascii.QUOTE || last === ascii.DOUBLE_QUOTE) {
    if (length === 2) return false;
    return bytes[to - 2] !== last || bytes[from] === last || bytes.subarray(from, to - 2).includes(last);
  }
  return !isNull(bytes, from, to);
}

function createSqlNotation(escapes: boolean): Notation {
  return {
    isFilled,
    decode: (bytes, from, to, scratch, scratchBytes, decoded) =>
      decodeValue(bytes, from, to, escapes, scratch, scratchBytes, decoded),
  };
}

/** As MySQL writes: a backslash takes the meaning off what follows. */
export const escapedSqlNotation = createSqlNotation(true);

/** As the standard has it, and MySQL under NO_BACKSLASH_ESCAPES: a backslash is a backslash. */
export const standardSqlNotation = createSqlNotation(false);
