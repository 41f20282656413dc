/*
 * Bank accounts as IBAN, from bytes. In: a span that holds one cell, spaced as people write it. Out: 1 or 0, and the
 * form in which spellings agree. Country, structure of its accounts, ISO 7064 mod 97, in France and Monaco the key of
 * the account too: hardly a number passes by chance. Never allocates.
 */

import { byteClass, alpha, digit, trimEnd, trimStart } from '../byte-class.ts';
import type { Identifier } from './identifier.ts';
import { ibanStructures } from '../lexicon/iban-structures.ts';

export const ibanKinds = ['IBAN'] as const;

/** ISO 13616. */
export const longestIban = 34;
/** 34 characters, a blank after each four, and `IBAN: ` before them. */
const maxBytes = 64;
const label = [73, 66, 65, 78];

const characters = new Uint8Array(longestIban);
/** By country (its two letters as one number): what may stand at each place of the account, `n`, `a` or `c`. */
let structures: Map<number, string> | undefined;

export function ibanKind(bytes: Uint8Array, start: number, end: number): number {
  return readIban(bytes, start, end) > 0 ? 1 : 0;
}

/** Writes the account in capitals without blanks to `out` (34 bytes) and returns the length; 0 when the cell holds none. */
export function normaliseIban(bytes: Uint8Array, start: number, end: number, out: Uint8Array): number {
  const length = readIban(bytes, start, end);
  out.set(characters.subarray(0, length));
  return length;
}

export const iban: Identifier = {
  name: 'iban',
  label: 'IBAN',
  class: 'Bank account numbers',
  country: null,
  subject: 'account',
  kinds: ibanKinds,
  chance: 0.000_078,
  needsName: false,
  kind: ibanKind,
  normalise: normaliseIban,
};

/** How many characters accounts of a country have, by the two letters it is written with; 0 for none. */
export function ibanLength(first: number, second: number): number {
  structures ??= createStructures();
  const structure = structures.get(first * 256 + second);
  return structure === undefined ? 0 : structure.length + 4;
}

function readIban(bytes: Uint8Array, start: number, end: number): number {
  const length = readCharacters(bytes, start, end);
  if (length < 15) return 0;
  structures ??= createStructures();
  const structure = structures.get(characters[0]! * 256 + characters[1]!);
  if (structure === undefined || structure.length !== length - 4) return 0;
  if (!isDigit(characters[2]!) || !isDigit(characters[3]!)) return 0;
  for (let at = 4; at < length; at++) {
    const sort = structure.charCodeAt(at - 4);
    if (sort !== 99 && (sort === 110) !== isDigit(characters[at]!)) return 0;
  }
  if (remainder(length) !== 1) return 0;
  const isFrench =
    (characters[0] === 70 && characters[1] === 82) || (characters[0] === 77 && characters[1] === 67);
  return isFrench && !hasAccountKey() ? 0 : length;
}

/** Letters and digits in capitals, blanks, dots and hyphens left out, and `IBAN` before them. */
function readCharacters(bytes: Uint8Array, start: number, end: number): number {
  let from = trimStart(bytes, start, end);
  const to = trimEnd(bytes, from, end);
  if (to - from < 15 || to - from > maxBytes) return 0;
  if (label.every((byte, index) => (bytes[from + index]! & 0xdf) === byte)) {
    from += label.length;
    while (from < to && (bytes[from] === 58 || bytes[from] === 32)) from++;
  }
  let length = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if ((byteClass[byte]! & (alpha | digit)) !== 0) {
      if (length === longestIban) return 0;
      characters[length++] = byte > 90 ? byte - 32 : byte;
    } else if (byte === 0xc2 && at + 1 < to && bytes[at + 1] === 0xa0) at++;
    else if (byte !== 32 && byte !== 46 && byte !== 45 && byte !== 9) return 0;
  }
  return length;
}

/** Country and check digits at the end, letters as 10 to 35, mod 97. */
function remainder(length: number): number {
  let value = 0;
  for (let index = 0; index < length; index++) {
    const byte = characters[(index + 4) % length]!;
    value = isDigit(byte) ? (value * 10 + byte - 48) % 97 : (value * 100 + byte - 55) % 97;
  }
  return value;
}

/** The last two digits of a French account, over bank, branch and number; letters count as 1 to 9 in three rounds. */
function hasAccountKey(): boolean {
  let value = 0;
  for (let at = 4; at < 27; at++) {
    const byte = characters[at]!;
    value = (value * 10 + (isDigit(byte) ? byte - 48 : accountDigit(byte))) % 97;
  }
  return value === 0;
}

/** A to I are 1 to 9, J to R are 1 to 9, S to Z are 2 to 9. */
function accountDigit(byte: number): number {
  if (byte < 74) return byte - 64;
  return byte < 83 ? byte - 73 : byte - 81;
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

function createStructures(): Map<number, string> {
  const table = new Map<number, string>();
  for (const line of ibanStructures.split(/[|\n]/)) {
    const [country, parts] = line.split(' ') as [string, string];
    const places = parts.replaceAll(/(\d+)([nac])/g, (_, count: string, sort: string) =>
      sort.repeat(Number(count)),
    );
    table.set(country.charCodeAt(0) * 256 + country.charCodeAt(1), places);
  }
  return table;
}
