// The parts of a telephone number. In: a span. Out: how it says its country, which that is, and its national digits; or false
// for what is no number. Never allocates.

import { type FictionCountry, fictionCountries } from '../lists/fiction-numbers.ts';

export interface PhoneParts {
  /** Its country, where that has numbers for fiction. */
  country: FictionCountry | undefined;
  /** `+33` or `0033` first. */
  isInternational: boolean;
  /** A 0 stands before the national digits: within the country, or as `(0)` after its code. */
  hasTrunk: boolean;
  /** All its digits, as numbers from 0 to 9. */
  digits: Uint8Array;
  count: number;
  /** Digits before the country code that dial out: 2 for `00`. */
  exitDigits: number;
  codeDigits: number;
  /** Where the national number begins among the digits, without the 0. */
  nationalFrom: number;
}

const leastDigits = 6;
const mostDigits = 18;
/** `Tel: `: more letters than these, or letters after digits, are something else. */
const mostLetters = 7;
const home = { fr: countryOf('33'), en: countryOf('44'), de: countryOf('49') } as const;
const [french, british, american] = [countryOf('33'), countryOf('44'), countryOf('1')];
const unknownCodeDigits = 2;

export function createPhoneParts(): PhoneParts {
  return {
    country: undefined,
    isInternational: false,
    hasTrunk: false,
    digits: new Uint8Array(mostDigits),
    count: 0,
    exitDigits: 0,
    codeDigits: 0,
    nationalFrom: 0,
  };
}

export function readPhone(
  bytes: Uint8Array,
  start: number,
  end: number,
  language: keyof typeof home,
  parts: PhoneParts,
): boolean {
  let letters = 0;
  let hasPlus = false;
  parts.count = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte >= 48 && byte <= 57) {
      if (parts.count === mostDigits) return false;
      parts.digits[parts.count++] = byte - 48;
    } else if (byte === 43 && parts.count === 0 && !hasPlus) hasPlus = true;
    else if (byte === 43 || byte === 64) return false;
    else if ((byte | 32) >= 97 && (byte | 32) <= 122 && (parts.count > 0 || ++letters > mostLetters))
      return false;
  }
  if (parts.count < leastDigits) return false;
  const { digits } = parts;
  parts.exitDigits = !hasPlus && digits[0] === 0 && digits[1] === 0 && parts.count > 9 ? 2 : 0;
  parts.isInternational = hasPlus || parts.exitDigits > 0;
  if (parts.isInternational) settleInternational(parts);
  else settleNational(parts, home[language]);
  return true;
}

function settleInternational(parts: PhoneParts): void {
  const { digits, exitDigits } = parts;
  const country = fictionCountries.find((each) => startsWith(digits, exitDigits, each.code));
  parts.codeDigits = country?.code.length ?? unknownCodeDigits;
  const after = exitDigits + parts.codeDigits;
  parts.hasTrunk = country?.hasTrunk === true && digits[after] === 0;
  parts.nationalFrom = after + (parts.hasTrunk ? 1 : 0);
  parts.country = country !== undefined && isWhole(country, parts) ? country : undefined;
}

function settleNational(parts: PhoneParts, own: FictionCountry): void {
  parts.hasTrunk = parts.digits[0] === 0;
  parts.nationalFrom = parts.hasTrunk ? 1 : 0;
  parts.codeDigits = 0;
  parts.country = own;
  if (isWhole(own, parts)) return;
  if (!parts.hasTrunk && startsWith(parts.digits, 0, own.code)) {
    parts.codeDigits = own.code.length;
    parts.nationalFrom = own.code.length;
    if (isWhole(own, parts)) return;
    parts.codeDigits = 0;
    parts.nationalFrom = 0;
  }
  // Ten digits with a 0 are French, eleven British, ten without one North American, more often than anything else.
  const guess = parts.hasTrunk ? (parts.count === 10 ? french : british) : american;
  parts.country = isWhole(guess, parts) ? guess : undefined;
}

function countryOf(code: string): FictionCountry {
  return fictionCountries.find((country) => country.code === code)!;
}

function startsWith(digits: Uint8Array, from: number, text: string): boolean {
  for (let at = 0; at < text.length; at++) if (digits[from + at] !== text.charCodeAt(at) - 48) return false;
  return true;
}

function isWhole({ digits: [least, most] }: FictionCountry, { count, nationalFrom }: PhoneParts): boolean {
  const national = count - nationalFrom;
  return national >= least && national <= most;
}
