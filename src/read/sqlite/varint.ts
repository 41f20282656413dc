// SQLite's variable-length integers: one to nine bytes, high bits first.
// In: bytes and a position. Out: the value, and where it ends.

export interface Varint {
  /** Exact up to 2^53; larger ones only have to be known as too large. */
  value: number;
  next: number;
}

/** Reads into `into`, so that the many of a row make no objects; bytes past the end count as zero. */
export function readVarint(bytes: Uint8Array, at: number, into: Varint): void {
  let byte = bytes[at]!;
  if (byte < 0x80) {
    into.value = byte;
    into.next = at + 1;
    return;
  }
  let value = byte & 0x7f;
  let p = at + 1;
  for (; p < at + 8; p++) {
    byte = bytes[p] ?? 0;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      into.value = value;
      into.next = p + 1;
      return;
    }
  }
  into.value = value * 256 + (bytes[p] ?? 0);
  into.next = p + 1;
}

/** The same as text, all 64 bits of it and signed: row ids. */
export function varintText(bytes: Uint8Array, at: number, next: number): string {
  let value = 0n;
  for (let p = at; p < next; p++)
    value = p === at + 8 ? (value << 8n) | BigInt(bytes[p]!) : (value << 7n) | BigInt(bytes[p]! & 0x7f);
  return BigInt.asIntN(64, value).toString();
}
