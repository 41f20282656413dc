/*
 * Identifiers of the registry in running text: those a label names, those written as no other number is, those with
 * letters among their digits. In: a scan, the token read last and one of its groups. Out: where the find ends, or 0.
 * Never allocates.
 */

import type { Identifier } from '../identifiers/identifier.ts';
import { ipKind } from '../ip.ts';
import { identifierOf, type ValidatorId, validatorIds } from '../validators.ts';
import { boundaryBefore, isAlphanumeric, isCutOff, isLetter, isUpper, loose } from './boundary.ts';
import { gapLength, groupLength, token } from './digit-token.ts';
import { otherLabel } from './label-before.ts';
import { report, type Scan } from './scan.ts';

/** The longest identifier with what is written between its characters. */
const longestText = 48;
const mostPieces = 8;

/** The longest stretch around `start` that the validator named by a label takes. */
export function labelledAt(scan: Scan, start: number, label: ValidatorId): number {
  const identifier = identifierOf(label);
  if (identifier === null) return 0;
  const from = lettersBefore(scan.bytes, start, scan.lo);
  const stop = longestTaken(scan, identifier, from, start);
  if (stop > 0) return report(scan, label, from, stop);
  // the letters may be the end of the label
  const bare = from < start ? longestTaken(scan, identifier, start, start) : 0;
  return bare > 0 ? report(scan, label, start, bare) : 0;
}

/** Where the longest number ends that begins at `from` and has its first digit at `start`, 0 for none. */
function longestTaken({ bytes, end }: Scan, identifier: Identifier, from: number, start: number): number {
  const ceiling = Math.min(end, from + longestText);
  let best = 0;
  for (let at = start, pieces = 0; at < ceiling && pieces < mostPieces; pieces++) {
    while (at < ceiling && isAlphanumeric(bytes[at]!)) at++;
    if (!isCutOff(bytes, at, end) && identifier.kind(bytes, from, at) > 0) best = at;
    let gap = gapLength(bytes, at, ceiling);
    if (gap === 0) break;
    gap += gapLength(bytes, at + gap, ceiling);
    at += gap;
    if (at >= ceiling || !isAlphanumeric(bytes[at]!)) break;
  }
  return best;
}

/** `AB` of `AB 12 34 56 C`, `X` of `X1234567L`, `RSSMRA` of an Italian code. */
function lettersBefore(bytes: Uint8Array, start: number, lo: number): number {
  let from = start;
  while (from > lo && start - from < 8 && isLetter(bytes[from - 1]!)) from--;
  if (from < start) return from;
  const isPair =
    start - 3 >= lo && bytes[start - 1] === 32 && isUpper(bytes[start - 2]!) && isUpper(bytes[start - 3]!);
  return isPair && (start - 4 < lo || !isAlphanumeric(bytes[start - 4]!)) ? start - 3 : start;
}

/** A number that is written as no others are, unless a label speaks of a thing. */
export function shapedAt(scan: Scan, group: number, label: number): number {
  if (label === otherLabel) return 0;
  const { bytes } = scan;
  const length = groupLength(group);
  const left = token.count - group;
  if (length >= 13 && length <= 19 && (length >= 15 || label === validatorIds.card))
    return claim(scan, validatorIds.card, group, group);
  const gap = bytes[token.ends[group]!];
  if (left >= 3 && length === 4 && gap !== 46) {
    const cardEnd = lastCardGroup(group);
    const card = cardEnd > 0 ? claim(scan, validatorIds.card, group, cardEnd) : 0;
    if (card > 0) return card;
  }
  if (left >= 4 && isDotted(bytes, group)) return ipAt(scan, group);
  if (left < 3) return 0;
  const second = groupLength(group + 1);
  const third = groupLength(group + 2);
  if (length === 3 && second === 2 && third === 4 && gap === 45)
    return claim(scan, validatorIds.ssn, group, group + 2);
  if (left < 4 || length > 3) return 0;
  const fourth = groupLength(group + 3);
  if (length === 3 && second === 4 && third === 4 && fourth === 2)
    return claim(scan, validatorIds.ahv, group, group + 3);
  if (length === 3 && second === 3 && third === 3 && fourth === 2 && gap === 46)
    return claim(scan, validatorIds.cpf, group, group + 3);
  if (left >= 5 && length === 2 && fourth === 3 && groupLength(group + 4) === 2 && gap === 46)
    return claim(scan, validatorIds.niss, group, group + 4);
  return 0;
}

/** Last group of 4-4-4-4 or 4-6-5, 0 for neither. */
function lastCardGroup(group: number): number {
  const second = groupLength(group + 1);
  const third = groupLength(group + 2);
  if (second === 6 && third === 5) return group + 2;
  return second === 4 && third === 4 && group + 3 < token.count && groupLength(group + 3) <= 4
    ? group + 3
    : 0;
}

/** The groups from `first` to `last`, if the validator takes them. */
function claim(scan: Scan, validator: ValidatorId, first: number, last: number): number {
  return claimSpan(scan, validator, token.starts[first]!, token.ends[last]!);
}

function claimSpan(scan: Scan, validator: ValidatorId, start: number, stop: number): number {
  const identifier = identifierOf(validator);
  if (
    identifier === null ||
    isCutOff(scan.bytes, stop, scan.end) ||
    identifier.kind(scan.bytes, start, stop) === 0
  )
    return 0;
  return report(scan, validator, start, stop);
}

/** Four groups with a dot between each. */
function isDotted(bytes: Uint8Array, group: number): boolean {
  for (let index = group; index < group + 3; index++) {
    const at = token.ends[index]!;
    if (bytes[at] !== 46 || token.starts[index + 1]! !== at + 1 || groupLength(index) > 3) return false;
  }
  return groupLength(group + 3) <= 3;
}

/** Small numbers are versions and chapters rather than addresses of machines. */
function ipAt(scan: Scan, group: number): number {
  const start = token.starts[group]!;
  const stop = token.ends[group + 3]!;
  if (isCutOff(scan.bytes, stop, scan.end) || stop - start < 10 || ipKind(scan.bytes, start, stop) === 0)
    return 0;
  return report(scan, validatorIds.ipAddress, start, stop);
}

const codiceLength = 16;
const nieLength = 9;

/** An identifier with letters around the digit at `digit`, which hardly anything else passes for. */
export function letteredAt(scan: Scan, digit: number): number {
  const { bytes, lo, end } = scan;
  let from = digit;
  while (from > lo && digit - from < codiceLength && isAlphanumeric(bytes[from - 1]!)) from--;
  let stop = digit;
  while (stop < end && stop - from <= codiceLength && isAlphanumeric(bytes[stop]!)) stop++;
  if (from === digit || boundaryBefore(bytes, from, lo) !== loose) return 0;
  if (stop - from === codiceLength) return claimSpan(scan, validatorIds.codiceFiscale, from, stop);
  const isNie =
    stop - from === nieLength && bytes[from]! >= 88 && bytes[from]! <= 90 && isUpper(bytes[stop - 1]!);
  return isNie ? claimSpan(scan, validatorIds.nie, from, stop) : 0;
}
