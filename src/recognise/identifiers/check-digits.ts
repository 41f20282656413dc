/*
 * The ways in which numbers check themselves. In: the number being read (`characters`) and which of its places count.
 * Out: sums, check digits, yes or no.
 */

import { characters, digitAt, numberAt } from './characters.ts';

/** Every second digit doubled, from the last but one: ISO/IEC 7812. Whether `length` digits from `from` on pass. */
export function passesLuhn(from: number, length: number): boolean {
  let sum = 0;
  for (let index = 0; index < length; index++) {
    const value = digitAt(from + length - 1 - index);
    sum += (index & 1) === 0 ? value : value > 4 ? 2 * value - 9 : 2 * value;
  }
  return sum % 10 === 0;
}

/** Sum of digits times weights, from `from` on. */
export function weightedSum(weights: readonly number[], from = 0): number {
  let sum = 0;
  for (let index = 0; index < weights.length; index++) sum += weights[index]! * digitAt(from + index);
  return sum;
}

/** ISO 7064, mod 11,10: the check digit of the first `count` digits. */
export function hybridCheckDigit(count: number): number {
  let product = 10;
  for (let at = 0; at < count; at++) product = hybridProducts[product * 10 + digitAt(at)]!;
  return (11 - product) % 10;
}

/** J. Verhoeff, Error Detecting Decimal Codes, 1969: whether the first `length` digits, the last the check digit, pass. */
export function passesVerhoeff(length: number): boolean {
  let check = 0;
  for (let index = 0; index < length; index++) {
    check = product[check * 10 + permutation[(index & 7) * 10 + digitAt(length - 1 - index)]!]!;
  }
  return check === 0;
}

/** Verhoeff's check digit of the first `count` digits. */
export function verhoeffCheckDigit(count: number): number {
  let check = 0;
  for (let index = 0; index < count; index++) {
    check = product[check * 10 + permutation[((index + 1) & 7) * 10 + digitAt(count - 1 - index)]!]!;
  }
  return inverse[check]!;
}

/** Luhn's check digit of the first `count` digits. */
export function luhnCheckDigit(count: number): number {
  let sum = 0;
  for (let index = 0; index < count; index++) {
    const value = digitAt(count - 1 - index);
    sum += (index & 1) === 1 ? value : value > 4 ? 2 * value - 9 : 2 * value;
  }
  return (10 - (sum % 10)) % 10;
}

/** Whether the first `count` characters read the same from either end: `123321`. */
export function isPalindrome(count: number): boolean {
  for (let at = 0; at < count >> 1; at++) {
    if (characters[at] !== characters[count - 1 - at]) return false;
  }
  return true;
}

/** Whether the first eight digits count up or down: what people type where a number is asked and there is none. */
export function isCounting(): boolean {
  const first = numberAt(0, 8);
  return first === 12_345_678 || first === 1_234_567 || first === 98_765_432 || first === 87_654_321;
}

/** The dihedral group of ten elements. */
const product = digitTable(
  '0123456789123406789523401789563401289567401239567859876043216598710432765982104387659321049876543210',
);
/** What each place does to its digit; the eighth is the first again. */
const permutation = digitTable(
  '01234567891576283094580379614289160435279453126870428657390127938064157046913258',
);
const inverse = digitTable('0432156789');

/** Of mod 11,10: by the product so far and the next digit, the product after it. */
const hybridProducts = Uint8Array.from({ length: 110 }, (_, index) => {
  const sum = (Math.floor(index / 10) + (index % 10)) % 10;
  return ((sum === 0 ? 10 : sum) * 2) % 11;
});

function digitTable(digits: string): Uint8Array {
  return Uint8Array.from(digits, Number);
}
