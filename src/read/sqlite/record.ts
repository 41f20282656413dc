// One record of SQLite's format: a header of types, then the values. In: its bytes and the encoding of the
// database. Out: values; null where the bytes are no record. Text that is not what the database says is
// taken as Windows-1252, blobs that are plain text as text.

import { isUtf8 } from 'node:buffer';
import type { RecordValue } from '../unpack/unpack-sink.ts';
import type { DatabaseHeader } from './database-header.ts';
import { readVarint, type Varint } from './varint.ts';

/** SQLite can be built for 32,767 columns; past this a record is none. */
export const maxRecordColumns = 32_767;

const varint: Varint = { value: 0, next: 0 };
const windows1252 = new TextDecoder('windows-1252');
const bigEndian = new TextDecoder('utf-16be');

/**
 * The record at `from`. Where it goes on past `end` (its overflow is damaged, or beyond what is kept), values
 * that begin before are cut there and later ones are null. `latin1` is the text of the bytes where the
 * caller has it, `latin1At` the position it begins at: ASCII values are cut out of it for free.
 */
export function readRecord(
  bytes: Buffer,
  from: number,
  end: number,
  text: DatabaseHeader['text'],
  latin1 = '',
  latin1At = 0,
): RecordValue[] | null {
  readVarint(bytes, from, varint);
  const typesEnd = from + varint.value;
  if (typesEnd > end || varint.next > typesEnd) return null;
  const values: RecordValue[] = [];
  let body = typesEnd;
  for (let at = varint.next; at < typesEnd; at = varint.next) {
    readVarint(bytes, at, varint);
    const type = varint.value;
    if (varint.next > typesEnd || values.length === maxRecordColumns) return null;
    const next = body + valueBytes(type);
    if (type >= 12) {
      const to = next < end ? next : end;
      if (body > to) values.push(null);
      else if (type % 2 === 0) values.push(blobValue(bytes, body, to));
      else if (text !== 'utf-8') values.push(utf16Text(bytes, body, to, text));
      else if (latin1 !== '' && isAscii(bytes, body, to))
        values.push(latin1.slice(body - latin1At, to - latin1At));
      else values.push(utf8Text(bytes, body, to));
    } else {
      values.push(next > end ? null : numberText(bytes, body, type));
    }
    body = next;
  }
  return values;
}

const fixedBytes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0];

export function valueBytes(type: number): number {
  return type < 12 ? fixedBytes[type]! : (type - 12 - (type & 1)) / 2;
}

function numberText(bytes: Buffer, at: number, type: number): string | null {
  switch (type) {
    case 1:
      return String(bytes.readInt8(at));
    case 2:
      return String(bytes.readInt16BE(at));
    case 3:
      return String(bytes.readIntBE(at, 3));
    case 4:
      return String(bytes.readInt32BE(at));
    case 5:
      return String(bytes.readIntBE(at, 6));
    case 6:
      return String(bytes.readBigInt64BE(at));
    case 7:
      return String(bytes.readDoubleBE(at));
    case 8:
      return '0';
    case 9:
      return '1';
    default:
      return null; // NULL, and two types that are never written to a file
  }
}

function isAscii(bytes: Uint8Array, from: number, to: number): boolean {
  for (let p = from; p < to; p++) if (bytes[p]! >= 0x80) return false;
  return true;
}

export function utf8Text(bytes: Buffer, from: number, to: number): string {
  const part = bytes.subarray(from, to);
  return isUtf8(part) ? part.toString() : windows1252.decode(part);
}

function utf16Text(bytes: Buffer, from: number, to: number, text: DatabaseHeader['text']): string {
  const part = bytes.subarray(from, to);
  return text === 'utf-16le' ? part.toString('utf16le') : bigEndian.decode(part);
}

/** Blobs are copied: the page they lie in is not kept. */
function blobValue(bytes: Buffer, from: number, to: number): string | Uint8Array {
  const blob = bytes.subarray(from, to);
  return isPlainText(blob) ? blob.toString() : new Uint8Array(blob);
}

function isPlainText(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13) return false;
  return isUtf8(bytes);
}
