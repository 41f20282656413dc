// What stopped runs have left of lists and letters, settled before a plan counts who is told or takes the place of another.
// In: a case whose senders stand still. Out: what is in a whole list is handed over, what is in no file is planned.

import type { CaseRecord } from '../../../store/index.ts';
import type { Notices } from '../../../store/notices/index.ts';
import { settleBatches } from '../letters/unfinished-batches.ts';
import { settleList } from '../texts/send-list.ts';

/** Throws LETTERS_UNFINISHED. */
export function settleStopped(record: Pick<CaseRecord, 'case'>, db: Notices['db'], now: Date): void {
  for (const channel of ['s', 'c'] as const) settleList({ db }, channel, () => now);
  settleBatches(db, record, now.getTime());
}
