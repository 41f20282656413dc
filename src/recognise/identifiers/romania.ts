/*
 * The Romanian personal code (cod numeric personal, OUG 97/2005): sex and century, day of birth, county, order, check
 * digit (mod 11, 10 as 1). 7, 8 and 9 stand for foreigners, whose century it does not tell.
 */

import { isBirthDay, isDayOfCentury } from './calendar.ts';
import { digitAt, numberAt } from './characters.ts';
import { weightedSum } from './check-digits.ts';
import { createIdentifier } from './create-identifier.ts';
import type { DecodedFacts } from './identifier.ts';

const weights = [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9];
const centuries = [0, 1900, 1900, 1800, 1800, 2000, 2000, 0, 0, 0];

export const cnp = createIdentifier({
  name: 'cnp',
  label: 'CNP',
  class: 'Government issued IDs',
  country: 'RO',
  subject: 'person',
  chance: 0.0014,
  needsName: false,
  shape: { lengths: [13], gaps: [1, 3, 5, 7, 9, 12] },
  check() {
    const sort = digitAt(0);
    const county = numberAt(7, 2);
    if (sort === 0 || !isCounty(county) || numberAt(9, 3) === 0) return 0;
    const year = numberAt(1, 2);
    const century = centuries[sort]!;
    const month = numberAt(3, 2);
    const day = numberAt(5, 2);
    if (century === 0 ? !isDayOfCentury(year, month, day) : !isBirthDay(century + year, month, day)) return 0;
    const rest = weightedSum(weights) % 11;
    return (rest === 10 ? 1 : rest) === digitAt(12) ? 1 : 0;
  },
  decode(normal): DecodedFacts {
    const sort = Number(normal[0]);
    const year = Number(normal.slice(1, 3));
    const facts: DecodedFacts = {
      birthMonth: Number(normal.slice(3, 5)),
      birthDay: Number(normal.slice(5, 7)),
      birthPlace: normal.slice(7, 9),
    };
    if (centuries[sort] === 0) facts.birthYearOfCentury = year;
    else facts.birthYear = centuries[sort]! + year;
    if (sort < 9) facts.sex = sort % 2 === 1 ? 'M' : 'F';
    return facts;
  },
});

/** 1 to 46 the counties and the sectors of Bucharest, 47 and 48 sectors of old, 51, 52, and 70 and 80 to 83 any county. */
function isCounty(county: number): boolean {
  return (
    (county >= 1 && county <= 48) ||
    county === 51 ||
    county === 52 ||
    county === 70 ||
    (county >= 80 && county <= 83)
  );
}
