// How delimited text writes values: quotes around them, quotes in them doubled or escaped, blanks at the
// edges without meaning, and what stands for nothing: no bytes, NULL, \N.

import { type Decoded, isWide, type Notation } from '../notation.ts';
import type { CsvDialect } from './csv-dialect.ts';

const SPACE = 0x20;
const TAB = 0x09;
const BACKSLASH = 0x5c;

export function csvNotation(dialect: Pick<CsvDialect, 'quote' | 'escape'>): Notation {
  const { quote, escape } = dialect;
  const notations = quote === null ? bare : quote === 0x27 ? singleQuoted : doubleQuoted;
  return escape === null ? notations.plain : notations.escaped;
}

function createNotation(quote: number, escape: number): Notation {
  const isFilled = (bytes: Uint8Array, from: number, to: number): boolean => {
    if (to <= from) return false;
    const first = bytes[from]!;
    const last = bytes[to - 1]!;
    if (first <= SPACE || last <= SPACE) {
      const start = skipBlanks(bytes, from, to);
      const end = dropBlanks(bytes, start, to);
      return end > start && (start > from || end < to ? isFilled(bytes, start, end) : true);
    }
    if (first === quote) {
      if (to - from < 3) return to - from === 2 && last !== quote;
      return !isNull(bytes, from + 1, to - 1);
    }
    return !isNull(bytes, from, to);
  };

  return {
    isFilled,
    decode(bytes, from, to, scratch, scratchBytes, decoded) {
      let start = skipBlanks(bytes, from, to);
      let end = dropBlanks(bytes, start, to);
      if (start === end || isNull(bytes, start, end)) return false;
      const isQuoted = bytes[start] === quote;
      if (isQuoted) {
        start++;
        // a value cut short by whoever asks has no quote at its end
        if (end > start && bytes[end - 1] === quote) end--;
        if (start === end || isNull(bytes, start, end)) return false;
      }
      decoded.start = start;
      decoded.end = end;
      if (isQuoted ? !holds(bytes, start, end, quote, escape) : !holds(bytes, start, end, escape, escape)) {
        decoded.wide = isWide(bytes, start, end);
        return true;
      }
      rewrite(bytes, isQuoted ? quote : -1, escape, scratch, scratchBytes, decoded);
      return true;
    },
  };
}

function skipBlanks(bytes: Uint8Array, from: number, to: number): number {
  let p = from;
  while (p < to && (bytes[p] === SPACE || bytes[p] === TAB)) p++;
  return p;
}

function dropBlanks(bytes: Uint8Array, from: number, to: number): number {
  let p = to;
  while (p > from && (bytes[p - 1] === SPACE || bytes[p - 1] === TAB)) p--;
  return p;
}

/** NULL, null or \N; a person may be called Null. */
function isNull(bytes: Uint8Array, from: number, to: number): boolean {
  const length = to - from;
  const first = bytes[from];
  if (length === 2) return first === BACKSLASH && bytes[from + 1] === 0x4e;
  if (length !== 4) return false;
  if (first === 0x4e) return bytes[from + 1] === 0x55 && bytes[from + 2] === 0x4c && bytes[from + 3] === 0x4c;
  return first === 0x6e && bytes[from + 1] === 0x75 && bytes[from + 2] === 0x6c && bytes[from + 3] === 0x6c;
}

function holds(bytes: Uint8Array, from: number, to: number, one: number, other: number): boolean {
  for (let p = from; p < to; p++) if (bytes[p] === one || bytes[p] === other) return true;
  return false;
}

/** Takes doubled quotes and escapes off, into scratch. */
function rewrite(
  bytes: Uint8Array,
  quote: number,
  escape: number,
  scratch: number,
  scratchBytes: number,
  decoded: Decoded,
): void {
  const last = scratch + scratchBytes;
  let out = scratch;
  let isBeyondAscii = 0;
  for (let p = decoded.start; p < decoded.end && out < last; p++) {
    let byte = bytes[p]!;
    if (byte === escape && p + 1 < decoded.end) byte = meaningOf(bytes[++p]!);
    else if (byte === quote && bytes[p + 1] === quote && p + 1 < decoded.end) p++;
    bytes[out++] = byte;
    isBeyondAscii |= byte;
  }
  decoded.start = scratch;
  decoded.end = out;
  decoded.wide = (isBeyondAscii & 0x80) !== 0;
}

/** As MySQL and PostgreSQL write what would break a line. */
function meaningOf(escaped: number): number {
  if (escaped === 0x6e) return 0x0a;
  if (escaped === 0x74) return TAB;
  if (escaped === 0x72) return 0x0d;
  return escaped === 0x30 ? 0 : escaped;
}

const none = -1;
const pairOf = (quote: number) => ({
  plain: createNotation(quote, none),
  escaped: createNotation(quote, BACKSLASH),
});
const bare = pairOf(none);
const doubleQuoted = pairOf(0x22);
const singleQuoted = pairOf(0x27);
