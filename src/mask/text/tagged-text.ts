// Elements and attributes of XML and HTML whose names tell what they hold (`<nom>`, `email="…"`), and fields of forms and
// queries (`nom=…&prenom=…`). In: a span. Out: edits for those values, and their places as done; all else is left to be
// read as text. Linear: each value is read to its end and no further.

import type { Edits } from './edits.ts';
import { escapeSorts } from './escaped-view.ts';
import { keySays } from './key-method.ts';
import { collectView } from './read-view.ts';
import type { Ranges } from './ranges.ts';
import type { TextWork } from './text-work.ts';

const longestName = 64;
const longestValue = 512;
const cdata = [...'<![CDATA['].map((sign) => sign.charCodeAt(0));
const decoder = new TextDecoder();

export function collectTagged(
  work: TextWork,
  bytes: Uint8Array,
  start: number,
  end: number,
  edits: Edits,
  depth: number,
  done: Ranges,
): void {
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === 62) {
      // `<nom>…`
      const from = pastCdata(bytes, at + 1, end);
      const stop = valueEnd(bytes, from, end, from > at + 1 ? 93 : 60);
      if (stop > from && bytes[stop] === (from > at + 1 ? 93 : 60)) {
        const name = elementName(bytes, at, start);
        if (name !== '') collectOne(work, name, bytes, from, stop, edits, depth, done, escapeSorts.entity);
      }
    } else if (byte === 61 && at > start && isNameByte(bytes[at - 1]!)) {
      const from = at + 1 < end && (bytes[at + 1] === 34 || bytes[at + 1] === 39) ? at + 2 : at + 1;
      const stop =
        from > at + 1 ? valueEnd(bytes, from, end, bytes[at + 1]!) : fieldEnd(bytes, from, end, at, start);
      if (stop <= from || (from > at + 1 && bytes[stop] !== bytes[at + 1])) continue;
      const name = nameBefore(bytes, at, start);
      const sorts = from > at + 1 ? escapeSorts.entity : escapeSorts.percent;
      if (name !== '') collectOne(work, name, bytes, from, stop, edits, depth, done, sorts);
    }
  }
}

function collectOne(
  work: TextWork,
  name: string,
  bytes: Uint8Array,
  start: number,
  stop: number,
  edits: Edits,
  depth: number,
  done: Ranges,
  sorts: number,
): void {
  if (keySays(name) === null || done.touches(start, stop)) return;
  const first = edits.count;
  if (!collectView(work, sorts, name, bytes, start, stop, edits, depth, null)) {
    work.collectValue(name, bytes, start, stop, edits, depth + 1);
    if (sorts === escapeSorts.entity)
      edits.rewrite(
        first,
        (byte) => byte === 34 || byte === 38 || byte === 60 || byte === 62,
        (byte) => `&#${byte};`,
      );
  }
  if (edits.count > first) done.add(start, stop);
}

function pastCdata(bytes: Uint8Array, at: number, end: number): number {
  if (at + cdata.length >= end) return at;
  return cdata.every((byte, index) => bytes[at + index] === byte) ? at + cdata.length : at;
}

/** Where `sign` stands, or the value is longer than one is. */
function valueEnd(bytes: Uint8Array, from: number, end: number, sign: number): number {
  let at = from;
  for (const last = Math.min(end, from + longestValue); at < last && bytes[at] !== sign;) at++;
  return at < end ? at : from;
}

/** Of `nom=Quellmont&…`; only where other fields stand beside it, or nothing does. */
function fieldEnd(bytes: Uint8Array, from: number, end: number, sign: number, start: number): number {
  let at = from;
  for (const last = Math.min(end, from + longestValue); at < last && !isFieldEnd(bytes[at]!);) at++;
  let first = sign;
  while (first > start && sign - first < longestName && isNameByte(bytes[first - 1]!)) first--;
  const isBeside =
    bytes[at] === 38 || (first > start && (bytes[first - 1] === 38 || bytes[first - 1] === 63));
  return isBeside || (at === end && first === start) ? at : from;
}

/** Blank, `"`, `#`, `&`, `'`, `;`, `<`, `>` */
function isFieldEnd(byte: number): boolean {
  return (
    byte <= 32 ||
    byte === 34 ||
    byte === 35 ||
    byte === 38 ||
    byte === 39 ||
    byte === 59 ||
    byte === 60 ||
    byte === 62
  );
}

/** The name of the element whose `>` stands at `at`; empty for the end of one. */
function elementName(bytes: Uint8Array, at: number, start: number): string {
  let open = at;
  for (const first = Math.max(start, at - 4 * longestName); open > first && bytes[open] !== 60;) open--;
  if (bytes[open] !== 60 || bytes[at - 1] === 47) return '';
  let to = open + 1;
  while (to < at && to - open <= longestName && isNameByte(bytes[to]!)) to++;
  return decoder.decode(bytes.subarray(open + 1, to)).replace(/^.*:/, '');
}

function nameBefore(bytes: Uint8Array, at: number, start: number): string {
  let from = at;
  while (from > start && at - from < longestName && isNameByte(bytes[from - 1]!)) from--;
  return decoder.decode(bytes.subarray(from, at)).replace(/^.*:/, '');
}

/** Letters, digits, `-`, `.`, `:`, `_`, `[`, `]` */
function isNameByte(byte: number): boolean {
  const lower = byte | 32;
  if ((lower >= 97 && lower <= 122) || byte >= 0x80) return true;
  return (
    (byte >= 48 && byte <= 58) || byte === 45 || byte === 46 || byte === 95 || byte === 91 || byte === 93
  );
}
