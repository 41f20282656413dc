// What SQLite's `.dump` wraps text in to keep a line of it on a line: replace('…','\n',char(10)) and
// unistr('…\u000a…'). In: the decoded first argument, in scratch memory. Out: where the text ends once undone.

import * as ascii from './ascii.ts';
import { hexDigitOf, writeCharacter } from './backslashes.ts';
import { textOf } from './lexer.ts';

/** The other two arguments of `replace`, as `.dump` writes them. */
const lineEnd = /^\s*,\s*'([^'\s]{1,16})'\s*,\s*char\(\s*(10|13)\s*\)\s*$/iu;
const longestArguments = 80;

/** Puts the line ends back that the arguments at `first`..`close` name; anything else is left as it is. */
export function restoreLineEnds(
  bytes: Uint8Array,
  from: number,
  to: number,
  first: number,
  close: number,
): number {
  const named = close - first > longestArguments ? null : lineEnd.exec(textOf(bytes, first, close));
  if (!named) return to;
  const sign = Buffer.from(named[1]!);
  let out = from;
  for (let p = from; p < to;) {
    if (p + sign.length <= to && sign.every((byte, i) => bytes[p + i] === byte)) {
      bytes[out++] = Number(named[2]);
      p += sign.length;
    } else bytes[out++] = bytes[p++]!;
  }
  return out;
}

/** How many hex digits follow a backslash and the sign after it. */
const digitsAfter = new Map([
  [0x75, 4],
  [0x55, 8],
  [0x2b, 6],
]);

/** Takes `\XXXX`, `\uXXXX`, `\+XXXXXX` and `\UXXXXXXXX` off. */
export function undoUnistr(bytes: Uint8Array, from: number, to: number): number {
  let out = from;
  let p = from;
  while (p < to) {
    const byte = bytes[p++]!;
    if (byte !== ascii.BACKSLASH || p >= to) bytes[out++] = byte;
    else if (bytes[p] === ascii.BACKSLASH) bytes[out++] = bytes[p++]!;
    else {
      const named = digitsAfter.get(bytes[p]!);
      const digits = p + (named === undefined ? 0 : 1);
      const end = digits + (named ?? 4);
      let code = 0;
      for (let q = digits; q < end; q++) code = q < to && code >= 0 ? addDigit(code, bytes[q]!) : -1;
      // four bytes at most for six of the escape at least: never more than was read
      if (code < 0) bytes[out++] = byte;
      else {
        out = writeCharacter(bytes, out, code);
        p = end;
      }
    }
  }
  return out;
}

/** With one more hex digit; -1 where it is none. */
function addDigit(code: number, byte: number): number {
  const digit = hexDigitOf(byte);
  return digit < 0 ? -1 : code * 16 + digit;
}
