/*
 * Identifiers in running text, from bytes: e-mail addresses at their `@`, numbers at their digits. In: a span of UTF-8,
 * also with the escapes of a dump in it. Out: each find, with its validator and span, to a visitor. One pass for the
 * signs and one for the digits; linear in the length, nothing allocated per find, nothing read outside the span. What
 * it finds is in the text; whose it is, is not asked here.
 */

import { findEmails } from '../email.ts';
import { validatorIds } from '../validators.ts';
import { bankCodeBefore } from './account-at.ts';
import { isAlphanumeric, isLetter } from './boundary.ts';
import { isDigit, tokenStart } from './digit-token.ts';
import { numberAt } from './number-at.ts';
import type { Scan, VisitFind } from './scan.ts';

const noToday = 9999_12_31;

/** Finds e-mail addresses, then numbers. `today` (yyyymmdd): the last day a date of birth may be. */
export function scanText(
  bytes: Uint8Array,
  start: number,
  end: number,
  visit: VisitFind,
  today: number = noToday,
): void {
  findEmails(bytes, start, end, (from, to, cut) => {
    if (!cut) visit(validatorIds.email, from, to, 0);
  });
  scanNumbers(bytes, start, end, visit, today);
}

/** Finds telephone numbers, numbers of people and of accounts, dates of birth, postal and IP addresses. */
export function scanNumbers(
  bytes: Uint8Array,
  start: number,
  end: number,
  visit: VisitFind,
  today: number = noToday,
): void {
  let at = nextDigit(bytes, start, end);
  if (at >= end) return;
  const scan: Scan = { bytes, lo: start, end, today, visit, done: start };
  for (let read = start; at < end; at = nextDigit(bytes, Math.max(at + 1, read), end)) {
    let from = at;
    while (from > read && isDigit(bytes[from - 1]!)) from--;
    let to = at + 1;
    while (to < end && isDigit(bytes[to]!)) to++;
    const isBeyond = to - from > longestRun;
    read =
      isBeyond || isNothing(bytes, from, to, read, end) ? to : numberAt(scan, tokenStart(bytes, from, read));
  }
}

/** Digits that cannot be part of an identifier: few, with no others near, and no letters that belong to them. */
function isNothing(bytes: Uint8Array, from: number, to: number, lo: number, end: number): boolean {
  const before = from > lo ? bytes[from - 1]! : 32;
  if (isLetter(before)) return !mayHaveLetters(bytes, from, to, lo);
  if (to - from > mostAlone) return false;
  if (before < 0x80 && isGap(before) && from - 2 >= lo && !isPlain(bytes[from - 2]!)) return false;
  if (before >= 0x80) return false;
  if (to >= end) return true;
  const after = bytes[to]!;
  if (after >= 0x80 || after === 38) return false;
  return !isGap(after) || to + 1 >= end || isPlain(bytes[to + 1]!);
}

/** An IBAN has 34 characters; a longer run of digits is no number of anybody, and is passed over at once. */
const longestRun = 34;
/** So few digits with nothing like them beside are a count, a size, a year of life. */
const mostAlone = 3;

/** `FR76`, `AB12`, `X1234567L`, `tel0639…`: two or three letters with nothing glued to them, or capitals. */
function mayHaveLetters(bytes: Uint8Array, from: number, to: number, lo: number): boolean {
  let first = from;
  while (first > lo && from - first <= 6 && isLetter(bytes[first - 1]!)) first--;
  if (first > lo && isAlphanumeric(bytes[first - 1]!)) return bankCodeBefore(bytes, from, lo) >= 0;
  const letters = from - first;
  if (to - from >= 6) return letters <= 4;
  return letters <= 2 ? to - from >= 2 : letters === 6 && to - from === 2;
}

/** Neither a digit nor what stands between digits. */
function isPlain(byte: number): boolean {
  return byte < 0x80 && !isDigit(byte) && !isGap(byte);
}

/** Blank, tab, dot, hyphen, slash, brackets, underscore. */
function isGap(byte: number): boolean {
  return byte === 32 || byte === 9 || (byte >= 45 && byte <= 47) || byte === 40 || byte === 41 || byte === 95;
}

/**
 * A digit at or after `from`, not always the first one: of each five bytes two are looked at, unevenly, so that neither
 * a run of three digits nor groups of digits at any even distance are passed over. `end` when there is none.
 */
function nextDigit(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  for (const last = end - 4; at < last; at += 5) {
    if (isDigit(bytes[at + 1]!)) return at + 1;
    if (isDigit(bytes[at + 3]!)) return at + 3;
  }
  while (at < end && !isDigit(bytes[at]!)) at++;
  return at;
}
