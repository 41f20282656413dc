// Where the words of a name stand. In: a cell in UTF-8. Out: spans of letters; digits and signs are between them.

import { characterBytes, codePointAt } from './position-alphabets.ts';

export interface WordSpans {
  starts: Uint32Array;
  ends: Uint32Array;
  count: number;
}

/** Fills `words`, as far as it has room: the last one then holds all that is left. */
export function findWords(bytes: Uint8Array, start: number, end: number, words: WordSpans): void {
  words.count = 0;
  let wordStart = -1;
  for (let at = start; at < end;) {
    const byte = bytes[at]!;
    const length = byte < 0x80 ? 1 : characterBytes(bytes, at, end);
    if (isLetter(bytes, at, length)) {
      if (wordStart < 0) wordStart = at;
    } else if (wordStart >= 0 && words.count < words.starts.length - 1) {
      put(words, wordStart, at);
      wordStart = -1;
    }
    at += length;
  }
  if (wordStart >= 0) put(words, wordStart, end);
}

function put(words: WordSpans, start: number, end: number): void {
  words.starts[words.count] = start;
  words.ends[words.count++] = end;
}

/** Letters of any script; beyond ASCII all but the signs of Latin-1 and of general punctuation. */
function isLetter(bytes: Uint8Array, at: number, length: number): boolean {
  const byte = bytes[at]!;
  if (length === 1) return (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte >= 0x80;
  if (byte === 0xc2) return false;
  const codePoint = codePointAt(bytes, at, length);
  return codePoint < 0x2000 || codePoint > 0x206f;
}
