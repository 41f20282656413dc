/*
 * Telephone numbers in a token of digits: international by country, national as people of France, Belgium, Switzerland,
 * the Netherlands, Germany, the United Kingdom and the United States write them. In: the token and one of its groups.
 * Out: how many groups the number takes, 0 for none. What only a label makes a telephone number is told apart.
 */

import { gapLength, groupLength, isDigit, token } from './digit-token.ts';

/** Digits after the country code, fewest x 100 + most; a code that is not listed stands for no country. */
const countries = new Map<number, number>(
  Object.entries({
    1: 1010,
    7: 1010,
    20: 910,
    27: 909,
    30: 1010,
    31: 909,
    32: 809,
    33: 909,
    34: 909,
    36: 809,
    39: 811,
    40: 909,
    41: 909,
    43: 713,
    44: 910,
    45: 808,
    46: 710,
    47: 808,
    48: 909,
    49: 611,
    51: 809,
    52: 1010,
    54: 1011,
    55: 1011,
    56: 809,
    57: 810,
    60: 810,
    61: 909,
    62: 812,
    63: 810,
    64: 810,
    65: 808,
    66: 809,
    81: 910,
    82: 811,
    84: 910,
    86: 1011,
    90: 1010,
    91: 1010,
    92: 910,
    212: 909,
    213: 809,
    216: 808,
    221: 909,
    225: 1010,
    229: 810,
    233: 909,
    234: 810,
    237: 909,
    243: 909,
    254: 909,
    261: 909,
    262: 909,
    351: 909,
    352: 609,
    353: 709,
    354: 707,
    355: 809,
    356: 808,
    357: 808,
    358: 611,
    359: 809,
    370: 808,
    371: 808,
    372: 708,
    373: 808,
    374: 808,
    375: 909,
    376: 606,
    377: 809,
    380: 909,
    381: 809,
    382: 808,
    385: 809,
    386: 808,
    387: 808,
    389: 808,
    420: 909,
    421: 909,
    423: 707,
    508: 606,
    590: 909,
    594: 909,
    596: 909,
    687: 606,
    689: 808,
    852: 808,
    886: 809,
    961: 708,
    962: 809,
    966: 909,
    971: 809,
    972: 809,
    974: 808,
    995: 909,
  }).map(([code, digits]) => [Number(code), digits]),
);

/** Numbers with their 0, by the lengths of their groups. */
const national = new Set([
  22222, 4222, 2323, 2322, 3222, 3322, 433, 334, 344, 434, 533, 56, 28, 37, 2224, 244,
]);

const mostDigits = 15;
const leastDigits = 6;

/** Groups of the telephone number that begins with group `first` and is written as only such numbers are; 0 for none. */
export function phoneGroups(bytes: Uint8Array, first: number, lo: number): number {
  const start = token.starts[first]!;
  const plus = plusBefore(bytes, start, lo);
  if (plus > 0) return internationalGroups(bytes, first, 0);
  if (bytes[start] === 48 && bytes[start + 1] === 48) return internationalGroups(bytes, first, 2);
  if (bytes[start] === 48 && isDigit(bytes[start + 1]!) && token.ends[first]! - start > 1)
    return nationalGroups(bytes, first);
  return americanGroups(bytes, first, lo);
}

/** Bytes of `+`, or of `(+`, before the digits; 0 for neither. */
export function plusBefore(bytes: Uint8Array, start: number, lo: number): number {
  if (start <= lo || bytes[start - 1] !== 43) return 0;
  return start - 2 >= lo && bytes[start - 2] === 40 ? 2 : 1;
}

/** `skipped`: digits before the country code. */
function internationalGroups(bytes: Uint8Array, first: number, skipped: number): number {
  const start = token.starts[first]! + skipped;
  let room = 0;
  let codeLength = 0;
  let code = 0;
  let at = start;
  for (let length = 1; length <= 3; length++) {
    while (at < token.ends[token.count - 1]! && !isDigit(bytes[at]!)) at++;
    code = code * 10 + bytes[at++]! - 48;
    room = countries.get(code) ?? 0;
    codeLength = length;
    if (room > 0) break;
  }
  if (room === 0) return 0;
  const least = Math.floor(room / 100) + codeLength + skipped;
  const most = (room % 100) + codeLength + skipped;
  let digits = 0;
  let best = 0;
  for (let group = first; group < token.count; group++) {
    const isTrunk = group > first && isBracketedZero(bytes, group);
    if (!isTrunk) digits += token.ends[group]! - token.starts[group]!;
    if (digits > most) break;
    if (digits >= least && !goesOn(bytes, group)) best = group - first + 1;
  }
  return best;
}

/** The `(0)` of `+33 (0)6`. */
function isBracketedZero(bytes: Uint8Array, group: number): boolean {
  const start = token.starts[group]!;
  return (
    token.ends[group]! - start === 1 &&
    bytes[start] === 48 &&
    bytes[start - 1] === 40 &&
    bytes[start + 1] === 41
  );
}

function nationalGroups(bytes: Uint8Array, first: number): number {
  let shape = 0;
  let digits = 0;
  let best = 0;
  for (let group = first; group < Math.min(token.count, first + 5); group++) {
    const length = token.ends[group]! - token.starts[group]!;
    if (length > (group === first ? 11 : 8)) break;
    shape = shape * 10 + length;
    digits += length;
    if (digits > 12) break;
    if (group > first + 1 && !isSameGap(bytes, first, group)) break;
    if (!goesOn(bytes, group) && isNational(bytes, first, group, shape, digits)) best = group - first + 1;
  }
  return isPairList(bytes, first, best) ? 0 : best;
}

/** More pairs follow after the five of a number: a list of small numbers. */
function isPairList(bytes: Uint8Array, first: number, groups: number): boolean {
  const next = first + groups;
  if (groups !== 5 || next >= token.count || groupLength(next) !== 2) return false;
  return bytes[token.starts[next]!] !== 48 && isSameGap(bytes, first, next);
}

function isNational(bytes: Uint8Array, first: number, last: number, shape: number, digits: number): boolean {
  const start = token.starts[first]!;
  const second = bytes[start + 1]! - 48;
  if (second === 0) return false;
  // a French or British mobile number in one run
  if (last === first)
    return (digits === 10 && (second === 6 || second === 7)) || (digits === 11 && second === 7);
  const gap = bytes[token.ends[first]!]!;
  if (last === first + 1 && digits >= 9 && (gap === 47 || gap === 45)) {
    const area = token.ends[first]! - start;
    return area >= 2 && area <= 5 && token.ends[last]! - token.starts[last]! >= 5;
  }
  return digits >= 9 && digits <= 11 && national.has(shape) && token.ends[first]! - token.starts[first]! > 1;
}

/** `(212) 555-0142`, `212-555-0142`, `212.555.0142`; never with blanks alone, as amounts are. */
function americanGroups(bytes: Uint8Array, first: number, lo: number): number {
  if (first + 3 > token.count || goesOn(bytes, first + 2)) return 0;
  const start = token.starts[first]!;
  if (groupLength(first) !== 3 || groupLength(first + 1) !== 3 || groupLength(first + 2) !== 4) return 0;
  if (bytes[start]! < 50) return 0;
  const isBracketed = start > lo && bytes[start - 1] === 40 && bytes[token.ends[first]!] === 41;
  const gap = bytes[token.ends[first + 1]!]!;
  if (gap !== 45 && gap !== 46 && !(isBracketed && gap === 32)) return 0;
  return isBracketed || bytes[token.ends[first]!] === gap ? 3 : 0;
}

/** As many groups as one number can have, where a label has said that it is one. */
export function labelledPhoneGroups(bytes: Uint8Array, first: number): number {
  let digits = 0;
  let best = 0;
  for (let group = first; group < token.count; group++) {
    digits += groupLength(group);
    if (digits > mostDigits) break;
    if (digits >= leastDigits && !goesOn(bytes, group)) best = group - first + 1;
    if (group + 1 < token.count && isWideGap(bytes, group)) break;
  }
  return best;
}

/** After the group stands a dot, hyphen, slash or underscore and more digits: it is no end. */
function goesOn(bytes: Uint8Array, group: number): boolean {
  if (group + 1 >= token.count) return false;
  const byte = bytes[token.ends[group]!]!;
  const gap = token.starts[group + 1]! - token.ends[group]!;
  return gap === 1 && (byte === 46 || byte === 45 || byte === 95);
}

function isSameGap(bytes: Uint8Array, first: number, group: number): boolean {
  return bytes[token.ends[first]!] === bytes[token.ends[group - 1]!];
}

function isWideGap(bytes: Uint8Array, group: number): boolean {
  const at = token.ends[group]!;
  return bytes[at] === 32 && gapLength(bytes, at + 1, at + 2) === 1 && bytes[at + 1] === 32;
}
