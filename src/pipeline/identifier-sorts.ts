// Which sorts of identifier a text may be, from its form: an address, a telephone number, a number with check digits.
// In: a text as somebody types it. Out: sorts with the text to be hashed for each; several where the form allows
// several, none where it allows none: every sort that fits is tried, as one left out would be a denial.

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
  if (mayBePhone(text, bytes)) sorts.push('phone');
  if (/^[^\s@]{2,80}$/u.test(text)) sorts.push('username');
  return sorts.map((sort) => ({ sort, text }));
}

function passes(id: (typeof validators)[number]['id'], bytes: Uint8Array): boolean {
  return identifierOf(id) !== null && valueKind(id, bytes, 0, bytes.length, today) > 0;
}

function mayBePhone(text: string, bytes: Uint8Array): boolean {
  if (valueKind(validatorIds.phone, bytes, 0, bytes.length, today) === 0) return false;
  return /^[+(0]/u.test(text) || text.replaceAll(/\D/gu, '').length <= nationalDigits;
}

export type MistypedNumber = 'nir' | 'iban' | 'card';

/** What a text that passes as no number has the shape of, or null: most likely it is that, with a typing error. */
export function mistypedAs(typed: string): MistypedNumber | null {
  const text = typed.trim();
  const bytes = Buffer.from(text);
  if (validators.some(({ id }) => passes(id, bytes))) return null;
  const signs = text.toUpperCase().replaceAll(/[\s.-]/gu, '');
  if (/^[A-Z]{2}\d{2}(?=(?:[A-Z]*\d){8})[A-Z\d]{11,30}$/u.test(signs)) return 'iban';
  if (/^[1-478]\d{2}\d{2}(?:\d{2}|2[AB])\d{8}$/u.test(signs) && !/^3[47]/u.test(signs)) return 'nir';
  return /^[3-6]\d{14,15}$/u.test(signs) ? 'card' : null;
}

/** In front of a name it is most likely none of it; `M` may be an initial all the same. */
const title =
  /^(?:m|mr|mrs|ms|mme|mlle|dr|pr|prof|monsieur|madame|mademoiselle|docteur|miss|herr|frau)\.?$/iu;

/**
 * The ways in which a full name may be split into first names and last name, and in either order; where it begins with
 * what may be a title, also without that.
 */
export function namesAndBirth(name: string, born: string): PossibleIdentifier[] {
  const words = name
    .trim()
    .split(/[\s,]+/u)
    .filter((word) => word !== '')
    .slice(0, maxNameWords);
  const untitled = words.findIndex((word) => !title.test(word));
  return [...splits(words, born), ...(untitled > 0 ? splits(words.slice(untitled), born) : [])];
}

function splits(words: string[], born: string): PossibleIdentifier[] {
  const found: PossibleIdentifier[] = [];
  for (let split = 1; split < words.length; split++) {
    const [head, tail] = [words.slice(0, split).join(' '), words.slice(split).join(' ')];
    found.push({ sort: 'nameAndBirth', text: `${head}\t${tail}\t${born}` });
    found.push({ sort: 'nameAndBirth', text: `${tail}\t${head}\t${born}` });
  }
  return found;
}

const maxNameWords = 12;
