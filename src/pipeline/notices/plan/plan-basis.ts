// What a plan was made of, as a digest. In: a case. Out: another one where people, their losses or what directories say of
// them have changed; while it is the same, the numbers of people are those of the plan.

import { createHash } from 'node:crypto';
import { type CaseRecord, listDirectories, type Vault } from '../../../store/index.ts';
import { sourceDigest } from '../../publish/read-vault.ts';

export function planBasis(record: CaseRecord, vault: Vault): string {
  const directories = listDirectories(vault.db).map(({ controller, at }) => [controller, at]);
  return createHash('sha256')
    .update(JSON.stringify([sourceDigest(record), directories]))
    .digest('hex');
}
