// Reading SQL byte by byte, where the structural index does not reach: between statements, in heads,
// and in rows that hold something unusual. Pure functions over bytes; positions in, positions out.
// A negative answer means that the bytes end before the thing does (`CUT`).

import * as ascii from './ascii.ts';

export const CUT = -1;

/** `/*!99999…` is written to be skipped by every server (MariaDB's sandbox line does so). */
const neverExecutedVersion = 999_999;

/**
 * Skips space, comments and the markers of executable comments (`/*!40101` and its closing), whose
 * content every server that the dump was made for would run. Returns the first byte of something else.
 */
export function skipSpace(bytes: Uint8Array, from: number, to: number): number {
  let p = from;
  for (;;) {
    while (p < to && ascii.isSpace(bytes[p]!)) p++;
    if (p >= to) return CUT;
    const byte = bytes[p]!;
    if (byte === ascii.HASH || (byte === ascii.DASH && isDashComment(bytes, p, to))) {
      const end = findByte(bytes, ascii.NEWLINE, p, to);
      if (end < 0) return CUT;
      p = end + 1;
    } else if (byte === ascii.SLASH && p + 1 < to && bytes[p + 1] === ascii.STAR) {
      p = skipComment(bytes, p, to);
      if (p < 0) return CUT;
    } else if (byte === ascii.STAR && p + 1 < to && bytes[p + 1] === ascii.SLASH) {
      p += 2;
    } else {
      return p;
    }
  }
}

function isDashComment(bytes: Uint8Array, p: number, to: number): boolean {
  return bytes[p + 1] === ascii.DASH && (p + 2 >= to || ascii.isSpace(bytes[p + 2]!));
}

function skipComment(bytes: Uint8Array, from: number, to: number): number {
  let p = from + 2;
  if (p < to && bytes[p] === 0x4d) p++; // MariaDB's own: /*M!
  if (p < to && bytes[p] === ascii.BANG) {
    let version = 0;
    for (p++; p < to && bytes[p]! >= 0x30 && bytes[p]! <= 0x39; p++) version = version * 10 + bytes[p]! - 0x30;
    if (p >= to) return CUT;
    if (version < neverExecutedVersion) return p;
  }
  for (;;) {
    const star = findByte(bytes, ascii.STAR, p, to);
    if (star < 0 || star + 1 >= to) return CUT;
    if (bytes[star + 1] === ascii.SLASH) return star + 2;
    p = star + 1;
  }
}

/** One past the string, quoted name or bracketed name that opens at `from`. */
export function skipQuoted(bytes: Uint8Array, from: number, to: number, escapes: boolean): number {
  const open = bytes[from]!;
  const close = open === ascii.BRACKET ? ascii.BRACKET_END : open;
  const withEscapes = escapes && (open === ascii.QUOTE || open === ascii.DOUBLE_QUOTE);
  for (let p = from + 1; p < to; p++) {
    const byte = bytes[p]!;
    if (byte === close) {
      if (p + 1 < to && bytes[p + 1] === close) p++;
      else return p + 1;
    } else if (withEscapes && byte === ascii.BACKSLASH) p++;
  }
  return CUT;
}

/** A name, bare or quoted, at `from`: its text and the position after it; null where there is none, or it is cut. */
export function readName(
  bytes: Uint8Array,
  from: number,
  to: number,
): { name: string; end: number } | null {
  if (from < 0 || from >= to) return null;
  const open = bytes[from]!;
  if (open === ascii.BACKTICK || open === ascii.DOUBLE_QUOTE || open === ascii.BRACKET || open === ascii.QUOTE) {
    const end = skipQuoted(bytes, from, to, false);
    if (end < 0) return null;
    const close = open === ascii.BRACKET ? ']' : String.fromCharCode(open);
    return { name: textOf(bytes, from + 1, end - 1).replaceAll(close + close, close), end };
  }
  let end = from;
  while (end < to && ascii.isWord(bytes[end]!)) end++;
  return end === from || end >= to ? null : { name: textOf(bytes, from, end), end };
}

/** A possibly qualified name (`db`.`table`): the last part, as dumps of one database write it. */
export function readQualifiedName(bytes: Uint8Array, from: number, to: number): { name: string; end: number } | null {
  let part = readName(bytes, from, to);
  while (part) {
    const dot = skipSpace(bytes, part.end, to);
    if (dot < 0 || bytes[dot] !== ascii.DOT) return part;
    part = readName(bytes, skipSpace(bytes, dot + 1, to), to);
  }
  return null;
}

/** The bare word at `from`, upper-case; empty where there is none. */
export function readWord(bytes: Uint8Array, from: number, to: number): string {
  let end = from;
  while (end < to && end - from < 64 && ascii.isWord(bytes[end]!)) end++;
  return bytes.subarray(from, end).reduce((word, byte) => word + String.fromCharCode(byte), '').toUpperCase();
}

/** Position of `byte` in `from`..`to`, or -1; never looks past `to`. */
export function findByte(bytes: Uint8Array, byte: number, from: number, to: number): number {
  const found = bytes.subarray(from, to).indexOf(byte);
  return found < 0 ? CUT : from + found;
}

const decoder = new TextDecoder();

export function textOf(bytes: Uint8Array, from: number, to: number): string {
  return decoder.decode(bytes.subarray(from, to));
}
