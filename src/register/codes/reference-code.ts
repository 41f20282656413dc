// The code of a letter: twelve random digits and a check digit, by which a person without an address of ours sees what he
// lost, together with his date of birth. In: what somebody typed. Out: its digits, or the code as it is printed. The
// register holds keyed hashes of it.

import { randomInt } from 'node:crypto';
import { createPersonKeys } from '../person-key.ts';
import { dammDigit } from './damm.ts';

const randomDigits = 12;

/** Its thirteen digits. */
export function createReferenceCode(random: (below: number) => number = randomInt): string {
  return referenceCodeOf(random(10 ** randomDigits));
}

/** Thirteen digits: `number`, below 10^12, and its check digit. */
export function referenceCodeOf(number: number): string {
  const digits = String(number).padStart(randomDigits, '0');
  return `${digits}${dammDigit(digits)}`;
}

/** As a letter has it: `1234 5678 9012 3`. */
export function shownReferenceCode(code: string): string {
  return code.replaceAll(/\d{4}/gu, '$& ').trim();
}

/** Its digits, however they are grouped; null where it has not thirteen, or the check digit does not fit. */
export function parseReferenceCode(typed: string): string | null {
  if (typed.length > longestTyped) return null;
  const code = typed.replaceAll(/[\s.\-/·]/gu, '');
  return /^\d{13}$/u.test(code) && dammDigit(code) === 0 ? code : null;
}

const longestTyped = 64;

export interface CodeKeys {
  /** `code`: thirteen digits. */
  codeKey: (code: string) => Buffer;
  /** `birth`: yyyy-mm-dd. */
  birthKey: (code: string, birth: string) => Buffer;
}

/** `secret`: the register's `reference-code`. */
export function createCodeKeys(secret: Buffer): CodeKeys {
  const keyOf = createPersonKeys(secret);
  return {
    codeKey: (code) => keyOf('code', code),
    birthKey: (code, birth) => keyOf('code and birth', `${code}\0${birth}`),
  };
}
