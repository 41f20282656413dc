/*
 * The French social security number (NIR), from bytes. In: a span that holds one cell, spaced or dotted as people write
 * it. Out: its kind (0 = none), and the form in which spellings agree. The key proves little by itself: 1 in 97 random
 * numbers has it, 1 in 200 with the shape. Never allocates.
 */

import { byteClass, digit, trimEnd, trimStart } from '../byte-class.ts';
import { gapLength } from './characters.ts';
import type { DecodedFacts, Identifier } from './identifier.ts';

/** Sex 3, 4, 7, 8: given for a time, to people not yet found in the register. Without key: any 13 digits in two pass. */
export const nirKinds = ['NIR', 'NIR, provisional', 'NIR, without key'] as const;

/** Share of random numbers of 15 digits, and of 13, that pass: measured on 300,000 each. */
export const chanceWithKey = 0.0051;
export const chanceWithoutKey = 0.51;

const bodyLength = 13;
const fullLength = 15;
/** 15 characters and what is written between them. */
const maxBytes = 48;

/** The characters of the number being read; one cell at a time. */
const characters = new Uint8Array(fullLength);

/** 1 a number with its key, 2 a provisional one, 3 one without key, 0 none. */
export function nirKind(bytes: Uint8Array, start: number, end: number): number {
  const length = readCharacters(bytes, start, end);
  if (length !== bodyLength && length !== fullLength) return 0;
  if (!hasShape()) return 0;
  const isProvisional = characters[0]! > 50;
  if (length === bodyLength) return 3;
  if (97 - (bodyNumber() % 97) !== two(13)) return 0;
  return isProvisional ? 2 : 1;
}

/** Writes the 13 characters that the key is made from, Corsica in capitals, to `out`; 0 when the cell holds none. */
export function normaliseNir(bytes: Uint8Array, start: number, end: number, out: Uint8Array): number {
  if (nirKind(bytes, start, end) === 0) return 0;
  out.set(characters.subarray(0, bodyLength));
  return bodyLength;
}

export const nir: Identifier = {
  name: 'nir',
  label: 'NIR',
  class: 'Social security numbers',
  country: 'FR',
  subject: 'person',
  kinds: nirKinds,
  chance: chanceWithKey,
  needsName: false,
  kind: nirKind,
  normalise: normaliseNir,
  decode: decodeNir,
};

/** Sex, year of the century, month where it is one, and department with commune, abroad with country. */
function decodeNir(normal: string): DecodedFacts {
  const facts: DecodedFacts = { birthYearOfCentury: Number(normal.slice(1, 3)) };
  const sex = normal.charCodeAt(0) - 48;
  facts.sex = sex % 2 === 1 ? 'M' : 'F';
  const month = Number(normal.slice(3, 5));
  const ofYear = month > 12 && month < 43 ? month - 30 : month;
  if (ofYear >= 1 && ofYear <= 12) facts.birthMonth = ofYear;
  const place = normal.slice(5, 10);
  if (!place.startsWith('00')) facts.birthPlace = place;
  return facts;
}

/** Letters and digits without what is written between them; 0 when there are too many or others among them. */
function readCharacters(bytes: Uint8Array, start: number, end: number): number {
  const from = trimStart(bytes, start, end);
  const to = trimEnd(bytes, from, end);
  if (to - from < bodyLength || to - from > maxBytes) return 0;
  let length = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if ((byteClass[byte]! & digit) !== 0 || isCorsica(byte)) {
      if (length === fullLength) return 0;
      characters[length++] = byte > 90 ? byte - 32 : byte;
    } else {
      const width = gapLength(bytes, at, to);
      if (width === 0) return 0;
      at += width - 1;
    }
  }
  return length;
}

function isCorsica(byte: number): boolean {
  const upper = byte & 0xdf;
  return upper === 65 || upper === 66;
}

/**
 * Sex, month (20 to 42 and from 50 on: unknown or foreign), department; 00 stands only in a provisional number. Letters
 * stand nowhere but in 2A and 2B.
 */
function hasShape(): boolean {
  for (let at = 0; at < fullLength; at++) {
    if (characters[at]! > 57 && (at !== 6 || characters[5] !== 50)) return false;
  }
  const sex = characters[0]! - 48;
  if (sex !== 1 && sex !== 2 && sex !== 3 && sex !== 4 && sex !== 7 && sex !== 8) return false;
  const month = two(3);
  if (month === 0 || (month > 12 && month < 20) || (month > 42 && month < 50)) return false;
  if (characters[5] === 48 && characters[6] === 48 && sex < 3) return false;
  return three(7) !== 0 && three(10) !== 0;
}

/** The 13 digits as a number; 2A counts as 19, 2B as 18. */
function bodyNumber(): number {
  let value = 0;
  for (let at = 0; at < bodyLength; at++) {
    const byte = characters[at]!;
    if (byte <= 57) value = value * 10 + byte - 48;
    else value = (value - 2) * 10 + (byte === 65 ? 19 : 18);
  }
  return value;
}

function two(at: number): number {
  return (characters[at]! - 48) * 10 + characters[at + 1]! - 48;
}

function three(at: number): number {
  return two(at) * 10 + characters[at + 2]! - 48;
}
