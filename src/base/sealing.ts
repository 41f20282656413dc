// Bytes that say nothing without their key, and cannot be changed unseen: AES-256-GCM. In: bytes and a key. Out: nonce,
// ciphertext and tag, one after the other, or the bytes again.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export const keyBytes = 32;

const cipherName = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Ciphered at a time. */
const pieceBytes = 16 << 20;

/** In pieces. `purpose` is not in the result; it must be the same when it is opened. */
export function* sealedPieces(
  bytes: Uint8Array,
  key: Uint8Array,
  purpose = '',
): Generator<Buffer, void, undefined> {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(cipherName, key, nonce).setAAD(Buffer.from(purpose));
  yield nonce;
  for (let p = 0; p < bytes.length; p += pieceBytes) yield cipher.update(bytes.subarray(p, p + pieceBytes));
  yield cipher.final();
  yield cipher.getAuthTag();
}

/** Null where the bytes are not whole, were changed, are for something else, or have another key. */
export function openSealed(sealed: Uint8Array, key: Uint8Array, purpose = ''): Buffer | null {
  const end = sealed.length - tagBytes;
  if (end < nonceBytes) return null;
  try {
    const decipher = createDecipheriv(cipherName, key, sealed.subarray(0, nonceBytes));
    decipher.setAAD(Buffer.from(purpose)).setAuthTag(sealed.subarray(end));
    const pieces: Buffer[] = [];
    for (let p = nonceBytes; p < end; p += pieceBytes)
      pieces.push(decipher.update(sealed.subarray(p, Math.min(end, p + pieceBytes))));
    // what this cipher gives last is empty, but only then it is known that nothing was changed
    pieces.push(decipher.final());
    return pieces.length === 2 ? pieces[0]! : Buffer.concat(pieces);
  } catch {
    return null;
  }
}
