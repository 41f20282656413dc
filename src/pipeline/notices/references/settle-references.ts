// No two recipients of a ledger have the same reference. In: the open ledger, in the transaction that adds recipients.
// Out: salts set for those who would have that of somebody before them.

import { createNoticeReferences, settleSalts } from '../../../notify/index.ts';
import { type Notices, readSalts, setSalts } from '../../../store/notices/index.ts';

/** Ten million recipients take some seconds and 300 MB. Returns how many got a salt. */
export function settleReferences({ db, secret }: Pick<Notices, 'db' | 'secret'>): number {
  const { recipients, salts } = readSalts(db);
  const settled = settleSalts(createNoticeReferences(secret), recipients, salts);
  setSalts(
    db,
    Array.from(settled, ([place, salt]) => [recipients[place]!, salt] as const),
  );
  return settled.size;
}
