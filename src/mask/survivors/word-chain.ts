// Words in one piece that may tell who: user names, handles, tokens. In: bytes of one value. Out: the chain of it, folded:
// letters and digits joined by single dots, hyphens or underscores, and whether it tells. Never allocates.

import { foldedAscii, foldWide } from './fold.ts';

export const shortestWord = 6;
export const longestWord = 128;
/** Pieces between the joints of a chain. */
export const mostPieces = 8;

/** With nothing but letters and joints a word has to be as long as this. */
const shortestJoined = 8;

/** Of the chain that was folded last. */
export const chainFacts = { digits: 0, letters: 0, pieces: 0 };

/** Dot, hyphen, underscore, colon. */
export function isJoint(byte: number): boolean {
  return byte === 45 || byte === 46 || byte === 95 || byte === 58;
}

/** Writes the longest chain of the value, folded, to `out` and returns its length; its facts stand in `chainFacts`. */
export function tellingChain(bytes: Uint8Array, start: number, end: number, out: Uint8Array): number {
  let best = start;
  let bestEnd = start;
  for (let at = start; at < end;) {
    const stop = chainEnd(bytes, at, end);
    if (stop - at > bestEnd - best) {
      best = at;
      bestEnd = stop;
    }
    at = Math.max(stop, at + 1);
  }
  return foldChain(bytes, best, bestEnd, out);
}

/** Where the chain that begins at `start` ends; `start` where none does. At most 8 pieces. */
function chainEnd(bytes: Uint8Array, start: number, end: number): number {
  let stop = start;
  let pieces = 0;
  for (let at = start; at < end;) {
    const width = letterWidth(bytes, at, end);
    if (width > 0) {
      at += width;
      stop = at;
      continue;
    }
    if (stop === start || stop < at || !isJoint(bytes[at]!) || ++pieces === mostPieces) break;
    at++;
    if (at < end && letterWidth(bytes, at, end) === 0) break;
  }
  return stop;
}

/** Bytes of the letter or digit at `at`, or of what is passed over within a word; 0 for none. */
export function letterWidth(bytes: Uint8Array, at: number, end: number): number {
  const byte = bytes[at]!;
  if (byte < 128) return foldedAscii[byte]! > 0 ? 1 : 0;
  const wide = foldWide(bytes, at, end);
  return (wide & (64 | 56)) === 0 ? 0 : wide & 7;
}

/** Where the letters and digits that begin at `start` end. */
export function wordEnd(bytes: Uint8Array, start: number, to: number): number {
  let at = start;
  while (at < to) {
    const width = letterWidth(bytes, at, to);
    if (width === 0) break;
    at += width;
  }
  return at;
}

/** Writes a chain, folded, to `out` (3 bytes for one) and returns the length. */
function foldChain(bytes: Uint8Array, start: number, end: number, out: Uint8Array): number {
  let length = 0;
  let digits = 0;
  let pieces = end > start ? 1 : 0;
  for (let at = start; at < end;) {
    const byte = bytes[at]!;
    if (byte < 128) {
      const folded = foldedAscii[byte]!;
      if (folded === 0) pieces++;
      else if (folded < 58) digits++;
      out[length++] = folded === 0 ? byte : folded;
      at++;
      continue;
    }
    const wide = foldWide(bytes, at, end);
    for (let index = 0; index < ((wide >> 3) & 7); index++) out[length++] = (wide >>> (8 + 8 * index)) & 255;
    at += wide & 7;
  }
  chainFacts.digits = digits;
  chainFacts.pieces = pieces;
  chainFacts.letters = length - digits - Math.max(pieces - 1, 0);
  return length;
}

/**
 * Whether a word of `length` bytes with these facts tells who: letters and digits, or letters with joints between. A word
 * of letters alone may be any word of the language, and stands in texts where it means nobody.
 */
export function isTellingWord(length: number, { digits, letters, pieces }: typeof chainFacts): boolean {
  if (length < shortestWord || length > longestWord || letters < 2) return false;
  return digits > 0 ? letters + digits >= shortestWord : pieces > 1 && length >= shortestJoined;
}
