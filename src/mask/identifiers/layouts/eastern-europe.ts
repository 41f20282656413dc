// How the numbers of Poland, Czechia and Slovakia, Hungary, Romania, Bulgaria, Croatia, Slovenia, Estonia, Lithuania and
// Latvia are made. See the files of src/recognise/identifiers.

import { sixDigits } from '../date-rules.ts';
import {
  type DateRule,
  digitCharacters,
  type Layouts,
  readDigits,
  run,
  weigh,
  writeDigits,
} from '../layout.ts';

const lastDigit = (place: number): { place: number; characters: string } => ({
  place,
  characters: digitCharacters,
});

/** By the month divided by 20. */
const polishCenturies = [1900, 2000, 2100, 2200, 1800];
const bulgarianCenturies = [1900, 1800, 2000];
const romanianCenturies = [0, 1900, 1900, 1800, 1800, 2000, 2000, 0, 0, 0];
const taxWeights = [1, 2, 3, 4, 5, 6];
const dayMs = 86_400_000;
const dayZero = Date.UTC(1867, 0, 1);
const lastDay = 85_107;

/** Days since 1867. */
const taxDate: DateRule = {
  read(form) {
    const day = new Date(dayZero + readDigits(form, 1, 5) * dayMs);
    return day.getUTCFullYear() * 10_000 + (day.getUTCMonth() + 1) * 100 + day.getUTCDate();
  },
  write(form, _, date) {
    const utc = Date.UTC(Math.floor(date / 10_000), (Math.floor(date / 100) % 100) - 1, date % 100);
    const days = (utc - dayZero) / dayMs;
    if (days < 0 || days >= lastDay) return false;
    writeDigits(form, 1, 5, days);
    return true;
  },
};

function czechYear(_: Uint8Array, ofCentury: number, length: number): number {
  return ofCentury + (length === 9 || ofCentury >= 54 ? 1900 : 2000);
}

function estonianYear(form: Uint8Array, ofCentury: number): number {
  return 1800 + 100 * ((form[0]! - 49) >> 1) + ofCentury;
}

export const easternLayouts: Layouts = {
  pesel: {
    places: () => [6, 7, 8, 9],
    parity: 9,
    checks: () => [10],
    date: sixDigits({
      year: 0,
      month: 2,
      day: 4,
      monthStep: 20,
      yearOf: (form, ofCentury) => polishCenturies[Math.floor(readDigits(form, 2, 2) / 20)]! + ofCentury,
    }),
    solve: lastDigit(10),
  },
  rodneCislo: {
    places: () => [6, 7, 8],
    checks: (length) => (length === 10 ? [9] : []),
    date: czechDate(),
    solve: lastDigit(9),
    ordersOf: (form, length, date) =>
      (length * 11 + (readDigits(form, 0, 6) % 11)) * 2 + (date < 1986_00_00 ? 1 : 0),
  },
  taj: { places: () => run(0, 8), checks: () => [8], classOf: () => 1, solve: lastDigit(8) },
  adoazonosito: {
    places: () => [6, 7, 8],
    checks: () => [9],
    date: taxDate,
    solve: lastDigit(9),
    ordersOf: (form) => weigh(form, 0, taxWeights) % 11,
  },
  cnp: {
    places: () => run(7, 5),
    checks: () => [12],
    date: sixDigits({
      year: 1,
      month: 3,
      day: 5,
      yearOf: (form, ofCentury) => romanianCenturies[form[0]! - 48]! + ofCentury,
    }),
    solve: lastDigit(12),
  },
  egn: {
    places: () => [6, 7, 8],
    parity: 8,
    checks: () => [9],
    date: sixDigits({
      year: 0,
      month: 2,
      day: 4,
      monthStep: 20,
      yearOf: (form, ofCentury) => bulgarianCenturies[Math.floor(readDigits(form, 2, 2) / 20)]! + ofCentury,
    }),
    solve: lastDigit(9),
  },
  oib: { places: () => run(0, 10), checks: () => [10], classOf: () => 1, solve: lastDigit(10) },
  emso: {
    places: (_, __, kind) => (kind === 1 ? run(8, 4) : run(7, 5)),
    checks: () => [12],
    date: sixDigits({
      day: 0,
      month: 2,
      year: 4,
      yearDigits: 3,
      yearOf: (_, lastThree) => (lastThree < 800 ? 2000 : 1000) + lastThree,
    }),
    // orders below 500 are men's
    classOf: (form, _, kind) => kind * 2 + (form[9]! >= 53 ? 1 : 0),
    solve: lastDigit(12),
  },
  isikukood: {
    places: () => [7, 8, 9],
    checks: () => [10],
    classOf: () => 1,
    date: sixDigits({ year: 1, month: 3, day: 5, yearOf: estonianYear }),
    solve: lastDigit(10),
  },
  personasKods: {
    places: (form) => (readDigits(form, 0, 2) === 32 ? run(2, 8) : run(7, 3)),
    checks: () => [10],
    date: latvianDate(),
    solve: lastDigit(10),
  },
};

/** Women have the month + 50, and since 2004 it may have 20 more; in ten digits 54 is 1954. */
function czechDate(): DateRule {
  const rule = sixDigits({ year: 0, month: 2, day: 4, yearOf: czechYear });
  return {
    read(form, length) {
      const by = raisedBy(form);
      raise(form, -by);
      const date = rule.read(form, length);
      raise(form, by);
      return date;
    },
    write(form, length, date) {
      const by = raisedBy(form);
      raise(form, -by);
      const isPossible = rule.write(form, length, date);
      raise(form, by);
      const year = Math.floor(date / 10_000);
      if (!isPossible || czechYear(form, year % 100, length) !== year) return false;
      return (by % 50 === 0 || year >= 2004) && (length === 10 || year < 1954);
    },
  };
}

/** Adds to the month. */
function raise(form: Uint8Array, by: number): void {
  writeDigits(form, 2, 2, readDigits(form, 2, 2) + by);
}

function raisedBy(form: Uint8Array): number {
  const written = readDigits(form, 2, 2);
  return (written > 50 ? 50 : 0) + (written % 50 > 20 ? 20 : 0);
}

/** Codes that begin with 32 tell no date. */
function latvianDate(): DateRule {
  const rule = sixDigits({
    day: 0,
    month: 2,
    year: 4,
    yearOf: (form, ofCentury) => 1800 + 100 * (form[6]! - 48) + ofCentury,
  });
  return {
    read: (form, length) => (readDigits(form, 0, 2) === 32 ? -1 : rule.read(form, length)),
    write: rule.write,
  };
}
