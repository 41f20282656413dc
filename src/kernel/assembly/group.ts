// The function of the private look-up over a batch, in AssemblyScript: 64 uniform bytes each to an element of ristretto255,
// times one scalar, encoded. In: bytes and the digits of half the scalar. Out: 32 bytes each. Encoding twice a point needs
// no root of its own, and one inversion for the whole batch. Source: RFC 9496; the batch as in curve25519-dalek.

import {
  absolute,
  add,
  carry,
  copy,
  elementBytes,
  invert,
  negate,
  negative,
  readTwo,
  select,
  subtract,
  writeOne,
} from './group-element';
import { multiply, square } from './group-field';
import {
  addPoints,
  constants,
  d,
  digits,
  inverseRootAMinusD,
  mapToPoint,
  pointBytes,
  rootOfMinusOne,
  timesScalar,
} from './group-points';

const own: usize = 20480;
const t0 = own;
const t1 = own + elementBytes;
const t2 = own + 2 * elementBytes;
const t3 = own + 3 * elementBytes;
const e = own + 4 * elementBytes;
const g = own + 5 * elementBytes;
const h = own + 6 * elementBytes;
const magic = own + 7 * elementBytes;
const inverse = own + 8 * elementBytes;
const ofPair = own + 9 * elementBytes;
const p = own + 10 * elementBytes;
const q = p + pointBytes;

const batch: usize = 65536;
/** Of each pair e, f, g, h, eg, fh, and the product of all eg and fh so far. */
const stateBytes: usize = 7 * elementBytes;

export function constantsAt(): usize {
  return constants;
}

export function digitsAt(): usize {
  return digits;
}

/** Where the bytes of a batch begin, and its results after it. */
export function batchAt(): usize {
  return batch;
}

/** `count` is even; memory behind the batch holds 280 bytes for each of it. */
export function evaluateBatch(count: usize): void {
  const states = batch + 64 * count;
  const pairs = count >> 1;
  for (let i: usize = 0; i < pairs; i++) {
    const from = batch + 128 * i;
    readTwo(t0, from, from + 64);
    mapToPoint(p, t0);
    readTwo(t0, from + 32, from + 96);
    mapToPoint(q, t0);
    addPoints(p, p, q);
    timesScalar(q, p);
    const state = states + stateBytes * i;
    keepState(state);
    multiply(t0, state + 4 * elementBytes, state + 5 * elementBytes);
    const product = state + 6 * elementBytes;
    if (i == 0) copy(product, t0);
    else multiply(product, t0, product - stateBytes);
  }
  invert(inverse, states + stateBytes * (pairs - 1) + 6 * elementBytes);
  for (let i: usize = pairs - 1; i > 0; i--) {
    const state = states + stateBytes * i;
    multiply(ofPair, inverse, state + 6 * elementBytes - stateBytes);
    multiply(t0, state + 4 * elementBytes, state + 5 * elementBytes);
    multiply(inverse, inverse, t0);
    encodeTwice(batch + 64 * i, state);
  }
  copy(ofPair, inverse);
  encodeTwice(batch, states);
}

/** Of the point at `q`. */
function keepState(state: usize): void {
  const f = state + elementBytes;
  square(t0, q);
  square(t1, q + elementBytes);
  square(t2, q + 2 * elementBytes);
  square(t3, q + 3 * elementBytes);
  multiply(t3, t3, d);
  add(f, t2, t3);
  carry(f, f);
  add(f + elementBytes, t0, t1);
  carry(f + elementBytes, f + elementBytes);
  subtract(f + 2 * elementBytes, t2, t3);
  carry(f + 2 * elementBytes, f + 2 * elementBytes);
  add(t0, q + elementBytes, q + elementBytes);
  multiply(state, q, t0);
  multiply(state + 4 * elementBytes, state, state + 2 * elementBytes);
  multiply(state + 5 * elementBytes, f, state + 3 * elementBytes);
}

/** With 1/(eg fh) at `ofPair`; t0 is then 1/fh, t1 is 1/eg. */
function encodeTwice(out: usize, state: usize): void {
  const eg = state + 4 * elementBytes;
  multiply(t0, eg, ofPair);
  multiply(t1, eg + elementBytes, ofPair);
  multiply(t2, eg, t0);
  const isTurned = negative(t2);
  negate(t3, state);
  multiply(t2, state + elementBytes, rootOfMinusOne);
  select(e, state + 2 * elementBytes, state, isTurned);
  select(g, t3, state + 2 * elementBytes, isTurned);
  select(h, t2, state + 3 * elementBytes, isTurned);
  select(magic, rootOfMinusOne, inverseRootAMinusD, isTurned);
  multiply(t2, h, e);
  multiply(t2, t2, t0);
  const isNegated = negative(t2);
  negate(t3, g);
  select(g, t3, g, isNegated);
  multiply(t2, g, t1);
  multiply(t2, t2, magic);
  subtract(t3, h, g);
  multiply(t2, t3, t2);
  absolute(t2, t2);
  writeOne(out, t2, 0);
  writeOne(out + 32, t2, 1);
}
