// The smallest questions about bytes, and their text.

export function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

export function isCapital(byte: number): boolean {
  return byte >= 65 && byte <= 90;
}

/** Of an ASCII capital the small letter; any other byte as it is. */
export function lowerCase(byte: number): number {
  return isCapital(byte) ? byte | 32 : byte;
}

/** What a hexadecimal digit is worth, or -1. */
export function hexDigit(byte: number): number {
  if (isDigit(byte)) return byte - 48;
  const lower = byte | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

/** Bytes as characters, one each. */
export function latin1(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
}
