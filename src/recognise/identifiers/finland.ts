/*
 * The Finnish personal identity code (henkilötunnus; Valtioneuvoston asetus 690/2022): day of birth, a sign for the
 * century, order with the sex, a check character (mod 31). Orders from 900 on are given for a time or for tests.
 */

import { isBirthDay } from './calendar.ts';
import { trimEnd, trimStart } from '../byte-class.ts';
import type { DecodedFacts, Identifier } from './identifier.ts';

const checkCharacters = '0123456789ABCDEFHJKLMNPRSTUVWXY';
const length = 11;
const centuries = centuryTable({ 1800: '+', 1900: '-YXWVU', 2000: 'ABCDEF' });

/** The code begins at `start`, trimmed, and has 11 bytes: 0 none, 1 a person's, 2 one for a time or for tests. */
function codeKind(bytes: Uint8Array, start: number): number {
  for (let at = 0; at < 10; at++) {
    if (at !== 6 && (bytes[start + at]! < 48 || bytes[start + at]! > 57)) return 0;
  }
  const sign = capital(bytes[start + 6]!);
  const century = sign < 128 ? centuries[sign]! : 0;
  if (century === 0) return 0;
  const day = number(bytes, start, 2);
  const month = number(bytes, start + 2, 2);
  const year = number(bytes, start + 4, 2);
  const order = number(bytes, start + 7, 3);
  if (order < 2 || !isBirthDay(century + year, month, day)) return 0;
  const body = number(bytes, start, 6) * 1000 + order;
  if (capital(bytes[start + 10]!) !== checkCharacters.charCodeAt(body % 31)) return 0;
  return order >= 900 ? 2 : 1;
}

export const hetu: Identifier = {
  name: 'hetu',
  label: 'HETU',
  class: 'Government issued IDs',
  country: 'FI',
  subject: 'person',
  kinds: ['HETU', 'HETU, test'],
  chance: 0.000_99,
  needsName: false,
  kind(bytes, start, end) {
    const from = trimStart(bytes, start, end);
    return trimEnd(bytes, from, end) - from === length ? codeKind(bytes, from) : 0;
  },
  normalise(bytes, start, end, out) {
    const from = trimStart(bytes, start, end);
    if (trimEnd(bytes, from, end) - from !== length || codeKind(bytes, from) === 0) return 0;
    for (let at = 0; at < length; at++) out[at] = capital(bytes[from + at]!);
    return length;
  },
  decode(normal): DecodedFacts {
    return {
      sex: Number(normal[9]) % 2 === 1 ? 'M' : 'F',
      birthYear: centuries[normal.charCodeAt(6)]! + Number(normal.slice(4, 6)),
      birthMonth: Number(normal.slice(2, 4)),
      birthDay: Number(normal.slice(0, 2)),
    };
  },
};

function number(bytes: Uint8Array, from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at++) value = value * 10 + bytes[at]! - 48;
  return value;
}

function capital(byte: number): number {
  return byte >= 97 && byte <= 122 ? byte - 32 : byte;
}

/** The new signs, since 2023, stand for their century as the old one does. */
function centuryTable(signs: Readonly<Record<number, string>>): Uint16Array {
  const table = new Uint16Array(128);
  for (const [century, letters] of Object.entries(signs)) {
    for (const letter of letters) table[letter.charCodeAt(0)] = Number(century);
  }
  return table;
}
