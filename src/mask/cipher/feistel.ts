// The halves of numbers that FF1 encrypts, and what one of its rounds does to them. In: digits, tweaks, the number of a
// round. Out: digits. Halves below 2^37 are doubles; longer ones, which are rare, are BigInts.

import { openRoundFunction, type RoundFunction } from './round-function.ts';

export interface Feistel {
  load(digits: Uint8Array): void;
  /** To the half that is the round's turn adds the round function of the other half (`by` 1), or takes it away (-1). */
  add(round: number, by: 1 | -1): void;
  store(digits: Uint8Array): void;
}

/** Sixteen bits more fit a double beside a half. */
const largestDouble = 2 ** 37;
const step = 65_536;

export function openFeistel(
  key: Uint8Array,
  radix: number,
): (length: number, count: number, tweaks: Uint8Array, tweakLength: number) => Feistel {
  const openRounds = openRoundFunction(key, radix);
  return (length, count, tweaks, tweakLength) => {
    const rounds = openRounds(length, count, tweaks, tweakLength);
    const first = length >>> 1;
    const create = radix ** (length - first) <= largestDouble ? createDoubles : createBigInts;
    return create(radix, first, length, count, rounds);
  };
}

/*
 * SP 800-38G swaps the halves after each round. Here they stay, and rounds take turns: even ones change the first half
 * (u digits), odd ones the second (v digits).
 */

function createDoubles(
  radix: number,
  first: number,
  length: number,
  count: number,
  rounds: RoundFunction,
): Feistel {
  const halves = [new Float64Array(count), new Float64Array(count)] as const;
  const sizes = [radix ** first, radix ** (length - first)] as const;
  const { numbers, numberBytes, results, resultBytes } = rounds;
  return {
    load(digits) {
      for (let index = 0, at = 0; index < count; index++) {
        halves[0][index] = readNumber(digits, at, (at += first), radix);
        halves[1][index] = readNumber(digits, at, (at += length - first), radix);
      }
    },
    add(round, by) {
      const own = halves[round & 1]!;
      const other = halves[(round & 1) ^ 1]!;
      const size = sizes[round & 1]!;
      for (let index = 0, at = numberBytes; index < count; index++, at += numberBytes) {
        let rest = other[index]!;
        for (let place = 1; place <= numberBytes; place++) {
          const next = Math.floor(rest / 256);
          numbers[at - place] = rest - next * 256;
          rest = next;
        }
      }
      rounds.compute(round);
      for (let index = 0, at = 0; index < count; index++, at += resultBytes) {
        let sum = 0;
        for (let pair = at; pair < at + resultBytes; pair += 2) {
          sum = remainder(sum * step + results[pair]! * 256 + results[pair + 1]!, size);
        }
        const value = own[index]! + by * sum;
        own[index] = value < 0 ? value + size : value >= size ? value - size : value;
      }
    },
    store(digits) {
      for (let index = 0, at = 0; index < count; index++) {
        writeNumber(halves[0][index]!, digits, at, (at += first), radix);
        writeNumber(halves[1][index]!, digits, at, (at += length - first), radix);
      }
    },
  };
}

/** The operator is ten times slower on doubles that are no small integers. */
function remainder(value: number, size: number): number {
  const rest = value - Math.floor(value / size) * size;
  return rest < 0 ? rest + size : rest >= size ? rest - size : rest;
}

function readNumber(digits: Uint8Array, from: number, to: number, radix: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * radix + digits[at]!;
  return value;
}

function writeNumber(value: number, digits: Uint8Array, from: number, to: number, radix: number): void {
  let rest = value;
  for (let at = to - 1; at >= from; at--) {
    const next = Math.floor(rest / radix);
    digits[at] = rest - next * radix;
    rest = next;
  }
}

function createBigInts(
  radix: number,
  first: number,
  length: number,
  count: number,
  rounds: RoundFunction,
): Feistel {
  const halves = [zeros(count), zeros(count)] as const;
  const base = BigInt(radix);
  const sizes = [base ** BigInt(first), base ** BigInt(length - first)] as const;
  const { numbers, numberBytes, results, resultBytes } = rounds;
  return {
    load(digits) {
      for (let index = 0; index < count; index++) {
        for (const half of [0, 1] as const) {
          let value = 0n;
          const from = index * length + half * first;
          const to = half === 0 ? from + first : (index + 1) * length;
          for (let at = from; at < to; at++) value = value * base + BigInt(digits[at]!);
          halves[half][index] = value;
        }
      }
    },
    add(round, by) {
      const own = halves[round & 1]!;
      const other = halves[(round & 1) ^ 1]!;
      const size = sizes[round & 1]!;
      for (let index = 0; index < count; index++) {
        let rest = other[index]!;
        for (let place = (index + 1) * numberBytes - 1; place >= index * numberBytes; place--) {
          numbers[place] = Number(rest & 255n);
          rest >>= 8n;
        }
      }
      rounds.compute(round);
      for (let index = 0; index < count; index++) {
        let sum = 0n;
        for (let at = index * resultBytes; at < (index + 1) * resultBytes; at++) {
          sum = (sum << 8n) | BigInt(results[at]!);
        }
        const value = (own[index]! + BigInt(by) * sum) % size;
        own[index] = value < 0n ? value + size : value;
      }
    },
    store(digits) {
      for (let index = 0; index < count; index++) {
        for (const half of [0, 1] as const) {
          let value = halves[half][index]!;
          const from = index * length + half * first;
          const to = half === 0 ? from + first : (index + 1) * length;
          for (let at = to - 1; at >= from; at--) {
            digits[at] = Number(value % base);
            value /= base;
          }
        }
      }
    },
  };
}

function zeros(length: number): bigint[] {
  return Array.from({ length }, () => 0n);
}
