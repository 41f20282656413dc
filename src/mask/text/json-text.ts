// JSON in a text, masked value by value. In: where a `{` or `[` stands. Out: edits, and where reading ended: at the end of
// the value, or at the first thing that is no JSON. Keys are read as text, numbers stay numbers. Linear, bounded in depth.

import type { Edits } from './edits.ts';
import { escapeSorts } from './escaped-view.ts';
import { keySays } from './key-method.ts';
import { PersonKeys } from './person-keys.ts';
import { collectView } from './read-view.ts';
import type { TextWork } from './text-work.ts';

const deepestArray = 48;
/** Shorter numbers are counts, sizes and states. */
const leastNumber = 6;
const leastPostcode = 4;

export interface JsonEnd {
  /** Where reading ended. */
  at: number;
  /** The value is read to its end. */
  isWhole: boolean;
  /** A string begins and never ends. */
  isOpen: boolean;
}

export function collectJson(
  work: TextWork,
  bytes: Uint8Array,
  start: number,
  end: number,
  edits: Edits,
  depth: number,
): JsonEnd {
  let isOpen = false;
  let done = start;
  /** Of the string read last. */
  let valueStart = -1;

  const value = (from: number, key: string, level: number): number => {
    const at = skipBlanks(bytes, from, end);
    if (at >= end) return -1;
    switch (bytes[at]) {
      case 34: {
        const stop = stringEnd(at + 1);
        if (stop < 0) return -1;
        collectString(work, key, bytes, at + 1, stop, edits, depth);
        valueStart = at + 1;
        done = stop + 1;
        return stop + 1;
      }
      case 123:
        return level < deepestArray ? object(at + 1, level) : -1;
      case 91:
        return level < deepestArray ? array(at + 1, key, level) : -1;
      default: {
        let stop = at;
        while (stop < end && isScalar(bytes[stop]!)) stop++;
        if (stop === at || !isLiteral(bytes, at, stop)) return -1;
        if (bytes[at]! < 58 && isLongNumber(key, stop - at))
          collectNumber(work, key, bytes, at, stop, edits, depth);
        done = stop;
        return stop;
      }
    }
  };

  const object = (from: number, level: number): number => {
    const person = new PersonKeys<{ start: number; stop: number }>();
    let at = skipBlanks(bytes, from, end);
    while (at < end && bytes[at] !== 125) {
      if (bytes[at] !== 34) return -1;
      const keyStart = at + 1;
      const keyEnd = stringEnd(keyStart);
      if (keyEnd < 0) return -1;
      collectString(work, '', bytes, keyStart, keyEnd, edits, depth);
      done = keyEnd + 1;
      at = skipBlanks(bytes, keyEnd + 1, end);
      if (bytes[at] !== 58) return -1;
      const key = keyText(bytes, keyStart, keyEnd);
      const first = edits.count;
      valueStart = -1;
      at = value(at + 1, key, level + 1);
      if (at < 0) return -1;
      if (valueStart >= 0)
        person.see(key, edits.count === first ? { start: valueStart, stop: at - 1 } : null);
      at = pastComma(bytes, at, end, 125);
      if (at < 0) return -1;
    }
    const name = person.openName();
    if (name !== null) collectString(work, name.key, bytes, name.value.start, name.value.stop, edits, depth);
    return at < end ? at + 1 : -1;
  };

  /** Places of a list are what the key of the list says. */
  const array = (from: number, key: string, level: number): number => {
    let at = skipBlanks(bytes, from, end);
    while (at < end && bytes[at] !== 93) {
      at = value(at, key, level + 1);
      if (at < 0) return -1;
      at = pastComma(bytes, at, end, 93);
      if (at < 0) return -1;
    }
    return at < end ? at + 1 : -1;
  };

  const stringEnd = (from: number): number => {
    for (let at = from; at < end; at++) {
      if (bytes[at] === 92) at++;
      else if (bytes[at] === 34) return at;
    }
    isOpen = true;
    return -1;
  };

  const stop = value(start, '', 0);
  return { at: stop < 0 ? done : stop, isWhole: stop >= 0, isOpen };
}

function collectString(
  work: TextWork,
  key: string,
  bytes: Uint8Array,
  start: number,
  stop: number,
  edits: Edits,
  depth: number,
): void {
  if (stop === start) return;
  if (hasBackslash(bytes, start, stop)) {
    collectView(work, escapeSorts.backslash, key, bytes, start, stop, edits, depth, null);
    return;
  }
  const first = edits.count;
  work.collectValue(key, bytes, start, stop, edits, depth + 1);
  edits.rewrite(first, (byte) => byte === 34 || byte === 92 || byte < 32, escapeInString);
}

function escapeInString(byte: number): string {
  return byte === 34 || byte === 92
    ? `\\${String.fromCharCode(byte)}`
    : `\\u${byte.toString(16).padStart(4, '0')}`;
}

/** Long enough to be somebody's. */
export function isLongNumber(key: string, digits: number): boolean {
  return digits >= leastNumber || (digits >= leastPostcode && keySays(key) === 'postalCode');
}

/** What a number becomes has to be one, of as many digits or fewer, and without a zero in front. */
export function collectNumber(
  work: TextWork,
  key: string,
  bytes: Uint8Array,
  start: number,
  stop: number,
  edits: Edits,
  depth: number,
): void {
  const first = edits.count;
  work.collectValue(key, bytes, start, stop, edits, depth + 1);
  if (edits.count === first || isNumber(edits, first)) return;
  edits.cut(first);
  work.put('shape', bytes, start, stop, edits);
}

function isNumber(edits: Edits, first: number): boolean {
  const { bytes } = edits.texts;
  for (let index = first; index < edits.count; index++) {
    const from = edits.froms[index]!;
    if (bytes[from] === 48 && edits.tos[index]! - from > 1) return false;
    for (let at = from; at < edits.tos[index]!; at++) {
      const byte = bytes[at]!;
      if (byte !== 46 && (byte < 48 || byte > 57)) return false;
    }
  }
  return true;
}

function keyText(bytes: Uint8Array, start: number, end: number): string {
  return end - start > longestKey ? '' : decoder.decode(bytes.subarray(start, end));
}

const longestKey = 64;
const decoder = new TextDecoder();

function hasBackslash(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] === 92) return true;
  return false;
}

function skipBlanks(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && bytes[at]! <= 32) at++;
  return at;
}

/** Past the comma after a member, or to what closes; -1 for anything else. */
function pastComma(bytes: Uint8Array, from: number, end: number, closing: number): number {
  const at = skipBlanks(bytes, from, end);
  if (bytes[at] === 44 && at < end) return skipBlanks(bytes, at + 1, end);
  return at < end && bytes[at] === closing ? at : -1;
}

/** A number, or `true`, `false`, `null`. */
function isLiteral(bytes: Uint8Array, start: number, stop: number): boolean {
  const first = bytes[start]!;
  if (first < 58) return true;
  return stop - start === (first === 102 ? 5 : 4) && (first === 102 || first === 110 || first === 116);
}

/** Digits, letters, `+`, `-`, `.` */
function isScalar(byte: number): boolean {
  const lower = byte | 32;
  return (
    (lower >= 97 && lower <= 122) || (byte >= 48 && byte <= 57) || (byte >= 43 && byte <= 46 && byte !== 44)
  );
}
