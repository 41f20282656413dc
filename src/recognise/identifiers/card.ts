/*
 * Payment card numbers: the network's range and length, Luhn, and the digits spread as those of real cards are (as
 * bulk_extractor asks: no digit more than seven times, no two more than four times each, no four groups in even steps).
 * Published test cards are told apart.
 */

import { bits, digitAt, numberAt, separators } from './characters.ts';
import { passesLuhn } from './check-digits.ts';
import { createIdentifier } from './create-identifier.ts';
import { cardRanges, testCards } from '../lexicon/card-ranges.ts';

/** By the first four digits: the bit of each length that cards of the range have. */
const lengths = rangeTable(cardRanges);
const testNumbers = testCards.trim().split(/\s+/);
/** By the first fifteen digits, which a double holds; the sixteenth follows from them. */
const published = new Set(testNumbers.map((number) => Number(number.slice(0, 15))));
/** By the first four digits: whether a test card begins with them. */
const hasPublished = prefixTable(testNumbers);
/** American Express and Diners write 4-6-5 and 4-6-4, the others fours. */
const shortGroups = bits([4, 10]);
const fours = bits([4, 8, 12, 16]);

export const card = createIdentifier({
  name: 'card',
  label: 'payment card number',
  class: 'Credit cards',
  country: null,
  subject: 'account',
  kinds: ['payment card number', 'payment card number, test'],
  chance: 0.035,
  needsName: false,
  shape: { lengths: [12, 13, 14, 15, 16, 17, 18, 19], gaps: [4, 8, 10, 12, 16] },
  check(length) {
    const prefix = numberAt(0, 4);
    if (((lengths[prefix]! >> length) & 1) === 0) return 0;
    if ((separators.gaps & ~(length < 16 ? shortGroups : fours)) !== 0 && (separators.gaps & ~fours) !== 0)
      return 0;
    if (!passesLuhn(0, length)) return 0;
    if (hasPublished[prefix] === 1 && published.has(numberAt(0, Math.min(length, 15)))) return 2;
    return isSpread(length) && !isStepped(length) ? 1 : 0;
  },
});

const counts = new Uint8Array(10);

function isSpread(length: number): boolean {
  counts.fill(0);
  for (let at = 0; at < length; at++) counts[digitAt(at)]! += 1;
  let often = 0;
  for (let digit = 0; digit < 10; digit++) {
    if (counts[digit]! > 7) return false;
    if (counts[digit]! > 4) often++;
  }
  return often < 2;
}

/** 4111 4222 4333 4444: the four groups count up or down in even steps. */
function isStepped(length: number): boolean {
  if (length !== 16) return false;
  const step = numberAt(4, 4) - numberAt(0, 4);
  return numberAt(8, 4) - numberAt(4, 4) === step && numberAt(12, 4) - numberAt(8, 4) === step;
}

function prefixTable(numbers: readonly string[]): Uint8Array {
  const table = new Uint8Array(10_000);
  for (const number of numbers) table[Number(number.slice(0, 4))] = 1;
  return table;
}

function rangeTable(lines: string): Uint32Array {
  const table = new Uint32Array(10_000);
  for (const line of lines.trim().split('\n')) {
    const [range, ...lengthsOf] = line.split(' ') as [string, ...string[]];
    const [first, last] = range.split('-').map(Number) as [number, number];
    for (let prefix = first; prefix <= last; prefix++) table[prefix]! |= bits(lengthsOf.map(Number));
  }
  return table;
}
