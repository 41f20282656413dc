/**
 * Seeded randomness. `draw` gives the same 32 bits for the same (seed, stream, index), so a person
 * can be derived again at any time instead of being stored; `createRandom` is a plain sequence for
 * the noise. Nothing here is fit for cryptography.
 */

/** murmur3's 32-bit finaliser: every input bit reaches every output bit. */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A seed of up to 53 bits folded to the 32 that `draw` takes. */
export function foldSeed(seed: number): number {
  return mix((seed >>> 0) ^ mix(Math.floor(seed / 2 ** 32) + 0x51ed270b));
}

/** 32 uniform bits for one (seed, stream, index). */
export function draw(seed: number, stream: number, index: number): number {
  return mix(mix(seed + Math.imul(stream, 0x9e3779b1)) ^ Math.imul(index + 1, 0x85ebca77));
}

/** Scales 32 uniform bits to 0 … count-1. */
export function below(bits: number, count: number): number {
  return Math.floor((bits / 4294967296) * count);
}

/** Like `draw`, scaled to 0 … count-1. */
export function drawBelow(seed: number, stream: number, index: number, count: number): number {
  return below(draw(seed, stream, index), count);
}

/** Whether an event of the given chance (0 … 1) happens for this (seed, stream, index). */
export function drawChance(seed: number, stream: number, index: number, chance: number): boolean {
  return draw(seed, stream, index) < chance * 4294967296;
}

/** The next 32 uniform bits. */
export type Random = () => number;

/** mulberry32: small, fast, good enough for filler. */
export function createRandom(seed: number): Random {
  const state = new Int32Array([seed]);
  return () => {
    const a = (state[0]! + 0x6d2b79f5) | 0;
    state[0] = a;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
}

export function pick<T>(list: readonly T[], bits: number): T {
  return list[below(bits, list.length)]!;
}
