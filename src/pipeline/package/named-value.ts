// What a controller's own list holds, out of a value of the leak: the identifier alone by which the list names somebody.
// In: a value and its sort. Out: text of which every letter stands in the list too, or null. Rows of others are read for
// it, so whatever else stands in the value is left behind.

import {
  emailsInValue,
  identifierOf,
  longestIdentifier,
  normalisePhone,
  type ValidatorName,
  validatorIds,
} from '../../recognise/index.ts';
import { createIdentifierHasher } from '../identifier-hasher.ts';

/** `isListed`: whether the list has what hashes to these words. */
export type NamedValue = (
  sort: ValidatorName,
  text: string,
  isListed: (low: number, high: number) => boolean,
) => string | null;

/** `seed`: what the hashes of the case are keyed by. */
export function createNamedValue(seed: readonly [number, number]): NamedValue {
  const hash = createIdentifierHasher(seed);
  return (sort, text, isListed) => {
    for (const possible of sort === 'email' ? emailsIn(text) : [text]) {
      const words = hash(sort, possible);
      if (words !== null && isListed(...words)) return aloneIn(sort, possible);
    }
    return null;
  };
}

function emailsIn(text: string): string[] {
  const bytes = Buffer.from(text);
  const found: string[] = [];
  emailsInValue(bytes, 0, bytes.length, (start, end) => void found.push(bytes.toString('utf8', start, end)));
  return found;
}

/** Two digits of a key, or a country and a zero before a telephone number: they say nothing more. */
const digitsOnly = /^\d{0,5}$/u;

/** As it is written where that is the identifier and nothing else, so that it can be searched for; else as compared. */
function aloneIn(sort: ValidatorName, text: string): string {
  const normal = normalForm(sort, text);
  if (normal === null) return text.trim();
  const signs = text.toUpperCase().replaceAll(/[^\p{L}\p{N}<]/gu, '');
  const [before, after] = signs.split(normal.toUpperCase());
  return after !== undefined && digitsOnly.test(before! + after) ? text.trim() : normal;
}

/** Null where texts are compared as they stand. */
function normalForm(sort: ValidatorName, text: string): string | null {
  const identifier = identifierOf(validatorIds[sort]);
  if (sort !== 'phone' && identifier === null) return null;
  const bytes = Buffer.from(text.trim());
  const out = new Uint8Array(Math.max(longestIdentifier, bytes.length * 3));
  const normalise = sort === 'phone' ? normalisePhone : identifier!.normalise;
  return Buffer.from(out.subarray(0, normalise(bytes, 0, bytes.length, out))).toString();
}
