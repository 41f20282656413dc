// Person keys of nobody, the same for the same seed: bytes as evenly spread as those of a keyed hash. In: how many. Out:
// keys one after the other, and keys to ask for.

import { createCipheriv, createHash } from 'node:crypto';

export const keyBytes = 16;

export function madeUpKeys(count: number, seed: string): Buffer {
  const bytes = Buffer.alloc(count * keyBytes);
  fillEvenly(bytes, seed);
  return bytes;
}

/** Half of them are among the made-up ones, in no order; the others are nobody's. */
export function keysToAsk(made: Buffer, count: number, seed: string): Buffer[] {
  const random = madeUpKeys(count, seed);
  return Array.from({ length: count }, (_, i) => {
    const own = random.subarray(i * keyBytes, (i + 1) * keyBytes);
    if (i % 2 === 1) return own;
    const at = (own.readUIntBE(0, 6) % (made.length / keyBytes)) * keyBytes;
    return made.subarray(at, at + keyBytes);
  });
}

const pieceBytes = 64 << 20;

export function fillEvenly(bytes: Buffer, seed: string): void {
  const key = createHash('sha256').update(seed).digest();
  const cipher = createCipheriv('aes-128-ctr', key.subarray(0, 16), key.subarray(16));
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = bytes.subarray(at, at + pieceBytes);
    cipher.update(piece).copy(piece);
  }
}
