// The ways in which a column can be masked, by name, as plans say them.

import type { IdentifierName } from '../recognise/index.ts';

/**
 * `email`, `username`, `handle`: the masked names within, and a tag. `text`: what is personal inside is replaced, also in
 * JSON, XML, PHP's serialize, base64 and hex; the rest stays. `shape`: letters for letters, digits for digits. `empty`:
 * nothing is left.
 */
export const valueMethods = [
  'email',
  'username',
  'handle',
  'first-name',
  'last-name',
  'full-name',
  'phone',
  'birth-date',
  'birth-year',
  'age',
  'date',
  'street',
  'postcode',
  'place',
  'address',
  'coordinates',
  'company',
  'ip',
  'mac',
  'url',
  'password',
  'token',
  'text',
  'shape',
  'empty',
] as const;

export type ValueMethod = (typeof valueMethods)[number];

/** Numbers with check digits are masked as what they are: valid before, valid after. */
export type MethodName = ValueMethod | IdentifierName;
