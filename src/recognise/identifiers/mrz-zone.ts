/*
 * Reads a machine-readable zone (ICAO Doc 9303-3): capitals, digits and `<`. In: a cell. Out: its characters without line
 * ends and blanks, in one buffer that holds the zone being read, and whether its fields check. Never allocates.
 */

import { isDayOfCentury } from './calendar.ts';

/** Three lines of 30. */
const longest = 90;
const shortest = 36;
const filler = 60;

/** The zone being read. */
export const zone = new Uint8Array(longest);

const weights = [7, 3, 1];
const none = 255;
/** By code: what a character counts as. */
const values = createValues();

/** How many characters; 0 when there are others among them. */
export function readZone(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < shortest || end - start > 2 * longest) return 0;
  let length = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === 10 || byte === 13 || byte === 32 || byte === 9) continue;
    const value = values[byte]!;
    if (value === none || length === longest) return 0;
    zone[length++] = byte;
  }
  return length;
}

/** Whether the character at `at` is the check digit of `count` characters from `from` on. */
export function isChecked(from: number, count: number, at: number): boolean {
  return isCheckDigit(fieldSum(from, count, 0), at);
}

/** Sum of `count` characters from `from` on, weights 7, 3, 1 by turns, of a field that has `before` others before it. */
export function fieldSum(from: number, count: number, before: number): number {
  let sum = 0;
  let turn = before % 3;
  for (let at = from; at < from + count; at++) {
    sum += values[zone[at]!]! * weights[turn]!;
    turn = turn === 2 ? 0 : turn + 1;
  }
  return sum;
}

/** Whether the check digit at `at` is that of the sum; where the field is empty, it may be too. */
export function isCheckDigit(sum: number, at: number): boolean {
  const byte = zone[at]!;
  return sum % 10 === (byte === filler ? 0 : byte - 48);
}

/** A date of birth, of which day and month may be unknown. */
export function isBirth(from: number): boolean {
  const year = pair(from);
  const month = pair(from + 2);
  const day = pair(from + 4);
  if (month === unknown) return day === unknown;
  if (day === unknown) return month >= 1 && month <= 12;
  return isDayOfCentury(year === unknown ? 0 : year, month, day);
}

/** The end of a document's validity, which some leave out. */
export function isExpiry(from: number): boolean {
  return pair(from) === unknown || isDayOfCentury(pair(from), pair(from + 2), pair(from + 4));
}

export function isSex(at: number): boolean {
  return zone[at] === 77 || zone[at] === 70 || zone[at] === filler || zone[at] === 88;
}

/** Three letters, or fewer and fillers after them. */
export function isState(from: number): boolean {
  return isLetter(from) && isLetterOrFiller(from + 1) && isLetterOrFiller(from + 2);
}

/** Utopia, the state of all specimens. */
export function isUtopia(from: number): boolean {
  return zone[from] === 85 && zone[from + 1] === 84 && zone[from + 2] === 79;
}

/** Whether `count` characters are letters and fillers. */
export function isName(from: number, count: number): boolean {
  for (let at = from; at < from + count; at++) if (!isLetterOrFiller(at)) return false;
  return isLetter(from);
}

const unknown = -1;
/** What makes no part of any date. */
const wrong = 99;

function pair(from: number): number {
  if (zone[from] === filler && zone[from + 1] === filler) return unknown;
  const tens = zone[from]! - 48;
  const ones = zone[from + 1]! - 48;
  return tens > 9 || ones > 9 ? wrong : tens * 10 + ones;
}

function isLetter(at: number): boolean {
  return zone[at]! >= 65;
}

function isLetterOrFiller(at: number): boolean {
  return zone[at]! >= filler;
}

/** 0 to 9, A to Z as 10 to 35, the filler as 0; others are none. */
function createValues(): Uint8Array {
  const table = new Uint8Array(256).fill(none);
  for (let digit = 0; digit < 10; digit++) table[48 + digit] = digit;
  for (let letter = 0; letter < 26; letter++) table[65 + letter] = 10 + letter;
  table[filler] = 0;
  return table;
}
