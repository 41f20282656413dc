/*
 * What a token of digits in running text is: an account, a number of a person, a card, a telephone number, a date of
 * birth, a postal or an IP address. In: where the token begins, and the scan. Out: finds, reported to the scan; where
 * reading goes on. What has check digits or a shape of its own needs no label, what any number could be needs one, and
 * a label of a thing (an order, an article) is heard first.
 */

import { dateValue } from '../dates.ts';
import { type ValidatorId, validatorIds } from '../validators.ts';
import { bankCodeBefore, ibanAt, nirAt } from './account-at.ts';
import { findAddress, streetSpan } from './address-at.ts';
import { dateBeforeYear, dateInFigures, dateSpan } from './birth-date-at.ts';
import {
  boundaryBefore,
  glued,
  isAmount,
  isCutOff,
  isExtension,
  isLetter,
  joined,
  loose,
} from './boundary.ts';
import { gapLength, groupLength, isDigit, readToken, token } from './digit-token.ts';
import { labelledAt, letteredAt, shapedAt } from './identifier-at.ts';
import { labelAt, labelBefore, noLabel, otherLabel } from './label-before.ts';
import { labelledPhoneGroups, phoneGroups, plusBefore } from './phone-at.ts';
import { report, type Scan } from './scan.ts';

const firstBirthday = 1900_01_01;
/** A token of fewer digits is no number of anybody. */
const leastDigits = 6;
/** `tel0639…`, `NINO` before its digits. */
const mostGlued = 4;

/** Reads the token at `from`; returns where reading goes on, past what was found. */
export function numberAt(scan: Scan, from: number): number {
  const stop = readToken(scan.bytes, from, scan.end);
  let done = from;
  for (let group = 0; group < token.count; group++)
    if (token.starts[group]! >= done) done = Math.max(done, groupAt(scan, group));
  return Math.max(stop, done);
}

/** Where what begins with this group of the token ends, or 0. */
function groupAt(scan: Scan, group: number): number {
  const { bytes, lo, end } = scan;
  const start = token.starts[group]!;
  const bank = bankCodeBefore(bytes, start, lo);
  const account = ibanAt(scan, bank < 0 ? start : bank);
  if (account > 0) return account;
  const before = boundaryBefore(bytes, start, lo);
  if (before === glued) return letteredOrLabelled(scan, start);
  const length = groupLength(group);
  if (
    before !== joined &&
    isPlaceCode(bytes, group, length) &&
    findAddress(bytes, start, length, scan.done, end)
  ) {
    report(scan, validatorIds.streetAddress, streetSpan.start, streetSpan.end);
    return token.ends[group]!;
  }
  if (length === 4 && isYear(bytes, start)) {
    const dated = birthDate(scan, dateBeforeYear(bytes, start, lo));
    if (dated > 0) return dated;
  }
  if (token.digits < leastDigits) return 0;
  const plus = plusBefore(bytes, start, lo);
  const label = labelBefore(bytes, start - plus, lo);
  const day = dateInFigures(bytes, group);
  if (day > 0) {
    const { end: dateEnd } = dateSpan;
    if (label === validatorIds.birthDate) return birthDate(scan, day);
    if (length !== 8 || label === noLabel) return dateEnd;
  }
  const numbered = numberedAt(scan, group, label, before);
  if (numbered > 0) return numbered;
  if (label === otherLabel && plus === 0) return 0;
  return before === joined && label !== validatorIds.phone ? 0 : phoneAt(scan, group, label);
}

/** Digits right after letters: a code that has letters, or a number that a word glued to it names. */
function letteredOrLabelled(scan: Scan, start: number): number {
  const { bytes, lo } = scan;
  const found = letteredAt(scan, start);
  if (found > 0 || token.digits < leastDigits) return found;
  let from = start;
  while (from > lo && start - from <= mostGlued && isLetter(bytes[from - 1]!)) from--;
  if (boundaryBefore(bytes, from, lo) === glued) return 0;
  const label = labelBefore(bytes, start - from > 2 ? start : from, lo);
  return label >= 0 ? labelledAt(scan, start, label as ValidatorId) : 0;
}

/** A run of four or five digits by itself. */
function isPlaceCode(bytes: Uint8Array, group: number, length: number): boolean {
  return length === 5 || (length === 4 && group + 1 >= token.count && !isDigit(bytes[token.ends[group]!]!));
}

function isYear(bytes: Uint8Array, start: number): boolean {
  const century = (bytes[start]! - 48) * 10 + bytes[start + 1]! - 48;
  return century === 19 || century === 20;
}

/** The day in `dateSpan`, if the words before it say that somebody was born on it. */
function birthDate(scan: Scan, day: number): number {
  if (day <= firstBirthday || day > scan.today) return 0;
  const { start, end } = dateSpan;
  if (labelBefore(scan.bytes, start, scan.lo) !== validatorIds.birthDate) return 0;
  return report(scan, validatorIds.birthDate, start, end, day);
}

function numberedAt(scan: Scan, group: number, label: number, before: number): number {
  const start = token.starts[group]!;
  const nir = nirAt(scan, start, label);
  if (nir > 0) return nir;
  if (label >= 0 && label !== validatorIds.phone && label !== validatorIds.birthDate) {
    const labelled = labelledAt(scan, start, label as ValidatorId);
    if (labelled > 0) return labelled;
  }
  return before === loose ? shapedAt(scan, group, label) : 0;
}

function phoneAt(scan: Scan, group: number, label: number): number {
  const { bytes, lo, end } = scan;
  const start = token.starts[group]!;
  let groups = phoneGroups(bytes, group, lo);
  if (groups === 0 && (label === validatorIds.phone || (label === noLabel && isCalledPhone(scan))))
    groups = labelledPhoneGroups(bytes, group);
  if (groups === 0) return 0;
  const stop = token.ends[group + groups - 1]!;
  if (isCutOff(bytes, stop, end) && !isExtension(bytes, stop, end)) return 0;
  if (isAmount(bytes, stop, end) || dateValue(bytes, start, stop) > 0) return 0;
  const plus = plusBefore(bytes, start, lo);
  const isOpened = plus === 0 && start > lo && bytes[start - 1] === 40;
  return report(scan, validatorIds.phone, start - (isOpened ? 1 : plus), stop);
}

/** The word right after the token says that it is a telephone number (`69 987 88 37 office`). */
function isCalledPhone({ bytes, end }: Scan): boolean {
  const stop = token.ends[token.count - 1]!;
  const from = stop + gapLength(bytes, stop, end);
  return from > stop && labelAt(bytes, from, end) === validatorIds.phone;
}
