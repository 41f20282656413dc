// Looks over what the library is about to expand, without expanding it: lists that say they are longer than
// the file, runs that repeat a value two billion times, numbers of a megabyte. In: bytes. Out: where they
// end, or that they cannot be. Formats: Thrift's compact protocol, Parquet's run lengths and deltas.

import { damage } from './damage.ts';

/** Real headers nest a dozen deep. */
const maxThriftDepth = 32;

/** Each becomes an object: some 100,000 column chunks, 200 MB of memory. */
const maxThriftValues = 4_000_000;

/** One past the struct at `at`; -1 where it ends beyond the bytes, or is none. */
export function thriftEnd(bytes: Uint8Array, at: number): number {
  const state = { p: at, values: 0 };
  return skipStruct(bytes, state, 0) ? state.p : -1;
}

function skipStruct(bytes: Uint8Array, state: { p: number; values: number }, depth: number): boolean {
  if (depth > maxThriftDepth) return false;
  for (;;) {
    if (state.p >= bytes.length) return false;
    const head = bytes[state.p++]!;
    if ((head & 15) === 0) return true;
    if (head >> 4 === 0 && skipVarint(bytes, state) < 0) return false;
    if (!skipValue(bytes, state, head & 15, depth, false)) return false;
  }
}

function skipValue(
  bytes: Uint8Array,
  state: { p: number; values: number },
  type: number,
  depth: number,
  inList: boolean,
): boolean {
  if (++state.values > maxThriftValues) return false;
  if (type === 1 || type === 2) state.p += inList ? 1 : 0;
  else if (type === 3) state.p++;
  else if (type <= 6) return skipVarint(bytes, state) >= 0;
  else if (type === 7) state.p += 8;
  else if (type === 8) {
    const length = skipVarint(bytes, state);
    if (length < 0) return false;
    state.p += length;
  } else if (type === 9) {
    const head = bytes[state.p++] ?? 0;
    const count = head >> 4 === 15 ? skipVarint(bytes, state) : head >> 4;
    if (count < 0 || count > bytes.length - state.p || (head & 15) === 0) return false;
    for (let i = 0; i < count; i++) if (!skipValue(bytes, state, head & 15, depth + 1, true)) return false;
  } else if (type === 12) return skipStruct(bytes, state, depth + 1);
  else return false;
  return state.p <= bytes.length;
}

/** The value, as far as a number goes; -1 where it has more than the ten bytes of 64 bits, or is cut. */
function skipVarint(bytes: Uint8Array, state: { p: number }): number {
  let value = 0;
  for (let i = 0; i < 10; i++) {
    const byte = bytes[state.p++];
    if (byte === undefined) return -1;
    value += (byte & 0x7f) * 2 ** (7 * i);
    if (byte < 0x80) return value;
  }
  return -1;
}

/** Runs of `count` values of `width` bits: throws where they end early or are absurdly many. */
export function checkRuns(bytes: Uint8Array, from: number, to: number, width: number, count: number): void {
  if (width > 32 || to > bytes.length) damage('has values of an impossible size');
  const state = { p: from };
  let seen = 0;
  while (seen < count) {
    const head = state.p < to ? skipVarint(bytes, state) : -1;
    if (head < 0) damage('ends early');
    const isPacked = head % 2 === 1;
    const run = Math.floor(head / 2) * (isPacked ? 8 : 1);
    // writers fill up their last run; none doubles a page
    if (run > 2 * count + 64) damage('has runs longer than its page');
    state.p += isPacked ? Math.floor(head / 2) * width : (width + 7) >> 3;
    seen += run;
  }
}

/** Largest block of differences that is believed; writers use 128 and 256. */
const maxDeltaBlock = 1 << 20;

/** `count` differences from `at` on: throws where their blocks cannot be. */
export function checkDeltas(bytes: Uint8Array, at: number, count: number): void {
  const state = { p: at };
  const block = skipVarint(bytes, state);
  const minis = skipVarint(bytes, state);
  const each = block / minis;
  if (block < 1 || block > maxDeltaBlock || minis < 1 || !Number.isInteger(each))
    damage('has blocks of an impossible size');
  if (skipVarint(bytes, state) < 0 || skipVarint(bytes, state) < 0) damage('ends early');
  for (let seen = 1; seen < count;) {
    if (skipVarint(bytes, state) < 0) damage('ends early');
    const widths = state.p;
    state.p += minis;
    for (let i = 0; i < minis && seen < count; i++, seen += each) {
      const width = bytes[widths + i] ?? 255;
      if (width > 64) damage('has differences of an impossible size');
      state.p += (each * width) / 8;
    }
    if (state.p > bytes.length + each * 8) damage('ends early');
  }
}
