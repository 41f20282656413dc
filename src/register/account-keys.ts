// What somebody may mean by an account that they type: an address, a telephone number, a username. In: a text. Out: the
// person keys to look for, by kind. National numbers are no accounts: they are asked for in ways that keep them secret.

import { identifiers, validatorIds, valueKind } from '../recognise/index.ts';
import { longestTyped, normalForm } from './normal-form.ts';
import type { PersonKeyOf } from './person-key.ts';

export type AccountKind = 'email' | 'phone' | 'username';

export interface AccountKey {
  kind: AccountKind;
  key: Buffer;
}

/** Several where the form allows several kinds; none where it allows none. An address is nothing else. */
export function accountKeys(personKey: PersonKeyOf, typed: string): AccountKey[] {
  return accountForms(typed).map(({ kind, normal }) => ({ kind, key: personKey(kind, normal) }));
}

export function accountForms(typed: string): { kind: AccountKind; normal: string }[] {
  const text = typed.trim();
  const kinds: readonly AccountKind[] = text.includes('@')
    ? ['email']
    : mayBePhone(text)
      ? ['phone', 'username']
      : ['username'];
  return kinds.flatMap((kind) => {
    const normal = kind === 'username' && !usernameShape.test(text) ? null : normalForm(kind, text);
    return normal === null ? [] : [{ kind, normal }];
  });
}

/** Steering characters are in nobody's username, and an invisible one could hide what is asked. */
const usernameShape = /^[^\p{Cc}\p{Cs}@]{1,80}$/u;

/** Digits of a national telephone number, at most; longer ones begin with + or 0. */
const nationalDigits = 11;

function mayBePhone(text: string): boolean {
  return /^[+(0]/u.test(text) || text.replaceAll(/\D/gu, '').length <= nationalDigits;
}

/** Of the random texts of their shape that pass, at most: others could be any telephone number. */
const surelyOne = 0.012;

const numbers = identifiers.filter(
  ({ subject, needsName, chance }) => subject !== 'organisation' && !needsName && chance <= surelyOne,
);

/** Whether it is a NIR, an IBAN or another number with check digits: to be refused where the question is not secret. */
export function isSecretNumber(typed: string): boolean {
  const bytes = Buffer.from(typed.trim());
  if (bytes.length > longestTyped) return false;
  if (/^[+(0]/u.test(typed.trim()) && valueKind(validatorIds.phone, bytes, 0, bytes.length) > 0) return false;
  return numbers.some(({ kind }) => kind(bytes, 0, bytes.length) > 0);
}
