// A value in JSON: a string where a string was, a number where it can be one, its own text where it is an array or an object,
// and inside what states its type (`{"$date": …}`, `ObjectId("…")`) where that stood there.

import type { ByteSink } from '../byte-sink.ts';
import { isNumber } from './is-number.ts';
import { latin1 } from '../ascii.ts';

const quote = 0x22;
const backslash = 0x5c;
const slash = 0x2f;
const letterU = 0x75;
const [brace, bracket] = [0x7b, 0x5b];

export function writeJsonCell(
  raw: Uint8Array,
  start: number,
  end: number,
  value: Uint8Array,
  length: number,
  out: ByteSink,
): void {
  const first = raw[start]!;
  if (first === quote) return putString(raw, start, end, value, length, out);
  if (first === brace || raw[end - 1] === closingParenthesis) {
    if (putTyped(raw, start, end, value, length, out)) return;
  }
  const isNested = first === brace || first === bracket;
  if (isNested && value[0] === first) return out.copy(value, 0, length);
  if (!isNested && isNumber(value, length, true)) return out.copy(value, 0, length);
  putString(raw, start, end, value, length, out);
}

const closingParenthesis = 0x29;

/** By byte: the letter that stands for it after a backslash. */
const letters = new Uint8Array(128);
for (const [byte, letter] of [
  [0x08, 'b'],
  [0x09, 't'],
  [0x0a, 'n'],
  [0x0c, 'f'],
  [0x0d, 'r'],
  [quote, '"'],
  [backslash, '\\'],
] as const)
  letters[byte] = letter.charCodeAt(0);

function putString(
  raw: Uint8Array,
  start: number,
  end: number,
  value: Uint8Array,
  length: number,
  out: ByteSink,
): void {
  let codes: boolean | null = null;
  let slashes: boolean | null = null;
  out.put(quote);
  for (let p = 0; p < length; p++) {
    const byte = value[p]!;
    if (byte >= 0x80) {
      codes ??= isEscapedBy(raw, start, end, letterU);
      if (codes) p = putCodes(value, p, length, out) - 1;
      else out.put(byte);
    } else if (letters[byte] !== 0) {
      out.put(backslash);
      out.put(letters[byte]!);
    } else if (byte < 0x20) out.write(codeOf(byte));
    else {
      if (byte === slash && (slashes ??= isEscapedBy(raw, start, end, slash))) out.put(backslash);
      out.put(byte);
    }
  }
  out.put(quote);
}

/** Whether the cell has this letter after a backslash. */
function isEscapedBy(raw: Uint8Array, start: number, end: number, letter: number): boolean {
  for (let p = start + 1; p < end - 1; p++) if (raw[p] === backslash && raw[++p] === letter) return true;
  return false;
}

/** The character at `from` as `\\u…`; returns one past it. */
function putCodes(value: Uint8Array, from: number, length: number, out: ByteSink): number {
  let to = from + 1;
  while (to < length && (value[to]! & 0xc0) === 0x80) to++;
  const text = Buffer.from(value.buffer, value.byteOffset + from, to - from).toString();
  for (let i = 0; i < text.length; i++) out.write(codeOf(text.charCodeAt(i)));
  return to;
}

function codeOf(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}

/** What stands before the value itself, as the notation of JSON takes it off. */
const typed =
  /^(?:\{\s*"\$(?:oid|(date)|number(?:Long|Int|Double|Decimal)|uuid|symbol|(binary))"\s*:\s*(?:\{\s*"(?:\$numberLong|base64)"\s*:\s*)?|(?:ObjectId|ISODate|Date|new Date|Number(?:Long|Int|Decimal)|UUID|Symbol|BinData|Timestamp)\s*\(\s*)/u;

const headBytes = 96;

function putTyped(
  raw: Uint8Array,
  start: number,
  end: number,
  value: Uint8Array,
  length: number,
  out: ByteSink,
): boolean {
  const match = typed.exec(latin1(raw, start, Math.min(end, start + headBytes)));
  if (!match) return false;
  const from = start + match[0].length;
  const to = raw[from] === quote ? stringEnd(raw, from, end) : numberEnd(raw, from, end);
  if (to <= from) return false;
  out.copy(raw, start, from);
  if (raw[from] !== quote) {
    const milliseconds = match[1] === undefined ? Number.NaN : Date.parse(latin1(value, 0, length));
    if (Number.isFinite(milliseconds)) out.write(String(milliseconds));
    else if (isNumber(value, length, true)) out.copy(value, 0, length);
    else putString(raw, from, to, value, length, out);
  } else if (match[2] === undefined) putString(raw, from, to, value, length, out);
  else out.write(`"${Buffer.from(value.buffer, value.byteOffset, length).toString('base64')}"`);
  out.copy(raw, to, end);
  return true;
}

function stringEnd(raw: Uint8Array, from: number, to: number): number {
  let p = from + 1;
  for (; p < to && raw[p] !== quote; p++) if (raw[p] === backslash) p++;
  return Math.min(to, p + 1);
}

function numberEnd(raw: Uint8Array, from: number, to: number): number {
  let p = from;
  while (p < to && /[-+.\deE]/u.test(String.fromCharCode(raw[p]!))) p++;
  return p;
}
