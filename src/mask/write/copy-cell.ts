// A value in a line of a COPY: as it is, a backslash before what would end it.

import type { ByteSink } from '../byte-sink.ts';
import { putHex } from './hex.ts';
import { hexDigit } from '../ascii.ts';

const BACKSLASH = 0x5c;

/** By byte: the letter that stands for it after a backslash. */
const letters = new Uint8Array(128);
for (const [byte, letter] of [
  [0x08, 'b'],
  [0x09, 't'],
  [0x0a, 'n'],
  [0x0b, 'v'],
  [0x0c, 'f'],
  [0x0d, 'r'],
  [BACKSLASH, '\\'],
] as const)
  letters[byte] = letter.charCodeAt(0);

export function writeCopyCell(
  raw: Uint8Array,
  start: number,
  end: number,
  value: Uint8Array,
  length: number,
  out: ByteSink,
): void {
  // bytes in hex: \\x4142
  if (
    raw[start] === BACKSLASH &&
    raw[start + 1] === BACKSLASH &&
    raw[start + 2] === 0x78 &&
    isHex(raw, start + 3, end)
  ) {
    out.write('\\\\x');
    return putHex(value, length, false, out);
  }
  for (let p = 0; p < length; p++) {
    const byte = value[p]!;
    const letter = byte < 128 ? letters[byte]! : 0;
    if (letter !== 0) out.put(BACKSLASH);
    out.put(letter === 0 ? byte : letter);
  }
}

function isHex(bytes: Uint8Array, from: number, to: number): boolean {
  if ((to - from) % 2 === 1) return false;
  for (let p = from; p < to; p++) if (hexDigit(bytes[p]!) < 0) return false;
  return true;
}
