// A value in a row of an INSERT. In: the cell that it replaces. Out: a literal of the same form: 'quoted', N'quoted', X'hex',
// 0xhex, a number, E'…', $$…$$, q'[…]'. An expression becomes one literal, within the conversion that it was given, if any.

import type { ByteSink } from '../byte-sink.ts';
import type { Dialect } from '../../read/index.ts';
import type { WriteCell } from './write-cell.ts';
import { isUpperHex, putHex } from './hex.ts';
import { isNumber } from './is-number.ts';
import { mysqlLetters, postgresLetters, putQuoted } from './quoted.ts';
import { latin1 } from '../ascii.ts';

const QUOTE = 0x27;
const DOUBLE_QUOTE = 0x22;
const ZERO = 0x30;

export function createSqlCell(dialect: Dialect): WriteCell {
  const letters = dialect.escapes ? mysqlLetters : null;
  const hasHexStrings = dialect.oddStrings === 'dollars';
  return (raw, start, end, value, length, out) => {
    const first = raw[start]!;
    if (first === QUOTE && !(hasHexStrings && isHexString(raw, start, end)))
      return putQuoted(raw, start, end, QUOTE, letters, value, length, out);
    if (first === DOUBLE_QUOTE) return putQuoted(raw, start, end, DOUBLE_QUOTE, letters, value, length, out);
    const isNumeric = (first >= ZERO && first <= 0x39) || first === 0x2d || first === 0x2e || first === 0x2b;
    if (isNumeric && (raw[start + 1]! | 0x20) !== 0x78 && isNumber(value, length))
      return out.copy(value, 0, length);
    writeOther(raw, start, end, value, length, out, dialect);
  };
}

/** `'\x4142'`, PostgreSQL's form of bytes. */
function isHexString(raw: Uint8Array, start: number, end: number): boolean {
  if (raw[start + 1] !== 0x5c || raw[start + 2] !== 0x78) return false;
  for (let p = start + 3; p < end; p++) {
    const byte = raw[p]!;
    if (byte === QUOTE) return (p - start) % 2 === 1;
    const lower = byte | 0x20;
    if (!((byte >= ZERO && byte <= 0x39) || (lower >= 0x61 && lower <= 0x66))) return false;
  }
  return false;
}

/** What a value begins with tells its form; no longer than this. */
const headBytes = 80;

const hex = /^(?:_\w+\s*)?(?:0x|x')/iu;
const bits = /^(?:_\w+\s*)?b'[01]*'$/iu;
const introduced = /^(?:_\w+\s*|n)(?=['"])/iu;
const escaped = /^e'/iu;
const dollars = /^\$\w*\$/u;
const qQuoted = /^n?q'([^\s])/iu;
const closers = new Map(Object.entries({ '(': ')', '[': ']', '{': '}', '<': '>' }));

/** Longer expressions become a literal, whatever they say. */
const longestConversion = 4096;

/** A conversion of one literal: what stands before it, and after it, where that is a type or a format. */
const converted =
  /^((?:cast|convert|try_cast|try_convert|to_date|to_timestamp|to_timestamp_tz|to_clob|to_number|str_to_date|date|datetime|timestamp)\s*\(\s*(?:[a-z]\w{0,20}(?:\s*\(\s*\d+\s*\))?\s*,\s*)?|(?:date|time|timestamp)\s+)(n?)'(?:[^'\\]|''|\\[^])*'((?:\s*,\s*n?'([^'\\]{0,64})')?(?:\s*,\s*\d{1,3})?(?:\s+as\s+[a-z]\w{0,40}(?:\s*\(\s*[\d\s,]{0,20}\))?)?\s*\)?)$/iu;

/** Words in formats of dates. */
const formatWord =
  /^(?:y{2,4}|m{1,3}|d{1,3}|h{1,2}|s{1,2}|f+\d?|hh24|hh12|mi|ss|am|pm|mon|month|day|dy|rr|rrrr|tz[hmrd]|t|x|j|syyyy|[a-z])$/iu;

function writeOther(
  raw: Uint8Array,
  start: number,
  end: number,
  value: Uint8Array,
  length: number,
  out: ByteSink,
  { escapes, name }: Dialect,
): void {
  const quote = (prefix: string, letters = escapes ? mysqlLetters : null) => {
    out.write(prefix);
    putQuoted(raw, start, end, QUOTE, letters, value, length, out);
  };
  const head = latin1(raw, start, Math.min(end, start + headBytes));
  if (head.startsWith("'")) {
    out.write("'\\x");
    putHex(value, length, false, out);
    return out.put(QUOTE);
  }
  const hexOpening = hex.exec(head)?.[0];
  if (hexOpening !== undefined) {
    const isQuoted = hexOpening.endsWith("'");
    if (length === 0 && !isQuoted) return out.write("''");
    out.write(hexOpening);
    putHex(value, length, isUpperHex(raw, start + hexOpening.length, end), out);
    return isQuoted ? out.put(QUOTE) : undefined;
  }
  if (bits.test(head) && isBits(value, length)) {
    out.write(head.slice(0, head.indexOf("'") + 1));
    out.copy(value, 0, length);
    return out.put(QUOTE);
  }
  const prefix = introduced.exec(head)?.[0];
  if (prefix !== undefined) return quote(prefix);
  if (escaped.test(head)) return quote(head[0]!, postgresLetters);
  const opening = dollars.exec(head)?.[0] ?? qQuoted.exec(head)?.[0];
  if (opening !== undefined) {
    const last = opening.at(-1)!;
    const closing = last === '$' ? opening : `${closers.get(last) ?? last}'`;
    if (isEndedBy(raw, start, end, closing) && isFree(value, length, closing)) {
      out.write(opening);
      out.copy(value, 0, length);
      return out.write(closing);
    }
  }
  const whole = end - start <= longestConversion ? latin1(raw, start, end) : '';
  const conversion = converted.exec(whole);
  if (conversion && (conversion[4] === undefined || isFormat(conversion[4]))) {
    quote(conversion[1]! + conversion[2]!);
    return out.write(conversion[3]!);
  }
  quote(name === 'sqlserver' && /\bn'/iu.test(whole) ? 'N' : '');
}

function isBits(value: Uint8Array, length: number): boolean {
  for (let p = 0; p < length; p++) if (value[p] !== ZERO && value[p] !== ZERO + 1) return false;
  return length > 0;
}

function isEndedBy(raw: Uint8Array, start: number, end: number, closing: string): boolean {
  return latin1(raw, Math.max(start, end - closing.length), end) === closing;
}

/** Whether a value can stand before a closing sign and not be ended sooner. */
function isFree(value: Uint8Array, length: number, closing: string): boolean {
  const closed = Buffer.concat([value.subarray(0, length), Buffer.from(closing, 'latin1')]);
  return closed.indexOf(closing, 0, 'latin1') === length;
}

/** `YYYY-MM-DD HH24:MI:SS`, `%Y-%m-%d`. */
function isFormat(text: string): boolean {
  return text.split(/[^a-z\d]+/iu).every((word) => word === '' || formatWord.test(word));
}
