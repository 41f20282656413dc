// Notices to subscribers who are in a breach: the sorted keys of both are merged in the database. In: a published breach.
// Out: one mail in the outbox for each subscriber that is in it, with what this person lost. Whoever was told of a breach
// of that name is not told again.

import {
  type ExposureSet,
  linkValidMs,
  type MailLanguage,
  type MailOrder,
  openSubscriber,
  orderMails,
} from '../../register/index.ts';
import {
  exposureSetsOf,
  type MetSubscriber,
  noteTold,
  type RegisterDatabase,
  subscribersIn,
} from '../../store/register/index.ts';
import { inStretches } from './in-stretches.ts';
import type { ToldBreach } from './told-breach.ts';

/** Subscribers looked at in one query: a few milliseconds, so that others get their turn. */
const subscribersAStretch = 500;

export async function tellSubscribers(
  register: RegisterDatabase,
  told: ToldBreach,
  { now, signal }: { now: () => number; signal: AbortSignal },
): Promise<boolean> {
  const { breach } = told;
  return inStretches(register, { breach, step: 'subscribers', signal }, async (after) => {
    const { met, last } = await subscribersIn(register, { breach, after, limit: subscribersAStretch });
    const sets = await exposureSetsOf(
      register,
      breach,
      met.flatMap((one) => one.sets),
    );
    return {
      last,
      async order(db) {
        const fresh = await noteTold(db, {
          subscribers: met.map(({ subscriber }) => subscriber),
          breachName: told.facts.name,
          now: now(),
        });
        const orders = met
          .filter(({ subscriber }) => fresh.has(subscriber))
          .map((one) => noticeOf(register, told, one, sets));
        await orderMails(register, orders, now(), db);
      },
    };
  });
}

function noticeOf(
  register: RegisterDatabase,
  { facts }: ToldBreach,
  { sealed, language, sets }: MetSubscriber,
  contents: ReadonlyMap<number, string>,
): MailOrder {
  const { address, unsubscribe } = openSubscriber(register, sealed);
  const lost = sets.flatMap((number) => {
    const content = contents.get(number);
    return content === undefined ? [] : [JSON.parse(content) as ExposureSet];
  });
  const classes = [...new Set(lost.flatMap((set) => set.classes.map((entry) => entry.class)))].toSorted();
  // of a case that was split nobody is told controllers that are not theirs
  const controllers = lost.some(({ isSplit }) => isSplit)
    ? [...new Set(lost.flatMap((set) => set.controllers))].toSorted()
    : facts.controllers;
  const written = language as MailLanguage;
  return {
    mail: 'notice',
    to: address,
    language: written,
    breach: { ...facts, controllers },
    classes: facts.isSensitive ? [] : classes,
    unsubscribe,
    link: { purpose: 'statement', body: { address, language: written }, validMs: linkValidMs.notice },
  };
}
