/*
 * The personal code of Estonia and Lithuania (isikukood, EVS 585; asmens kodas, law I-2237): sex and century, day of
 * birth, order, check digit (mod 11 by a first and, if that gives 10, a second row of weights).
 */

import { isBirthDay } from './calendar.ts';
import { digitAt, numberAt } from './characters.ts';
import { weightedSum } from './check-digits.ts';
import { createIdentifier } from './create-identifier.ts';

const firstRow = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1];
const secondRow = [3, 4, 5, 6, 7, 8, 9, 1, 2, 3];

/** On the specimen of the card, and the people of the tests of Smart-ID and Mobile-ID. */
const testPeople = new Set([38_001_085_718, 60_001_019_906, 30_303_039_914]);

export const isikukood = createIdentifier({
  name: 'isikukood',
  label: 'isikukood or asmens kodas',
  class: 'Government issued IDs',
  country: null,
  subject: 'person',
  kinds: ['isikukood or asmens kodas', 'isikukood or asmens kodas, test'],
  chance: 0.0015,
  needsName: false,
  shape: { lengths: [11], gaps: [1, 7] },
  check() {
    const sort = digitAt(0);
    if (sort === 0 || !isBirthDay(yearOf(sort, numberAt(1, 2)), numberAt(3, 2), numberAt(5, 2))) return 0;
    const first = weightedSum(firstRow) % 11;
    const check = first < 10 ? first : (weightedSum(secondRow) % 11) % 10;
    if (check !== digitAt(10)) return 0;
    return testPeople.has(numberAt(0, 11)) ? 2 : 1;
  },
  decode: (normal) => ({
    sex: Number(normal[0]) % 2 === 1 ? 'M' : 'F',
    birthYear: yearOf(Number(normal[0]), Number(normal.slice(1, 3))),
    birthMonth: Number(normal.slice(3, 5)),
    birthDay: Number(normal.slice(5, 7)),
  }),
});

/** 1 and 2 from 1800, 3 and 4 from 1900, 5 and 6 from 2000. */
function yearOf(sort: number, ofCentury: number): number {
  return 1800 + 100 * ((sort - 1) >> 1) + ofCentury;
}
