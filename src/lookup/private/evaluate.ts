// The function on an input in the clear: `Evaluate` of RFC 9497, 3.3.2, which only the holder of the key can do. In: a
// key and an input. Out: 64 bytes, the same that somebody gets who asked for a blinded input.

import { hashToGroup, sha512, type Sodium, withLength } from './group.ts';

const finalize = Buffer.from('Finalize');

export function evaluate(sodium: Sodium, secretKey: Uint8Array, input: Uint8Array): Buffer {
  return outputOf(input, sodium.crypto_scalarmult_ristretto255(secretKey, hashToGroup(sodium, input)));
}

export function outputOf(input: Uint8Array, element: Uint8Array): Buffer {
  return sha512(withLength(input), withLength(element), finalize);
}
