// An entry of the private look-up: what one person lost in one breach, sealed under an output of the function. In: the
// output, the salt of the index, the content. Out: the entry and the number by which it is sorted into blocks. An entry
// says nothing without the output; those of one person in two breaches have nothing in common.

import { createCipheriv, hash } from 'node:crypto';

export const tagBytes = 8;
export const sealBytes = 16;
/** In front of an entry while it waits for its block. */
export const bucketBytes = 4;
const keyBytes = 32;
const nonceBytes = 12;

/** Where several people have one number and lost different things, each has an entry; no more than this are kept. */
export const maxSlots = 16;

export function entryLength(contentLength: number): number {
  return tagBytes + contentLength + sealBytes;
}

/** The 32 bits whose first ones say which block an entry is in; the browser computes the same. */
export function bucketOf(output: Buffer): number {
  return output.readUInt32BE(0);
}

/** The number of the block that a bucket falls into, of `2 ** bits`. */
export function blockOf(bucket: number, bits: number): number {
  return bits === 0 ? 0 : bucket >>> (32 - bits);
}

/**
 * Writes bucket, tag and sealed content to `out` at `offset`. A key is used once: it is of the output, of a salt that a
 * new build does not share, and of the slot.
 */
export function writeEntry(
  output: Buffer,
  { salt, slot, content }: { salt: Uint8Array; slot: number; content: Uint8Array },
  out: Buffer,
  offset: number,
): void {
  const derived = derivedOf(output, salt, slot);
  const nonceAt = tagBytes + keyBytes;
  const cipher = createCipheriv(
    'aes-256-gcm',
    derived.subarray(tagBytes, nonceAt),
    derived.subarray(nonceAt, nonceAt + nonceBytes),
  );
  let at = out.writeUInt32BE(bucketOf(output), offset);
  at += derived.copy(out, at, 0, tagBytes);
  at += cipher.update(content).copy(out, at);
  cipher.final();
  cipher.getAuthTag().copy(out, at);
}

/** The tag alone: to find an entry that has to go. */
export function entryTag(output: Buffer, salt: Uint8Array, slot: number): Buffer {
  return derivedOf(output, salt, slot).subarray(0, tagBytes);
}

const blockBytes = 128;
const outputHalf = 32;

/**
 * HMAC-SHA-512 under the second half of the output, of the salt and the slot: tag, key and nonce. By two hashes of one
 * call each, a tenth of the time of `createHmac`. Source: RFC 2104.
 */
function derivedOf(output: Buffer, salt: Uint8Array, slot: number): Buffer {
  const inner = Buffer.alloc(blockBytes + salt.length + 1, 0x36);
  const outer = Buffer.alloc(2 * outputHalf + blockBytes, 0x5c);
  for (let i = 0; i < outputHalf; i++) {
    inner[i] = 0x36 ^ output[outputHalf + i]!;
    outer[i] = 0x5c ^ output[outputHalf + i]!;
  }
  inner.set(salt, blockBytes);
  inner[blockBytes + salt.length] = slot;
  outer.write(hash('sha512', inner, 'binary'), blockBytes, 'latin1');
  return Buffer.from(hash('sha512', outer, 'binary'), 'latin1');
}
