// The account that an API key belongs to. In: the number of a key, as somebody types it. Out: the account's number.

import { TocsinError } from '../../base/index.ts';
import { listApiKeys } from '../../register/index.ts';
import type { RegisterDatabase } from '../../store/register/index.ts';

/** Throws API_KEY_UNKNOWN. */
export async function accountOfKey(register: RegisterDatabase, text: string): Promise<number> {
  const key = (await listApiKeys(register)).find(({ number }) => String(number) === text);
  if (key === undefined) throw new TocsinError('API_KEY_UNKNOWN', 'the register has no key of this number');
  return key.account;
}
