/*
 * Stored forms of single programs that no prefix tells: by length, alphabet and the places of single signs. In: a
 * span without white space around it. Out: index + 1 into `passwordKinds`, or 0.
 * Sources: hashcat's self-test hashes; Juniper's `nrcstn` at fixed places is described with mode 22.
 */

import { alpha, byteClass, crypt64, digit, hex } from '../byte-class.ts';
import { passwordKindNumber } from './password-kinds.ts';

const juniper = passwordKindNumber('Juniper ScreenOS MD5');
const lotus = passwordKindNumber('Lotus Domino 6 or 8');
const sap = passwordKindNumber('SAP CODVN B, F or G');
const pix = passwordKindNumber('Cisco PIX MD5, or plain text (16 signs)');

const juniperLength = 30;
const juniperPlaces = [
  [0, 'n'],
  [6, 'r'],
  [12, 'c'],
  [17, 's'],
  [23, 't'],
  [29, 'n'],
] as const;
const pixLength = 16;
const lotusLengths = new Set([22, 51, 355]);
/** Half of SAP's BCODE, and its PASSCODE. */
const sapLengths = new Set([16, 40]);
const dollar = 36;

export function programForm(bytes: Uint8Array, from: number, to: number): number {
  const length = to - from;
  if (isJuniper(bytes, from, to)) return juniper;
  const isBracketed = bytes[from] === 40 && bytes[to - 1] === 41;
  if (isBracketed && (bytes[from + 1] === 71 || bytes[from + 1] === 72) && lotusLengths.has(length))
    return lotus;
  if (isSap(bytes, from, to)) return sap;
  return length === pixLength && isGenerated(bytes, from, to) ? pix : 0;
}

/** The hash alone, or with the name of its user after a colon. */
function isJuniper(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from < juniperLength || (to - from > juniperLength && bytes[from + juniperLength] !== 58))
    return false;
  for (const [place, letter] of juniperPlaces) if (bytes[from + place] !== letter.charCodeAt(0)) return false;
  for (let at = from; at < from + juniperLength; at++) {
    if (bytes[at] !== 43 && (byteClass[bytes[at]!]! & crypt64) === 0) return false;
  }
  return true;
}

/** `USER$77EC386300000000`: the name padded with spaces, then capitals and digits. */
function isSap(bytes: Uint8Array, from: number, to: number): boolean {
  const sign = bytes.subarray(from, to).indexOf(dollar);
  if (sign < 1 || !sapLengths.has(to - from - sign - 1)) return false;
  for (let at = from + sign + 1; at < to; at++) {
    if (bytes[at]! > 70 || (byteClass[bytes[at]!]! & hex) === 0) return false;
  }
  return true;
}

/** Capitals, small letters and digits of crypt's alphabet, all three often: no word that people make. */
function isGenerated(bytes: Uint8Array, from: number, to: number): boolean {
  let capitals = 0;
  let digits = 0;
  let small = 0;
  for (let at = from; at < to; at++) {
    const flags = byteClass[bytes[at]!]!;
    if ((flags & crypt64) === 0) return false;
    if ((flags & digit) !== 0) digits++;
    else if ((flags & alpha) !== 0 && bytes[at]! < 97) capitals++;
    else small++;
  }
  return capitals > 2 && small > 2 && digits > 0;
}
