// A file that says nothing without its key: what a run that was stopped has read so far holds samples of the leak.
// In: bytes and a key. Out: the same bytes, or null where the file is not whole, was changed, or has another key.
// AES-256-GCM; a file appears only when it is complete.

import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';

const cipherName = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Ciphered at a time. */
const pieceBytes = 16 << 20;

export function writeSealed(path: string, key: Uint8Array, bytes: Uint8Array): void {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(cipherName, key, nonce);
  const beside = `${path}.${randomUUID()}`;
  const file = openSync(beside, 'wx', 0o600);
  try {
    put(file, nonce);
    for (let p = 0; p < bytes.length; p += pieceBytes)
      put(file, cipher.update(bytes.subarray(p, p + pieceBytes)));
    put(file, cipher.final());
    put(file, cipher.getAuthTag());
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
}

export function readSealed(path: string, key: Uint8Array): Buffer | null {
  try {
    const sealed = readFileSync(path);
    const decipher = createDecipheriv(cipherName, key, sealed.subarray(0, nonceBytes));
    decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
    const pieces: Buffer[] = [];
    const end = sealed.length - tagBytes;
    for (let p = nonceBytes; p < end; p += pieceBytes)
      pieces.push(decipher.update(sealed.subarray(p, Math.min(end, p + pieceBytes))));
    pieces.push(decipher.final());
    return Buffer.concat(pieces);
  } catch {
    return null;
  }
}

function put(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
}
