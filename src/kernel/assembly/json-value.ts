// Where a value of JSON ends: a string, something bare, or an object or array taken whole. In: where it
// begins, and where the bytes end. Out: one past it, or 0 with the reason kept by json-outcome. Whether what
// lies between is a number or a date is not asked; the steps of strings look 16 bytes ahead.

import { addAt, fail } from './json-outcome';
import { CUT, MALFORMED, MAX_NESTING, NESTING_AT, TOO_DEEP, TOO_MANY_ATS, room } from './json-room';

let oneLine: bool = false;

/** `withinLines`: a line end inside a row breaks it. */
// @ts-ignore: decorator
@inline
export function beginValues(withinLines: bool): void {
  oneLine = withinLines;
}

// @ts-ignore: decorator
@inline
export function valueEnd(from: usize, to: usize): usize {
  const byte = load<u8>(from);
  if (byte == 0x22) {
    const close = stringEnd(from + 1, to);
    return close == 0 ? 0 : close + 1;
  }
  if (byte == 0x5b || byte == 0x7b) return nestedEnd(from, to);
  return bareEnd(from, to);
}

/** From the byte after the opening quote to the closing one; 0 where there is none. */
// @ts-ignore: decorator
@inline
export function stringEnd(from: usize, to: usize): usize {
  let p = from;
  while (p < to) {
    const bytes = v128.load(p);
    let marks = <u32>(
      i8x16.bitmask(
        v128.or(
          v128.or(i8x16.eq(bytes, i8x16.splat(0x22)), i8x16.eq(bytes, i8x16.splat(0x5c))),
          v128.or(i8x16.eq(bytes, i8x16.splat(0x0a)), i8x16.eq(bytes, i8x16.splat(0x40))),
        ),
      )
    );
    let next = p + 16;
    while (marks) {
      const mark = p + <usize>ctz(marks);
      if (mark >= to) return fail(CUT, to, to);
      const byte = load<u8>(mark);
      if (byte == 0x22) return mark;
      if (byte == 0x0a) return fail(MALFORMED, mark, to);
      if (byte == 0x5c) {
        if (mark + 1 < to && load<u8>(mark + 1) < 0x20) return fail(MALFORMED, mark + 1, to);
        next = mark + 2;
        break;
      }
      if (!addAt(mark)) return fail(TOO_MANY_ATS, mark, to);
      marks &= marks - 1;
    }
    p = next;
  }
  return fail(CUT, to, to);
}

/** A number, `true`, `null`, `NaN`, or what the shell of MongoDB writes: `ISODate("…")`; one past it, or 0. */
function bareEnd(from: usize, to: usize): usize {
  let p = from;
  while (isBare(load<u8>(p))) p++;
  if (p >= to || p == from) return fail(MALFORMED, p, to);
  if (load<u8>(p) != 0x28) return p;
  p++;
  while (p < to) {
    const byte = <u32>load<u8>(p);
    if (byte == 0x22) {
      p = stringEnd(p + 1, to);
      if (p == 0) return 0;
      p++;
    } else if (byte == 0x29) return p + 1;
    else if (isBare(byte) || byte == 0x20 || byte == 0x2c || byte == 0x3a) p++;
    else return fail(MALFORMED, p, to);
  }
  return fail(CUT, to, to);
}

/** An object or array taken whole; one past its closing bracket, or 0. */
export function nestedEnd(from: usize, to: usize): usize {
  const stack = room + NESTING_AT;
  let depth: u32 = 0;
  let p = from;
  while (p < to) {
    const byte = <u32>load<u8>(p);
    if (byte == 0x22) {
      p = stringEnd(p + 1, to);
      if (p == 0) return 0;
    } else if (byte == 0x7b || byte == 0x5b) {
      if (depth == MAX_NESTING) return fail(TOO_DEEP, p, to);
      store<u8>(stack + <usize>depth, byte + 2);
      depth++;
    } else if (byte == 0x7d || byte == 0x5d) {
      depth--;
      if (<u32>load<u8>(stack + <usize>depth) != byte) return fail(MALFORMED, p, to);
      if (depth == 0) return p + 1;
    } else if (
      !isBare(byte) && byte != 0x2c && byte != 0x3a && byte != 0x20 && byte != 0x0d && byte != 0x09 &&
      byte != 0x28 && byte != 0x29 && (byte != 0x0a || oneLine)
    ) {
      return fail(MALFORMED, p, to);
    }
    p++;
  }
  return fail(CUT, to, to);
}

// @ts-ignore: decorator
@inline
function isBare(byte: u32): bool {
  return (
    byte - 0x30 <= 9 ||
    (byte | 0x20) - 0x61 <= 25 ||
    byte == 0x2d ||
    byte == 0x2e ||
    byte == 0x2b ||
    byte == 0x5f
  );
}

// @ts-ignore: decorator
@inline
export function skipSpace(from: usize): usize {
  let p = from;
  let byte = <u32>load<u8>(p);
  while (byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09) {
    if (byte == 0x0a && oneLine) break;
    byte = <u32>load<u8>(++p);
  }
  return p;
}
