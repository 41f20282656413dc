// Hashes of words, of 32 bits and seeded, as the scan of words has them. In: folded bytes. Out: a hash, and its place in
// tables. They spread, no more: who knows the seed can make two words meet.

/** Of a whole word: eight bytes a step. */
export function hashWord(seed: number, bytes: Uint8Array, start: number, end: number): number {
  let hash = seed;
  for (let at = start; at < end; at += 8) {
    hash = Math.imul(hash ^ fourBytes(bytes, at, end), 0x9e37_79b1);
    hash ^= hash >>> 15;
    hash = Math.imul(hash ^ fourBytes(bytes, at + 4, end), 0x85eb_ca77);
    hash ^= hash >>> 13;
  }
  return hash;
}

/** One byte more: of what is read byte by byte. */
export function hashStep(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x0100_0193);
}

/** The place in a table of 2^20. */
export function wordPlace(hash: number): number {
  return spread(hash) >>> 12;
}

/** The bit in a table of 2^24. */
export function bitPlace(hash: number): number {
  return spread(hash) >>> 8;
}

function spread(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
}

function fourBytes(bytes: Uint8Array, at: number, end: number): number {
  let value = 0;
  for (let index = Math.min(4, end - at) - 1; index >= 0; index--) value = (value << 8) | bytes[at + index]!;
  return value;
}
