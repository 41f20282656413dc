/*
 * JSON, opened. In: a span. Out: its leaves, to the visitor; where reading ended. Strings with escapes are written out
 * into scratch first. Stops at the first thing that is no JSON; what was read before it counts. Linear in the length.
 */

import { deepestArray, leastScalar, type Nesting } from './nesting.ts';

/** Reads the value at `from`; returns the offset after it, or -1. */
export function openJson(
  nesting: Nesting,
  from: number,
  end: number,
  keyStart: number,
  keyEnd: number,
  isListed: boolean,
  depth = 0,
): number {
  const { bytes } = nesting;
  const at = skipBlanks(bytes, from, end);
  if (at >= end) return -1;
  switch (bytes[at]) {
    case 34: {
      const stop = stringEnd(bytes, at + 1, end);
      if (stop < 0) return -1;
      tellString(nesting, at + 1, stop, keyStart, keyEnd, isListed);
      return stop + 1;
    }
    case 123:
      return depth < deepestArray ? openObject(nesting, at + 1, end, isListed, depth) : -1;
    case 91:
      return depth < deepestArray ? openArray(nesting, at + 1, end, depth) : -1;
    default: {
      let stop = at;
      while (stop < end && isScalar(bytes[stop]!)) stop++;
      if (stop === at) return -1;
      if (bytes[at]! < 58 && stop - at >= leastScalar) {
        nesting.visit(keyStart, keyEnd, at, stop, isListed);
        nesting.told = stop;
      }
      return stop;
    }
  }
}

function openObject(nesting: Nesting, from: number, end: number, isListed: boolean, depth: number): number {
  const { bytes } = nesting;
  let at = skipBlanks(bytes, from, end);
  while (at < end && bytes[at] !== 125) {
    if (bytes[at] !== 34) return -1;
    const keyStart = at + 1;
    const keyEnd = stringEnd(bytes, keyStart, end);
    if (keyEnd < 0) return -1;
    at = skipBlanks(bytes, keyEnd + 1, end);
    if (bytes[at] !== 58) return -1;
    at = openJson(nesting, at + 1, end, keyStart, keyEnd, isListed, depth + 1);
    if (at < 0) return -1;
    at = pastComma(bytes, at, end, 125);
    if (at < 0) return -1;
  }
  return at < end ? at + 1 : -1;
}

function openArray(nesting: Nesting, from: number, end: number, depth: number): number {
  const { bytes } = nesting;
  let at = skipBlanks(bytes, from, end);
  while (at < end && bytes[at] !== 93) {
    at = openJson(nesting, at, end, 0, 0, true, depth + 1);
    if (at < 0) return -1;
    at = pastComma(bytes, at, end, 93);
    if (at < 0) return -1;
  }
  return at < end ? at + 1 : -1;
}

function tellString(
  nesting: Nesting,
  start: number,
  stop: number,
  keyStart: number,
  keyEnd: number,
  isListed: boolean,
): void {
  if (stop === start) return;
  const { bytes } = nesting;
  let [from, to] = [start, stop];
  // where there is no room left for it, it is told as it is written
  if (hasEscape(bytes, start, stop) && nesting.scratch + (stop - start) <= nesting.scratchEnd) {
    from = nesting.scratch;
    to = writeOut(bytes, start, stop, from);
    nesting.scratch = to;
  }
  if (!nesting.open(from, to, isListed)) nesting.visit(keyStart, keyEnd, from, to, isListed);
  nesting.told = stop + 1;
}

/** Writes a string without its escapes, which only makes it shorter; returns where it ends. */
function writeOut(bytes: Uint8Array, start: number, stop: number, out: number): number {
  let to = out;
  for (let at = start; at < stop; at++) {
    const byte = bytes[at]!;
    if (byte !== 92) {
      bytes[to++] = byte;
      continue;
    }
    const escaped = bytes[++at]!;
    if (escaped === 117 && at + 4 < stop) {
      const code = hexCode(bytes, at + 1);
      at += 4;
      if (code < 0x80) bytes[to++] = code;
      else if (code < 0x800) {
        bytes[to++] = 0xc0 | (code >> 6);
        bytes[to++] = 0x80 | (code & 0x3f);
      } else {
        bytes[to++] = 0xe0 | (code >> 12);
        bytes[to++] = 0x80 | ((code >> 6) & 0x3f);
        bytes[to++] = 0x80 | (code & 0x3f);
      }
    } else if (escaped === 110 || escaped === 114 || escaped === 116) bytes[to++] = 32;
    else bytes[to++] = escaped;
  }
  return to;
}

function hexCode(bytes: Uint8Array, at: number): number {
  let code = 0;
  for (let index = 0; index < 4; index++) {
    const byte = bytes[at + index]!;
    code = code * 16 + (byte <= 57 ? byte - 48 : ((byte | 32) - 87) & 15);
  }
  return code;
}

function hasEscape(bytes: Uint8Array, start: number, stop: number): boolean {
  for (let at = start; at < stop; at++) if (bytes[at] === 92) return true;
  return false;
}

/** The closing quote of a string that begins at `start`. */
function stringEnd(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    if (bytes[at] === 92) at++;
    else if (bytes[at] === 34) return at;
  }
  return -1;
}

/** Past the comma after a value, or at `closing`; -1 where neither stands there. */
function pastComma(bytes: Uint8Array, from: number, end: number, closing: number): number {
  const at = skipBlanks(bytes, from, end);
  if (at >= end) return -1;
  if (bytes[at] === 44) return skipBlanks(bytes, at + 1, end);
  return bytes[at] === closing ? at : -1;
}

function skipBlanks(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && bytes[at]! <= 32) at++;
  return at;
}

/** Numbers, `true`, `false`, `null`. */
function isScalar(byte: number): boolean {
  const lower = byte | 32;
  return (
    (byte >= 48 && byte <= 57) || byte === 43 || byte === 45 || byte === 46 || (lower >= 97 && lower <= 122)
  );
}
