// Text of bytes that a database no longer uses: rows that were deleted are still there until something is
// written over them. In: a stretch of a page. Out: values apart from each other where records can be made
// out, runs of readable characters elsewhere. Never tells whether a row was alive.

import { isUtf8 } from 'node:buffer';
import type { DatabaseHeader } from './database-header.ts';
import { readRecord, utf8Text, valueBytes } from './record.ts';
import { readVarint, type Varint } from './varint.ts';

/** Shorter runs of readable bytes are chance, and no address is as short. */
const minRunBytes = 4;

/** Freeing a cell writes over as much of its beginning. */
export const freeBlockHeaderBytes = 4;

const varint: Varint = { value: 0, next: 0 };

/** Readable text between `from` and `to`, '' where there is none. `widths`: of the records that may have stood there. */
export function freeText(
  bytes: Buffer,
  from: number,
  to: number,
  text: DatabaseHeader['text'],
  widths: readonly number[] = [],
): string {
  const lines: string[] = [];
  let done = from;
  let p = from;
  while (p < to) {
    const end = bytes[p] === 0 ? -1 : recordEnd(bytes, p, to, text);
    const record = end > 0 ? bytes.subarray(p, end) : headlessRecord(bytes, p, from, to, text, widths);
    if (!record) {
      p++;
      continue;
    }
    addRuns(bytes, done, end > 0 ? p : p - freeBlockHeaderBytes, text, lines);
    lines.push(recordText(record, 0, record.length, text));
    done = p = end > 0 ? end : p + record.length - 1;
  }
  addRuns(bytes, done, to, text, lines);
  return lines.join('\n');
}

/**
 * A freed cell, whose first bytes are the header of a free block now: with them went the length of its types,
 * and often the first of these; how many are left is known by the width of the table. Out: the record with
 * its header mended; null where there is none.
 */
function headlessRecord(
  bytes: Buffer,
  at: number,
  from: number,
  to: number,
  text: DatabaseHeader['text'],
  widths: readonly number[],
): Buffer | null {
  if (widths.length === 0 || at - freeBlockHeaderBytes < from) return null;
  const blockBytes = bytes.readUInt16BE(at - 2);
  const blockEnd = at - freeBlockHeaderBytes + blockBytes;
  if (blockBytes <= freeBlockHeaderBytes || blockEnd > bytes.length) return null;
  for (const width of widths) {
    for (const left of [width, width - 1]) {
      const found = left > 0 ? typesAt(bytes, at, left, Math.min(to, blockEnd)) : null;
      if (!found || found.end - at > 126) continue;
      const end = found.end + found.bodyBytes;
      const record = Buffer.concat([Uint8Array.of(found.end - at + 1), bytes.subarray(at, end)]);
      if (recordEnd(record, 0, record.length, text) > 0) return record;
    }
  }
  return null;
}

/** Where `count` types from `at` end, and how long their values are; null where these are no types. */
function typesAt(
  bytes: Buffer,
  at: number,
  count: number,
  to: number,
): { end: number; bodyBytes: number } | null {
  let bodyBytes = 0;
  let end = at;
  for (let i = 0; i < count; i++) {
    if (end >= to) return null;
    readVarint(bytes, end, varint);
    bodyBytes += valueBytes(varint.value);
    end = varint.next;
  }
  return end + bodyBytes <= to ? { end, bodyBytes } : null;
}

/** One past the record that begins at `at`, if one with readable text can; else -1. */
function recordEnd(bytes: Buffer, at: number, to: number, text: DatabaseHeader['text']): number {
  const headerLength = bytes[at]!;
  const typesEnd = at + headerLength;
  if (headerLength < 2 || headerLength > 127 || typesEnd > to) return -1;
  let bodyBytes = 0;
  let hasText = false;
  let isReadable = headerLength >= 0x20; // prose would make a header too
  for (let p = at + 1; p < typesEnd;) {
    const byte = bytes[p]!;
    if (byte < 0x20 || byte >= 0x7f) isReadable = false;
    if (byte === 10 || byte === 11) return -1;
    readVarint(bytes, p, varint);
    p = varint.next;
    if (p > typesEnd) return -1;
    bodyBytes += valueBytes(varint.value);
    if (typesEnd + bodyBytes > to) return -1;
    if (varint.value > 13 && varint.value % 2 === 1) hasText = true;
  }
  if (!hasText || isReadable) return -1;
  return textsAreClean(bytes, at + 1, typesEnd, text) ? typesEnd + bodyBytes : -1;
}

function textsAreClean(bytes: Buffer, at: number, typesEnd: number, text: DatabaseHeader['text']): boolean {
  let body = typesEnd;
  for (let p = at; p < typesEnd; p = varint.next) {
    readVarint(bytes, p, varint);
    const end = body + valueBytes(varint.value);
    if (varint.value > 13 && varint.value % 2 === 1 && !isClean(bytes, body, end, text)) return false;
    body = end;
  }
  return true;
}

function isClean(bytes: Buffer, from: number, to: number, text: DatabaseHeader['text']): boolean {
  if (text !== 'utf-8') return (to - from) % 2 === 0;
  for (let p = from; p < to; p++) {
    const byte = bytes[p]!;
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13) return false;
  }
  return isUtf8(bytes.subarray(from, to));
}

export function recordText(bytes: Buffer, from: number, end: number, text: DatabaseHeader['text']): string {
  const values = readRecord(bytes, from, end, text) ?? [];
  return values.filter((value) => typeof value === 'string').join('\t');
}

/** Adds the readable runs; of UTF-16 only what is ASCII, whose zeros are left out. */
function addRuns(
  bytes: Buffer,
  from: number,
  to: number,
  text: DatabaseHeader['text'],
  lines: string[],
): void {
  if (to - from < minRunBytes) return;
  const part =
    text === 'utf-8' ? bytes.subarray(from, to) : bytes.subarray(from, to).filter((byte) => byte !== 0);
  const run = Buffer.from(part.buffer, part.byteOffset, part.length);
  let start = 0;
  for (let p = 0; p <= run.length; p++) {
    if (p < run.length && run[p]! >= 0x20 && run[p] !== 0x7f) continue;
    if (p - start >= minRunBytes) lines.push(utf8Text(run, start, p));
    start = p + 1;
  }
}
