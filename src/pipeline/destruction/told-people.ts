// What the ledger of a case holds that is to be destroyed: how many people were told, and how many are still to be. In: a
// case. Out: counts, or null where nothing was planned, or its ledger is damaged and no reason to keep the rest.

import { isTocsinError } from '../../base/index.ts';
import type { ToldCounts } from '../../destroy/index.ts';
import type { CaseRecord } from '../../store/index.ts';
import { hasNotices, listPlans, openNotices, readTally, toldPeople } from '../../store/notices/index.ts';

export function toldCounts(record: CaseRecord): ToldCounts | null {
  if (!hasNotices(record)) return null;
  try {
    using notices = openNotices(record);
    const { db } = notices;
    const approved = listPlans(db).find(({ state }) => state === 'approved');
    const left = new Map<string, number>();
    if (approved !== undefined)
      for (const { what, state, count } of readTally(db, approved.plan))
        if (what === 'people') left.set(state, count);
    return { told: toldPeople(db), open: left.get('open') ?? 0, unreachable: left.get('unreachable') ?? 0 };
  } catch (error) {
    if (isTocsinError(error) && error.code === 'CASE_DAMAGED') return null;
    throw error;
  }
}
