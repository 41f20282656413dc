// The server's answer to a blinded question, with the proof that it used the key everybody is answered with: without it
// a server could give each browser a key of its own and learn, bucket by bucket, who asks. In: 32 bytes. Out: an element
// and a proof. Source: RFC 9497, 2.2.1 and 3.3.2, for one element.

import {
  contextString,
  elementBytes,
  hashToScalar,
  scalarBytes,
  sha512,
  type Sodium,
  withLength,
} from './group.ts';
import type { PrivateKey } from './private-keys.ts';

export interface BlindedAnswer {
  evaluated: Uint8Array;
  /** Two scalars, 64 bytes. */
  proof: Uint8Array;
}

const bytesOf = (text: string) => Buffer.from(text);
const seedSeparation = withLength(Buffer.concat([bytesOf('Seed-'), contextString]));
/** Length 1 of the list, and the number of its only element. */
const firstElement = Buffer.from([0, 0]);

/** Null for what is no element of the group, or its identity. `random`: a scalar; for tests. */
export function answerBlinded(
  sodium: Sodium,
  { secretKey, publicKey }: PrivateKey,
  blinded: Uint8Array,
  random: Uint8Array = sodium.crypto_core_ristretto255_scalar_random(),
): BlindedAnswer | null {
  if (!isElement(sodium, blinded)) return null;
  const evaluated = sodium.crypto_scalarmult_ristretto255(secretKey, blinded);
  const [blindedPart, evaluatedPart] = [withLength(blinded), withLength(evaluated)];
  const seed = sha512(withLength(publicKey), seedSeparation);
  const weight = hashToScalar(
    sodium,
    Buffer.concat([withLength(seed), firstElement, blindedPart, evaluatedPart, bytesOf('Composite')]),
  );
  const composite = sodium.crypto_scalarmult_ristretto255(weight, blinded);
  const product = sodium.crypto_scalarmult_ristretto255(secretKey, composite);
  const commitments = [
    sodium.crypto_scalarmult_ristretto255_base(random),
    sodium.crypto_scalarmult_ristretto255(random, composite),
  ];
  const transcript = [publicKey, composite, product, ...commitments].map(withLength);
  const challenge = hashToScalar(sodium, Buffer.concat([...transcript, bytesOf('Challenge')]));
  const response = sodium.crypto_core_ristretto255_scalar_sub(
    random,
    sodium.crypto_core_ristretto255_scalar_mul(challenge, secretKey),
  );
  const proof = new Uint8Array(2 * scalarBytes);
  proof.set(challenge);
  proof.set(response, scalarBytes);
  return { evaluated, proof };
}

function isElement(sodium: Sodium, bytes: Uint8Array): boolean {
  if (bytes.length !== elementBytes || bytes.every((byte) => byte === 0)) return false;
  return sodium.crypto_core_ristretto255_is_valid_point(bytes);
}
