// The form in which spellings of one value agree, for values that stand in texts or packed in others.
// In: a value that its validator takes. Out: bytes to hash. Columns of their own have the same forms.

import {
  identifierOf,
  normaliseEmail,
  normaliseName,
  normalisePhone,
  type ValidatorId,
  validatorIds,
} from '../recognise/index.ts';

/** Names are normalised up to here: the form takes three times as much. */
const longestName = 4096;

/** Writes the form to `out` and returns its length; 0 where values are compared as they stand. */
export function writeNormal(
  validator: ValidatorId,
  bytes: Uint8Array,
  start: number,
  end: number,
  out: Uint8Array,
): number {
  switch (validator) {
    case validatorIds.email:
      return normaliseEmail(bytes, start, end, out);
    case validatorIds.phone:
      return normalisePhone(bytes, start, end, out);
    case validatorIds.firstName:
    case validatorIds.lastName:
      return normaliseName(bytes, start, Math.min(end, start + longestName), out);
    default:
      return identifierOf(validator)?.normalise(bytes, start, end, out) ?? 0;
  }
}
