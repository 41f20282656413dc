/*
 * Machine-readable zones of travel documents (ICAO Doc 9303 parts 4 to 6: TD3 passports, TD1 and TD2 cards) and of the
 * French identity card of 1988 to 2021. In: all lines, or those with the number and the dates (of TD1 the first two, of
 * the others the last). Out: the kind; the normal form is those lines, without the line of the name.
 */

import type { DecodedFacts, Identifier } from './identifier.ts';
import {
  fieldSum,
  isBirth,
  isCheckDigit,
  isChecked,
  isExpiry,
  isName,
  isSex,
  isState,
  isUtopia,
  readZone,
  zone,
} from './mrz-zone.ts';

const passportLine = 44;
const cardLine = 36;
const smallCardLines = 60;

export const passportMrz = machineReadable({
  name: 'passportMrz',
  label: 'passport MRZ',
  class: 'Passport numbers',
  normalLength: (length) => (length === passportLine || length === 2 * passportLine ? passportLine : 0),
  check(length) {
    if (length > passportLine) {
      if (zone[0] !== 80 || !isState(2)) return 0;
      zone.copyWithin(0, passportLine, 2 * passportLine);
    }
    const isPassport = hasDatesAndNumber(43) && isChecked(28, 14, 42);
    return isPassport ? (isUtopia(10) ? 2 : 1) : 0;
  },
});

export const identityCardMrz = machineReadable({
  name: 'identityCardMrz',
  label: 'identity card MRZ',
  class: 'Government issued IDs',
  normalLength(length) {
    if (length === cardLine || length === 2 * cardLine) return cardLine;
    return length === smallCardLines || length === 90 ? smallCardLines : 0;
  },
  check(length) {
    if (length === smallCardLines || length === 90) return smallCardKind();
    if (length > cardLine) {
      if (!isCardType() || !isState(2)) return 0;
      zone.copyWithin(0, cardLine, 2 * cardLine);
    }
    if (hasDatesAndNumber(35)) return isUtopia(10) ? 2 : 1;
    return isFrenchCard() ? 1 : 0;
  },
});

/** TD2 and TD3: number, state, birth, sex, expiry, and the check digit at `last` over all but state and sex. */
function hasDatesAndNumber(last: number): boolean {
  if (!isState(10) || !isBirth(13) || !isSex(20) || !isExpiry(21)) return false;
  if (!isChecked(0, 9, 9) || !isChecked(13, 6, 19) || !isChecked(21, 6, 27)) return false;
  return isCheckDigit(fieldSum(0, 10, 0) + fieldSum(13, 7, 10) + fieldSum(21, last - 21, 17), last);
}

/** TD1. A number longer than nine characters goes on among the optional ones, then `<` stands for its check digit. */
function smallCardKind(): number {
  if (!isCardType() || !isState(2) || !isState(45)) return 0;
  if (!isBirth(30) || !isSex(37) || !isExpiry(38)) return 0;
  if (zone[14] !== 60 && !isChecked(5, 9, 14)) return 0;
  if (!isChecked(30, 6, 36) || !isChecked(38, 6, 44)) return 0;
  const sum = fieldSum(5, 25, 0) + fieldSum(30, 7, 25) + fieldSum(38, 7, 32) + fieldSum(48, 11, 39);
  return isCheckDigit(sum, 59) ? (isUtopia(2) ? 2 : 1) : 0;
}

/** Number and its check digit, given names, birth and its check digit, sex; the last digit needs the first line. */
function isFrenchCard(): boolean {
  return isChecked(0, 12, 12) && isName(13, 14) && isBirth(27) && isChecked(27, 6, 33) && isSex(34);
}

/** `I`, `A` or `C`, the types of cards. */
function isCardType(): boolean {
  return zone[0] === 73 || zone[0] === 65 || zone[0] === 67;
}

interface ZoneRules {
  name: Identifier['name'];
  label: string;
  class: Identifier['class'];
  normalLength: (length: number) => number;
  /** Moves the lines of the normal form to the front of `zone` and returns the kind. */
  check: (length: number) => number;
}

function machineReadable({ normalLength, check, ...facts }: ZoneRules): Identifier {
  return {
    ...facts,
    country: null,
    subject: 'person',
    kinds: [facts.label, `${facts.label}, test`],
    chance: 0.000_001,
    needsName: false,
    kind(bytes, start, end) {
      const length = readZone(bytes, start, end);
      return normalLength(length) === 0 ? 0 : check(length);
    },
    normalise(bytes, start, end, out) {
      const read = readZone(bytes, start, end);
      const length = normalLength(read);
      if (length === 0 || check(read) === 0) return 0;
      for (let at = 0; at < length; at++) out[at] = zone[at]!;
      return length;
    },
    decode: decodeZone,
  };
}

/** By the length of the normal form; a French card, too, has 36, and letters where others have the birth. */
function decodeZone(normal: string): DecodedFacts {
  const isFrench = normal.length === cardLine && /^[A-Z<]/.test(normal.slice(13));
  const birth = normal.length === smallCardLines ? 30 : isFrench ? 27 : 13;
  const [year, month, day] = [0, 2, 4].map((from) => normal.slice(birth + from, birth + from + 2));
  const sex = normal[birth + 7];
  const facts: DecodedFacts = {};
  if (sex === 'F' || sex === 'M') facts.sex = sex;
  if (year !== '<<') facts.birthYearOfCentury = Number(year);
  if (month !== '<<') facts.birthMonth = Number(month);
  if (day !== '<<') facts.birthDay = Number(day);
  return facts;
}
