// The form in which all spellings of a value agree, sort by sort. In: the bytes of one value. Out: its normal form. Never
// allocates but for e-mail addresses beyond ASCII.

import { normaliseEmail } from '../../recognise/index.ts';
import { foldedAscii, foldWords } from './fold.ts';
import { normalPhone } from './normal-phone.ts';
import type { RealSort } from './real-sort.ts';
import { longestWord, tellingChain } from './word-chain.ts';

/** Longer values are no value of a person in one piece. */
export const longestValue = 400;
/** Bytes that a normal form may take. */
export const normalRoom = longestValue * 3 + 8;
/** Words of the longest name and street that are remembered as a whole. */
export const mostNameWords = 12;
export const mostStreetWords = 9;
/** Characters of the longest identifier in one line, and of the shortest. */
export const longestNumber = 64;
export const shortestNumber = 5;

/** Writes the normal form to `out` and returns its length, 0 where the value is none of the sort. */
export function normalValue(
  sort: RealSort,
  bytes: Uint8Array,
  start: number,
  end: number,
  out: Uint8Array,
): number {
  if (end - start > longestValue || end <= start) return 0;
  switch (sort) {
    case 'email':
      return normaliseEmail(bytes, start, end, out);
    case 'phone':
      return normalPhone(bytes, start, end, out);
    case 'number':
      return normalNumber(bytes, start, end, out);
    case 'fullName':
      return normalFullName(bytes, start, end, out);
    case 'firstName':
    case 'lastName':
    case 'street':
      return foldWords(bytes, start, end, out);
    case 'word':
    case 'plainWord':
      return normalWord(bytes, start, end, out);
    default:
      return sort satisfies never;
  }
}

function normalWord(bytes: Uint8Array, start: number, end: number, out: Uint8Array): number {
  const length = tellingChain(bytes, start, end, out);
  return length > longestWord ? 0 : length;
}

/** Letters and digits of ASCII, in capitals. */
function normalNumber(bytes: Uint8Array, start: number, end: number, out: Uint8Array): number {
  let length = 0;
  for (let at = start; at < end; at++) {
    const folded = bytes[at]! < 128 ? foldedAscii[bytes[at]!]! : 0;
    if (folded > 0) out[length++] = folded >= 97 ? folded - 32 : folded;
  }
  return length > longestNumber || length < shortestNumber ? 0 : length;
}

function normalFullName(bytes: Uint8Array, start: number, end: number, out: Uint8Array): number {
  const length = foldWords(bytes, start, end, out);
  return sortWords(out, length);
}

const starts = new Int32Array(mostNameWords + 1);
const sorted = new Uint8Array(normalRoom);

/** Puts the words of `length` bytes into the order of the alphabet; 0 where they are one word or too many. */
export function sortWords(words: Uint8Array, length: number): number {
  let count = 0;
  for (let at = 0; at <= length; at++) {
    if (at > 0 && words[at - 1] !== 32) continue;
    if (count === mostNameWords) return 0;
    starts[count++] = at;
  }
  if (count < 2) return 0;
  starts[count] = length + 1;
  let written = 0;
  for (let place = 0; place < count; place++) {
    let least = -1;
    for (let index = 0; index < count; index++)
      if (starts[index]! >= 0 && (least < 0 || isBefore(words, length, starts[index]!, starts[least]!)))
        least = index;
    if (written > 0) sorted[written++] = 32;
    for (let at = starts[least]!; at < length && words[at] !== 32; at++) sorted[written++] = words[at]!;
    starts[least] = -1;
  }
  for (let at = 0; at < written; at++) words[at] = sorted[at]!;
  return written;
}

function isBefore(words: Uint8Array, length: number, left: number, right: number): boolean {
  for (let index = 0; ; index++) {
    const one = left + index < length ? words[left + index]! : 32;
    const other = right + index < length ? words[right + index]! : 32;
    if (one !== other) return one < other;
    if (one === 32) return false;
  }
}
