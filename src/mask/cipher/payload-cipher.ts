// Encrypts what of numbers may change, each within its own domain: a list of places, each with so many values. In: places of
// many numbers, and a tweak for each. Out: other values of the same places; for each tweak and domain a permutation. FF1
// where the domain has a million or more, for many numbers at once.

import { createFf1, leastDomain } from './ff1.ts';
import type { MaskKeys } from './mask-keys.ts';
import { createPrf } from './prf.ts';
import { createSmallPermutation } from './small-permutation.ts';

/** Places a number can have. */
export const mostPlaces = 96;
export const tweakBytes = 8;

/** The places of many numbers, `mostPlaces` for each. */
export class Payloads {
  readonly values: Uint32Array;
  /** How many values each place has. */
  readonly sizes: Uint32Array;
  readonly counts: Uint8Array;
  readonly tweaks: Uint8Array;

  constructor(capacity: number) {
    this.values = new Uint32Array(capacity * mostPlaces);
    this.sizes = new Uint32Array(capacity * mostPlaces);
    this.counts = new Uint8Array(capacity);
    this.tweaks = new Uint8Array(capacity * tweakBytes);
  }
}

export interface PayloadCipher {
  /** Encrypts the numbers at `indexes`, or decrypts them, in place. */
  run(payloads: Payloads, indexes: ArrayLike<number>, isForward: boolean): void;
}

/** Some places of a number, which together have at most 2^53 values, or are all digits. */
interface Part {
  index: number;
  from: number;
  to: number;
}

export function createPayloadCipher(keys: MaskKeys, purpose: string): PayloadCipher {
  const small = createSmallPermutation(keys.of(`small ${purpose}`, 16));
  const prf = createPrf(keys.of(`parts ${purpose}`, 16));
  const decimal = createFf1(keys.of(`decimal ${purpose}`, 32), 10);
  const binary = createFf1(keys.of(`binary ${purpose}`, 32), 2);
  const others = new Uint8Array(tweakBytes + 1 + mostPlaces * 4);

  /** The tweak of a number that is encrypted in parts: each depends on all others. */
  const partTweak = (payloads: Payloads, { index, from, to }: Part, turn: number, out: Uint8Array): void => {
    const { values, counts, tweaks } = payloads;
    const own = tweaks.subarray(index * tweakBytes, (index + 1) * tweakBytes);
    const count = counts[index]!;
    if (from === 0 && to === count) return out.set(own);
    others.set(own);
    let length = tweakBytes;
    others[length++] = turn;
    for (let place = 0; place < count; place++) {
      const value = place >= from && place < to ? 0 : values[index * mostPlaces + place]!;
      for (let byte = 0; byte < 4; byte++) others[length++] = (value >>> (byte * 8)) & 255;
    }
    prf.hash(others, 0, length);
    const view = new DataView(out.buffer, out.byteOffset);
    view.setUint32(0, prf.hi);
    view.setUint32(4, prf.lo);
  };

  const runSmall = (payloads: Payloads, part: Part, size: number, tweak: Uint8Array, isForward: boolean) => {
    const view = new DataView(tweak.buffer, tweak.byteOffset);
    const move = isForward ? small.permute : small.invert;
    writePart(payloads, part, move(size, readPart(payloads, part), view.getUint32(4), view.getUint32(0)));
  };

  const runDecimal = (payloads: Payloads, parts: Part[], tweaks: Uint8Array, isForward: boolean): void => {
    const length = parts[0]!.to - parts[0]!.from;
    const digits = new Uint8Array(parts.length * length);
    let at = 0;
    for (const { index, from, to } of parts) {
      for (let place = from; place < to; place++) digits[at++] = payloads.values[index * mostPlaces + place]!;
    }
    const move = isForward ? decimal.encrypt : decimal.decrypt;
    move(digits, length, parts.length, tweaks, tweakBytes);
    at = 0;
    for (const { index, from, to } of parts) {
      for (let place = from; place < to; place++) payloads.values[index * mostPlaces + place] = digits[at++]!;
    }
  };

  /** Walks on while the number is beyond its domain. */
  const runBinary = (
    payloads: Payloads,
    parts: Part[],
    bits: number,
    tweaks: Uint8Array,
    isForward: boolean,
  ): void => {
    let pending = parts;
    let numbers = Float64Array.from(parts, (part) => readPart(payloads, part));
    let ownTweaks = tweaks;
    const move = isForward ? binary.encrypt : binary.decrypt;
    while (pending.length > 0) {
      const digits = new Uint8Array(pending.length * bits);
      for (let row = 0; row < pending.length; row++) writeBits(numbers[row]!, digits, row * bits, bits);
      move(digits, bits, pending.length, ownTweaks, tweakBytes);
      const beyond: number[] = [];
      for (let row = 0; row < pending.length; row++) {
        numbers[row] = readBits(digits, row * bits, bits);
        if (numbers[row]! < partSize(payloads, pending[row]!))
          writePart(payloads, pending[row]!, numbers[row]!);
        else beyond.push(row);
      }
      const left = new Uint8Array(beyond.length * tweakBytes);
      for (const [row, old] of beyond.entries()) {
        left.set(ownTweaks.subarray(old * tweakBytes, (old + 1) * tweakBytes), row * tweakBytes);
      }
      numbers = Float64Array.from(beyond, (row) => numbers[row]!);
      const walking = pending;
      pending = beyond.map((row) => walking[row]!);
      ownTweaks = left;
    }
  };

  const runParts = (payloads: Payloads, parts: Part[], turn: number, isForward: boolean): void => {
    const groups = new Map<number, Part[]>();
    const tweak = new Uint8Array(tweakBytes);
    for (const part of parts) {
      const size = partSize(payloads, part);
      if (size < leastDomain) {
        partTweak(payloads, part, turn, tweak);
        runSmall(payloads, part, size, tweak, isForward);
        continue;
      }
      const isDecimal = isAllDigits(payloads, part);
      // decimal numbers by their length, others by their bits
      const key = isDecimal ? part.to - part.from : 1000 + Math.ceil(Math.log2(size));
      const group = groups.get(key);
      if (group) group.push(part);
      else groups.set(key, [part]);
    }
    for (const [key, group] of groups) {
      const tweaks = new Uint8Array(group.length * tweakBytes);
      for (const [row, part] of group.entries()) {
        partTweak(payloads, part, turn, tweaks.subarray(row * tweakBytes, (row + 1) * tweakBytes));
      }
      if (key < 1000) runDecimal(payloads, group, tweaks, isForward);
      else runBinary(payloads, group, key - 1000, tweaks, isForward);
    }
  };

  return {
    run(payloads, indexes, isForward) {
      const turns: Part[][] = [];
      for (let at = 0; at < indexes.length; at++) addParts(payloads, indexes[at]!, turns);
      for (let at = 0; at < turns.length; at++) {
        const turn = isForward ? at : turns.length - 1 - at;
        runParts(payloads, turns[turn]!, turn, isForward);
      }
    },
  };
}

/** Most values of the places of one part. */
const mostValues = 2 ** 53;

function addParts(payloads: Payloads, index: number, turns: Part[][]): void {
  const count = payloads.counts[index]!;
  const whole = { index, from: 0, to: count };
  if (count === 0) return;
  if (isAllDigits(payloads, whole)) {
    (turns[0] ??= []).push(whole);
    return;
  }
  let from = 0;
  let size = 1;
  let turn = 0;
  for (let place = 0; place < count; place++) {
    const next = size * payloads.sizes[index * mostPlaces + place]!;
    if (next > mostValues) {
      (turns[turn++] ??= []).push({ index, from, to: place });
      from = place;
      size = payloads.sizes[index * mostPlaces + place]!;
    } else size = next;
  }
  (turns[turn] ??= []).push({ index, from, to: count });
}

function isAllDigits({ sizes }: Payloads, { index, from, to }: Part): boolean {
  for (let place = from; place < to; place++) if (sizes[index * mostPlaces + place] !== 10) return false;
  return true;
}

function partSize({ sizes }: Payloads, { index, from, to }: Part): number {
  let size = 1;
  for (let place = from; place < to; place++) size *= sizes[index * mostPlaces + place]!;
  return size;
}

function readPart({ values, sizes }: Payloads, { index, from, to }: Part): number {
  let value = 0;
  for (let at = index * mostPlaces + from; at < index * mostPlaces + to; at++) {
    value = value * sizes[at]! + values[at]!;
  }
  return value;
}

function writePart({ values, sizes }: Payloads, { index, from, to }: Part, value: number): void {
  let rest = value;
  for (let at = index * mostPlaces + to - 1; at >= index * mostPlaces + from; at--) {
    const next = Math.floor(rest / sizes[at]!);
    values[at] = rest - next * sizes[at]!;
    rest = next;
  }
}

function writeBits(value: number, digits: Uint8Array, from: number, count: number): void {
  let rest = value;
  for (let at = from + count - 1; at >= from; at--) {
    const next = Math.floor(rest / 2);
    digits[at] = rest - next * 2;
    rest = next;
  }
}

function readBits(digits: Uint8Array, from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at++) value = value * 2 + digits[at]!;
  return value;
}
