// A value that is written as more than one literal: CAST(N'…' AS …), TO_DATE('…','…'), 'a' || chr(10) || 'b',
// '…'::text, E'…', replace('…','\n',char(10)). In: its span. Out: the text of the literals in it, joined;
// of a function but CONCAT, that of its first literal. Nothing is computed and nothing is guessed: else 'unknown'.

import { type Decoded, isWide } from '../notation.ts';
import * as ascii from './ascii.ts';
import { unescape, writeCharacter } from './backslashes.ts';
import { isByteString, readHexDigits } from './hex-digits.ts';
import { skipQuoted } from './lexer.ts';
import { findCloser, mayOpenOddString, type OddStrings, openOddString } from './odd-string.ts';
import { restoreLineEnds, undoUnistr } from './sqlite-functions.ts';
import { escapeTable, isNull } from './value.ts';

export interface ExpressionStyle {
  escapes: boolean;
  oddStrings: OddStrings;
}

/** Functions in functions looked into; dumps nest `replace` twice. */
const deepest = 8;

/** Functions whose argument is the value also where it is a number or NULL. */
const conversions = new Set('CAST CONVERT TRY_CAST TRY_CONVERT TO_NUMBER TO_CLOB TO_CHAR'.split(' '));
const characterFunctions = new Set(['CHR', 'CHAR', 'NCHAR']);

/** Whether a value has to be looked at as an expression: asked of every value that is decoded. */
export function isExpression(
  bytes: Uint8Array,
  from: number,
  to: number,
  escapes: boolean,
  oddStrings: OddStrings,
): boolean {
  // MySQL's dumps write none, and what people write by hand is kept as it stands
  if (to - from < 3 || (escapes && oddStrings === 'none')) return false;
  const first = bytes[from]!;
  const last = bytes[to - 1]!;
  if (first === ascii.QUOTE) {
    if (last !== ascii.QUOTE) return true;
    if (oddStrings === 'dollars' && bytes[from + 1] === ascii.BACKSLASH) return true;
    return closesEarly(bytes, from, to, escapes);
  }
  if (first <= 0x39 && first !== ascii.DOLLAR && first !== ascii.OPEN) return false;
  if (last === ascii.CLOSE) return true;
  if (bytes[from + 1] === ascii.QUOTE && (first === 0x4e || first === 0x6e))
    return last !== ascii.QUOTE || closesEarly(bytes, from + 1, to, escapes);
  return last === ascii.QUOTE || last === ascii.DOLLAR || isNull(bytes, from, Math.min(to, from + 4));
}

function closesEarly(bytes: Uint8Array, from: number, to: number, escapes: boolean): boolean {
  const end = skipQuoted(bytes, from, to, escapes);
  return end >= 0 && end < to;
}

interface Evaluation {
  bytes: Uint8Array;
  p: number;
  to: number;
  out: number;
  full: number;
  style: ExpressionStyle;
  depth: number;
  /** Some of what was found is text, not bytes in hex. */
  isText: boolean;
  /** The first number, and whether there was a NULL: what a conversion that holds no string gives. */
  number: { from: number; to: number } | null;
  hasNull: boolean;
  converts: boolean;
}

export function decodeExpression(
  bytes: Uint8Array,
  from: number,
  to: number,
  style: ExpressionStyle,
  scratch: number,
  scratchBytes: number,
  decoded: Decoded,
): 'text' | 'null' | 'unknown' {
  const at: Evaluation = {
    bytes,
    p: from,
    to,
    out: scratch,
    full: scratch + scratchBytes,
    style,
    depth: 0,
    isText: false,
    number: null,
    hasNull: false,
    converts: false,
  };
  const isFound = readSum(at);
  if (!isFound) {
    if (!at.number && at.hasNull) return 'null';
    if (!at.number || !at.converts) return 'unknown';
    decoded.start = at.number.from;
    decoded.end = at.number.to;
    decoded.wide = false;
    return 'text';
  }
  decoded.start = scratch;
  decoded.end = at.out;
  decoded.wide = at.isText && isWide(bytes, scratch, at.out);
  return 'text';
}

/** Terms joined by `||` or `+`, up to a comma, a closing parenthesis or the end; whether one was a literal. */
function readSum(at: Evaluation): boolean {
  let isFound = false;
  for (;;) {
    if (readTerm(at)) isFound = true;
    skipTail(at);
    const byte = at.p < at.to ? at.bytes[at.p] : 0;
    if (byte !== bar && byte !== plus) return isFound;
    at.p += byte === bar && at.bytes[at.p + 1] === bar ? 2 : 1;
  }
}

const bar = 0x7c;
const plus = 0x2b;

function readTerm(at: Evaluation): boolean {
  const { bytes, to } = at;
  while (at.p < to && ascii.isSpace(bytes[at.p]!)) at.p++;
  if (at.p >= to) return false;
  const byte = bytes[at.p]!;
  if (byte === ascii.QUOTE) return readString(at);
  if (byte === ascii.OPEN) return readArguments(at, '');
  if (byte === 0x30 && at.p + 1 < to && (bytes[at.p + 1]! | 0x20) === 0x78) return readHex(at, at.p + 2);
  if (isNumberByte(byte)) return readNumber(at);
  if (mayOpenOddString(bytes, at.p, at.style.oddStrings) && readOddString(at)) return true;
  return ascii.isWord(byte) && readWordTerm(at);
}

/** A name and what it introduces: a string, or the arguments of a function. */
function readWordTerm(at: Evaluation): boolean {
  const { bytes, to } = at;
  const from = at.p;
  while (at.p < to && ascii.isWord(bytes[at.p]!)) at.p++;
  if (isNull(bytes, from, at.p)) at.hasNull = true;
  const length = at.p - from;
  // U&'…'
  if (length === 1 && at.p < to && bytes[at.p] === 0x26) at.p++;
  while (at.p < to && ascii.isSpace(bytes[at.p]!)) at.p++;
  if (at.p >= to) return false;
  if (bytes[at.p] === ascii.QUOTE) {
    const isHex = length === 1 && (bytes[from]! | 0x20) === 0x78;
    return isHex ? readHex(at, at.p + 1) : readString(at);
  }
  if (bytes[at.p] !== ascii.OPEN || length > longestFunction) return false;
  let name = '';
  for (let p = from; p < from + length; p++) name += String.fromCharCode(ascii.upper(bytes[p]!));
  return readArguments(at, name);
}

/** Longest name of a function that is told apart. */
const longestFunction = 32;

function readArguments(at: Evaluation, name: string): boolean {
  const { bytes, to } = at;
  const open = at.p++;
  if (at.depth === 0 && conversions.has(name)) at.converts = true;
  if (characterFunctions.has(name)) return readCharacter(at);
  if (at.depth >= deepest) {
    at.p = open;
    skipTail(at);
    return false;
  }
  at.depth++;
  const out = at.out;
  let isFound = false;
  let first = 0; // where the first literal's argument ended
  while (at.p < to && bytes[at.p] !== ascii.CLOSE) {
    if (isFound && name !== 'CONCAT') skipTail(at);
    else if (readSum(at) && !isFound) {
      isFound = true;
      first = at.p;
    }
    if (at.p < to && bytes[at.p] !== ascii.CLOSE) at.p++;
  }
  at.depth--;
  const close = at.p;
  if (at.p < to) at.p++;
  if (isFound && name === 'REPLACE') at.out = restoreLineEnds(bytes, out, at.out, first, close);
  else if (isFound && name === 'UNISTR') at.out = undoUnistr(bytes, out, at.out);
  return isFound;
}

/** CHR(13): the character; of several (CHAR(13,10)) all. */
function readCharacter(at: Evaluation): boolean {
  const { bytes, to } = at;
  for (; at.p < to && bytes[at.p] !== ascii.CLOSE; at.p++) {
    if (!isDigit(bytes[at.p]!)) continue;
    let code = 0;
    while (at.p < to && isDigit(bytes[at.p]!)) code = Math.min(code * 10 + bytes[at.p++]! - 0x30, 0x10ffff);
    if (at.out + 4 <= at.full) at.out = writeCharacter(bytes, at.out, code);
    at.p--;
  }
  if (at.p < to) at.p++;
  at.isText = true;
  return true;
}

/** The string whose quote is at the place; `'\x41'` of PostgreSQL is bytes. */
function readString(at: Evaluation): boolean {
  const { bytes, to } = at;
  const { escapes, oddStrings } = at.style;
  const end = skipQuotedOr(bytes, at.p, to, escapes);
  if (oddStrings === 'dollars' && isByteString(bytes, at.p + 1, end - 1, 1)) {
    readHex(at, at.p + 3);
    at.p = end;
    return true;
  }
  for (let p = at.p + 1; p < end - 1 && at.out < at.full; p++) {
    const byte = bytes[p]!;
    if (escapes && byte === ascii.BACKSLASH) bytes[at.out++] = escapeTable[bytes[++p]!]!;
    else {
      if (byte === ascii.QUOTE) p++;
      bytes[at.out++] = byte;
    }
  }
  at.isText = true;
  at.p = end;
  return true;
}

/** One past the string; the end where it does not close, as nothing that was read as a row does. */
function skipQuotedOr(bytes: Uint8Array, from: number, to: number, escapes: boolean): number {
  const end = skipQuoted(bytes, from, to, escapes);
  return end < 0 ? to : end;
}

function readOddString(at: Evaluation): boolean {
  const { bytes, to } = at;
  const odd = openOddString(bytes, at.p, to, at.style.oddStrings);
  if (!odd) return false;
  const found = findCloser(bytes, odd.from, to, odd);
  const end = found < 0 ? to : found;
  if (odd.escapes) at.out = unescape(bytes, odd.from, end, at.out, at.full, true).out;
  else {
    const length = Math.min(end - odd.from, at.full - at.out);
    bytes.copyWithin(at.out, odd.from, odd.from + length);
    at.out += length;
  }
  at.isText = true;
  at.p = Math.min(to, end + odd.closer.length);
  return true;
}

function readHex(at: Evaluation, from: number): boolean {
  const { p, out } = readHexDigits(at.bytes, from, at.to, at.out, at.full);
  at.out = out;
  at.p = p < at.to && at.bytes[p] === ascii.QUOTE ? p + 1 : p;
  return true;
}

function readNumber(at: Evaluation): boolean {
  const from = at.p;
  while (at.p < at.to && (isNumberByte(at.bytes[at.p]!) || (at.bytes[at.p]! | 0x20) === 0x65)) at.p++;
  at.number ??= { from, to: at.p };
  return false;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isNumberByte(byte: number): boolean {
  return isDigit(byte) || byte === ascii.DASH || byte === ascii.DOT || byte === plus;
}

/** What follows a term without being part of its text: `::type(10)`, `COLLATE x`, `AS nvarchar(50)`. */
function skipTail(at: Evaluation): void {
  const { bytes, to } = at;
  let depth = 0;
  while (at.p < to) {
    const byte = bytes[at.p]!;
    if (depth === 0 && (byte === ascii.COMMA || byte === ascii.CLOSE || byte === bar || byte === plus))
      return;
    if (byte === ascii.QUOTE || byte === ascii.DOUBLE_QUOTE) {
      at.p = skipQuotedOr(bytes, at.p, to, at.style.escapes);
      continue;
    }
    if (mayOpenOddString(bytes, at.p, at.style.oddStrings)) {
      const odd = openOddString(bytes, at.p, to, at.style.oddStrings);
      const end = odd ? findCloser(bytes, odd.from, to, odd) : -1;
      if (odd && end >= 0) {
        at.p = end + odd.closer.length;
        continue;
      }
    }
    if (byte === ascii.OPEN) depth++;
    else if (byte === ascii.CLOSE) depth--;
    at.p++;
  }
}
