// How the numbers of Germany, Austria, Switzerland, the United Kingdom, Ireland, the Netherlands, Belgium and Luxembourg are
// made. See the files of src/recognise/identifiers.

import { sixDigits } from '../date-rules.ts';
import {
  digitCharacters,
  type Layouts,
  readDigits,
  rememberedAt,
  run,
  weigh,
  writeDigits,
} from '../layout.ts';

const insuranceWeights = [3, 7, 9, 0, 5, 8, 4, 2, 1, 6];
const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const testBsn = 99_999;
const testNhs = 999;

/** The nine digits before the key, with a 2 before them for people born from 2000 on. */
function nationalKey(form: Uint8Array, is2000: boolean): number {
  return 97 - (((is2000 ? 2_000_000_000 : 0) + readDigits(form, 0, 9)) % 97);
}

export const westernLayouts: Layouts = {
  steuerId: {
    places: (form) => (form[0] === 48 ? run(1, 9) : run(0, 10)),
    checks: () => [10],
    solve: { place: 10, characters: digitCharacters },
  },
  rvnr: {
    places: () => [0, 1, 8, 9, 10],
    checks: () => [11],
    date: sixDigits({ day: 2, month: 4, year: 6 }),
    // orders below 50 are men's
    classOf: (form) => (readDigits(form, 9, 2) < 50 ? 1 : 2),
    solve: { place: 11, characters: digitCharacters },
  },
  svnr: {
    places: () => [0, 1, 2],
    checks: () => [3],
    date: sixDigits({ day: 4, month: 6, year: 8 }),
    solve: { place: 3, characters: digitCharacters },
    ordersOf: (form) => weigh(form, 4, insuranceWeights.slice(4)) % 11,
  },
  ahv: {
    places: () => run(3, 9),
    checks: () => [12],
    classOf: () => 1,
    solve: { place: 12, characters: digitCharacters },
  },
  nino: { places: (_, __, kind) => run(kind === 2 ? 2 : 0, kind === 2 ? 6 : 8) },
  nhs: {
    places: (form) => (readDigits(form, 0, 3) === testNhs ? run(3, 6) : run(0, 9)),
    checks: () => [9],
    classOf: (form) => (readDigits(form, 0, 3) === testNhs ? 2 : 1),
    solve: { place: 9, characters: digitCharacters },
  },
  pps: { places: () => run(0, 7), checks: () => [7], solve: { place: 7, characters: capitals } },
  bsn: {
    places: (form) => (readDigits(form, 0, 5) === testBsn ? run(5, 3) : run(0, 8)),
    checks: () => [8],
    classOf: (form) => (readDigits(form, 0, 5) === testBsn ? 2 : 1),
    solve: { place: 8, characters: digitCharacters },
  },
  niss: {
    places: () => [6, 7, 8],
    parity: 8,
    checks: () => [9, 10],
    date: sixDigits({ year: 0, month: 2, day: 4, monthStep: 20, yearOf: nissYear }),
    open(form) {
      form[rememberedAt] = nationalKey(form, false) === readDigits(form, 9, 2) ? 0 : 1;
    },
    close(form) {
      writeDigits(form, 9, 2, nationalKey(form, form[rememberedAt] === 1));
      return true;
    },
  },
  matricule: {
    places: () => [8, 9, 10],
    checks: () => [11, 12],
    date: sixDigits({ year: 0, month: 4, day: 6, yearDigits: 4 }),
    close(form) {
      form[11] = 48 + luhnDigit(form, 11);
      return true;
    },
    solve: { place: 12, characters: digitCharacters },
  },
};

function nissYear(form: Uint8Array, ofCentury: number): number {
  return (form[rememberedAt] === 1 ? 2000 : 1900) + ofCentury;
}

/** Luhn's check digit of the first `count` digits. */
function luhnDigit(form: Uint8Array, count: number): number {
  let sum = 0;
  for (let index = 0; index < count; index++) {
    const value = form[count - 1 - index]! - 48;
    sum += (index & 1) === 1 ? value : value > 4 ? 2 * value - 9 : 2 * value;
  }
  return (10 - (sum % 10)) % 10;
}
