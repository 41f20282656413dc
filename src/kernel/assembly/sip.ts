// SipHash-2-4 (Aumasson and Bernstein, 2012): the keyed hash that cannot be guessed without its key, in AssemblyScript. In:
// the 16 bytes of a key, and bytes, in linear memory. Out: 64 bits. It never allocates.

/** Bytes below this are the module's own. */
export const messageAt: usize = 65536;
/** Where the hash is written. */
const hashAt: usize = 4096;

/** Writes the hash of `length` bytes at `messageAt`, under the key at `key`, to 4096; up to 7 bytes behind them are lost. */
export function sipHash(key: usize, length: u32): void {
  const k0 = load<u64>(key);
  const k1 = load<u64>(key, 8);
  let v0 = k0 ^ 0x736f6d6570736575;
  let v1 = k1 ^ 0x646f72616e646f6d;
  let v2 = k0 ^ 0x6c7967656e657261;
  let v3 = k1 ^ 0x7465646279746573;
  const end = messageAt + (length & ~7);
  // the last word: what is left, nothing, and the length
  const rest = (length & 7) << 3;
  const kept: u64 = ((<u64>1) << rest) - 1;
  store<u64>(end, (load<u64>(end) & kept) | ((<u64>length) << 56));
  for (let p = messageAt; p <= end; p += 8) {
    const word = load<u64>(p);
    v3 ^= word;
    for (let round = 0; round < 2; round++) {
      v0 += v1;
      v1 = rotl(v1, 13) ^ v0;
      v0 = rotl(v0, 32);
      v2 += v3;
      v3 = rotl(v3, 16) ^ v2;
      v0 += v3;
      v3 = rotl(v3, 21) ^ v0;
      v2 += v1;
      v1 = rotl(v1, 17) ^ v2;
      v2 = rotl(v2, 32);
    }
    v0 ^= word;
  }
  v2 ^= 0xff;
  for (let round = 0; round < 4; round++) {
    v0 += v1;
    v1 = rotl(v1, 13) ^ v0;
    v0 = rotl(v0, 32);
    v2 += v3;
    v3 = rotl(v3, 16) ^ v2;
    v0 += v3;
    v3 = rotl(v3, 21) ^ v0;
    v2 += v1;
    v1 = rotl(v1, 17) ^ v2;
    v2 = rotl(v2, 32);
  }
  store<u64>(hashAt, v0 ^ v1 ^ v2 ^ v3);
}
