/*
 * Tokens, session numbers, keys, UUIDs: values in one piece that mean nothing. In: such a value. Out: another of the same
 * length from the same letters; where these are all small letters and digits, or more, a tag begins it. Signs, and what a
 * UUID says of its version, stay. Short ones are permuted, so that none meet.
 */

import { createPrf } from '../cipher/prf.ts';
import type { Masking } from '../masking.ts';
import type { Replacer } from '../replacer.ts';
import { createDraws } from './draws.ts';
import { tagLength, type Tags } from './tag.ts';

const digits = '0123456789';
const small = 'abcdefghijklmnopqrstuvwxyz';
const alphabets = {
  digits,
  smallHex: `${digits}abcdef`,
  capitalHex: `${digits}ABCDEF`,
  smallLetters: small + digits,
  capitalLetters: small.toUpperCase() + digits,
  all: small + small.toUpperCase() + digits,
};
/** Of these many letters of 16 two meet with odds of 64 bits. */
const shortest = 16;

export function createTokenReplacer(masking: Masking, tags: Tags, shape: Replacer): Replacer {
  const draws = createDraws(masking.keys.of('token', 16));
  const prf = createPrf(masking.keys.of('token tags', 16));
  return {
    replace(bytes, start, end, out, room) {
      const { letters, alphabet } = alphabetOf(bytes, start, end);
      if (letters < shortest || alphabet === alphabets.digits)
        return shape.replace(bytes, start, end, out, room);
      draws.begin(bytes, start, end);
      const isUuid = end - start === 36 && letters === 32 && bytes[start + 8] === 45;
      const isTagged = alphabet === alphabets.smallLetters || alphabet === alphabets.all;
      let at = start;
      if (isTagged && areLetters(bytes, start, start + tagLength)) {
        prf.hash(bytes, start, end);
        tags.write(prf.hi, prf.lo, out);
        at += tagLength;
      }
      for (; at < end; at++) {
        const isKept = !isLetterOrDigit(bytes[at]!) || (isUuid && (at === start + 14 || at === start + 19));
        const isPadded = at + 1 < end && bytes[at + 1] === 61;
        if (isKept || isPadded) out.put(bytes[at]!);
        else out.put(alphabet.charCodeAt(draws.next(alphabet.length)));
      }
      return true;
    },
  };
}

function areLetters(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isLetterOrDigit(bytes[at]!)) return false;
  return true;
}

function alphabetOf(bytes: Uint8Array, start: number, end: number): { letters: number; alphabet: string } {
  let letters = 0;
  let lower = 0;
  let upper = 0;
  let beyondHex = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (!isLetterOrDigit(byte)) continue;
    letters++;
    if (byte >= 97) lower++;
    else if (byte >= 65) upper++;
    if ((byte | 32) > 102) beyondHex++;
  }
  if (lower > 0 && upper > 0) return { letters, alphabet: alphabets.all };
  if (lower === 0 && upper === 0) return { letters, alphabet: alphabets.digits };
  if (beyondHex > 0)
    return { letters, alphabet: upper > 0 ? alphabets.capitalLetters : alphabets.smallLetters };
  return { letters, alphabet: upper > 0 ? alphabets.capitalHex : alphabets.smallHex };
}

function isLetterOrDigit(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);
}
