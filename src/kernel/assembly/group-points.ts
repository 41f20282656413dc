// Points of the curve under ristretto255, two at once: mapped from the field, added, multiplied by the one scalar of a
// batch. In: places of points (X, Y, Z, T: four elements). Out: the same. Sources: RFC 9496, 4.3.4; H. Hisil and others,
// "Twisted Edwards curves revisited", 2008. What it does depends on the scalar, never on a point.

import {
  absolute,
  add,
  carry,
  elementBytes,
  freeScratch,
  negate,
  power,
  select,
  subtract,
  zero,
} from './group-element';
import { multiply, square } from './group-field';

export const pointBytes: usize = 4 * elementBytes;

/** Constants of RFC 9496, 4.1, which whoever loads this writes, each in both lanes; the last is 1. */
export const constants: usize = 4096;
export const d: usize = constants;
const twiceD: usize = constants + elementBytes;
export const rootOfMinusOne: usize = constants + 2 * elementBytes;
const oneMinusDSquared: usize = constants + 3 * elementBytes;
const dMinusOneSquared: usize = constants + 4 * elementBytes;
const rootAdMinusOne: usize = constants + 5 * elementBytes;
export const inverseRootAMinusD: usize = constants + 6 * elementBytes;
const one: usize = constants + 7 * elementBytes;

const s0 = freeScratch;
const s1 = freeScratch + elementBytes;
const s2 = freeScratch + 2 * elementBytes;
const s3 = freeScratch + 3 * elementBytes;
const s4 = freeScratch + 4 * elementBytes;
const s5 = freeScratch + 5 * elementBytes;
const s6 = freeScratch + 6 * elementBytes;
const s7 = freeScratch + 7 * elementBytes;
const u = freeScratch + 8 * elementBytes;
const v = freeScratch + 9 * elementBytes;
const root = freeScratch + 10 * elementBytes;
const r = freeScratch + 11 * elementBytes;
const w0 = freeScratch + 12 * elementBytes;
const w1 = freeScratch + 13 * elementBytes;
const base = freeScratch + 14 * elementBytes;
const twice = base + pointBytes;
/** 1, 3 … 15 times the point of `timesScalar`. */
const odds = twice + pointBytes;

/** The digits of the scalar, lowest first: odd ones from -15 to 15, zeros between them. */
export const digits: usize = 16384;
export const digitCount: i32 = 256;

/** The lanes where u/v is a square; its root to `root`, else that of sqrt(-1) u/v. RFC 9496, 4.2. */
function rootOfRatio(): v128 {
  square(s5, v);
  multiply(s5, s5, v);
  square(s6, s5);
  multiply(s6, s6, v);
  multiply(s6, s6, u);
  power(s6, s6);
  multiply(s5, s5, u);
  multiply(root, s5, s6);
  square(s6, root);
  multiply(s6, s6, v);
  subtract(s5, s6, u);
  const isRight = zero(s5);
  add(s5, s6, u);
  const isNegated = zero(s5);
  multiply(s4, u, rootOfMinusOne);
  add(s5, s6, s4);
  const isTurned = zero(s5);
  multiply(s4, root, rootOfMinusOne);
  select(root, s4, root, v128.or(isNegated, isTurned));
  absolute(root, root);
  return v128.or(isRight, isNegated);
}

/** The function MAP of RFC 9496, 4.3.4. */
export function mapToPoint(out: usize, t: usize): void {
  square(r, t);
  multiply(r, r, rootOfMinusOne);
  add(s0, r, one);
  multiply(u, s0, oneMinusDSquared);
  multiply(s0, r, d);
  add(s0, s0, one);
  negate(s0, s0);
  add(s1, r, d);
  multiply(v, s0, s1);
  const isSquare = rootOfRatio();
  multiply(s0, root, t);
  absolute(s1, s0);
  negate(s1, s1);
  select(root, root, s1, isSquare);
  negate(s0, one);
  select(s1, s0, r, isSquare);
  subtract(s0, r, one);
  multiply(s0, s0, s1);
  multiply(s0, s0, dMinusOneSquared);
  subtract(s0, s0, v);
  multiply(w1, s0, rootAdMinusOne);
  multiply(w0, root, v);
  add(w0, w0, w0);
  carry(w0, w0);
  square(s1, root);
  subtract(s2, one, s1);
  add(s3, one, s1);
  multiply(out, w0, s3);
  multiply(out + elementBytes, s2, w1);
  multiply(out + 2 * elementBytes, w1, s3);
  multiply(out + 3 * elementBytes, w0, s2);
}

/** T is needed only before an addition. */
function double(out: usize, p: usize, withT: bool): void {
  square(s0, p);
  square(s1, p + elementBytes);
  square(s2, p + 2 * elementBytes);
  add(s2, s2, s2);
  add(s3, p + elementBytes, p + elementBytes);
  multiply(s3, p, s3);
  subtract(s4, s1, s0);
  subtract(s5, s4, s2);
  carry(s5, s5);
  add(s6, s0, s1);
  negate(s6, s6);
  carry(s6, s6);
  multiply(out, s3, s5);
  multiply(out + elementBytes, s4, s6);
  multiply(out + 2 * elementBytes, s5, s4);
  if (withT) multiply(out + 3 * elementBytes, s3, s6);
}

/** Y + X, Y - X, 2dT, 2Z: what adding a point again and again needs of it. */
function prepare(out: usize, p: usize): void {
  add(s0, p + elementBytes, p);
  subtract(s1, p + elementBytes, p);
  carry(out, s0);
  carry(out + elementBytes, s1);
  multiply(out + 2 * elementBytes, p + 3 * elementBytes, twiceD);
  add(out + 3 * elementBytes, p + 2 * elementBytes, p + 2 * elementBytes);
}

function addPrepared(out: usize, p: usize, prepared: usize, isMinus: bool): void {
  const plus = prepared;
  const minus = prepared + elementBytes;
  subtract(s0, p + elementBytes, p);
  add(s1, p + elementBytes, p);
  multiply(s0, s0, isMinus ? plus : minus);
  multiply(s1, s1, isMinus ? minus : plus);
  multiply(s2, p + 3 * elementBytes, prepared + 2 * elementBytes);
  multiply(s3, p + 2 * elementBytes, prepared + 3 * elementBytes);
  subtract(s4, s1, s0);
  carry(s4, s4);
  if (isMinus) {
    add(s5, s3, s2);
    subtract(s6, s3, s2);
  } else {
    subtract(s5, s3, s2);
    add(s6, s3, s2);
  }
  carry(s6, s6);
  add(s7, s1, s0);
  multiply(out, s4, s5);
  multiply(out + elementBytes, s6, s7);
  multiply(out + 2 * elementBytes, s5, s6);
  multiply(out + 3 * elementBytes, s4, s7);
}

/** `out` may be either. */
export function addPoints(out: usize, p: usize, q: usize): void {
  prepare(odds, q);
  addPrepared(out, p, odds, false);
}

/** By windows of five digits: some 42 additions beside 252 doublings. */
export function timesScalar(out: usize, p: usize): void {
  memory.copy(base, p, pointBytes);
  double(out, base, true);
  prepare(twice, out);
  memory.copy(out, base, pointBytes);
  prepare(odds, base);
  for (let i: usize = 1; i < 8; i++) {
    addPrepared(out, out, twice, false);
    prepare(odds + pointBytes * i, out);
  }
  let i = digitCount - 1;
  while (i > 0 && load<i8>(digits + i) == 0) i--;
  // the highest digit is above zero
  memory.copy(out, base, pointBytes);
  for (let k: i8 = 1; k < load<i8>(digits + i); k += 2) addPrepared(out, out, twice, false);
  for (i--; i >= 0; i--) {
    const digit = <i32>load<i8>(digits + i);
    double(out, out, digit != 0 || i == 0);
    if (digit != 0) addPrepared(out, out, odds + pointBytes * (abs(digit) >> 1), digit < 0);
  }
}
