// JSON and PHP's serialize where they stand in a text, whole or among other words. In: a span. Out: edits, and the places
// of what was read as done. Each byte is read once: where a value breaks off the text goes on behind what was read.

import type { Edits } from './edits.ts';
import { collectJson } from './json-text.ts';
import { collectPhp } from './php-text.ts';
import type { Ranges } from './ranges.ts';
import type { TextWork } from './text-work.ts';

const longestSessionName = 32;

export function collectPacked(
  work: TextWork,
  bytes: Uint8Array,
  start: number,
  end: number,
  edits: Edits,
  depth: number,
  done: Ranges,
): void {
  // a string that never ends would be read to the end again and again
  let mayJson = true;
  let mayPhp = true;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    let from = -1;
    if (mayJson && (byte === 123 || byte === 91) && isJsonStart(bytes, at, end)) from = at;
    else if (mayPhp && byte === 58 && at > start && isPhpStart(bytes, at, start, end)) from = at - 1;
    else if (mayPhp && byte === 124 && at + 2 < end && bytes[at + 2] === 58)
      from = sessionStart(bytes, at, start);
    if (from < 0) continue;
    const isJson = from === at;
    const read = (isJson ? collectJson : collectPhp)(work, bytes, from, end, edits, depth);
    if (read.isOpen && isJson) mayJson = false;
    else if (read.isOpen) mayPhp = false;
    if (read.at <= from) continue;
    done.add(from, read.at);
    at = read.at - 1;
  }
}

/** A quote or another bracket comes next. */
function isJsonStart(bytes: Uint8Array, at: number, end: number): boolean {
  let next = at + 1;
  for (const last = Math.min(end, at + 24); next < last && bytes[next]! <= 32;) next++;
  if (next >= end) return false;
  const byte = bytes[next]!;
  return (
    byte === 34 || (bytes[at] === 91 && (byte === 123 || byte === 91 || isNumberStart(bytes, next, end)))
  );
}

/** `[0639981234,`: a list of numbers. */
function isNumberStart(bytes: Uint8Array, at: number, end: number): boolean {
  let to = at;
  while (to < end && to < at + 24 && bytes[to]! >= 48 && bytes[to]! <= 57) to++;
  return to > at && (bytes[to] === 44 || bytes[to] === 93);
}

/** `a:3:{`, `O:8:"`, `s:12:"` with nothing glued before it. */
function isPhpStart(bytes: Uint8Array, colon: number, start: number, end: number): boolean {
  const sort = bytes[colon - 1]!;
  if (sort !== 97 && sort !== 79 && sort !== 115) return false;
  if (colon - 2 >= start && isNameByte(bytes[colon - 2]!)) return false;
  let at = colon + 1;
  while (at < end && at < colon + 12 && bytes[at]! >= 48 && bytes[at]! <= 57) at++;
  return at > colon + 1 && bytes[at] === 58 && bytes[at + 1] === (sort === 97 ? 123 : 34) && at + 1 < end;
}

function sessionStart(bytes: Uint8Array, bar: number, start: number): number {
  if (!isSerialSort(bytes[bar + 1]!)) return -1;
  let from = bar;
  while (from > start && bar - from < longestSessionName && isNameByte(bytes[from - 1]!)) from--;
  return from < bar ? from : -1;
}

/** `a O s i b d` */
function isSerialSort(byte: number): boolean {
  return byte === 97 || byte === 79 || byte === 115 || byte === 105 || byte === 98 || byte === 100;
}

function isNameByte(byte: number): boolean {
  const lower = byte | 32;
  return (lower >= 97 && lower <= 122) || byte === 95 || (byte >= 48 && byte <= 57);
}
