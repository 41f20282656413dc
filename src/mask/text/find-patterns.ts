// What in a text is somebody's by its form: e-mail addresses, telephones, identifiers, dates of birth, streets with the
// town behind them, IP addresses. In: a span. Out: finds, with the way to mask each.

import {
  findEmails,
  identifierOf,
  scanNumbers,
  type ValidatorId,
  validatorIds,
  type ValidatorName,
  validators,
} from '../../recognise/index.ts';
import type { MethodName, ValueMethod } from '../method.ts';
import type { Finds } from './finds.ts';
import { findTown } from './town-after.ts';

const methods: Readonly<Partial<Record<ValidatorName, ValueMethod>>> = {
  email: 'email',
  phone: 'phone',
  firstName: 'first-name',
  lastName: 'last-name',
  fullName: 'full-name',
  username: 'username',
  password: 'password',
  ipAddress: 'ip',
  birthDate: 'birth-date',
  streetAddress: 'address',
  postalCode: 'postcode',
  place: 'place',
  birthPlace: 'place',
  socialProfile: 'url',
};

/** How what a validator finds is masked; null where it tells of nobody alone. */
export function methodOf(validator: ValidatorId): MethodName | null {
  const identifier = identifierOf(validator);
  return identifier === null ? (methods[validators[validator]!.name] ?? null) : identifier.name;
}

export interface TextSigns {
  hasAt: boolean;
  hasDigits: boolean;
}

export function findPatterns(
  bytes: Uint8Array,
  start: number,
  end: number,
  { hasAt, hasDigits }: TextSigns,
  finds: Finds,
): void {
  if (hasAt) findEmails(bytes, start, end, (from, to) => finds.add(from, to, 'email'));
  if (!hasDigits) return;
  scanNumbers(bytes, start, end, (validator, from, to) => {
    const method = validator === validatorIds.streetAddress ? 'street' : methodOf(validator);
    if (method !== null) finds.add(from, to, method);
    if (method === 'street') findTown(bytes, to, end, finds);
  });
}
