// Where the scan of words has its tables, and what it asks of a byte, in AssemblyScript. In: places, bytes. Out: answers.
// The layout is that of word-scan-layout.ts.

/** One bit for each four flags: in the nearest cache. */
export const someFlagsAt: usize = 16384;
export const someFlagsBytes: usize = 32768;
export const flagsAt: usize = 65536;
export const wholeBitsAt: usize = flagsAt + 1048576;
export const localBitsAt: usize = wholeBitsAt + 2097152;
export const foldsAt: usize = localBitsAt + 2097152;
export const additionalAt: usize = foldsAt + 0x600 * 4;
export const oneByteAt: usize = additionalAt + 256 * 4;
export const inputAt: usize = foldsAt + 8192;
export const foldedAt: usize = inputAt + 65536 + 64;
export const eventsAt: usize = foldedAt + 65536 * 3;

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
