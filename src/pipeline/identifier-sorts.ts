// Which sorts of identifier a text may be, from its form: an address, a telephone number, a number with check digits.
// In: a text as somebody types it. Out: sorts with the text to be hashed for each; several where the form allows
// several, none where it allows none. A number that passes its check digits is not taken for a telephone number too.

import {
  emailValue,
  identifierOf,
  spanEnd,
  spanStart,
  validators,
  type ValidatorName,
  validatorIds,
  valueKind,
} from '../recognise/index.ts';
import type { IdentifierSort } from '../resolve/index.ts';

export interface PossibleIdentifier {
  sort: IdentifierSort;
  /** What `HashIdentifier` takes. */
  text: string;
}

/**
 * Share of numbers that pass by chance up to which one that passes is taken for what it passes as; not where it is so
 * short that it may be one of an older form without check digits.
 */
const tellingChance = 0.02;
const tellingSigns = 10;

const today = 9999_12_31;

/** Digits of a national telephone number, at most; longer ones begin with + or 0. */
const nationalDigits = 11;

export function identifierSorts(typed: string): PossibleIdentifier[] {
  const text = typed.trim();
  const bytes = Buffer.from(text);
  if (bytes.length === 0) return [];
  const email = emailValue(bytes, 0, bytes.length);
  if (email >= 0)
    return [{ sort: 'email', text: bytes.subarray(spanStart(email), spanEnd(email)).toString() }];
  const passed = validators.filter(({ id }) => passes(id, bytes));
  const numbers = passed.flatMap(({ id }) => identifierOf(id) ?? []);
  const sorts: ValidatorName[] = numbers
    .filter(({ subject }) => subject !== 'organisation')
    .map(({ name }) => name);
  const isTold =
    text.replaceAll(/[^\p{L}\d]/gu, '').length >= tellingSigns &&
    numbers.some(({ chance, needsName }) => chance <= tellingChance && !needsName);
  if (!isTold && mayBePhone(text, bytes)) sorts.push('phone');
  if (!isTold && /^[^\s@]{2,80}$/u.test(text)) sorts.push('username');
  return sorts.map((sort) => ({ sort, text }));
}

function passes(id: (typeof validators)[number]['id'], bytes: Uint8Array): boolean {
  return identifierOf(id) !== null && valueKind(id, bytes, 0, bytes.length, today) > 0;
}

function mayBePhone(text: string, bytes: Uint8Array): boolean {
  if (valueKind(validatorIds.phone, bytes, 0, bytes.length, today) === 0) return false;
  return /^[+(0]/u.test(text) || text.replaceAll(/\D/gu, '').length <= nationalDigits;
}

/** The ways in which a full name may be split into first names and last name, and in either order. */
export function namesAndBirth(name: string, born: string): PossibleIdentifier[] {
  const words = name
    .trim()
    .split(/[\s,]+/u)
    .filter((word) => word !== '')
    .slice(0, maxNameWords);
  const found: PossibleIdentifier[] = [];
  for (let split = 1; split < words.length; split++) {
    const [head, tail] = [words.slice(0, split).join(' '), words.slice(split).join(' ')];
    found.push({ sort: 'nameAndBirth', text: `${head}\t${tail}\t${born}` });
    found.push({ sort: 'nameAndBirth', text: `${tail}\t${head}\t${born}` });
  }
  return found;
}

const maxNameWords = 12;
