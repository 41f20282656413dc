// What base64 and hex pack: texts, and compressed texts. In: a run of their characters. Out: the bytes, in stretches that may
// be text, to a visitor, with the form; and how far the run goes. At most four readings of a run; what is inflated is bounded.

import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { SurvivorForm } from './visit-survivor.ts';
import { hexDigit } from '../../ascii.ts';
import { base64Value } from '../../base64-alphabet.ts';
import { decodeBase64, decodeHex, decodeSpaced, textParts } from './unpack.ts';

export const shortestHex = 12;
export const shortestBase64 = 12;
/** Nothing longer is inflated. */
const mostInflated = 16_000_000;
const shortestDeflate = 100;

export type VisitPacked = (bytes: Uint8Array, start: number, end: number, form: SurvivorForm) => void;

/** Where the run ends that has been read up to `end`, lines that follow included. */
export function packedEnd(bytes: Uint8Array, end: number, to: number): number {
  let stop = end;
  for (;;) {
    const next = nextLine(bytes, stop, to);
    if (next < 0) return stop;
    let at = next;
    while (at < to && base64Value[bytes[at]!]! >= 0) at++;
    if (at - next < 4) return stop;
    stop = at;
  }
}

/** Where the groups of hexadecimal digits end of which the first begins at `start`. */
export function spacedEnd(bytes: Uint8Array, start: number, to: number): number {
  let width = 0;
  while (start + width < to && hexDigit(bytes[start + width]!) >= 0) width++;
  let end = start + width;
  if (width !== 2 && width !== 4) return end;
  for (;;) {
    let stop = end + 1;
    while (stop < to && stop - end <= width && hexDigit(bytes[stop]!) >= 0) stop++;
    if (stop - end - 1 !== width) return end;
    end = stop;
  }
}

/** Visits all that `start`..`end` may pack. */
export function openPacked(
  bytes: Uint8Array,
  start: number,
  end: number,
  out: Uint8Array,
  isNested: boolean,
  visit: VisitPacked,
): void {
  // 0x4a6561, \x4a6561
  const prefix = bytes[start] === 120 ? 1 : bytes[start] === 48 && bytes[start + 1] === 120 ? 2 : 0;
  if (prefix > 0 && alphabetOf(bytes, start + prefix, end).isHex)
    return openPacked(bytes, start + prefix, end, out, isNested, visit);
  if (isSpaced(bytes, start, end)) {
    visitBytes(out, decodeSpaced(bytes, start, end, out), 'hex', visit, true);
    return;
  }
  const { isHex, isMixed } = alphabetOf(bytes, start, end);
  if (isHex) {
    if (end - start < shortestHex) return;
    for (let skipped = 0; skipped < 2; skipped++) {
      const length = decodeHex(bytes, start + skipped, end, out);
      visitBytes(out, length, 'hex', visit, skipped === 0);
    }
    return;
  }
  if (!isMixed || end - start < shortestBase64) return;
  for (let skipped = 0; skipped < (isNested ? 1 : 4); skipped++) {
    const length = decodeBase64(bytes, start, end, skipped, out);
    visitBytes(out, length, 'base64', visit, skipped === 0);
  }
}

/** Groups of two or four digits, one sign between. */
function isSpaced(bytes: Uint8Array, start: number, end: number): boolean {
  const isGrouped = hexDigit(bytes[start + 2]!) < 0 || hexDigit(bytes[start + 4]!) < 0;
  return isGrouped && end - start > 5 && spacedEnd(bytes, start, end) === end;
}

function visitBytes(
  bytes: Uint8Array,
  length: number,
  form: SurvivorForm,
  visit: VisitPacked,
  mayInflate: boolean,
): void {
  const inflated = mayInflate ? inflate(bytes, length) : null;
  if (inflated !== null) visit(inflated, 0, inflated.length, 'compressed');
  else textParts(bytes, length, (from, stop) => visit(bytes, from, stop, form));
}

function inflate(bytes: Uint8Array, length: number): Uint8Array | null {
  const options = { maxOutputLength: mostInflated };
  try {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipSync(bytes.subarray(0, length), options);
    if (isZlib(bytes, 0)) return inflateSync(bytes.subarray(0, length), options);
    // COMPRESS() of MySQL: four bytes of length first
    if (isZlib(bytes, 4)) return inflateSync(bytes.subarray(4, length), options);
    if (length >= shortestDeflate && mayBeDeflate[bytes[0]! & 7])
      return inflateRawSync(bytes.subarray(0, length), options);
  } catch {
    // not compressed after all
  }
  return null;
}

/** The last block first, or a block with codes of its own. */
const mayBeDeflate = [false, false, false, true, true, true, false, false];

function isZlib(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x78 && ((0x78 << 8) | bytes[at + 1]!) % 31 === 0;
}

/** Base64 mixes small letters and capitals; hexadecimal digits are a case of their own. */
function alphabetOf(bytes: Uint8Array, start: number, end: number): { isHex: boolean; isMixed: boolean } {
  let isHex = true;
  let small = 0;
  let capitals = 0;
  let digits = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (hexDigit(byte) < 0) isHex = false;
    if (byte >= 97 && byte <= 122) small++;
    else if (byte >= 65 && byte <= 90) capitals++;
    else if (byte >= 48 && byte <= 57) digits++;
    if (!isHex && small > 1 && capitals > 1) return { isHex: false, isMixed: true };
  }
  return { isHex: isHex && small + capitals + digits > 0, isMixed: small > 0 && capitals > 0 };
}

/** Past the line end at `at`, written as such or escaped; -1 where there is none. */
function nextLine(bytes: Uint8Array, at: number, to: number): number {
  let next = at;
  if (bytes[next] === 92 && bytes[next + 1] === 114) next += 2;
  else if (bytes[next] === 13) next++;
  if (bytes[next] === 92 && bytes[next + 1] === 110) next += 2;
  else if (bytes[next] === 10) next++;
  else return -1;
  while (next < to && (bytes[next] === 32 || bytes[next] === 9)) next++;
  return next < to ? next : -1;
}
