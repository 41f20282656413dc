// The keys of the private look-up, one a kind, of the register's secrets. In: the register's secret. Out: a scalar that
// stays here, and the public key that everybody may compare. `DeriveKeyPair` of RFC 9497, 3.2.1.

import { contextString, hashToScalarUnder, type Sodium, withLength } from './group.ts';
import { type PrivateKind, privateKinds } from './private-kinds.ts';

export interface PrivateKey {
  secretKey: Uint8Array;
  publicKey: Uint8Array;
}

export type PrivateKeys = Readonly<Record<PrivateKind, PrivateKey>>;

const separation = Buffer.concat([Buffer.from('DeriveKeyPair'), contextString]);

export function deriveKey(sodium: Sodium, seed: Uint8Array, info: Uint8Array): PrivateKey {
  const given = Buffer.concat([seed, withLength(info)]);
  for (let counter = 0; counter < 256; counter++) {
    const secretKey = hashToScalarUnder(sodium, Buffer.concat([given, Buffer.from([counter])]), separation);
    if (secretKey.some((byte) => byte !== 0))
      return { secretKey, publicKey: sodium.crypto_scalarmult_ristretto255_base(secretKey) };
  }
  throw new RangeError('no key can be derived of this seed');
}

/** A key of its own for each kind: questions about one are no guesses at another. */
export function privateKeys(sodium: Sodium, secret: Uint8Array): PrivateKeys {
  const pairs = privateKinds.map((kind) => [
    kind,
    deriveKey(sodium, secret, Buffer.from(`tocsin private look-up ${kind}`)),
  ]);
  return Object.fromEntries(pairs) as PrivateKeys;
}
