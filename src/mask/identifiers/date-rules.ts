// Where dates of birth stand inside numbers, and how: six digits in some order, with what is added to a month or a day, and
// centuries told elsewhere. In: the places. Out: rules.

import { type DateRule, readDigits, writeDigits } from './layout.ts';

/** Nobody is born before the one or after the other (src/recognise/identifiers/calendar.ts). */
const firstYear = 1850;
const lastYear = 2050;

interface SixDigits {
  /** Where the year, the month and the day begin. */
  year: number;
  month: number;
  day: number;
  /** Steps in which a month or a day can be raised (20, 40, 60): what is added stays. */
  monthStep?: number;
  dayStep?: number;
  /** Digits of the year. */
  yearDigits?: number;
  /** The year that the digits of a form stand for. Left out: years of two digits. */
  yearOf?: (form: Uint8Array, ofCentury: number, length: number) => number;
}

export function sixDigits({
  year,
  month,
  day,
  monthStep = 100,
  dayStep = 100,
  yearDigits = 2,
  yearOf = (_, ofCentury) => ofCentury,
}: SixDigits): DateRule {
  return {
    read(form, length) {
      const ofYear = readDigits(form, month, 2) % monthStep;
      const ofMonth = readDigits(form, day, 2) % dayStep;
      if (ofYear < 1 || ofYear > 12) return -1;
      return yearOf(form, readDigits(form, year, yearDigits), length) * 10_000 + ofYear * 100 + ofMonth;
    },
    write(form, _, date) {
      const written = readDigits(form, month, 2);
      const raised = written - (written % monthStep);
      const writtenDay = readDigits(form, day, 2);
      const raisedDay = writtenDay - (writtenDay % dayStep);
      writeDigits(form, year, yearDigits, Math.floor(date / 10_000) % 10 ** yearDigits);
      writeDigits(form, month, 2, raised + (Math.floor(date / 100) % 100));
      writeDigits(form, day, 2, raisedDay + (date % 100));
      return isPossible(date);
    },
  };
}

/** Years of two digits, and of three, are of no century. */
function isPossible(date: number): boolean {
  return date < 1000_00_00 || (date >= firstYear * 10_000 && date < (lastYear + 1) * 10_000);
}
