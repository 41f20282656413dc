/*
 * The two identifiers that running text holds most and that prove themselves: an IBAN at its check digits, a NIR at its
 * first digit. In: a scan and an offset. Out: where the find ends, or 0. Never allocates.
 */

import { ibanKind, ibanLength } from '../identifiers/iban.ts';
import { nirKind } from '../identifiers/nir.ts';
import { validatorIds } from '../validators.ts';
import { boundaryBefore, glued, isAlphanumeric, isCutOff, isLetter } from './boundary.ts';
import { gapLength, isDigit } from './digit-token.ts';
import { otherLabel } from './label-before.ts';
import { report, type Scan } from './scan.ts';

/** The account whose check digits stand at `start`. */
export function ibanAt(scan: Scan, start: number): number {
  const { bytes, lo, end } = scan;
  if (start - 2 < lo || !isLetter(bytes[start - 1]!) || !isLetter(bytes[start - 2]!)) return 0;
  if (start + 1 >= end || !isDigit(bytes[start + 1]!)) return 0;
  const length = ibanLength(bytes[start - 2]! & 0xdf, bytes[start - 1]! & 0xdf);
  if (length === 0 || boundaryBefore(bytes, start - 2, lo) === glued) return 0;
  let at = start;
  let filled = 2;
  while (filled < length) {
    if (at < end && isAlphanumeric(bytes[at]!)) {
      filled++;
      at++;
      continue;
    }
    const gap = gapLength(bytes, at, end);
    if (gap === 0 || bytes[at] === 47 || bytes[at] === 95 || !isAlphanumeric(bytes[at + gap] ?? 0)) return 0;
    at += gap;
  }
  if (isCutOff(bytes, at, end) || ibanKind(bytes, start - 2, at) === 0) return 0;
  return report(scan, validatorIds.iban, start - 2, at);
}

/** The check digits of an account whose digits go on at `start`, after a bank's four letters (`GB82 WEST 1234`); or -1. */
export function bankCodeBefore(bytes: Uint8Array, start: number, lo: number): number {
  let at = start;
  if (at > lo && bytes[at - 1] === 32) at--;
  for (let letters = 0; letters < bankLetters; letters++)
    if (at - 1 < lo || !isLetter(bytes[--at]!)) return -1;
  if (at > lo && bytes[at - 1] === 32) at--;
  const isChecked =
    at - 4 >= lo && isDigit(bytes[at - 1]!) && isDigit(bytes[at - 2]!) && isLetter(bytes[at - 3]!);
  return isChecked ? at - 2 : -1;
}

const bankLetters = 4;
const fullLength = 15;
const bodyLength = 13;

/**
 * The NIR that begins at `start`: grouped as on paper, or called one by `label`. In one run, 15 digits with a sound key
 * may be an order's or a device's.
 */
export function nirAt(scan: Scan, start: number, label: number): number {
  const { bytes, end } = scan;
  const sex = bytes[start]! - 48;
  if (sex === 0 || sex > 8 || sex === 5 || sex === 6) return 0;
  let read = 0;
  let groups = 0;
  let bodyEnd = 0;
  let at = start;
  while (read < fullLength && at < end) {
    if (isDigit(bytes[at]!) || (read === 6 && isCorsica(bytes[at]!))) {
      at++;
      if (++read === bodyLength) bodyEnd = at;
      continue;
    }
    let gap = gapLength(bytes, at, end);
    if (gap === 0) break;
    gap += gapLength(bytes, at + gap, end);
    if (at + gap >= end || !(isDigit(bytes[at + gap]!) || (read === 6 && isCorsica(bytes[at + gap]!)))) break;
    if (isGroupEnd(read)) groups++;
    at += gap;
  }
  const isSaid = label === validatorIds.nir;
  if (read === fullLength && !isCutOff(bytes, at, end) && nirKind(bytes, start, at) > 0)
    return isSaid || (groups >= 5 && label !== otherLabel) ? report(scan, validatorIds.nir, start, at) : 0;
  if (!isSaid || bodyEnd === 0 || isCutOff(bytes, bodyEnd, end) || nirKind(bytes, start, bodyEnd) === 0)
    return 0;
  return report(scan, validatorIds.nir, start, bodyEnd);
}

/** `2 95 10 99 126 111 93` */
function isGroupEnd(read: number): boolean {
  return read === 1 || read === 3 || read === 5 || read === 7 || read === 10 || read === 13;
}

function isCorsica(byte: number): boolean {
  const upper = byte & 0xdf;
  return upper === 65 || upper === 66;
}
