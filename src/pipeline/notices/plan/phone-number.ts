// A telephone number as a machine dials it. In: a number as somebody wrote it, and the country it may be of. Out: E.164,
// or null where it cannot be said: what is dialled must be right.

import { callingCode } from './country-signs.ts';

/** E.164 allows 15 digits; shorter ones than these are of no country's people. */
const fewestDigits = 8;
const mostDigits = 15;

/** `country`: ISO 3166, for numbers that are written without their calling code. */
export function dialledNumber(written: string, country: string | null): string | null {
  const one = firstNumber(written);
  const digits = one.replaceAll(/\D/gu, '');
  if (digits.length < fewestDigits - 1) return null;
  // `+33 (0)6`: the zero is for callers within the country
  if (one.startsWith('+')) return whole(one.replaceAll(/\(0+\)/gu, '').replaceAll(/\D/gu, ''));
  if (digits.startsWith('00'))
    return whole(
      one
        .replaceAll(/\(0+\)/gu, '')
        .replaceAll(/\D/gu, '')
        .slice(2),
    );
  const code = country === null ? null : callingCode(country);
  if (code === null) return null;
  const national = nationalDigits(digits, country!);
  return national === null ? null : whole(code + national);
}

/** A second number, an extension: what was written first is meant. */
function firstNumber(written: string): string {
  const trimmed = written.trim();
  const end = /[/;,|]|\bou\b|\bor\b|\boder\b|\s*(?:x|ext\.?|poste|#)\s*\d+\s*$/iu.exec(trimmed)?.index;
  const one = trimmed.slice(0, end ?? trimmed.length);
  return one.replace(/^[^\d+(]+/u, '');
}

function nationalDigits(digits: string, country: string): string | null {
  switch (country) {
    case 'US':
    case 'CA':
      return digits.length === 10
        ? digits
        : digits.length === 11 && digits.startsWith('1')
          ? digits.slice(1)
          : null;
    case 'FR':
      return /^0[1-9]\d{8}$/u.test(digits) ? digits.slice(1) : /^[1-9]\d{8}$/u.test(digits) ? digits : null;
    // no zero in front
    case 'ES':
    case 'PT':
    case 'DK':
    case 'NO':
    case 'LU':
    case 'MC':
    case 'PL':
    case 'IT':
      return digits;
    default:
      return digits.startsWith('0') ? digits.slice(1) : null;
  }
}

function whole(digits: string): string | null {
  return digits.length >= fewestDigits && digits.length <= mostDigits && !digits.startsWith('0')
    ? `+${digits}`
    : null;
}

/** Numbers of mobile telephones; of other countries nobody can tell them apart. */
const mobile: readonly (readonly [string, RegExp])[] = [
  ['+33', /^\+33[67]/u],
  ['+44', /^\+447[1-57-9]/u],
  ['+49', /^\+491[567]/u],
  ['+32', /^\+324/u],
  ['+41', /^\+417[4-9]/u],
  ['+34', /^\+34[67]/u],
  ['+39', /^\+393/u],
  ['+31', /^\+316/u],
  ['+351', /^\+3519/u],
];

/** Whether a text message may arrive there. */
export function takesTexts(number: string): boolean {
  const rule = mobile.find(([code]) => number.startsWith(code));
  return rule === undefined || rule[1].test(number);
}

/** Ten digits in pairs from 01 to 09: as French numbers are written and hardly any others. */
function isFrenchForm(written: string): boolean {
  return /^\(?0[1-9]\)?(?:[ .-]?\d\d){4}$/u.test(written.trim());
}

const americanForm = /^(?:1[ .-])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[ .-])[2-9]\d\d[ .-]\d{4}$/u;

/**
 * The country that a number without its calling code is of: by how it is written, or by how long it is and the language
 * of whoever wrote it. Null where several may be meant.
 */
export function countryByForm(written: string, language: string | null): string | null {
  const one = firstNumber(written).trim();
  if (one.startsWith('+') || one.startsWith('00')) return null;
  if (americanForm.test(one)) return 'US';
  const digits = one.replaceAll(/\D/gu, '');
  if (!digits.startsWith('0')) return null;
  if (language === 'de') return 'DE';
  if (language === 'en') return digits.length === 11 ? 'GB' : null;
  return isFrenchForm(one) ? 'FR' : null;
}

/** Whether a number without its calling code is as long as all of a country's are; of many countries that says nothing. */
export function hasNationalForm(written: string, country: string): boolean {
  const digits = firstNumber(written).replaceAll(/\D/gu, '');
  if (country === 'FR') return /^0[1-9]\d{8}$/u.test(digits);
  return country === 'GB' && /^0[1-378]\d{9}$/u.test(digits);
}
