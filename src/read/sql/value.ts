// The bytes a value stands for: quotes, escapes, introducers and hex notation taken off.
// In: the span of a value as a dump writes it. Out: a span of decoded bytes, in place where nothing has
// to change, else in scratch memory. NULL and numbers are told apart from strings; nothing is allocated.

import * as ascii from './ascii.ts';

/** A decoded value lies in `decoded.bytes` memory between `start` and `end`. */
export interface Decoded {
  start: number;
  end: number;
  /** Some byte is beyond ASCII, and it was written as text. */
  wide: boolean;
}

const simpleEscapes = new Map<number, number>([
  [0x30, 0],
  [0x62, 8],
  [0x6e, 10],
  [0x72, 13],
  [0x74, 9],
  [0x5a, 26],
]);
const escapeTable = new Uint8Array(256).map((_, byte) => simpleEscapes.get(byte) ?? byte);

/**
 * Decodes the value at `from`..`to` of `bytes`; false for NULL. Values longer than `scratchBytes` are
 * decoded up to there: nobody's name is two megabytes long.
 */
export function decodeValue(
  bytes: Uint8Array,
  from: number,
  to: number,
  escapes: boolean,
  scratch: number,
  scratchBytes: number,
  decoded: Decoded,
): boolean {
  const first = bytes[from]!;
  decoded.wide = false;
  if (first === ascii.QUOTE || first === ascii.DOUBLE_QUOTE) {
    return unquote(bytes, from, to, escapes, scratch, scratchBytes, decoded);
  }
  if (isNull(bytes, from, to)) return false;
  if (first === 0x30 && to - from > 2 && (bytes[from + 1]! | 0x20) === 0x78) {
    return unhex(bytes, from + 2, to, scratch, scratchBytes, decoded);
  }
  const last = bytes[to - 1]!;
  if (last === ascii.QUOTE || last === ascii.DOUBLE_QUOTE) {
    // an introducer: N'…', _utf8'…', _binary '…', x'…', b'…'
    let open = from;
    while (open < to && bytes[open] !== last) open++;
    const letter = bytes[from]! | 0x20;
    if (open === from + 1 && letter === 0x78) return unhex(bytes, open + 1, to - 1, scratch, scratchBytes, decoded);
    unquote(bytes, open, to, escapes, scratch, scratchBytes, decoded);
    if (isBinaryIntroducer(bytes, from)) decoded.wide = false;
    return true;
  }
  decoded.start = from;
  decoded.end = to;
  return to > from;
}

/** `_binary '…'`: bytes, whose values beyond ASCII are no letters. */
function isBinaryIntroducer(bytes: Uint8Array, from: number): boolean {
  return bytes[from] === 0x5f && (bytes[from + 1]! | 0x20) === 0x62 && (bytes[from + 2]! | 0x20) === 0x69;
}

export function isNull(bytes: Uint8Array, from: number, to: number): boolean {
  return (
    to - from === 4 &&
    (bytes[from]! | 0x20) === 0x6e &&
    (bytes[from + 1]! | 0x20) === 0x75 &&
    (bytes[from + 2]! | 0x20) === 0x6c &&
    (bytes[from + 3]! | 0x20) === 0x6c
  );
}

function unquote(
  bytes: Uint8Array,
  from: number,
  to: number,
  escapes: boolean,
  scratch: number,
  scratchBytes: number,
  decoded: Decoded,
): boolean {
  const quote = bytes[from]!;
  const end = to - 1;
  let p = from + 1;
  let wide = 0;
  for (; p < end; p++) {
    const byte = bytes[p]!;
    if (byte === quote || (byte === ascii.BACKSLASH && escapes)) break;
    wide |= byte;
  }
  decoded.start = from + 1;
  decoded.end = Math.max(end, from + 1);
  if (p < end) {
    bytes.copyWithin(scratch, from + 1, Math.min(p, from + 1 + scratchBytes));
    let out = scratch + Math.min(p - from - 1, scratchBytes);
    const full = scratch + scratchBytes - 1;
    for (; p < end && out < full; p++) {
      let byte = bytes[p]!;
      if (byte === ascii.BACKSLASH && escapes && p + 1 < end) byte = escapeTable[bytes[++p]!]!;
      else if (byte === quote && bytes[p + 1] === quote) p++;
      wide |= byte;
      bytes[out++] = byte;
    }
    decoded.start = scratch;
    decoded.end = out;
  }
  decoded.wide = wide >= 0x80;
  return true;
}

function unhex(bytes: Uint8Array, from: number, to: number, scratch: number, scratchBytes: number, decoded: Decoded): boolean {
  let out = scratch;
  const end = Math.min(to, from + (scratchBytes - 1) * 2);
  for (let p = from; p + 1 < end; p += 2) {
    bytes[out++] = ((hexDigit(bytes[p]!) << 4) | hexDigit(bytes[p + 1]!)) & 0xff;
  }
  decoded.start = scratch;
  decoded.end = out;
  return true;
}

function hexDigit(byte: number): number {
  return byte <= 0x39 ? byte - 0x30 : (byte | 0x20) - 0x57;
}
