/*
 * Words of a text as numbers, so that they can be looked up in a table without a string: a hash of their letters in
 * lower case, accents off. In: bytes, or a word of a lexicon. Out: offsets and hashes. Never allocates.
 */

const seed = 0x811c9dc5;
const prime = 0x01000193;

/** Letters of U+00C0 to U+00FF without their accents; `.` for what is no letter. */
const latin = 'aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty';

/** The lower-case letter of the character at `at`, 0 when it is none. Characters of two bytes: see `isWide`. */
export function letterAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]!;
  if (byte < 0x80) {
    const lower = byte | 32;
    return lower >= 97 && lower <= 122 ? lower : 0;
  }
  if (byte === 0xc3) {
    const letter = latin.charCodeAt(bytes[at + 1]! & 0x3f);
    return letter === 46 ? 0 : letter;
  }
  return 0;
}

/** How many bytes the letter at `at` takes. */
export function letterWidth(bytes: Uint8Array, at: number): number {
  return bytes[at]! < 0x80 ? 1 : 2;
}

/** Where the word that ends at `end` begins; `end` when no letter is before it. */
export function wordStart(bytes: Uint8Array, end: number, lo: number): number {
  let start = end;
  while (start > lo) {
    if (bytes[start - 1]! < 0x80) {
      if (letterAt(bytes, start - 1) === 0) break;
      start--;
    } else {
      if (start - 2 < lo || bytes[start - 2] !== 0xc3 || letterAt(bytes, start - 2) === 0) break;
      start -= 2;
    }
  }
  return start;
}

/** Where the word that begins at `start` ends. */
export function wordEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && letterAt(bytes, at) !== 0) at += letterWidth(bytes, at);
  return Math.min(at, end);
}

export function hashWord(bytes: Uint8Array, start: number, end: number, from = seed): number {
  let hash = from;
  for (let at = start; at < end; at += letterWidth(bytes, at))
    hash = Math.imul(hash ^ letterAt(bytes, at), prime);
  return hash >>> 0;
}

/** The same hash of a word written in plain lower-case letters. */
export function hashPlain(word: string, from = seed): number {
  let hash = from;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), prime);
  return hash >>> 0;
}

/** The hash of two words, one after the other. */
export function hashPair(first: number, second: number): number {
  return (Math.imul(first ^ 0x5bd1e995, prime) + second) >>> 0;
}
