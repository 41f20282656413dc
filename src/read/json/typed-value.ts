// Values whose type MongoDB states: {"$oid":"…"}, {"$date":{"$numberLong":"…"}}, ISODate("…"), and so on.
// In: the span of the whole. Out: the span of the value itself; dates as ISO 8601, binary as its bytes.

import type { Decoded } from '../notation.ts';
import { unescapeString } from './unescape-string.ts';

const quote = 0x22;

/** Looked at to find the type and where its value begins. */
const headBytes = 96;

const typed = /^\{\s*"\$(oid|date|number(?:Long|Int|Double|Decimal)|uuid|symbol|binary)"\s*:\s*/u;
const calls =
  /^(?:ObjectId|ISODate|Date|new Date|Number(?:Long|Int|Decimal)|UUID|Symbol|BinData|Timestamp)\s*\(\s*/u;
const inner = /^\{\s*"(?:\$numberLong|base64)"\s*:\s*/u;

/** False where nothing is to be taken off. */
export function decodeTyped(
  bytes: Uint8Array,
  from: number,
  to: number,
  scratch: number,
  scratchBytes: number,
  decoded: Decoded,
): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.min(headBytes, to - from)).toString(
    'latin1',
  );
  const match = typed.exec(head) ?? calls.exec(head);
  if (!match) return false;
  const nested = inner.exec(head.slice(match[0].length));
  const start = from + match[0].length + (nested?.[0].length ?? 0);
  if (start >= to) return false;
  if (bytes[start] === quote) {
    unescapeString(bytes, start, to, scratch, scratchBytes, decoded);
  } else {
    let end = start;
    while (end < to && isNumberByte(bytes[end]!)) end++;
    if (end === start) return false;
    decoded.start = start;
    decoded.end = end;
  }
  if (match[1] === 'date') putDate(bytes, scratch, decoded);
  if (match[1] === 'binary') putBinary(bytes, scratch, scratchBytes, decoded);
  return true;
}

function isNumberByte(byte: number): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x2d ||
    byte === 0x2e ||
    byte === 0x2b ||
    (byte | 0x20) === 0x65
  );
}

/** Milliseconds since 1970 become a date; what is written as a date stays. */
function putDate(bytes: Uint8Array, scratch: number, decoded: Decoded): void {
  const text = textOf(bytes, decoded.start, Math.min(decoded.end, decoded.start + 24));
  const date = /^-?\d{1,16}$/u.test(text) ? new Date(Number(text)) : null;
  if (!date || Number.isNaN(date.getTime())) return;
  put(bytes, scratch, Buffer.from(date.toISOString()), decoded);
}

function putBinary(bytes: Uint8Array, scratch: number, scratchBytes: number, decoded: Decoded): void {
  // four letters are three bytes; the end may have been left off
  const last = Math.min(decoded.end, decoded.start + scratchBytes);
  put(bytes, scratch, Buffer.from(textOf(bytes, decoded.start, last), 'base64'), decoded);
  decoded.wide = false;
}

function put(bytes: Uint8Array, at: number, value: Uint8Array, decoded: Decoded): void {
  bytes.set(value, at);
  decoded.start = at;
  decoded.end = at + value.length;
}

function textOf(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
}
