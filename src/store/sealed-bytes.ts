// A few bytes that say nothing without their key, as text: a wrapped key, the name of a case.
// In: bytes, a key and what they are for. Out: the sealed bytes in base64, or the bytes again; null where the text was
// changed, is for something else, or has another key.

import { openSealed, sealedPieces } from '../base/index.ts';

/** `purpose` is not in the result; it must be the same when it is opened. */
export function sealBytes(bytes: Uint8Array, key: Uint8Array, purpose: string): string {
  return Buffer.concat([...sealedPieces(bytes, key, purpose)]).toString('base64');
}

export function openBytes(sealed: string, key: Uint8Array, purpose: string): Buffer | null {
  return openSealed(Buffer.from(sealed, 'base64'), key, purpose);
}
