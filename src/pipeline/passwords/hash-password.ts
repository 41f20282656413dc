// The hashes that a password is looked up by. In: a password as UTF-8, or the raw hash of one as it was stored. Out: bytes.

import { hash } from 'node:crypto';
import { md4 } from './md4.ts';

/** Of the UTF-8. */
export function sha1Of(password: Uint8Array): Buffer {
  return hash('sha1', password, 'buffer');
}

/** MD4 of the UTF-16, low byte first: what Windows keeps. */
export function ntlmOf(password: Uint8Array): Buffer {
  return md4(Buffer.from(Buffer.from(password).toString('utf8'), 'utf16le'));
}

/** Of a raw hash in hexadecimal, or in Base64 after a `{SHA}`. Null where it has another length. */
export function storedHash(text: string, bytes: number): Buffer | null {
  const isHex = /^[\da-f]+$/iu.test(text);
  const hashed = isHex ? Buffer.from(text, 'hex') : Buffer.from(text.replace(/^\{\w+\}/u, ''), 'base64');
  return hashed.length === bytes ? hashed : null;
}
