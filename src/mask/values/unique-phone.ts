/*
 * Telephone numbers of unique columns. The ranges for fiction have too few numbers, so these become `+999`, which is no
 * country's, and a permutation of all their digits: two numbers never become one. Where there is no room for it, the last
 * nine digits are permuted in place: such a number may be somebody's, though nobody's of the source; plans say so.
 */

import type { ByteSink } from '../byte-sink.ts';
import { createPrf } from '../cipher/prf.ts';
import type { Masking } from '../masking.ts';
import { createShapeCipher, type ShapedValue } from './shape-cipher.ts';

const noCountry = '+999';
/** The digit after it says which permutation it was: real numbers of the source are passed over, and still none meet. */
const turns = 10;
const mostDigits = 18;

export type WriteUniquePhone = (
  bytes: Uint8Array,
  start: number,
  end: number,
  key: Uint8Array,
  keyLength: number,
  out: ByteSink,
  room: number,
) => boolean;

export function createUniquePhones(masking: Masking): WriteUniquePhone {
  const cipher = createShapeCipher(createPrf(masking.keys.of('unique phones', 16)));
  const value: ShapedValue = {
    count: 0,
    alphabets: new Uint8Array(16),
    letters: new Uint16Array(16),
    shape: new Uint8Array(8),
  };
  const permuted = (key: Uint8Array, keyLength: number, turn: number): string => {
    value.count = keyLength;
    for (let at = 0; at < keyLength; at++) value.letters[at] = key[at]! - 48;
    cipher.encrypt(value, turn);
    return value.letters.subarray(0, keyLength).join('');
  };
  return (bytes, start, end, key, keyLength, out, room) => {
    const before = digitsBefore(bytes, start, end, keyLength);
    if (before === undefined) return false;
    const isLong = room >= noCountry.length + 1 + before.length + keyLength;
    const from = out.length;
    for (let turn = 0; turn < turns; turn++) {
      out.length = from;
      const digits = permuted(key, keyLength, turn);
      if (isLong) out.write(`${noCountry}${turn}${before}${digits}`);
      else writeInPlace(bytes, start, end, turned(before, turn) + digits, out);
      if (!masking.real.has('phone', out.bytes, from, out.length)) return true;
    }
    out.length = from;
    return false;
  };
}

/** The digits before the last nine. */
function digitsBefore(bytes: Uint8Array, start: number, end: number, keyLength: number): string | undefined {
  let digits = '';
  for (let at = start; at < end; at++) {
    if (bytes[at]! >= 48 && bytes[at]! <= 57) digits += String.fromCharCode(bytes[at]!);
    if (digits.length > mostDigits) return undefined;
  }
  return digits.slice(0, digits.length - keyLength);
}

/** The last of the digits before moves on by the turn. */
function turned(before: string, turn: number): string {
  if (before === '') return before;
  return before.slice(0, -1) + ((Number(before.at(-1)) + turn) % 10);
}

function writeInPlace(bytes: Uint8Array, start: number, end: number, digits: string, out: ByteSink): void {
  let digit = 0;
  for (let at = start; at < end; at++) {
    const isDigit = bytes[at]! >= 48 && bytes[at]! <= 57;
    out.put(isDigit ? digits.charCodeAt(digit++) : bytes[at]!);
  }
}
