// Telephone numbers that are nobody's: of the ranges that are kept for fiction, where masking puts them. In: a number as
// written. Out: whether it lies in one of them.

import { fictionCountries } from '../../../mask/index.ts';
import { normalisePhone } from '../../../recognise/index.ts';

const keyDigits = 9;

interface RangeGroup {
  /** Of what is compared, from the end of the number. */
  digits: number;
  /** How many digits of that are given. */
  given: number;
  beginnings: Set<string>;
}

/** By the last nine digits, which agree however a number is written. */
const groups: RangeGroup[] = [];
for (const { ranges } of fictionCountries)
  for (const { prefix, free } of ranges) {
    const digits = Math.min(keyDigits, prefix.length + free);
    const beginning = prefix.slice(Math.max(0, prefix.length + free - keyDigits));
    const known = groups.find((group) => group.digits === digits && group.given === beginning.length);
    if (known) known.beginnings.add(beginning);
    else groups.push({ digits, given: beginning.length, beginnings: new Set([beginning]) });
  }

const key = new Uint8Array(keyDigits);

export function isReservedPhone(bytes: Uint8Array, start: number, end: number): boolean {
  const length = normalisePhone(bytes, start, end, key);
  const text = String.fromCharCode(...key.subarray(0, length));
  for (const { digits, given, beginnings } of groups)
    if (length >= digits && beginnings.has(text.slice(length - digits, length - digits + given))) return true;
  return isOfNoCountry(bytes, start, end);
}

/** +999 is given to nobody. */
function isOfNoCountry(bytes: Uint8Array, start: number, end: number): boolean {
  const written = String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 8)));
  return /^(?:\+|00)[ .-]?999/u.test(written);
}
