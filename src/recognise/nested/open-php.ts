/*
 * What PHP's `serialize` and its sessions write, opened. In: a span. Out: its leaves, to the visitor; where reading
 * ended. Lengths are believed only where a quote stands at the end of them: dumps that were recoded or edited have
 * wrong ones. Stops at the first thing that is no serialized value; linear in the length.
 */

import { deepestArray, leastScalar, type Nesting } from './nesting.ts';

/** Reads the value at `at`; returns the offset after it, or -1. `keyStart` to `keyEnd`: the key it stands under. */
export function openPhp(
  nesting: Nesting,
  at: number,
  end: number,
  keyStart: number,
  keyEnd: number,
  isListed: boolean,
  depth = 0,
): number {
  const { bytes } = nesting;
  if (at + 1 >= end) return -1;
  switch (bytes[at]) {
    case 115: {
      const start = stringStart(bytes, at, end);
      if (start < 0) return -1;
      const stop = stringEnd(bytes, start, lengthAt, end);
      if (stop < 0) return -1;
      if (stop > start && !nesting.open(start, stop, isListed))
        nesting.visit(keyStart, keyEnd, start, stop, isListed);
      nesting.told = Math.min(stop + 2, end);
      return stop + 2;
    }
    case 105:
    case 100: {
      const stop = semicolon(bytes, at + 2, end);
      if (stop - at - 2 >= leastScalar) {
        nesting.visit(keyStart, keyEnd, at + 2, stop, isListed);
        nesting.told = stop + 1;
      }
      return stop < 0 ? -1 : stop + 1;
    }
    case 98:
    case 78:
    case 82:
    case 114: {
      const stop = semicolon(bytes, at, end);
      return stop < 0 ? -1 : stop + 1;
    }
    case 97:
    case 79:
      return depth < deepestArray ? openArray(nesting, at, end, isListed, depth) : -1;
    default:
      return -1;
  }
}

function openArray(nesting: Nesting, from: number, end: number, isListed: boolean, depth: number): number {
  const { bytes } = nesting;
  let at = from;
  while (at < end && bytes[at] !== 123) at++;
  at++;
  while (at < end && bytes[at] !== 125) {
    let keyStart = 0;
    let keyEnd = 0;
    if (bytes[at] === 115) {
      keyStart = stringStart(bytes, at, end);
      if (keyStart < 0) return -1;
      keyEnd = stringEnd(bytes, keyStart, lengthAt, end);
      if (keyEnd < 0) return -1;
      at = keyEnd + 2;
      keyStart = bareKey(bytes, keyStart, keyEnd);
    } else if (bytes[at] === 105) {
      at = semicolon(bytes, at, end) + 1;
      if (at === 0) return -1;
    } else return -1;
    at = openPhp(nesting, at, end, keyStart, keyEnd, isListed || keyEnd === 0, depth + 1);
    if (at < 0) return -1;
  }
  return at < end ? at + 1 : -1;
}

/** `name|value` again and again; returns where it ends, or -1. */
export function openSession(nesting: Nesting, start: number, end: number): number {
  const { bytes } = nesting;
  let at = start;
  while (at < end) {
    const name = at;
    while (at < end && bytes[at] !== 124) at++;
    if (at >= end) return name;
    const next = openPhp(nesting, at + 1, end, name, at, false);
    if (next < 0) return -1;
    at = next;
  }
  return at;
}

/** What `stringStart` read last. */
let lengthAt = 0;

/** Past `s:12:"`; -1 when that is not what stands there. */
function stringStart(bytes: Uint8Array, at: number, end: number): number {
  let length = 0;
  let p = at + 2;
  for (; p < end && p < at + 12 && bytes[p]! >= 48 && bytes[p]! <= 57; p++)
    length = length * 10 + bytes[p]! - 48;
  if (bytes[p] !== 58 || bytes[p + 1] !== 34) return -1;
  lengthAt = length;
  return p + 2;
}

function stringEnd(bytes: Uint8Array, start: number, length: number, end: number): number {
  const stop = start + length;
  if (stop < end && bytes[stop] === 34) return stop;
  for (let at = start; at + 1 < end; at++) if (bytes[at] === 34 && bytes[at + 1] === 59) return at;
  return -1;
}

/** Without the class that PHP writes before a property between two zeros. */
function bareKey(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[start] !== 0) return start;
  let at = start + 1;
  while (at < end && bytes[at] !== 0) at++;
  return at < end ? at + 1 : start;
}

function semicolon(bytes: Uint8Array, at: number, end: number): number {
  for (let p = at, last = Math.min(end, at + 40); p < last; p++) if (bytes[p] === 59) return p;
  return -1;
}
