/*
 * E-mail addresses in text and in cells, from bytes. In: bytes, a span, the offset of an `@`. Out: spans of addresses
 * as they stand (packed in one number), and the normal form two spellings of one address share.
 * Never allocates per address, never reads outside the span. Rules: RFC 5321/5322 as far as they are unambiguous in
 * text, the IANA list of domains, Have I Been Pwned's EmailAddressExtractor where it does not lose or mangle addresses.
 */

import {
  alpha,
  byteClass,
  digit,
  domainPart,
  hex,
  letterBefore,
  letterLength,
  localPart,
  localSymbol,
  lowerByte,
  space,
  textAt,
  trimEnd,
  trimStart,
} from './byte-class.ts';
import { isTopLevelDomain } from './top-level-domain.ts';

const maxLocal = 64;
const maxDomain = 253;
/** A span in one number: start x 1024 + cut x 512 + length; an address is at most 64 + 6 + 253 bytes. */
const startUnit = 1024;
const cutUnit = 512;
/** Spans shorter than this are searched byte by byte: cheaper than making a view for the native search. */
const shortSpan = 512;
/** A cell longer than this is text that may mention an address, not an address. */
const maxCell = 400;

export function spanStart(span: number): number {
  return Math.floor(span / startUnit);
}

export function spanEnd(span: number): number {
  return Math.floor(span / startUnit) + (span % cutUnit);
}

/**
 * True when a character that RFC 5322 allows in a local part, but that separates words in text, stands between the
 * address and a word before it (`customer/department@…` found as `department@…`): the owner may be someone else, so
 * such an address counts but nobody may be notified on it.
 */
export function isSpanCut(span: number): boolean {
  return span % startUnit >= cutUnit;
}

/** The address around the `@` at `at`, looking no further than `lo` and `hi`; -1 when there is none. */
export function emailAt(bytes: Uint8Array, at: number, lo: number, hi: number): number {
  return addressAround(bytes, at, at + 1, lo, hi);
}

function addressAround(bytes: Uint8Array, at: number, after: number, lo: number, hi: number): number {
  if (at <= lo || ((byteClass[bytes[at - 1]!]! & localPart) === 0 && bytes[at - 1]! < 0x80)) return -1;
  const end = domainEnd(bytes, after, hi);
  if (end < 0) return -1;
  const local = localStart(bytes, at, lo, end < hi ? bytes[end]! : 32);
  if (local < 0) return -1;
  const start = local >> 1;
  return start * startUnit + (local & 1) * cutUnit + (end - start);
}

/** Every address in a text, `@` by `@`; then those whose `@` was written `%40` or `&#64;`. Spans never overlap. */
export function findEmails(
  bytes: Uint8Array,
  start: number,
  end: number,
  onEmail: (start: number, end: number, cut: boolean) => void,
): void {
  const report = (span: number): number => {
    onEmail(spanStart(span), spanEnd(span), isSpanCut(span));
    return spanEnd(span);
  };
  if (end - start >= shortSpan) {
    const view = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start);
    for (const [sign, width] of signs) {
      let lo = start;
      for (let at = view.indexOf(sign); at >= 0; at = view.indexOf(sign, at + width)) {
        const span = addressAround(bytes, start + at, start + at + width, lo, end);
        if (span >= 0) lo = report(span);
      }
    }
    return;
  }
  for (let lo = start, at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte !== 64 && byte !== 37 && byte !== 38) continue;
    const width = byte === 64 ? 1 : encodedSign(bytes, at, end);
    const span = width === 0 ? -1 : addressAround(bytes, at, at + width, lo, end);
    if (span >= 0) lo = report(span);
  }
}

/** The ways an `@` is written, with their length in bytes. */
const signs: readonly (readonly [string | number, number])[] = [
  [64, 1],
  ['%40', 3],
  ['&#64;', 5],
];

function encodedSign(bytes: Uint8Array, at: number, end: number): number {
  if (textAt(bytes, at, end, '%40')) return 3;
  return textAt(bytes, at, end, '&#64;') ? 5 : 0;
}

/**
 * The address a whole cell holds: `a@b.com`, `Name <a@b.com>`, `mailto:a@b.com?…`, quoted or padded; characters such
 * as `/` or `&` belong to it, since nothing else is in the cell. Of several addresses the first. -1 when the cell is
 * something else, such as a text with an address in it.
 */
export function emailValue(bytes: Uint8Array, start: number, end: number): number {
  let from = trimStart(bytes, start, end);
  let to = trimEnd(bytes, from, end);
  if (to - from > maxCell || to - from < 6) return -1;
  while (from < to && isQuote(bytes[from]!)) from++;
  while (to > from && isQuote(bytes[to - 1]!)) to--;
  if (textAt(bytes, from, to, 'mailto:')) from += 7;
  let at = from;
  while (at < to && bytes[at] !== 64) at++;
  if (at === to) at = from;
  const width = bytes[at] === 64 ? 1 : 0;
  if (width === 0) return encodedCell(bytes, from, to);
  const local = wholeLocalStart(bytes, from, at);
  if (local >= 0) {
    const stop = domainEnd(bytes, at + 1, to);
    if (stop >= 0 && isCellTail(bytes, stop, to)) return local * startUnit + (stop - local);
  }
  const span = emailAt(bytes, at, from, to);
  if (span < 0) return -1;
  const opening = spanStart(span) - 1;
  if (opening >= from && bytes[opening] === 60 && spanEnd(span) < to && bytes[spanEnd(span)] === 62) return span;
  return (spanEnd(span) - spanStart(span)) * 3 >= to - from ? span : -1;
}

/** Every address of a cell that is known to hold addresses: the one of `emailValue`, or all of a list. */
export function emailsInValue(
  bytes: Uint8Array,
  start: number,
  end: number,
  onEmail: (start: number, end: number, cut: boolean) => void,
): void {
  const span = emailValue(bytes, start, end);
  if (span < 0) {
    findEmails(bytes, start, end, onEmail);
    return;
  }
  onEmail(spanStart(span), spanEnd(span), isSpanCut(span));
  if (spanEnd(span) < end) findEmails(bytes, spanEnd(span), end, onEmail);
}

function encodedCell(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const width = encodedSign(bytes, at, to);
    if (width > 0) return addressAround(bytes, at, at + width, from, to);
  }
  return -1;
}

function isQuote(byte: number): boolean {
  return byte === 34 || byte === 39 || byte === 96;
}

/** What may follow the address of a cell: nothing, a full stop or a separator, or the query of a mailto link. */
function isCellTail(bytes: Uint8Array, at: number, end: number): boolean {
  if (at < end && bytes[at] === 63) return true;
  for (let index = at; index < end; index++) {
    const byte = bytes[index]!;
    if (byte !== 46 && byte !== 44 && byte !== 59 && byte !== 45 && byte !== 62 && (byteClass[byte]! & space) === 0) return false;
  }
  return true;
}

/** `from` when all of `from` to `at` is a local part that cannot be anything else; -1 leaves it to the rules for text. */
function wholeLocalStart(bytes: Uint8Array, from: number, at: number): number {
  if (at === from || at - from > maxLocal || bytes[from] === 46 || bytes[at - 1] === 46) return -1;
  let slashes = 0;
  for (let index = from; index < at; index++) {
    const byte = bytes[index]!;
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
  return from;
}

function hasDot(bytes: Uint8Array, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (bytes[index] === 46) return true;
  return false;
}

/** `= ? ^ ` { | } ~`: legal in a local part, in practice always a separator or a quote. */
function isAssigning(byte: number): boolean {
  return byte === 61 || byte === 63 || byte === 94 || byte === 96 || byte >= 123;
}

/** The end of the domain that begins at `from`, or -1. */
function domainEnd(bytes: Uint8Array, from: number, hi: number): number {
  const limit = Math.min(hi, from + maxDomain + 3);
  let at = from;
  let label = from;
  let previous = -1;
  while (at < limit) {
    const byte = bytes[at]!;
    if (byte === 46) {
      if (at === label) break;
      if (!isLabel(bytes, label, at)) return -1;
      previous = label;
      label = at + 1;
    } else if ((byteClass[byte]! & domainPart) === 0) {
      if (byte < 0x80) break;
      const length = letterLength(bytes, at, limit);
      if (length === 0) break;
      at += length - 1;
    }
    at++;
  }
  let end = at;
  while (end > from && (bytes[end - 1] === 46 || bytes[end - 1] === 45)) end--;
  if (end <= label) {
    if (previous < 0) return -1;
    label = previous;
    previous = label > from ? labelBefore(bytes, label, from) : -1;
  }
  return settledEnd(bytes, from, label, previous, end);
}

function settledEnd(bytes: Uint8Array, from: number, label: number, previous: number, end: number): number {
  if (previous < 0 || end - from > maxDomain || !isLabel(bytes, label, end)) return -1;
  if (isTopLevelDomain(bytes, label, end)) return isPixelRatio(bytes, from, label) ? -1 : end;
  const ascii = asciiEnd(bytes, label, end);
  if (ascii < end && isTopLevelDomain(bytes, label, ascii)) return ascii;
  const isSentence = bytes[label]! >= 65 && bytes[label]! <= 90;
  const stays = isSentence && previous > from && isTopLevelDomain(bytes, previous, label - 1);
  return stays ? label - 1 : -1;
}

function labelBefore(bytes: Uint8Array, label: number, from: number): number {
  let at = label - 1;
  while (at > from && bytes[at - 1] !== 46) at--;
  return at;
}

function isLabel(bytes: Uint8Array, start: number, end: number): boolean {
  return end > start && end - start <= 63 && bytes[start] !== 45 && bytes[end - 1] !== 45;
}

function asciiEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at]! < 0x80) at++;
  return at;
}

/** `2x.` or `1.5x.`: a file name for a dense screen (`logo@2x.mov`), whatever its ending. */
function isPixelRatio(bytes: Uint8Array, from: number, label: number): boolean {
  let at = from;
  while (at < label && ((byteClass[bytes[at]!]! & digit) !== 0 || bytes[at] === 46)) at++;
  return at > from && at + 2 === label && lowerByte(bytes[at]!) === 120;
}

/** Start of the local part x 2 + 1 when it was cut from a word before it; -1 when there is no address. */
function localStart(bytes: Uint8Array, at: number, lo: number, next: number): number {
  let start = at;
  let isAscii = false;
  while (start > lo && at - start <= maxLocal) {
    const byte = bytes[start - 1]!;
    if ((byteClass[byte]! & localPart) !== 0) {
      isAscii = true;
      start--;
      continue;
    }
    const letter = byte < 0x80 ? -1 : letterBefore(bytes, start, lo);
    // Scripts written without spaces run into the address: they end it, unless they are all of it.
    if (letter < 0 || (start - letter === 3 && isAscii && bytes[letter]! !== 0xe1)) break;
    start = letter;
  }
  const before = start > lo ? bytes[start - 1]! : 32;
  if (before !== 32 && before < 0x80) {
    const shifted = afterDebris(bytes, start, at, lo, before);
    if (shifted < 0) return -1;
    if (shifted > start) return isLocal(bytes, shifted, at) ? shifted * 2 : -1;
    if ((byteClass[before]! & localSymbol) !== 0) return joinedStart(bytes, start, at, lo, next);
  }
  start = afterEllipsis(bytes, start, at);
  return isLocal(bytes, start, at) ? start * 2 : -1;
}

function isLocal(bytes: Uint8Array, start: number, at: number): boolean {
  if (start >= at || at - start > maxLocal || bytes[start] === 46 || bytes[at - 1] === 46) return false;
  for (let index = start + 1; index < at; index++) if (bytes[index] === 46 && bytes[index - 1] === 46) return false;
  return true;
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
  if (at + 2 >= end || (bytes[at] !== 48 && bytes[at] !== 50 && bytes[at] !== 51 && bytes[at] !== 53)) return false;
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

/**
 * Writes the form that all spellings of an address share (white space trimmed, `%40` and `&#64;` read, lower case in
 * every script) to `out` and returns its length. `out` must hold 1.5 times the span and 4 bytes more.
 */
export function normaliseEmail(bytes: Uint8Array, start: number, end: number, out: Uint8Array): number {
  const from = trimStart(bytes, start, end);
  const to = trimEnd(bytes, from, end);
  let length = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte >= 0x80) return lowerCaseUnicode(bytes, from, to, out);
    const width = byte === 37 || byte === 38 ? encodedSign(bytes, at, to) : 0;
    out[length++] = width > 0 ? 64 : lowerByte(byte);
    if (width > 0) at += width - 1;
  }
  return length;
}

function lowerCaseUnicode(bytes: Uint8Array, from: number, to: number, out: Uint8Array): number {
  const text = new TextDecoder().decode(bytes.subarray(from, to)).replace(/%40|&#64;/, '@').toLowerCase();
  return new TextEncoder().encodeInto(text.normalize('NFC'), out).written;
}
