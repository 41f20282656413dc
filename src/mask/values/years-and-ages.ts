/*
 * Years of birth and ages. In: a cell with one. Out: another near it: years within the same four, ages within five (three
 * for minors, who stay minors). One circle of each such group is drawn by key, so none stays itself and no two become one.
 * Beside a masked date of birth they are near its year, not always on it: a year alone does not tell its month.
 */

import type { Masking } from '../masking.ts';
import type { Replacer } from '../replacer.ts';
import { isDigit } from '../ascii.ts';
import { numberAt } from './date-parts.ts';
import { createKeyedNumbers, cycle } from './keyed-numbers.ts';

const years = 400;
const firstYear = 1800;
const ages = 153;
const ofAge = 18;

export function createYearReplacer(masking: Masking): Replacer {
  const masked = circles(masking, 'birth years', years, () => 4);
  return replaceNumber((year, digits) => {
    if (digits === 2) return masked[year + 100]! % 100;
    const index = year - firstYear;
    return index >= 0 && index < years ? firstYear + masked[index]! : undefined;
  });
}

export function createAgeReplacer(masking: Masking): Replacer {
  const masked = circles(masking, 'ages', ages, (age) => (age < ofAge ? 3 : 5));
  return replaceNumber((age) => masked[age]);
}

function circles(
  masking: Masking,
  purpose: string,
  count: number,
  sizeAt: (number: number) => number,
): Uint16Array {
  const masked = Uint16Array.from({ length: count }, (_, index) => index);
  const next = createKeyedNumbers(masking.keys.of(purpose, 32));
  for (let from = 0; from < count; from += sizeAt(from))
    cycle(masked.subarray(from, from + sizeAt(from)), next);
  return masked;
}

/** The first number of a cell, of at most four digits, in place: `42`, `42 ans`. */
function replaceNumber(mask: (number: number, digits: number) => number | undefined): Replacer {
  return {
    replace(bytes, start, end, out) {
      let from = start;
      while (from < end && !isDigit(bytes[from]!)) from++;
      let to = from;
      while (to < end && isDigit(bytes[to]!)) to++;
      if (to === from || to - from > 4) return false;
      for (let at = to; at < end; at++) if (isDigit(bytes[at]!) && bytes[to] !== 46) return false;
      const masked = mask(numberAt(bytes, from, to - from), to - from);
      if (masked === undefined) return false;
      out.copy(bytes, start, from);
      out.write(String(masked).padStart(to - from, '0'));
      out.copy(bytes, to, end);
      return true;
    },
  };
}
