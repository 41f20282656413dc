// A few bytes that say nothing without their key: a wrapped key, the name of a case.
// In: bytes, a key and what they are for. Out: nonce, ciphertext and tag in base64, or the bytes again; null where the
// text was changed, is for something else, or has another key. AES-256-GCM.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export const keyBytes = 32;

const cipherName = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** `purpose` is not in the result; it must be the same when it is opened. */
export function sealBytes(bytes: Uint8Array, key: Uint8Array, purpose: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(cipherName, key, nonce).setAAD(Buffer.from(purpose));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

export function openBytes(sealed: string, key: Uint8Array, purpose: string): Buffer | null {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < nonceBytes + tagBytes) return null;
  try {
    const decipher = createDecipheriv(cipherName, key, bytes.subarray(0, nonceBytes));
    decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(-tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]);
  } catch {
    return null;
  }
}
