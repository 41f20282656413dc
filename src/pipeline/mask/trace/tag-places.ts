// Where in a found dump a tag may stand: before the @ of an address, or in a word: all of it, its beginning, as of tokens, or its
// end, as of user names. In: bytes. Out: spans of 16 characters of the tags' alphabet, with a digit and a letter among them, as
// all but one tag in 400 have.

const tagLength = 16;

/** 1: a letter or digit that tags are written in, in any case; 2: one that they are not; 3: one that is a digit. */
const sorts = new Uint8Array(256);
for (let byte = 0x30; byte <= 0x39; byte++) sorts[byte] = 3;
for (let byte = 0x61; byte <= 0x7a; byte++) sorts[byte] = sorts[byte - 0x20] = 1;
for (const letter of 'ilou') {
  const byte = letter.charCodeAt(0);
  sorts[byte] = sorts[byte - 0x20] = 2;
}

/** Longer words are data of another kind: pictures, packed texts. */
const longestWord = 256;

/** Words between bytes that are neither letters nor digits; none that stands before an `@`. */
export function findTagWords(
  bytes: Uint8Array,
  start: number,
  end: number,
  visit: (start: number, end: number) => void,
): void {
  for (let from = start; from + tagLength <= end;) {
    // most words are shorter: looked at from the end of one that would be long enough
    let at = from + tagLength - 1;
    while (at >= from && sorts[bytes[at]!]! !== 0) at--;
    if (at >= from) {
      from = at + 1;
      continue;
    }
    let to = from + tagLength;
    while (to < end && sorts[bytes[to]!]! !== 0) to++;
    if (to - from <= longestWord && bytes[to] !== 0x40) visitWord(bytes, from, to, visit);
    from = to + 1;
  }
}

function visitWord(
  bytes: Uint8Array,
  start: number,
  end: number,
  visit: (start: number, end: number) => void,
): void {
  if (looksLikeTag(bytes, start, start + tagLength)) visit(start, start + tagLength);
  else if (looksLikeTag(bytes, end - tagLength, end)) visit(end - tagLength, end);
}

/** 16 characters of the alphabet, with a digit and a letter among them: some words have so many letters. */
export function looksLikeTag(bytes: Uint8Array, start: number, end: number): boolean {
  if (!isOfTagLetters(bytes, start, end)) return false;
  let digits = 0;
  for (let at = start; at < end; at++) if (sorts[bytes[at]!] === 3) digits++;
  return digits > 0 && digits < tagLength;
}

/** 16 characters of the alphabet, whatever they are. */
export function isOfTagLetters(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start === tagLength && areTagLetters(bytes, start, end);
}

const shortestTag = 8;

/** What narrow columns have: 8 to 15 characters of the alphabet, with a digit and a letter among them. */
export function isCutTag(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < shortestTag || end - start >= tagLength || !areTagLetters(bytes, start, end))
    return false;
  let digits = 0;
  for (let at = start; at < end; at++) if (sorts[bytes[at]!] === 3) digits++;
  return digits > 0 && digits < end - start;
}

function areTagLetters(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((sorts[bytes[at]!]! & 1) === 0) return false;
  return true;
}

/** Where the last part of what stands before the `@` at `at` begins: what follows its last dot, or other sign. */
export function lastPartStart(bytes: Uint8Array, start: number, at: number): number {
  let from = at;
  while (from > start && sorts[bytes[from - 1]!]! !== 0) from--;
  return from;
}
