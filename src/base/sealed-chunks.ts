// Long content as chunks that say nothing without their key, and that cannot be changed, cut off, put in another order
// or added to unseen: the payload of an age file (https://age-encryption.org/v1), STREAM with ChaCha20-Poly1305 over
// chunks of 64 KiB. In: bytes in pieces of any size. Out: the sealed bytes, or the bytes again. It touches no file.

import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

export const chunkBytes = 64 << 10;
export const chunkTagBytes = 16;
export const sealedChunkBytes = chunkBytes + chunkTagBytes;

/** Random bytes that stand before the chunks. */
export const streamNonceBytes = 16;

/** What the chunks of one file are sealed under. */
export function streamKey(fileKey: Uint8Array, nonce: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
}

/** Sealed chunks that hold so many bytes: also nothing is one chunk. */
export function sealedSize(bytes: number): number {
  return bytes + Math.max(1, Math.ceil(bytes / chunkBytes)) * chunkTagBytes;
}

/** Null where no content has sealed chunks of that size in all. */
export function contentSize(sealedBytes: number): number | null {
  const bytes = sealedBytes - Math.ceil(sealedBytes / sealedChunkBytes) * chunkTagBytes;
  return sealedBytes > 0 && bytes >= 0 && sealedSize(bytes) === sealedBytes ? bytes : null;
}

const cipherName = 'chacha20-poly1305';
const cipherOptions = { authTagLength: chunkTagBytes };

function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  // 11 bytes for the number of the chunk: 2^53 of them are more than any disk holds
  nonce.writeUInt32BE(Math.floor(index / 2 ** 32), 3);
  nonce.writeUInt32BE(index >>> 0, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** Ciphertext and tag, one after the other. */
export function sealChunk(
  key: Uint8Array,
  index: number,
  isLast: boolean,
  bytes: Uint8Array,
): [Buffer, Buffer] {
  const cipher = createCipheriv(cipherName, key, nonceOf(index, isLast), cipherOptions);
  const sealed = cipher.update(bytes);
  cipher.final();
  return [sealed, cipher.getAuthTag()];
}

/** Null where the chunk was changed, or is another one than it is taken for. */
export function openChunk(
  key: Uint8Array,
  index: number,
  isLast: boolean,
  sealed: Uint8Array,
): Buffer | null {
  const end = sealed.length - chunkTagBytes;
  if (end < 0) return null;
  const decipher = createDecipheriv(cipherName, key, nonceOf(index, isLast), cipherOptions);
  decipher.setAuthTag(sealed.subarray(end));
  const bytes = decipher.update(sealed.subarray(0, end));
  try {
    decipher.final();
    return bytes;
  } catch {
    return null;
  }
}

/** Seals what comes piece by piece. */
export class ChunkSealer {
  #key: Uint8Array;
  /** The last chunk is sealed in another way than the others: a full one is kept back until more comes. */
  #held = Buffer.allocUnsafe(chunkBytes);
  #length = 0;
  #index = 0;

  constructor(key: Uint8Array) {
    this.#key = key;
  }

  /** Sealed bytes that are ready; no more than came in, but for a chunk. */
  push(bytes: Uint8Array): Buffer {
    const sealed: Buffer[] = [];
    for (let from = 0; from < bytes.length;) {
      if (this.#length === chunkBytes) this.#seal(sealed, this.#held);
      if (this.#length === 0) {
        for (; bytes.length - from > chunkBytes; from += chunkBytes)
          this.#seal(sealed, bytes.subarray(from, from + chunkBytes));
      }
      const taken = Math.min(chunkBytes - this.#length, bytes.length - from);
      this.#held.set(bytes.subarray(from, from + taken), this.#length);
      this.#length += taken;
      from += taken;
    }
    return Buffer.concat(sealed);
  }

  end(): Buffer {
    return Buffer.concat(sealChunk(this.#key, this.#index, true, this.#held.subarray(0, this.#length)));
  }

  #seal(into: Buffer[], bytes: Uint8Array): void {
    into.push(...sealChunk(this.#key, this.#index++, false, bytes));
    if (bytes === this.#held) this.#length = 0;
  }
}
