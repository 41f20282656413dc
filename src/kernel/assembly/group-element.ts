// What the private look-up does with elements of the field besides products: sums, signs, roots. In: places of elements in
// the linear memory, each of 80 bytes: two elements, lane by lane. Out: the same. Sums have limbs twice as long; `carry`
// shortens them again where a product would be too long.

import { multiply, square } from './group-field';

export const elementBytes: usize = 80;
/** Scratch of this file, and of those that use it. */
export const scratch: usize = 8192;
const first = scratch;
const second = scratch + elementBytes;
const third = scratch + 2 * elementBytes;
const fourth = scratch + 3 * elementBytes;
/** A frozen element: five words. */
const words = scratch + 4 * elementBytes;
/** Where others may put theirs. */
export const freeScratch = scratch + 5 * elementBytes;

const mask: i64 = 0x7ffffffffffff;
/** Rounds to multiples of 2^51. */
const rounding: f64 = 1.5 * 10141204801825835211973625643008.0;
const perLimb: f64 = 1.0 / 2251799813685248.0;

// @ts-ignore: decorator
@inline
function at(place: usize, i: usize): v128 {
  return v128.load(place + 16 * i);
}

// @ts-ignore: decorator
@inline
function put(place: usize, i: usize, limbs: v128): void {
  v128.store(place + 16 * i, limbs);
}

export function copy(out: usize, a: usize): void {
  memory.copy(out, a, elementBytes);
}

export function add(out: usize, a: usize, b: usize): void {
  for (let i: usize = 0; i < 5; i++) put(out, i, f64x2.add(at(a, i), at(b, i)));
}

export function subtract(out: usize, a: usize, b: usize): void {
  for (let i: usize = 0; i < 5; i++) put(out, i, f64x2.sub(at(a, i), at(b, i)));
}

export function negate(out: usize, a: usize): void {
  for (let i: usize = 0; i < 5; i++) put(out, i, f64x2.neg(at(a, i)));
}

/** The lanes of `yes` where `lanes` are set, of `no` elsewhere. */
export function select(out: usize, yes: usize, no: usize, lanes: v128): void {
  for (let i: usize = 0; i < 5; i++) put(out, i, v128.bitselect(at(yes, i), at(no, i), lanes));
}

// @ts-ignore: decorator
@inline
function rounded(a: v128): v128 {
  return f64x2.sub(f64x2.add(a, f64x2.splat(rounding)), f64x2.splat(rounding));
}

export function carry(out: usize, a: usize): void {
  const a0 = at(a, 0);
  const a1 = at(a, 1);
  const a2 = at(a, 2);
  const a3 = at(a, 3);
  const a4 = at(a, 4);
  const q0 = rounded(a0);
  const q1 = rounded(a1);
  const q2 = rounded(a2);
  const q3 = rounded(a3);
  const q4 = rounded(a4);
  const down = f64x2.splat(perLimb);
  put(out, 0, f64x2.add(f64x2.sub(a0, q0), f64x2.mul(q4, f64x2.splat(19.0 * perLimb))));
  put(out, 1, f64x2.add(f64x2.sub(a1, q1), f64x2.mul(q0, down)));
  put(out, 2, f64x2.add(f64x2.sub(a2, q2), f64x2.mul(q1, down)));
  put(out, 3, f64x2.add(f64x2.sub(a3, q3), f64x2.mul(q2, down)));
  put(out, 4, f64x2.add(f64x2.sub(a4, q4), f64x2.mul(q3, down)));
}

/** The only form of what one lane holds, from 0 to p - 1, as five words. */
function freeze(a: usize, lane: usize): void {
  const from = a + 8 * lane;
  // 4p, so that nothing is below zero
  let v0 = <i64>load<f64>(from) + 4 * (mask - 18);
  let v1 = <i64>load<f64>(from, 16) + 4 * mask;
  let v2 = <i64>load<f64>(from, 32) + 4 * mask;
  let v3 = <i64>load<f64>(from, 48) + 4 * mask;
  let v4 = <i64>load<f64>(from, 64) + 4 * mask;
  for (let round = 0; round < 2; round++) {
    v1 += v0 >> 51;
    v2 += v1 >> 51;
    v3 += v2 >> 51;
    v4 += v3 >> 51;
    v0 = (v0 & mask) + 19 * (v4 >> 51);
    v1 &= mask;
    v2 &= mask;
    v3 &= mask;
    v4 &= mask;
  }
  let over = (v0 + 19) >> 51;
  over = (v1 + over) >> 51;
  over = (v2 + over) >> 51;
  over = (v3 + over) >> 51;
  over = (v4 + over) >> 51;
  v0 += 19 * over;
  v1 += v0 >> 51;
  v2 += v1 >> 51;
  v3 += v2 >> 51;
  v4 += v3 >> 51;
  store<i64>(words, v0 & mask);
  store<i64>(words, v1 & mask, 8);
  store<i64>(words, v2 & mask, 16);
  store<i64>(words, v3 & mask, 24);
  store<i64>(words, v4 & mask, 32);
}

function isOdd(a: usize, lane: usize): i64 {
  freeze(a, lane);
  return -(load<i64>(words) & 1);
}

function isNothing(a: usize, lane: usize): i64 {
  freeze(a, lane);
  const low = load<i64>(words) | load<i64>(words, 8) | load<i64>(words, 16);
  return (low | load<i64>(words, 24) | load<i64>(words, 32)) == 0 ? -1 : 0;
}

/** The lanes that are negative as RFC 9496 has it: odd. */
export function negative(a: usize): v128 {
  return i64x2.replace_lane(i64x2.splat(isOdd(a, 0)), 1, isOdd(a, 1));
}

/** The lanes that are zero. */
export function zero(a: usize): v128 {
  return i64x2.replace_lane(i64x2.splat(isNothing(a, 0)), 1, isNothing(a, 1));
}

export function absolute(out: usize, a: usize): void {
  const lanes = negative(a);
  negate(first, a);
  select(out, first, a, lanes);
}

function squareOften(out: usize, a: usize, times: i32): void {
  square(out, a);
  for (let i = 1; i < times; i++) square(out, out);
}

/** a^(2^252 - 3); `out` may be `a`. */
export function power(out: usize, a: usize): void {
  square(first, a);
  squareOften(second, first, 2);
  multiply(second, a, second);
  multiply(first, first, second);
  square(first, first);
  multiply(first, second, first);
  squareOften(second, first, 5);
  multiply(first, second, first);
  squareOften(second, first, 10);
  multiply(second, second, first);
  squareOften(third, second, 20);
  multiply(second, third, second);
  squareOften(second, second, 10);
  multiply(first, second, first);
  squareOften(second, first, 50);
  multiply(second, second, first);
  squareOften(third, second, 100);
  multiply(second, third, second);
  squareOften(second, second, 50);
  multiply(first, second, first);
  squareOften(first, first, 2);
  multiply(out, first, a);
}

/** 1/a = a^(p - 2) = (a^(2^252 - 3))^8 a^3 */
export function invert(out: usize, a: usize): void {
  power(fourth, a);
  squareOften(fourth, fourth, 3);
  square(first, a);
  multiply(first, first, a);
  multiply(out, fourth, first);
}

/** 32 bytes at each of two places, without their last bit, to the lanes of an element. */
export function readTwo(out: usize, one: usize, other: usize): void {
  for (let lane: usize = 0; lane < 2; lane++) {
    const from = lane == 0 ? one : other;
    const w0 = load<u64>(from);
    const w1 = load<u64>(from, 8);
    const w2 = load<u64>(from, 16);
    const w3 = load<u64>(from, 24);
    const to = out + 8 * lane;
    store<f64>(to, <f64>(w0 & mask));
    store<f64>(to, <f64>(((w0 >> 51) | (w1 << 13)) & mask), 16);
    store<f64>(to, <f64>(((w1 >> 38) | (w2 << 26)) & mask), 32);
    store<f64>(to, <f64>(((w2 >> 25) | (w3 << 39)) & mask), 48);
    store<f64>(to, <f64>((w3 >> 12) & mask), 64);
  }
  carry(out, out);
}

/** The 32 bytes of one lane. */
export function writeOne(out: usize, a: usize, lane: usize): void {
  freeze(a, lane);
  const v0 = load<u64>(words);
  const v1 = load<u64>(words, 8);
  const v2 = load<u64>(words, 16);
  const v3 = load<u64>(words, 24);
  const v4 = load<u64>(words, 32);
  store<u64>(out, v0 | (v1 << 51));
  store<u64>(out, (v1 >> 13) | (v2 << 38), 8);
  store<u64>(out, (v2 >> 26) | (v3 << 25), 16);
  store<u64>(out, (v3 >> 39) | (v4 << 12), 24);
}
