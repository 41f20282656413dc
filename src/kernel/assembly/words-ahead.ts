// What stands around a place in the scan of words, in AssemblyScript. In: the place, how long the input is. Out: whether
// something of the source may stand there. Each looks no further than a hundred bytes or so.

import { foldWide } from './words-fold';
import {
  byteAt,
  hasBit,
  isHex,
  isJoint,
  isLocal,
  isPackedJoint,
  isWordByte,
  localBitsAt,
  wholeBitsAt,
} from './words-tables';

/** Whether some ending of what stands before the sign is a local part of the source, or that cannot be told. */
export function mayBeAddress(sign: u32, seed: u32): bool {
  let hash = seed;
  let at = sign;
  for (; at > 0; at--) {
    const byte = byteAt(at - 1);
    if (!isLocal(byte)) break;
    if (sign - at > 64) return true;
    hash = (hash ^ (byte | 32)) * 0x01000193;
    if (hasBit(localBitsAt, hash)) return true;
  }
  if (at == sign || at == 0) return true;
  const before = byteAt(at - 1);
  return before == 92 || before >= 128 || before == 37 || before == 38 || before == 33 || before == 35 ||
    before == 36 || before == 42 || before == 47 || before == 61 || before == 63 || before == 94 || before == 96 ||
    before - 123 < 4;
}

/**
 * Of the run of digits and short words that begins at `start`: the place of the digit that makes it long enough; where it
 * has too few, where it ends, less one, below zero.
 */
export function digitsEnd(start: u32, size: u32, fewestDigits: u32): i32 {
  let digits: u32 = 0;
  let gap: u32 = 0;
  let letters: u32 = 0;
  const limit = start + 96 < size ? start + 96 : size;
  let at = start;
  for (; at < limit; at++) {
    const byte = byteAt(at);
    if (byte - 48 < 10) {
      gap = letters = 0;
      if (++digits == fewestDigits) return <i32>at;
    } else if ((byte | 32) - 97 < 26) {
      gap = 0;
      if (++letters > 8) break;
    } else if (byte >= 128 || byte == 32 || byte - 45 < 3 || byte == 40 || byte == 41 || byte == 95 || byte == 91 || byte == 93) {
      letters = 0;
      if (++gap > 6) break;
    } else break;
  }
  // part of it may be behind what was given
  return -<i32>(at < size ? at : start) - 1;
}

/** Whether a word of the source may begin the chain that begins at `start`. */
export function mayBeginWord(start: u32, size: u32, seed: u32): bool {
  let hash = seed;
  let pieces = 0;
  let isPiece = false;
  const limit = start + 128 < size ? start + 128 : size;
  let at = start;
  for (; at < limit; at++) {
    const byte = byteAt(at);
    if (byte >= 128) {
      const packed = foldWide(at, size);
      const count = (packed >> 3) & 7;
      for (let index: u32 = 0; index < count; index++)
        hash = (hash ^ ((packed >> (8 + 8 * index)) & 255)) * 0x01000193;
      if (count > 0) isPiece = true;
      if (count > 0 || (packed & 64) != 0) {
        at += (packed & 7) - 1;
        continue;
      }
    } else if (isWordByte(byte)) {
      hash = (hash ^ (byte | 32)) * 0x01000193;
      isPiece = true;
      continue;
    }
    if (!isPiece) return false;
    if (at - start >= 6 && hasBit(wholeBitsAt, hash)) break;
    if (!isJoint(byte) || ++pieces == 8) return false;
    hash = (hash ^ byte) * 0x01000193;
    isPiece = false;
  }
  // found, or not to be told: it goes on behind what was given
  return at < limit || limit < size || hasBit(wholeBitsAt, hash);
}

/** Past the signs of base64 at `at`, of which a few stand together. */
// @ts-ignore: decorator
@inline
export function packedGapEnd(at: u32, size: u32): u32 {
  let end = at;
  while (end < size && end - at < 12 && isPackedJoint(byteAt(end))) end++;
  return end;
}

export function isHexRun(start: u32, end: u32): bool {
  for (let at = start; at < end; at++) if (!isHex(byteAt(at))) return false;
  return true;
}

/** Whether a run may be base64, which mixes cases, or hex; a line that is neither may go on as one. */
export function mayPack(start: u32, end: u32, size: u32): bool {
  const next = end < size ? byteAt(end) : 10;
  if (next == 10 || next == 13 || next == 92) return true;
  let isSmall = false;
  let isCapital = false;
  for (let at = start; at < end; at++) {
    const byte = byteAt(at);
    if (byte - 97 < 26) isSmall = true;
    else if (byte - 65 < 26) isCapital = true;
    if (isSmall && isCapital) return true;
  }
  const prefix: u32 = byteAt(start) == 120 ? 1 : byteAt(start) == 48 && (byteAt(start + 1) | 32) == 120 ? 2 : 0;
  return isHexRun(start + prefix, end);
}

/** No name of capitals within is longer. */
export const longestHumps: u32 = 64;

/** `HeleneQuellmont`: a capital behind a small letter. */
export function hasHumps(start: u32, end: u32): bool {
  if (end - start > longestHumps) return false;
  for (let at = start + 1; at < end; at++)
    if (byteAt(at) - 65 < 26 && byteAt(at - 1) - 97 < 26) return true;
  return false;
}
