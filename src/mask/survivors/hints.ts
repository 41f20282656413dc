// Small tables beside the fingerprints that say in a few nanoseconds what cannot be real: flags by the hash of a word, one
// bit for each whole word, telephone and number. In: hashes. Out: flags, bits. They never miss what is real; what they let
// pass is asked of the fingerprints. No value can be read back: the hashes are of 32 bits and keyed.

import { bitPlace, hashStep, hashWord, wordPlace, wordScanLayout } from '../../kernel/index.ts';
import type { MaskKeys } from '../cipher/mask-keys.ts';

/** What a word of the source may be; of another word with the same place in the table too. */
export const wordFlag = {
  ...wordScanLayout.scanFlag,
  /** A user name of letters alone. */
  plainWord: 32,
  firstName: 64,
} as const;

const { flagsAt, foldsAt, localBitsAt, wholeBitsAt } = wordScanLayout;
const bitBytes = 1 << 21;
/** What the scan of words needs comes first, as it needs it. */
export const scanTableBytes = foldsAt - flagsAt;
const wholeAt = wholeBitsAt - flagsAt;
const localAt = localBitsAt - flagsAt;
const phoneBitsAt = scanTableBytes;
const numberBitsAt = phoneBitsAt + bitBytes;
const masksAt = numberBitsAt + bitBytes;
/** Sets of small numbers, one bit each. */
export const mask = {
  numberLengths: 0,
  longNumberLengths: 1,
  phoneShapes: 2,
  nameWords: 3,
  streetWords: 4,
  digits: 5,
};
/** Digits that a number or telephone of the source has at least. */
export function fewestDigits({ masks }: Hints): number {
  const phones = (masks[mask.phoneShapes]! & phoneShape.short) === 0 ? 9 : 6;
  const digits = masks[mask.digits]!;
  return digits === 0 ? phones : Math.max(1, Math.min(phones, 31 - Math.clz32(digits & -digits)));
}

export const hintBytes = masksAt + 32;

/** How source numbers without any sign of a telephone were written: only such are looked for. */
export const phoneShape = { bareNine: 1, bareTen: 2, short: 4 } as const;

export interface Hints {
  readonly bytes: Uint8Array;
  readonly masks: Uint32Array;
  /** Where hashes of words begin. */
  readonly seed: number;
}

export function openHints(bytes: Uint8Array, keys: MaskKeys): Hints {
  const masks = new Uint32Array(bytes.buffer, bytes.byteOffset + masksAt, 8);
  return { bytes, masks, seed: keys.of('hints of words', 4).readInt32LE() };
}

/** The hash of what is read byte by byte: chains, numbers, streets. */
export function hashSpan(seed: number, bytes: Uint8Array, start: number, end: number): number {
  let hash = seed;
  for (let at = start; at < end; at++) hash = hashStep(hash, bytes[at]!);
  return hash;
}

/** The word at `start`..`end`, folded. */
export function addWordFlag(hints: Hints, bytes: Uint8Array, start: number, end: number, flag: number): void {
  hints.bytes[wordPlace(hashWord(hints.seed, bytes, start, end))]! |= flag;
}

export function wordFlags(hints: Hints, bytes: Uint8Array, start: number, end: number): number {
  return hints.bytes[wordPlace(hashWord(hints.seed, bytes, start, end))]!;
}

/** The local part before the sign of an address in its normal form, as far back as letters, digits and `. + - _` go. */
export function addLocalPart({ bytes, seed }: Hints, address: Uint8Array, start: number, end: number): void {
  let at = start;
  while (at < end && address[at] !== 64) at++;
  let hash = seed;
  for (; at > start && isLocal(address[at - 1]!); at--) hash = hashStep(hash, address[at - 1]! | 32);
  setBit(bytes, localAt, hash);
}

function isLocal(byte: number): boolean {
  const isWord = (byte >= 48 && byte < 58) || (byte >= 97 && byte <= 122);
  return isWord || byte === 46 || byte === 43 || byte === 45 || byte === 95;
}

export function addWhole(hints: Hints, hash: number): void {
  setBit(hints.bytes, wholeAt, hash);
}

/** Whether a whole word or street with this hash may be real. */
export function mayBeWhole({ bytes }: Hints, hash: number): boolean {
  return hasBit(bytes, wholeAt, hash);
}

export function addNumberHash(hints: Hints, hash: number, length: number, digits: number): void {
  addToMask(hints, mask.digits, Math.min(digits, 31));
  setBit(hints.bytes, numberBitsAt, hash);
  addToMask(hints, length < 32 ? mask.numberLengths : mask.longNumberLengths, length & 31);
}

export function mayBeNumber({ bytes, masks }: Hints, hash: number, length: number): boolean {
  const lengths = length < 32 ? masks[mask.numberLengths]! : masks[mask.longNumberLengths]!;
  return ((lengths >>> (length & 31)) & 1) === 1 && hasBit(bytes, numberBitsAt, hash);
}

/** `value`: the national digits as a number; `length`: how many they are. */
export function addPhoneNumber(hints: Hints, value: number, length: number): void {
  setBit(hints.bytes, phoneBitsAt, phoneHash(value, length));
}

export function mayBePhone({ bytes }: Hints, value: number, length: number): boolean {
  return hasBit(bytes, phoneBitsAt, phoneHash(value, length));
}

export function addToMask({ masks }: Hints, which: number, bit: number): void {
  masks[which]! |= 1 << bit;
}

function phoneHash(value: number, length: number): number {
  return Math.imul(value ^ (length << 28), 0x9e37_79b1);
}

function setBit(bytes: Uint8Array, from: number, hash: number): void {
  const bit = bitPlace(hash);
  bytes[from + (bit >>> 3)]! |= 1 << (bit & 7);
}

function hasBit(bytes: Uint8Array, from: number, hash: number): boolean {
  const bit = bitPlace(hash);
  return ((bytes[from + (bit >>> 3)]! >>> (bit & 7)) & 1) === 1;
}
