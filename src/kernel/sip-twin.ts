// SipHash-2-4 in plain TypeScript: the twin of the compiled one, and what hashes where there is none, or a value is longer
// than its room. In: the 16 bytes of a key, and bytes. Out: 64 bits. Slow, easy to check by eye.

const mask = 0xffff_ffff_ffff_ffffn;

export function sipTwin(key: Uint8Array, bytes: Uint8Array, start: number, end: number): bigint {
  const k0 = wordAt(key, 0, 8);
  const k1 = wordAt(key, 8, 16);
  let v0 = k0 ^ 0x736f6d6570736575n;
  let v1 = k1 ^ 0x646f72616e646f6dn;
  let v2 = k0 ^ 0x6c7967656e657261n;
  let v3 = k1 ^ 0x7465646279746573n;
  const mix = (rounds: number): void => {
    for (let round = 0; round < rounds; round++) {
      v0 = (v0 + v1) & mask;
      v1 = rotate(v1, 13n) ^ v0;
      v0 = rotate(v0, 32n);
      v2 = (v2 + v3) & mask;
      v3 = rotate(v3, 16n) ^ v2;
      v0 = (v0 + v3) & mask;
      v3 = rotate(v3, 21n) ^ v0;
      v2 = (v2 + v1) & mask;
      v1 = rotate(v1, 17n) ^ v2;
      v2 = rotate(v2, 32n);
    }
  };
  const length = end - start;
  const whole = end - (length & 7);
  for (let at = start; at <= whole; at += 8) {
    const last = at === whole ? BigInt(length & 255) << 56n : 0n;
    const word = wordAt(bytes, at, Math.min(at + 8, end)) | last;
    v3 ^= word;
    mix(2);
    v0 ^= word;
  }
  v2 ^= 0xffn;
  mix(4);
  return v0 ^ v1 ^ v2 ^ v3;
}

function wordAt(bytes: Uint8Array, from: number, to: number): bigint {
  let word = 0n;
  for (let at = to - 1; at >= from; at--) word = (word << 8n) | BigInt(bytes[at]!);
  return word;
}

function rotate(value: bigint, by: bigint): bigint {
  return ((value << by) | (value >> (64n - by))) & mask;
}
