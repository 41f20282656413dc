/*
 * What a key of packed data, the name of a field or of a tag says that its value is, by the lexicon of column names. In:
 * a key. Out: the validator it speaks for most, `fullName` also for `nom` and `name`, or null. Whether the value is one is
 * not asked here.
 */

import { identifierWords, readHeader } from '../column-header.ts';
import type { ValidatorName } from '../validators.ts';

/** Log-odds of the lexicon: the key says it, or nearly. */
const leastWeight = 3.5;
const longestKey = 64;

export function keyValidator(key: string): ValidatorName | null {
  if (key.length < 2 || key.length > longestKey) return null;
  const { matches, generic, isTurned } = readHeader(identifierWords(key));
  let best: ValidatorName | null = null;
  let most = leastWeight;
  for (const [validator, { weight }] of matches) {
    if (weight < most || (weight === most && best !== null)) continue;
    best = validator;
    most = weight;
  }
  // `date` turns what other keys say, of `birthDate` it is a part
  if (isTurned) return best === 'birthDate' ? best : null;
  return best ?? (generic === 'person' || generic === 'alone' ? 'fullName' : null);
}
