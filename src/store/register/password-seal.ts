// How blocks of the passwords of a case rest: sealed, at places in an order of the instance's own. A password may be a number
// that can be guessed, and neither its hash nor where it lies says so to whoever has no more than the database. A corpus is
// public and rests as it is. In: places and blocks as they are read. Out: as they rest, and back.

import { openSealed, sealedPieces, TocsinError } from '../../base/index.ts';
import { createKeyedPlaces } from './keyed-places.ts';
import type { RegisterSecrets } from './register-secrets.ts';

/** Whoever reads needs not know which sources are sealed: their places are of their own. */
export const firstSealed = 2 ** 50;

export interface PasswordSeal {
  /** Of the same source and hash function, beyond all places of what is not sealed. */
  placeAt: (place: number) => number;
  /** `place`: as it is asked for, not as it rests. */
  seal: (place: number, hashes: Uint8Array) => Buffer;
  /** Throws REGISTER_DAMAGED. */
  open: (place: number, sealed: Uint8Array) => Buffer;
}

export function createPasswordSeal(secrets: RegisterSecrets): PasswordSeal {
  const key = secrets('password-seal');
  const placeOf = createKeyedPlaces(secrets('password-place'));
  return {
    placeAt: (place) => placeOf(firstSealed + place),
    seal: (place, hashes) => Buffer.concat([...sealedPieces(hashes, key, purposeOf(place))]),
    open(place, sealed) {
      const hashes = openSealed(sealed, key, purposeOf(place));
      if (hashes === null)
        throw new TocsinError('REGISTER_DAMAGED', 'a sealed block of passwords does not open');
      return hashes;
    },
  };
}

function purposeOf(place: number): string {
  return `passwords ${place}`;
}
