/**
 * Writing into one large reused byte array: fragments prepared once are copied, numbers become
 * digits in place. Nothing here checks for room: whoever owns the buffer leaves enough slack for
 * the longest row.
 */
export interface ByteWriter {
  bytes: Uint8Array;
  /** where the next byte goes */
  at: number;
}

const encoder = new TextEncoder();

/** Below this a byte loop beats the call into TypedArray.prototype.set. */
const loopBytes = 40;

export function createByteWriter(capacityBytes: number): ByteWriter {
  return { bytes: new Uint8Array(capacityBytes), at: 0 };
}

/** UTF-8 of a text, for fragment pools. */
export function fragment(text: string): Uint8Array {
  return encoder.encode(text);
}

export function putByte(out: ByteWriter, byte: number): void {
  out.bytes[out.at++] = byte;
}

export function putBytes(out: ByteWriter, part: Uint8Array): void {
  const length = part.length;
  if (length > loopBytes) {
    out.bytes.set(part, out.at);
  } else {
    const bytes = out.bytes;
    const at = out.at;
    for (let i = 0; i < length; i++) bytes[at + i] = part[i]!;
  }
  out.at += length;
}

/** A whole number from 0 to 2^53 as decimal digits. */
export function putNumber(out: ByteWriter, value: number): void {
  let digits = 1;
  for (let limit = 10; value >= limit; limit *= 10) digits++;
  putPadded(out, value, digits);
}

/** A whole number as exactly `digits` decimal digits, zero-padded. */
export function putPadded(out: ByteWriter, value: number, digits: number): void {
  const bytes = out.bytes;
  let rest = value;
  let at = out.at + digits;
  out.at = at;
  for (let i = 0; i < digits; i++) {
    const next = Math.floor(rest / 10);
    bytes[--at] = 48 + (rest - next * 10);
    rest = next;
  }
}

const hexDigits = encoder.encode('0123456789abcdef');

/** The low `digits` hex digits of 32 bits. */
export function putHex(out: ByteWriter, bits: number, digits: number): void {
  for (let shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
    out.bytes[out.at++] = hexDigits[(bits >>> shift) & 15]!;
  }
}

/** 64-character alphabets for `putSymbols`. */
export const base64url = encoder.encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
export const phpassAlphabet = encoder.encode(
  './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
);

/** `count` random symbols of a 64-character alphabet. */
export function putSymbols(out: ByteWriter, alphabet: Uint8Array, count: number, random: () => number): void {
  const bytes = out.bytes;
  let at = out.at;
  let bits = 0;
  let left = 0;
  for (let i = 0; i < count; i++) {
    if (left === 0) {
      bits = random();
      left = 5;
    }
    bytes[at++] = alphabet[bits & 63]!;
    bits >>>= 6;
    left--;
  }
  out.at = at;
}
