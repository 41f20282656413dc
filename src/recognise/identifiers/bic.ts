/*
 * Business identifier codes (BIC, ISO 9362): four letters of the bank, the country, two of the place, three of the
 * branch. No check digit: in capitals one word of eight letters in sixty passes, so that values alone prove nothing.
 */

import { trimEnd, trimStart } from '../byte-class.ts';
import { areLetters, characters } from './characters.ts';
import { createIdentifier } from './create-identifier.ts';

/** ISO 3166 alpha-2, and XK as SWIFT uses it. */
const countries = `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT
  BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH
  ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT
  HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS
  LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI
  NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG
  SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG
  UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW`;
const isCountry = countryTable(countries);
/** At the eighth place: for tests and training. */
const zero = 48;

const code = createIdentifier({
  name: 'bic',
  label: 'BIC',
  class: 'Bank account numbers',
  country: null,
  subject: 'account',
  kinds: ['BIC', 'BIC, test'],
  chance: 0.37,
  needsName: true,
  shape: { lengths: [8, 11], gaps: [4, 6, 8], letters: true },
  check() {
    if (!areLetters(0, 6)) return 0;
    if (isCountry[(characters[4]! - 65) * 26 + characters[5]! - 65] === 0) return 0;
    return characters[7] === zero ? 2 : 1;
  },
});

/** Written in capitals, or it is a word. */
export const bic: typeof code = {
  ...code,
  kind: (bytes, start, end) => (isCapital(bytes, start, end) ? code.kind(bytes, start, end) : 0),
  normalise: (bytes, start, end, out) =>
    isCapital(bytes, start, end) ? code.normalise(bytes, start, end, out) : 0,
};

function isCapital(bytes: Uint8Array, start: number, end: number): boolean {
  const from = trimStart(bytes, start, end);
  const to = trimEnd(bytes, from, end);
  if (to - from > 44) return false;
  for (let at = from; at < to; at++) if (bytes[at]! >= 97 && bytes[at]! <= 122) return false;
  return true;
}

function countryTable(codes: string): Uint8Array {
  const table = new Uint8Array(26 * 26);
  for (const country of codes.split(/\s+/)) {
    table[(country.charCodeAt(0) - 65) * 26 + country.charCodeAt(1) - 65] = 1;
  }
  return table;
}
