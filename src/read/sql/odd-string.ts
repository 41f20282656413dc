// Strings that open with more than a quote: PostgreSQL's E'…' and $tag$…$tag$, Oracle's q'[…]'.
// In: the position of their first byte. Out: where their content begins and what closes it.

import * as ascii from './ascii.ts';

/** Which of them a dialect has. */
export type OddStrings = 'none' | 'dollars' | 'q quotes';

export interface OddString {
  /** Position of the first byte of the content. */
  from: number;
  /** The bytes that close it. */
  closer: Uint8Array;
  /** Backslashes and doubled quotes are taken off: the string is otherwise closed by one quote. */
  escapes: boolean;
}

/** PostgreSQL's names have 63 bytes at most, and so do the tags of its strings. */
const longestTag = 63;

/** Bytes after the first that decide. */
export const oddStringLookahead = longestTag + 2;

const quoteCloser = Uint8Array.of(ascii.QUOTE);
const pairs = new Map([
  [ascii.OPEN, ascii.CLOSE],
  [ascii.BRACKET, ascii.BRACKET_END],
  [0x7b, 0x7d],
  [0x3c, 0x3e],
]);

/** The string that opens at `p`; null where none of this sort does, or where the bytes end before it has opened. */
export function openOddString(bytes: Uint8Array, p: number, to: number, kind: OddStrings): OddString | null {
  if (kind === 'none') return null;
  const byte = bytes[p]!;
  if (kind === 'dollars') {
    if (byte === ascii.DOLLAR) return openDollar(bytes, p, to);
    if ((byte | 0x20) !== 0x65 || p + 1 >= to || bytes[p + 1] !== ascii.QUOTE) return null;
    return { from: p + 2, closer: quoteCloser, escapes: true };
  }
  let q = p;
  if ((byte | 0x20) === 0x6e) q++; // nq'…' is of the national character set
  if (q + 2 >= to || (bytes[q]! | 0x20) !== 0x71 || bytes[q + 1] !== ascii.QUOTE) return null;
  const open = bytes[q + 2]!;
  if (open <= ascii.SPACE) return null;
  return { from: q + 3, closer: Uint8Array.of(pairs.get(open) ?? open, ascii.QUOTE), escapes: false };
}

function openDollar(bytes: Uint8Array, p: number, to: number): OddString | null {
  for (let q = p + 1; q < to && q - p <= longestTag + 1; q++) {
    const byte = bytes[q]!;
    if (byte === ascii.DOLLAR) return { from: q + 1, closer: bytes.slice(p, q + 1), escapes: false };
    const isDigit = byte >= 0x30 && byte <= 0x39;
    if (!ascii.isWord(byte) || (isDigit && q === p + 1)) return null;
  }
  return null;
}

/** Whether a string of this sort may open at `p`: cheap, and so asked first. */
export function mayOpenOddString(bytes: Uint8Array, p: number, kind: OddStrings): boolean {
  if (kind === 'none') return false;
  const byte = bytes[p]! | 0x20;
  const isOpener =
    kind === 'dollars' ? byte === 0x65 || bytes[p] === ascii.DOLLAR : byte === 0x71 || byte === 0x6e;
  return isOpener && !ascii.isWord(bytes[p - 1] ?? ascii.SPACE);
}

/** Position of the closer at `from` or later, or -1. */
export function findCloser(
  bytes: Uint8Array,
  from: number,
  to: number,
  { closer, escapes }: OddString,
): number {
  const first = closer[0]!;
  for (let p = from; p < to; p++) {
    const byte = bytes[p]!;
    if (escapes && byte === ascii.BACKSLASH) p++;
    else if (byte === first) {
      if (p + closer.length > to) return -1;
      if (escapes) {
        if (p + 1 >= to) return -1;
        if (bytes[p + 1] !== ascii.QUOTE) return p;
        p++;
      } else if (closer.every((wanted, i) => bytes[p + i] === wanted)) return p;
    }
  }
  return -1;
}

/** One past the string that opens at `p`, or past that byte where none does; -1 where the bytes end before it. */
export function skipOddString(bytes: Uint8Array, p: number, to: number, kind: OddStrings): number {
  const odd = openOddString(bytes, p, to, kind);
  if (!odd) return p + 1;
  const end = findCloser(bytes, odd.from, to, odd);
  return end < 0 ? -1 : end + odd.closer.length;
}
