// How the numbers of Spain, Portugal, Italy, Malta, Greece and Cyprus are made. See the files of src/recognise/identifiers.

import { sixDigits } from '../date-rules.ts';
import { type DateRule, digitCharacters, type Layouts, readDigits, rememberedAt, run } from '../layout.ts';

const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const months = 'ABCDEHLMPRST';
/** Where two people would have the same code, digits from the right are written as these. */
const digitLetters = 'LMNPQRSTUV';
const codeDigits = [6, 7, 9, 10, 12, 13, 14];

/** The digits of a code are plain while it is open: year at 6, the letter of the month at 8, day at 9, women + 40. */
const codeDate: DateRule = {
  read(form) {
    const day = readDigits(form, 9, 2) % 40;
    return readDigits(form, 6, 2) * 10_000 + (months.indexOf(String.fromCharCode(form[8]!)) + 1) * 100 + day;
  },
  write(form, _, date) {
    const added = readDigits(form, 9, 2) > 40 ? 40 : 0;
    const year = Math.floor(date / 10_000);
    const day = (date % 100) + added;
    form[6] = 48 + Math.floor(year / 10);
    form[7] = 48 + (year % 10);
    form[8] = months.charCodeAt((Math.floor(date / 100) % 100) - 1);
    form[9] = 48 + Math.floor(day / 10);
    form[10] = 48 + (day % 10);
    return true;
  },
};

export const southernLayouts: Layouts = {
  dni: {
    places: () => run(0, 8),
    checks: () => [8],
    classOf: () => 1,
    solve: { place: 8, characters: capitals },
  },
  nie: { places: () => run(1, 7), checks: () => [8], solve: { place: 8, characters: capitals } },
  nif: {
    places: () => run(0, 8),
    checks: () => [8],
    classOf: (form) => ('5679'.includes(String.fromCharCode(form[0]!)) ? 2 : 1),
    solve: { place: 8, characters: digitCharacters },
  },
  codiceFiscale: {
    places: () => [0, 1, 2, 3, 4, 5, 12, 13, 14],
    checks: () => [15],
    date: codeDate,
    open(form) {
      let letters = 0;
      for (const [index, at] of codeDigits.entries()) {
        if (form[at]! < 65) continue;
        letters |= 1 << index;
        form[at] = 48 + digitLetters.indexOf(String.fromCharCode(form[at]!));
      }
      form[rememberedAt] = letters;
    },
    close(form) {
      for (const [index, at] of codeDigits.entries()) {
        if ((form[rememberedAt]! >> index) & 1) form[at] = digitLetters.charCodeAt(form[at]! - 48);
      }
      return true;
    },
    solve: { place: 15, characters: capitals },
  },
  malteseId: { places: () => run(0, 5) },
  amka: {
    places: () => [6, 7, 8, 9],
    parity: 9,
    checks: () => [10],
    date: sixDigits({ day: 0, month: 2, year: 4 }),
    solve: { place: 10, characters: digitCharacters },
  },
  afm: {
    places: () => run(0, 8),
    checks: () => [8],
    classOf: (form) => (form[0]! >= 55 || (form[0] === 48 && form[1] === 57) ? 2 : 1),
    solve: { place: 8, characters: digitCharacters },
  },
  cyprusTic: { places: () => run(0, 8), checks: () => [8], solve: { place: 8, characters: capitals } },
};
