import { expect, test } from 'vitest';

import { keyValidator } from './key-validator.ts';

test.each([
  ['email', 'email'],
  ['billing_phone', 'phone'],
  ['contactName', 'fullName'],
  ['prenom', 'firstName'],
  ['nom', 'fullName'],
  ['dateOfBirth', 'birthDate'],
  ['birthDate', 'birthDate'],
  ['email_date', null],
  ['user_id', null],
  ['amount', null],
  ['x', null],
])('%s speaks for %s', (key, validator) => {
  expect(keyValidator(key)).toBe(validator);
});
