// Tells at a sign whether it writes a character: `%C3`, `&eacute;`, `=C3`, `\u00e9`. In: where the sign stands. Out: 0 no,
// 1 yes, 2 yes, as quoted-printable.

import { readEntity } from '../../text/entity.ts';
import { mark } from './characters.ts';
import { shortestHex } from './packed-search.ts';
import { hexDigit } from '../../ascii.ts';
import { hexPair, softLineEnd, octalAt, unicodeWidth } from './unescape.ts';

export const escapeSign = { none: 0, escaped: 1, quoted: 2 } as const;

export function escapeAt(bytes: Uint8Array, at: number, to: number, sort: number): number {
  switch (sort) {
    case mark.percent:
      return hexPair(bytes, at + 1, to) < 0 ? escapeSign.none : escapeSign.escaped;
    case mark.ampersand:
      return readEntity(bytes, at, to).width > 0 ? escapeSign.escaped : escapeSign.none;
    case mark.equals: {
      const isByte = hexPair(bytes, at + 1, to) >= 0 && isCapitalHex(bytes, at + 1);
      return isByte || softLineEnd(bytes, at + 1, to) > at + 1 ? escapeSign.quoted : escapeSign.none;
    }
    case mark.zero:
      return isWord(bytes[at - 1]!) || isWord(bytes[at + 1]!) ? escapeSign.escaped : escapeSign.none;
    case mark.backslash: {
      let slashes = at;
      while (slashes < to && bytes[slashes] === 92) slashes++;
      if (unicodeWidth(bytes, slashes, to) > 0) return escapeSign.escaped;
      if (octalAt(bytes, slashes - 1, to) >= 0) return escapeSign.escaped;
      if (bytes[slashes] === 48) return isWord(bytes[at - 1]!) ? escapeSign.escaped : escapeSign.none;
      // `\x4a` is a byte, `\x4a6561…` one of PostgreSQL's binary values
      if (bytes[slashes] !== 120 || hexPair(bytes, slashes + 1, to) < 0) return escapeSign.none;
      let digits = slashes + 3;
      while (digits < to && digits - slashes <= shortestHex && hexDigit(bytes[digits]!) >= 0) digits++;
      return digits - slashes - 1 >= shortestHex ? escapeSign.none : escapeSign.escaped;
    }
    default:
      return escapeSign.none;
  }
}

function isCapitalHex(bytes: Uint8Array, at: number): boolean {
  return bytes[at]! < 97 && bytes[at + 1]! < 97;
}

function isWord(byte: number): boolean {
  return ((byte | 32) >= 97 && (byte | 32) <= 122) || (byte >= 48 && byte < 58);
}
