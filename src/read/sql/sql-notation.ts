// How SQL statements write values: 'quoted', with backslash escapes or without, introduced, in hex, NULL,
// inside CAST(…) and other functions, in pieces joined by `||` or `+`.

import type { Notation } from '../notation.ts';
import * as ascii from './ascii.ts';
import type { Dialect } from './dialect.ts';
import { decodeExpression, isExpression } from './expression.ts';
import type { OddStrings } from './odd-string.ts';
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

function createSqlNotation(escapes: boolean, oddStrings: OddStrings): Notation {
  return {
    isFilled,
    decode(bytes, from, to, scratch, scratchBytes, decoded) {
      if (isExpression(bytes, from, to, escapes, oddStrings)) {
        const value = decodeExpression(
          bytes,
          from,
          to,
          { escapes, oddStrings },
          scratch,
          scratchBytes,
          decoded,
        );
        if (value !== 'unknown') return value === 'text';
      }
      return decodeValue(bytes, from, to, escapes, scratch, scratchBytes, decoded);
    },
  };
}

/** As MySQL writes: a backslash takes the meaning off what follows. */
export const escapedSqlNotation = createSqlNotation(true, 'none');

/** As the standard has it, and MySQL under NO_BACKSLASH_ESCAPES: a backslash is a backslash. */
export const standardSqlNotation = createSqlNotation(false, 'none');

const dollarNotation = createSqlNotation(false, 'dollars');
const escapedDollarNotation = createSqlNotation(true, 'dollars');
const qQuoteNotation = createSqlNotation(false, 'q quotes');

/** The notation of a dialect's values. */
export function sqlNotationOf({ escapes, oddStrings }: Dialect): Notation {
  if (oddStrings === 'dollars') return escapes ? escapedDollarNotation : dollarNotation;
  if (oddStrings === 'q quotes') return qQuoteNotation;
  return escapes ? escapedSqlNotation : standardSqlNotation;
}
