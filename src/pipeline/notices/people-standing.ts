// How many people are told, by the plan that holds and those before it. In: the ledger and its newest plan. Out: counts that
// add up to the people of the case: whom an earlier plan told and this one leaves alone is told, unless that came back.

import { cameBack, type Notices, readTally, type StoredPlan } from '../../store/notices/index.ts';

export interface PeopleStanding {
  told: number;
  open: number;
  unreachable: number;
  notTold: number;
  superseded: number;
}

export function peopleStanding(db: Notices['db'], plan: Pick<StoredPlan, 'plan' | 'counts'>): PeopleStanding {
  const tally = readTally(db, plan.plan);
  const count = (of: string) =>
    tally.find(({ what, state }) => what === 'people' && state === of)?.count ?? 0;
  const before = toldBefore(plan);
  const back = before === 0 ? 0 : Math.min(before, cameBack(db, plan.plan));
  return {
    told: count('told') + before - back,
    open: count('open') + back,
    unreachable: count('unreachable'),
    notTold: count('not-told'),
    superseded: count('superseded'),
  };
}

/** People of whom the plan has no recipient, as nothing was new. */
export function toldBefore({ counts }: Pick<StoredPlan, 'counts'>): number {
  const { notTold = [] } = counts as { notTold?: { reason: string; people: number }[] };
  return notTold.find(({ reason }) => reason === 'told-before')?.people ?? 0;
}
