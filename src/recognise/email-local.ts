/*
 * The local part of an e-mail address, read to the left of its `@`. In: bytes, offsets. Out: where it begins, or -1.
 * In text the characters that RFC 5322 allows but that also separate words end it, and what escapes leave in front of
 * an address is passed over; in a cell that holds nothing else they belong to it.
 */

import {
  alpha,
  byteClass,
  digit,
  hex,
  letterBefore,
  letterLength,
  localPart,
  localSymbol,
  space,
  textAt,
} from './byte-class.ts';

const maxLocal = 64;

/** Start of the local part x 2 + 1 when it was cut from a word before it; -1 when there is no address. */
export function localStart(bytes: Uint8Array, at: number, lo: number, next: number): number {
  let start = at;
  let isAscii = false;
  const floor = Math.max(lo, at - maxLocal - 1);
  while (start > floor) {
    const run = start;
    while (start > floor && (byteClass[bytes[start - 1]!]! & localPart) !== 0) start--;
    isAscii ||= start < run;
    if (start <= floor) break;
    const letter = bytes[start - 1]! < 0x80 ? -1 : letterBefore(bytes, start, lo);
    // Scripts written without spaces run into the address: they end it, unless they are all of it.
    if (letter < 0 || (start - letter === 3 && isAscii && bytes[letter]! !== 0xe1)) break;
    start = letter;
  }
  const before = start > lo ? bytes[start - 1]! : 32;
  if (before !== 32 && before < 0x80) {
    const shifted = afterDebris(bytes, start, at, lo, before);
    if (shifted < 0) return -1;
    if (shifted === start && bytes[start] !== 45 && (byteClass[before]! & localSymbol) !== 0)
      return joinedStart(bytes, start, at, lo, next);
    start = shifted;
  }
  start = afterEllipsis(bytes, start, at);
  return isLocal(bytes, start, at) ? start * 2 : -1;
}

function isLocal(bytes: Uint8Array, start: number, at: number): boolean {
  if (start >= at || at - start > maxLocal || bytes[start] === 46 || bytes[at - 1] === 46) return false;
  for (let index = start + 1; index < at; index++)
    if (bytes[index] === 46 && bytes[index - 1] === 46) return false;
  return hasLetterOrDigit(bytes, start, at);
}

/** Signs alone (`-@`, `_@`) are nobody's. */
function hasLetterOrDigit(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (bytes[at]! >= 0x80 || (byteClass[bytes[at]!]! & (alpha | digit)) !== 0) return true;
  }
  return false;
}

/** Past `...` and past the dash of a list. */
function afterEllipsis(bytes: Uint8Array, start: number, at: number): number {
  let from = start;
  while (from < at && bytes[from] === 45) from++;
  if (from + 2 < at && bytes[from] === 46 && bytes[from + 1] === 46 && bytes[from + 2] === 46) {
    while (from < at && bytes[from] === 46) from++;
  }
  return from;
}

/** Past what an escape left in front of the address (`\u003e`, `\n`, `%20`, `=3D`); -1 when it is no address but a URL's user. */
function afterDebris(bytes: Uint8Array, start: number, at: number, lo: number, before: number): number {
  const first = bytes[start]!;
  if (before === 92) {
    if (first === 117 && isHex(bytes, start + 1, 4, at)) return start + 5;
    if (first === 120 && isHex(bytes, start + 1, 2, at)) return start + 3;
    return first === 110 || first === 114 || first === 116 ? start + 1 : start;
  }
  if (before === 37 && isEscapedSeparator(bytes, start - 1, at)) return start + 2;
  if (before === 61 && isQuotedPrintable(bytes, start, at)) return start + 2;
  if (before === 64 || (before === 47 && isScheme(bytes, start, lo))) return -1;
  if (before === 58 && isScheme(bytes, runStart(bytes, start - 1, lo), lo)) return -1;
  return start;
}

/** `://` before `at`, except that of `mailto://`. */
function isScheme(bytes: Uint8Array, at: number, lo: number): boolean {
  if (at - 3 < lo || bytes[at - 1] !== 47 || bytes[at - 2] !== 47 || bytes[at - 3] !== 58) return false;
  return !(at - 9 >= lo && textAt(bytes, at - 9, at, 'mailto'));
}

function runStart(bytes: Uint8Array, end: number, lo: number): number {
  let at = end;
  const limit = Math.max(lo, end - maxLocal);
  while (at > limit && (byteClass[bytes[at - 1]!]! & localPart) !== 0) at--;
  return at;
}

function isHex(bytes: Uint8Array, at: number, count: number, end: number): boolean {
  if (at + count > end) return false;
  for (let index = at; index < at + count; index++) if ((byteClass[bytes[index]!]! & hex) === 0) return false;
  return true;
}

/** `%XX` of a character that separates: space, line ends, quotes, brackets, `& + , / : ; = ? @ |`. */
function isEscapedSeparator(bytes: Uint8Array, at: number, end: number): boolean {
  if (!isHex(bytes, at + 1, 2, end)) return false;
  const code = hexDigit(bytes[at + 1]!) * 16 + hexDigit(bytes[at + 2]!);
  return code <= 0x20 || '"&\'(),/:;<=>?@[]{|}'.includes(String.fromCharCode(code));
}

function hexDigit(byte: number): number {
  return byte <= 57 ? byte - 48 : (byte | 32) - 87;
}

/** `=3D` and its like; pairs of two digits are left alone, since `id=20cents@…` is somebody. */
function isQuotedPrintable(bytes: Uint8Array, at: number, end: number): boolean {
  if (at + 2 >= end || (bytes[at] !== 48 && bytes[at] !== 50 && bytes[at] !== 51 && bytes[at] !== 53))
    return false;
  const second = bytes[at + 1]!;
  return second >= 65 && second <= 70;
}

/**
 * The start of a local part with a symbol before it. An apostrophe or `&` between two words is kept (`o'brien@`,
 * `Mary&Jane@`) when nothing speaks for a quotation or a query; any other symbol ends the address, marked as cut when
 * it joins two words.
 */
function joinedStart(bytes: Uint8Array, start: number, at: number, lo: number, next: number): number {
  const symbol = bytes[start - 1]!;
  if (!isLocal(bytes, start, at)) return -1;
  const word = runStart(bytes, start - 1, lo);
  const isJoined = word < start - 1 && (byteClass[bytes[start - 2]!]! & (alpha | digit)) !== 0;
  if (!isJoined) return start * 2;
  const boundary = word > lo ? bytes[word - 1]! : 32;
  const isKept = symbol === 39 ? next !== 39 && isOpening(boundary) : symbol === 38 && isOpening(boundary);
  if (isKept && at - word <= maxLocal && isLocal(bytes, word, at)) return word * 2;
  const isPath = symbol === 47 && (!isOpening(boundary) || hasDot(bytes, word, start - 1));
  return start * 2 + (isAssigning(symbol) || isPath ? 0 : 1);
}

/** White space or a character that opens what follows it: `" ( , : ; < > [`. */
function isOpening(byte: number): boolean {
  return (byteClass[byte]! & space) !== 0 || '"(,:;<>['.includes(String.fromCharCode(byte));
}

/** `from` when all of `from` to `at` is a local part that cannot be anything else; -1 leaves it to the rules for text. */
export function wholeLocalStart(bytes: Uint8Array, from: number, at: number): number {
  if (at === from || at - from > maxLocal || bytes[from] === 46 || bytes[at - 1] === 46) return -1;
  let slashes = 0;
  for (let index = from; index < at; index++) {
    const byte = bytes[index]!;
    if (byte !== 46 && (byteClass[byte]! & localPart) !== 0) continue;
    if (byte >= 0x80) {
      const length = letterLength(bytes, index, at);
      if (length === 0) return -1;
      index += length - 1;
    } else if (byte === 46) {
      if (bytes[index + 1] === 46 || slashes > 0) return -1;
    } else if (byte === 47) {
      if (++slashes > 1 || hasDot(bytes, from, index)) return -1;
    } else if (byte === 37) {
      if (isEscapedSeparator(bytes, index, at)) return -1;
    } else if ((byteClass[byte]! & (localPart | localSymbol)) === 0 || isAssigning(byte)) return -1;
  }
  return hasLetterOrDigit(bytes, from, at) ? from : -1;
}

function hasDot(bytes: Uint8Array, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (bytes[index] === 46) return true;
  return false;
}

/** `= ? ^ ` { | } ~`: legal in a local part, in practice always a separator or a quote. */
function isAssigning(byte: number): boolean {
  return byte === 61 || byte === 63 || byte === 94 || byte === 96 || byte >= 123;
}
