// What a new plan has to know of the earlier ones of its case. In: a case, its open vault and its people. Out:
// what each was told, over which channels it worked, and whether a correction is new to him; the ledger stays open for it.

import { isDeepStrictEqual } from 'node:util';
import type { InLanguages } from '../../../notify/index.ts';
import type { CaseRecord, Vault } from '../../../store/index.ts';
import {
  hasNotices,
  inOneReading,
  isBegun,
  listPlans,
  type Notices,
  openNotices,
  toldChannels,
} from '../../../store/notices/index.ts';
import { factsOfPlan } from '../plan-facts.ts';
import { type EarlierTold, earlierTold, type PeopleNow, type ToldBefore } from './earlier-told.ts';

export interface PlannedBefore extends Disposable {
  /** Null where nothing was planned before. */
  db: Notices['db'] | null;
  /** Null where nothing was sent before. */
  earlier: EarlierTold | null;
  /** Letters of the channels over which a recipient of an earlier plan was told. */
  toldChannels: (recipient: number) => readonly string[];
  /** Null is none; `last`: what told him last, which may have been this same correction. */
  isNewCorrection(
    controller: string | null,
    correction: InLanguages | null,
    last: ToldBefore['last'],
  ): boolean;
}

export function readBefore(record: CaseRecord, vault: Vault, people: PeopleNow): PlannedBefore {
  if (!hasNotices(record))
    return {
      db: null,
      earlier: null,
      toldChannels: () => [],
      isNewCorrection: () => false,
      [Symbol.dispose]: () => {},
    };
  const notices = openNotices(record);
  const { db } = notices;
  try {
    const earlier = inOneReading(db, () =>
      listPlans(db).some(({ plan }) => isBegun(db, plan)) ? earlierTold(db, vault, people) : null,
    );
    const plans = new Map(listPlans(db).map((plan) => [plan.plan, plan]));
    return {
      db,
      earlier,
      toldChannels: (recipient) => toldChannels(db, recipient),
      isNewCorrection: (controller, correction, last) =>
        correction !== null &&
        (last?.isCorrection !== true ||
          !isDeepStrictEqual(factsOfPlan(plans.get(last.plan)!, controller).correction, correction)),
      [Symbol.dispose]: () => notices[Symbol.dispose](),
    };
  } catch (error) {
    notices[Symbol.dispose]();
    throw error;
  }
}
