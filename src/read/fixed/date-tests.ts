// Dates and times as records of fixed width hold them. In: a span. Out: whether it is a date in one of the forms.

import type { FieldTest } from './field-test.ts';

/** Years of a century before and after those that people alive have. */
const firstYear = 1850;
const lastYear = 2149;

/** Forms in letters: Y M D h m s stand for digits of what they are, f for any digit, all else for itself. */
const forms: readonly string[] = [
  'YYYYMMDD',
  'DDMMYYYY',
  'MMDDYYYY',
  'YYYYMMDDhhmmss',
  'YYYYMM',
  'YYYY-MM-DD',
  'YYYY/MM/DD',
  'YYYY.MM.DD',
  'DD/MM/YYYY',
  'DD-MM-YYYY',
  'DD.MM.YYYY',
  'MM/DD/YYYY',
  'YYYY-MM-DD hh:mm',
  'YYYY-MM-DD hh:mm:ss',
  'YYYY-MM-DD hh:mm:ss.fff',
  'YYYY-MM-DD hh:mm:ss.ffffff',
  'YYYY-MM-DDThh:mm:ss',
  'YYYY-MM-DDThh:mm:ssZ',
  'YYYY-MM-DD-hh.mm.ss.ffffff',
  'DD/MM/YYYY hh:mm',
  'DD/MM/YYYY hh:mm:ss',
  'DD.MM.YYYY hh:mm:ss',
];

export const dateTests: readonly FieldTest[] = forms.map((form) => ({
  shortest: form.length,
  longest: form.length,
  chance: chanceOf(form),
  fits: createMatcher(form),
}));

/** Of random digits, the share that are such a part of a date; another sign is one of many. */
function chanceOf(form: string): number {
  const parts = { YYYY: 0.03, MM: 0.12, DD: 0.31, hh: 0.24, mm: 0.6, ss: 0.61, f: 1 };
  return form.match(/YYYY|MM|DD|hh|mm|ss|./gu)!.reduce((all, part) => {
    return all * (parts[part as keyof typeof parts] ?? 0.05);
  }, 1);
}

const ZERO = 0x30;

function createMatcher(form: string): FieldTest['fits'] {
  const letters = Buffer.from(form);
  const placeOf = (letter: string) => form.indexOf(letter);
  const [year, month, day] = [placeOf('Y'), placeOf('M'), placeOf('D')];
  const [hour, minute, second] = [placeOf('h'), placeOf('m'), placeOf('s')];
  const isDigitAt = Uint8Array.from(form, (letter) => Number('YMDhmsf'.includes(letter)));
  return (bytes, from) => {
    for (let i = 0; i < letters.length; i++) {
      const byte = bytes[from + i]!;
      if (isDigitAt[i] === 1 ? byte < ZERO || byte > 0x39 : byte !== letters[i]) return false;
    }
    const two = (at: number) => (bytes[from + at]! - ZERO) * 10 + bytes[from + at + 1]! - ZERO;
    const years = two(year) * 100 + two(year + 2);
    if (years < firstYear || years > lastYear) return false;
    const months = two(month);
    if (months < 1 || months > 12) return false;
    if (day >= 0 && (two(day) < 1 || two(day) > daysOf(months))) return false;
    return (
      (hour < 0 || two(hour) < 24) && (minute < 0 || two(minute) < 60) && (second < 0 || two(second) < 61)
    );
  };
}

function daysOf(month: number): number {
  return month === 2 ? 29 : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
