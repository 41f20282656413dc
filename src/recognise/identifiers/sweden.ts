/*
 * The Swedish personnummer and the samordningsnummer of those who are not registered there, whose day is + 60
 * (Folkbokföringslag § 18, Luhn). Written with or without the century; `+` in place of `-` says that the person is over
 * a hundred. The normal form is the ten digits that all spellings have.
 */

import { isBirthDay, isDayOfCentury } from './calendar.ts';
import { characters, numberAt } from './characters.ts';
import { passesLuhn } from './check-digits.ts';
import { createIdentifier } from './create-identifier.ts';

/** Tolvan Tolvansson, born on 12 December 1912, the example of a hundred handbooks. */
const tolvan = 1_212_121_212;

export const personnummer = createIdentifier({
  name: 'personnummer',
  label: 'personnummer',
  class: 'Government issued IDs',
  country: 'SE',
  subject: 'person',
  kinds: ['personnummer', 'samordningsnummer', 'personnummer, test'],
  chance: 0.0073,
  needsName: false,
  shape: { lengths: [10, 12], gaps: [6, 8], plus: true },
  arrange(length) {
    if (length === 10) return 10;
    const day = numberAt(6, 2);
    if (!isBirthDay(numberAt(0, 4), numberAt(4, 2), day > 60 ? day - 60 : day)) return 0;
    characters.copyWithin(0, 2, 12);
    return 10;
  },
  check() {
    const day = numberAt(4, 2);
    const isCoordination = day > 60;
    if (!isDayOfCentury(numberAt(0, 2), numberAt(2, 2), isCoordination ? day - 60 : day)) return 0;
    if (numberAt(6, 3) === 0 || !passesLuhn(0, 10)) return 0;
    return numberAt(0, 10) === tolvan ? 3 : isCoordination ? 2 : 1;
  },
  decode(normal) {
    const day = Number(normal.slice(4, 6));
    return {
      sex: Number(normal[8]) % 2 === 1 ? 'M' : 'F',
      birthYearOfCentury: Number(normal.slice(0, 2)),
      birthMonth: Number(normal.slice(2, 4)),
      birthDay: day > 60 ? day - 60 : day,
    };
  },
});
