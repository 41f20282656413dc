// How the numbers of Sweden, Denmark, Norway, Finland and Iceland are made. See the files of src/recognise/identifiers.

import { sixDigits } from '../date-rules.ts';
import { digitCharacters, type Layouts, readDigits, run, weigh } from '../layout.ts';

const finnishCharacters = '0123456789ABCDEFHJKLMNPRSTUVWXY';
const norwegianFirst = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const norwegianSecond = [5, 4, 3, 2, 7, 6];
const icelandicDate = [3, 2, 7, 6, 5, 4];

/** The century by the seventh digit. */
function danishYear(form: Uint8Array, ofCentury: number): number {
  const seventh = form[6]! - 48;
  if (seventh < 4) return 1900 + ofCentury;
  if (seventh === 4 || seventh === 9) return ofCentury < 37 ? 2000 + ofCentury : 1900 + ofCentury;
  return ofCentury < 58 ? 2000 + ofCentury : 1800 + ofCentury;
}

/** The century by the order. */
function norwegianYear(form: Uint8Array, ofCentury: number): number {
  const order = readDigits(form, 6, 3);
  if (order < 500) return 1900 + ofCentury;
  if (ofCentury < 40) return 2000 + ofCentury;
  return order < 750 && ofCentury >= 54 ? 1800 + ofCentury : 1900 + ofCentury;
}

function finnishYear(form: Uint8Array, ofCentury: number): number {
  const sign = String.fromCharCode(form[6]!);
  return (sign === '+' ? 1800 : 'ABCDEF'.includes(sign) ? 2000 : 1900) + ofCentury;
}

export const northernLayouts: Layouts = {
  personnummer: {
    places: () => [6, 7, 8],
    parity: 8,
    checks: () => [9],
    date: sixDigits({ year: 0, month: 2, day: 4, dayStep: 60 }),
    classOf: (_, __, kind) => (kind === 2 ? 2 : 1),
    solve: { place: 9, characters: digitCharacters },
  },
  cpr: {
    places: () => [6, 7, 8, 9],
    parity: 9,
    classOf: () => 1,
    date: sixDigits({ day: 0, month: 2, year: 4, yearOf: danishYear }),
    ordersOf(_, __, date) {
      const year = Math.floor(date / 10_000);
      return Math.floor(year / 100) * 3 + (year % 100 < 37 ? 0 : year % 100 < 58 ? 1 : 2);
    },
  },
  fodselsnummer: {
    places: () => [6, 7, 8],
    parity: 8,
    checks: () => [9, 10],
    date: sixDigits({ day: 0, month: 2, year: 4, dayStep: 40, monthStep: 40, yearOf: norwegianYear }),
    ordersOf(form, _, date) {
      const sums =
        (weigh(form, 0, norwegianFirst.slice(0, 6)) % 11) * 11 + (weigh(form, 0, norwegianSecond) % 11);
      const year = readDigits(form, 4, 2);
      return (sums * 100 + Math.floor(date / 1_000_000)) * 3 + (year < 40 ? 0 : year < 54 ? 1 : 2);
    },
    close(form) {
      const rest = weigh(form, 0, norwegianFirst) % 11;
      if (rest === 1) return false;
      form[9] = 48 + ((11 - rest) % 11);
      return true;
    },
    solve: { place: 10, characters: digitCharacters },
  },
  hetu: {
    places: () => [7, 8, 9],
    parity: 9,
    checks: () => [10],
    date: sixDigits({ day: 0, month: 2, year: 4, yearOf: finnishYear }),
    solve: { place: 10, characters: finnishCharacters },
  },
  kennitala: {
    places: () => [6, 7],
    checks: () => [8],
    date: sixDigits({
      day: 0,
      month: 2,
      year: 4,
      dayStep: 40,
      yearOf: (form, ofCentury) => (form[9] === 48 ? 2000 : 1900) + ofCentury,
    }),
    ordersOf: (form) => (weigh(form, 0, icelandicDate) % 11) * 2 + (form[9] === 48 ? 1 : 0),
    solve: { place: 8, characters: digitCharacters },
  },
};

export const americanLayouts: Layouts = {
  ssn: { places: () => run(0, 9), classOf: () => 1 },
  itin: { places: () => run(1, 8), classOf: () => 1 },
  sin: {
    places: () => run(0, 8),
    checks: () => [8],
    classOf: () => 1,
    solve: { place: 8, characters: digitCharacters },
  },
  cpf: {
    places: () => run(0, 9),
    checks: () => [9, 10],
    classOf: () => 1,
    close(form) {
      const rest = weigh(form, 0, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
      form[9] = 48 + (rest < 2 ? 0 : 11 - rest);
      return true;
    },
    solve: { place: 10, characters: digitCharacters },
  },
  aadhaar: {
    places: () => run(0, 11),
    checks: () => [11],
    classOf: () => 1,
    solve: { place: 11, characters: digitCharacters },
  },
  pan: { places: () => [0, 1, 2, 4, 5, 6, 7, 8, 9] },
};
