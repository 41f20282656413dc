// PHP's serialize and its sessions in a text, masked value by value, lengths kept right. In: where a value begins. Out:
// edits, and where reading ended: at the end of the value, or at the first thing that is none. A length is believed only
// where a quote stands at the end of it; written for another charset it counts characters, and goes on doing so.

import type { Edits } from './edits.ts';
import type { JsonEnd } from './json-text.ts';
import { collectNumber, isLongNumber } from './json-text.ts';
import { PersonKeys } from './person-keys.ts';
import type { TextWork } from './text-work.ts';
import { isDigit } from '../ascii.ts';

const deepestArray = 48;
const longestLength = 10;
const longestKey = 64;

interface PhpString {
  start: number;
  stop: number;
  lengthStart: number;
  lengthEnd: number;
}

export function collectPhp(
  work: TextWork,
  bytes: Uint8Array,
  start: number,
  end: number,
  edits: Edits,
  depth: number,
): JsonEnd {
  let isOpen = false;
  let done = start;
  /** Of the value read last. */
  let last: PhpString | null = null;

  const value = (at: number, key: string, level: number): number => {
    if (at + 1 >= end) return -1;
    switch (bytes[at]) {
      case 115: {
        const string = stringAt(at);
        if (string === null) return -1;
        collectString(string, key);
        last = string;
        done = string.stop + 2;
        return done;
      }
      case 105:
      case 100: {
        const stop = semicolon(bytes, at + 2, end);
        if (stop < 0 || bytes[at + 1] !== 58) return -1;
        if (isLongNumber(key, stop - at - 2)) collectNumber(work, key, bytes, at + 2, stop, edits, depth);
        done = stop + 1;
        return done;
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
        return level < deepestArray ? array(at, key, level) : -1;
      default:
        return -1;
    }
  };

  const array = (from: number, key: string, level: number): number => {
    let at = from;
    for (const last = Math.min(end, from + longestHead); at < last && bytes[at] !== 123;) at++;
    if (bytes[at] !== 123 || at >= end) return -1;
    at++;
    done = at;
    const person = new PersonKeys<PhpString>();
    while (at < end && bytes[at] !== 125) {
      let name = key;
      if (bytes[at] === 115) {
        const string = stringAt(at);
        if (string === null) return -1;
        collectString(string, '');
        at = string.stop + 2;
        name = keyText(bytes, string.start, string.stop);
      } else if (bytes[at] === 105) {
        at = semicolon(bytes, at + 2, end) + 1;
        if (at === 0) return -1;
      } else return -1;
      done = at;
      const first = edits.count;
      last = null;
      at = value(at, name, level + 1);
      if (at < 0) return -1;
      if (last !== null) person.see(name, edits.count === first ? last : null);
    }
    const name = person.openName();
    if (name !== null) collectString(name.value, name.key);
    return at < end ? at + 1 : -1;
  };

  const stringAt = (at: number): PhpString | null => {
    let lengthEnd = at + 2;
    let length = 0;
    while (lengthEnd < end && lengthEnd < at + 2 + longestLength && isDigit(bytes[lengthEnd]!))
      length = length * 10 + bytes[lengthEnd++]! - 48;
    if (bytes[at + 1] !== 58 || bytes[lengthEnd] !== 58 || bytes[lengthEnd + 1] !== 34) return null;
    const from = lengthEnd + 2;
    let stop = from + length;
    if (stop >= end || bytes[stop] !== 34) {
      stop = from;
      while (stop + 1 < end && (bytes[stop] !== 34 || bytes[stop + 1] !== 59)) stop++;
      if (stop + 1 >= end) {
        isOpen = true;
        return null;
      }
    }
    return { start: from, stop, lengthStart: at + 2, lengthEnd };
  };

  const collectString = ({ start: from, stop, lengthStart, lengthEnd }: PhpString, key: string): void => {
    if (from === stop) return;
    const first = edits.count;
    work.collectValue(key, bytes, from, stop, edits, depth + 1);
    if (edits.count === first) return;
    const written = Number(decoder.decode(bytes.subarray(lengthStart, lengthEnd)));
    const isBytes = written === stop - from;
    let growth = edits.growth(first);
    if (!isBytes && written === characters(bytes, from, stop))
      growth = edits.growthIn(first, characters, bytes);
    if (growth === 0) return;
    const text = edits.texts.length;
    edits.texts.write(String(Math.max(0, written + growth)));
    edits.add(lengthStart, lengthEnd, text);
  };

  const stop = isSessionAt(bytes, start, end) ? session() : value(start, '', 0);
  return { at: stop < 0 ? done : stop, isWhole: stop >= 0, isOpen };

  /** `name|value` again and again. */
  function session(): number {
    let at = start;
    while (at < end) {
      const name = at;
      while (at < end && at - name <= longestKey && bytes[at] !== 124) at++;
      if (at >= end || bytes[at] !== 124) return name;
      const next = value(at + 1, keyText(bytes, name, at), 0);
      if (next < 0) return -1;
      at = next;
    }
    return at;
  }
}

/** `O:` with the name of its class and the count of its properties. */
const longestHead = 320;
const decoder = new TextDecoder();

/** A name of letters with a bar after it, before any sign that values have. */
function isSessionAt(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end && at - start <= longestKey; at++) {
    const byte = bytes[at]!;
    if (byte === 124) return at > start;
    if (byte === 58 || byte === 59 || byte === 34 || byte <= 32) return false;
  }
  return false;
}

/** Without the class that PHP writes before a property between two zeros. */
function keyText(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > 2 * longestKey) return '';
  const text = decoder.decode(bytes.subarray(start, end));
  return text.slice(text.lastIndexOf('\0') + 1);
}

function characters(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if ((bytes[at]! & 0xc0) !== 0x80) count++;
  return count;
}

function semicolon(bytes: Uint8Array, at: number, end: number): number {
  for (let p = at, last = Math.min(end, at + 40); p < last; p++) if (bytes[p] === 59) return p;
  return -1;
}
