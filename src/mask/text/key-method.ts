// How a value is masked because of what it stands under: `nom`, `email`, `billing_phone`. In: the key and the value. Out:
// the way, or null where the value is not what the key says, so that it is read as text.

import { keyValidator, type ValidatorName, validatorIds, valueKind } from '../../recognise/index.ts';
import type { MethodName } from '../method.ts';
import { methodOf } from './find-patterns.ts';
import { isOpenName } from './person-keys.ts';

/** Keys that were asked for; forgotten when there are too many. */
const mostKept = 2048;
const longestValue = 256;

/** Too short to tell of a column, beside a value of the form they say enough. */
const shortKeys: ReadonlyMap<string, ValidatorName> = new Map([
  ['cp', 'postalCode'],
  ['ne', 'birthDate'],
  ['nee', 'birthDate'],
  ['né', 'birthDate'],
  ['née', 'birthDate'],
]);

/** What a key says of its value, or null. */
export function keySays(key: string): ValidatorName | null {
  return keyValidator(key) ?? shortKeys.get(key.toLowerCase()) ?? null;
}

export type KeyMethod = (key: string, bytes: Uint8Array, start: number, end: number) => MethodName | null;

/** `isNamed`: a word of a name that is known is in the span. */
export function createKeyMethod(
  isNamed: (bytes: Uint8Array, start: number, end: number) => boolean,
): KeyMethod {
  const kept = new Map<string, ValidatorName | null>();
  const validatorOf = (key: string): ValidatorName | null => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    if (kept.size >= mostKept) kept.clear();
    const validator = keySays(key);
    kept.set(key, validator);
    return validator;
  };
  return (key, bytes, start, end) => {
    if (end - start > longestValue || end - start < 2) return null;
    const validator = validatorOf(key);
    if (validator === null) return null;
    const method = methodOf(validatorIds[validator]);
    if (method === null || valueKind(validatorIds[validator], bytes, start, end) === 0) return null;
    // `name` may be a thing's
    if (method === 'full-name' && isOpenName(key) && !isNamed(bytes, start, end)) return null;
    return method;
  };
}
