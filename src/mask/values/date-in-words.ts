// Dates whose month is a word: `12 mars 1985`, `1er août 1985`, `March 9th, 1985`, `3. Mai 1985`. In: a cell, and what becomes of a
// date. Out: the masked date in the same language and form, or undefined. Rare, so strings are borne.

import { monthNames } from '../lists/month-names.ts';

const longestDate = 48;
const dayFirst =
  /^(\d{1,2})(er|st|nd|rd|th|\.|º)?((?:\s|-)+(?:de |of )?)(\p{L}+)(\.?,?(?:\s|-)+(?:de |del )?)(\d{4})$/iu;
const monthFirst = /^(\p{L}+)(\.?\s+)(\d{1,2})(st|nd|rd|th)?(,?\s+)(\d{4})$/iu;

/** `mask`: of a date as yyyymmdd. */
export function dateInWords(
  bytes: Uint8Array,
  start: number,
  end: number,
  mask: (date: number) => number,
): string | undefined {
  if (end - start > longestDate) return undefined;
  const text = Buffer.from(bytes.subarray(start, end)).toString();
  const first = dayFirst.exec(text);
  if (first !== null) {
    const [, day, suffix = '', before, month, after, year] = first;
    const masked = maskedDate(day!, month!, year!, mask);
    return (
      masked && `${masked.day}${ordinal(suffix, masked.day)}${before}${masked.month}${after}${masked.year}`
    );
  }
  const second = monthFirst.exec(text);
  if (second === null) return undefined;
  const [, month, before, day, suffix = '', after, year] = second;
  const masked = maskedDate(day!, month!, year!, mask);
  return (
    masked && `${masked.month}${before}${masked.day}${ordinal(suffix, masked.day)}${after}${masked.year}`
  );
}

function maskedDate(
  day: string,
  month: string,
  year: string,
  mask: (date: number) => number,
): { day: number; month: string; year: number } | undefined {
  const folded = fold(month);
  for (const names of monthNames) {
    const index = names.findIndex((name) => fold(name) === folded);
    if (index < 0) continue;
    if (Number(day) < 1 || Number(day) > 31) return undefined;
    const date = mask(Number(year) * 10_000 + (index + 1) * 100 + Number(day));
    return {
      day: date % 100,
      month: inCaseOf(month, names[(Math.floor(date / 100) % 100) - 1]!),
      year: Math.floor(date / 10_000),
    };
  }
  return undefined;
}

function ordinal(suffix: string, day: number): string {
  if (suffix === '.' || suffix === 'º' || suffix === '') return suffix;
  if (suffix.toLowerCase() === 'er') return day === 1 ? suffix : '';
  if (day % 10 > 3 || day % 10 === 0 || (day > 10 && day < 14)) return 'th';
  return ['st', 'nd', 'rd'][(day % 10) - 1]!;
}

function inCaseOf(word: string, name: string): string {
  if (word === word.toUpperCase()) return name.toUpperCase();
  return word.charAt(0) === word.charAt(0).toUpperCase()
    ? name.charAt(0).toUpperCase() + name.slice(1)
    : name;
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .toLowerCase();
}
