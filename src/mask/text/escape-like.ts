// New bytes in the notation in which the old ones stood. In: the new ones, UTF-8, and the span they stand for. Out: what is
// written there: each character escaped if all were, those beyond ASCII if any was, `@` as it was.

import type { ByteSink } from '../byte-sink.ts';
import { octalAt } from '../survivors/search/unescape.ts';
import { hexDigit } from '../ascii.ts';
import { escapeSorts } from './escaped-view.ts';

/** `met`: the notations of the whole text. `old`: where the span stood, of `count` bytes without escapes. */
export function escapeLike(
  met: number,
  old: Uint8Array,
  start: number,
  end: number,
  count: number,
  fresh: Uint8Array,
  from: number,
  to: number,
  out: ByteSink,
): void {
  if (met === escapeSorts.hex) return writeHex(old, start, end, fresh, from, to, out);
  if (met === escapeSorts.utf16le || met === escapeSorts.utf16be)
    return writeWide(met === escapeSorts.utf16be, fresh, from, to, out);
  const sort = sortIn(met, old, start, end);
  const isWhole = sort !== 0 && end - start >= 3 * count;
  const isAtEscaped = sort !== 0 && old.subarray(start, end).indexOf(64) < 0;
  for (let at = from; at < to;) {
    const byte = fresh[at]!;
    const width = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    if (
      isWhole ||
      (byte >= 0x80 && (sort !== 0 || met === escapeSorts.percent)) ||
      (byte === 64 && isAtEscaped)
    )
      writeEscaped(sort === 0 ? met : sort, old, start, fresh, at, Math.min(to, at + width), out);
    else if (needsEscape(byte, met)) writeEscaped(met, old, start, fresh, at, at + 1, out);
    else out.copy(fresh, at, Math.min(to, at + width));
    at += width;
  }
}

/** The notation that the span is in; 0 where nothing of it is escaped. Several: the first one that is met. */
function sortIn(met: number, bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    const next = bytes[at + 1]!;
    if (byte === 92 && met & escapeSorts.backslash)
      if (next === 117 || next === 120 || octalAt(bytes, at, end) >= 0) return escapeSorts.backslash;
    if (byte === 37 && met & escapeSorts.percent) return escapeSorts.percent;
    if (byte === 38 && met & escapeSorts.entity) return escapeSorts.entity;
    if (byte === 61 && met & escapeSorts.quotedPrintable) return escapeSorts.quotedPrintable;
  }
  return 0;
}

/** What would end the text, or be read as an escape. */
function needsEscape(byte: number, met: number): boolean {
  if (met & escapeSorts.backslash) return byte === 34 || byte === 92 || byte < 32;
  if (met & escapeSorts.entity) return byte === 38 || byte === 60 || byte === 62 || byte === 34;
  if (met & escapeSorts.percent) return byte === 37 || byte === 38 || byte === 32 || byte === 35;
  return (met & escapeSorts.quotedPrintable) !== 0 && byte === 61;
}

function writeEscaped(
  sort: number,
  old: Uint8Array,
  start: number,
  fresh: Uint8Array,
  at: number,
  to: number,
  out: ByteSink,
): void {
  if (sort & escapeSorts.backslash) writeBackslash(old, start, fresh, at, to, out);
  else if (sort & escapeSorts.entity) writeEntity(old, start, fresh, at, to, out);
  else {
    const sign = sort & escapeSorts.percent ? 37 : 61;
    const isSmall = sign === 37 && hasSmallHex(old, start, sign);
    for (let index = at; index < to; index++) {
      out.put(sign);
      writeDigits(fresh[index]!, 2, isSmall, out);
    }
  }
}

function writeBackslash(
  old: Uint8Array,
  start: number,
  fresh: Uint8Array,
  at: number,
  to: number,
  out: ByteSink,
): void {
  const byte = fresh[at]!;
  if (byte === 34 || byte === 92) {
    out.put(92);
    out.put(byte);
    return;
  }
  if (byte === 10 || byte === 13 || byte === 9) {
    out.put(92);
    out.put(byte === 10 ? 110 : byte === 13 ? 114 : 116);
    return;
  }
  if (old[start] === 92 && old[start + 1] === 120) {
    for (let index = at; index < to; index++) {
      out.write('\\x');
      writeDigits(fresh[index]!, 2, true, out);
    }
    return;
  }
  if (isOctal(old, start)) {
    for (let index = at; index < to; index++) {
      out.write('\\');
      out.write(fresh[index]!.toString(8).padStart(3, '0'));
    }
    return;
  }
  const text = new TextDecoder().decode(fresh.subarray(at, to));
  for (let index = 0; index < text.length; index++) {
    out.write('\\u');
    writeDigits(text.charCodeAt(index), 4, true, out);
  }
}

const entityNames: Readonly<Record<number, string>> = { 34: 'quot', 38: 'amp', 60: 'lt', 62: 'gt' };

function writeEntity(
  old: Uint8Array,
  start: number,
  fresh: Uint8Array,
  at: number,
  to: number,
  out: ByteSink,
): void {
  const name = to - at === 1 ? entityNames[fresh[at]!] : undefined;
  if (name !== undefined) {
    out.write(`&${name};`);
    return;
  }
  const codePoint = new TextDecoder().decode(fresh.subarray(at, to)).codePointAt(0)!;
  const isHex = old[start] === 38 && old[start + 1] === 35 && (old[start + 2]! | 32) === 120;
  out.write(isHex ? `&#x${codePoint.toString(16)};` : `&#${codePoint};`);
}

function writeHex(
  old: Uint8Array,
  start: number,
  end: number,
  fresh: Uint8Array,
  from: number,
  to: number,
  out: ByteSink,
): void {
  let isSmall = true;
  for (let at = start; at < end; at++) if (old[at]! >= 65 && old[at]! <= 70) isSmall = false;
  for (let at = from; at < to; at++) writeDigits(fresh[at]!, 2, isSmall, out);
}

function writeWide(isBig: boolean, fresh: Uint8Array, from: number, to: number, out: ByteSink): void {
  const text = new TextDecoder().decode(fresh.subarray(from, to));
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    out.put(isBig ? unit >> 8 : unit & 0xff);
    out.put(isBig ? unit & 0xff : unit >> 8);
  }
}

function writeDigits(value: number, count: number, isSmall: boolean, out: ByteSink): void {
  const digits = value.toString(16).padStart(count, '0');
  out.write(isSmall ? digits : digits.toUpperCase());
}

/** The first escape from `start` on is written in octal. */
function isOctal(bytes: Uint8Array, start: number): boolean {
  const at = bytes.subarray(start, start + 64).indexOf(92);
  return at >= 0 && octalAt(bytes, start + at, bytes.length) >= 0;
}

/** The escapes from `start` on are written with small letters. */
function hasSmallHex(bytes: Uint8Array, start: number, sign: number): boolean {
  for (let at = start; at < bytes.length && at < start + 64; at++) {
    if (bytes[at] !== sign) continue;
    for (const byte of [bytes[at + 1]!, bytes[at + 2]!]) if (hexDigit(byte) > 9) return byte >= 97;
  }
  return false;
}
