// Bytes as hex digits.

import type { ByteSink } from '../byte-sink.ts';

const lower = Uint8Array.from([...'0123456789abcdef'], (digit) => digit.charCodeAt(0));
const upper = Uint8Array.from([...'0123456789ABCDEF'], (digit) => digit.charCodeAt(0));

export function putHex(value: Uint8Array, length: number, isUpper: boolean, out: ByteSink): void {
  const digits = isUpper ? upper : lower;
  out.reserve(length * 2);
  for (let p = 0; p < length; p++) {
    out.bytes[out.length++] = digits[value[p]! >> 4]!;
    out.bytes[out.length++] = digits[value[p]! & 15]!;
  }
}

/** Whether digits are written in capitals, as far as they show. */
export function isUpperHex(bytes: Uint8Array, from: number, to: number): boolean {
  for (let p = from; p < to; p++) {
    if (bytes[p]! >= 0x61 && bytes[p]! <= 0x66) return false;
    if (bytes[p]! >= 0x41 && bytes[p]! <= 0x46) return true;
  }
  return true;
}
