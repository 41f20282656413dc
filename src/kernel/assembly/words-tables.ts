// Where the scan of words has its tables, and what it asks of a byte, in AssemblyScript. In: places, bytes. Out: answers.
// The layout is that of word-scan-layout.ts.

/** One bit for each four flags: in the nearest cache. */
export const someFlagsAt: usize = 16384;
export const someFlagsBytes: usize = 32768;
/** By length, up to 16: a byte of ones for each byte that is in. */
export const masksAt: usize = 8192;
/** By byte: what it means behind a word. */
export const nextAt: usize = 9216;
export const flagsAt: usize = 65536;
export const wholeBitsAt: usize = flagsAt + 1048576;
export const localBitsAt: usize = wholeBitsAt + 2097152;
export const foldsAt: usize = localBitsAt + 2097152;
export const additionalAt: usize = foldsAt + 0x600 * 4;
export const oneByteAt: usize = additionalAt + 256 * 4;
export const inputAt: usize = foldsAt + 8192;
export const eventsAt: usize = inputAt + 65536 + 64 + 65536 * 3;

// @ts-ignore: decorator
@inline
export function byteAt(at: u32): u32 {
  return <u32>load<u8>(inputAt + at);
}

// @ts-ignore: decorator
@inline
export function isWordByte(byte: u32): bool {
  return byte >= 128 || byte - 48 < 10 || (byte | 32) - 97 < 26;
}

// @ts-ignore: decorator
@inline
export function spread(hash: u32): u32 {
  return (hash ^ (hash >> 15)) * 0x2c1b3c6d;
}

// @ts-ignore: decorator
@inline
export function hasBit(bits: usize, hash: u32): bool {
  const bit = spread(hash) >> 8;
  return ((<u32>load<u8>(bits + (bit >> 3)) >> (bit & 7)) & 1) == 1;
}

// @ts-ignore: decorator
@inline
export function isHex(byte: u32): bool {
  return byte - 48 < 10 || (byte | 32) - 97 < 6;
}

// @ts-ignore: decorator
@inline
export function isLocal(byte: u32): bool {
  return byte - 48 < 10 || (byte | 32) - 97 < 26 || byte == 46 || byte == 43 || byte == 45 || byte == 95;
}

// @ts-ignore: decorator
@inline
export function isPackedJoint(byte: u32): bool {
  return byte == 43 || byte == 47 || byte == 45 || byte == 95;
}

// @ts-ignore: decorator
@inline
export function isJoint(byte: u32): bool {
  return byte == 45 || byte == 46 || byte == 95 || byte == 58;
}

// @ts-ignore: decorator
@inline
export function mix(hash: u32, chunk: u64): u32 {
  hash = (hash ^ <u32>chunk) * 0x9e3779b1;
  hash ^= hash >> 15;
  hash = (hash ^ <u32>(chunk >> 32)) * 0x85ebca77;
  return hash ^ (hash >> 13);
}

/** Of what follows a word: `+ / - _`. */
export const PACKED_JOINT: u32 = 1;

/** The tables that follow from others, and those that are always the same. */
export function fillTables(): void {
  for (let at: usize = 0; at < someFlagsBytes; at++) {
    let bits: u32 = 0;
    for (let bit: u32 = 0; bit < 8; bit++)
      if (load<u32>(flagsAt + ((at << 3) + bit) * 4) != 0) bits |= 1 << bit;
    store<u8>(someFlagsAt + at, <u8>bits);
  }
  for (let length: usize = 0; length <= 16; length++)
    for (let at: usize = 0; at < 16; at++) store<u8>(masksAt + (length << 4) + at, at < length ? 255 : 0);
  for (let byte: u32 = 0; byte < 256; byte++) {
    const isBracket = byte == 41 || byte == 93;
    const sort = (isPackedJoint(byte) ? PACKED_JOINT : 0) | (isJoint(byte) ? 2 : 0) | (isBracket ? 4 : 0);
    store<u8>(nextAt + byte, <u8>sort);
  }
}
