// How far the reading of a row came, why it ended there, and every `@` on the way. In: positions in linear
// memory. Out: the end, the reason, the positions of `@`. It looks at no bytes.

import { CUT } from './json-room';

export let end: usize = 0;
export let failure: i32 = 0;
let atsOut: usize = 0;
let atsNext: usize = 0;
let atsEnd: usize = 0;

// @ts-ignore: decorator
@inline
export function beginAts(atOut: usize, atCapacity: u32): void {
  atsOut = atOut;
  atsNext = atOut;
  atsEnd = atOut + ((<usize>atCapacity) << 2);
}

// @ts-ignore: decorator
@inline
export function beginOutcome(): void {
  atsNext = atsOut;
  failure = 0;
}

// @ts-ignore: decorator
@inline
export function endAt(position: usize): void {
  end = position;
}

/** The reason why nothing could be read at `p`: 0 and `failure` say so together. */
export function fail(code: i32, p: usize, to: usize): usize {
  failure = p >= to ? CUT : code;
  end = p >= to ? to : p;
  return 0;
}

// @ts-ignore: decorator
@inline
export function stop(code: i32, p: usize, to: usize): i32 {
  fail(code, p, to);
  return failure;
}

// @ts-ignore: decorator
@inline
export function addAt(position: usize): bool {
  if (atsNext == atsEnd) return false;
  store<u32>(atsNext, <u32>position);
  atsNext += 4;
  return true;
}

// @ts-ignore: decorator
@inline
export function atCount(): u32 {
  return <u32>((atsNext - atsOut) >> 2);
}

/** Takes back all but the first ones. */
// @ts-ignore: decorator
@inline
export function keepAts(kept: u32): void {
  atsNext = atsOut + <usize>(kept << 2);
}
