// What a plan does to the earlier ones of its case once it is approved. In: the ledger and the plan, within the
// transaction that approves it. Out: open sends of earlier plans superseded, each with its event. A plan that would tell
// somebody what he has been told since it was made is refused before.

import { TocsinError } from '../../../base/index.ts';
import { changeSends, type Notices, replacedSends, toldMeanwhile } from '../../../store/notices/index.ts';

/** Throws NOTICES_STALE: to be asked before each approval. */
export function refuseStalePlan(db: Notices['db'], { case: id }: { case: string }, plan: number): void {
  const people = toldMeanwhile(db, plan);
  if (people > 0)
    throw new TocsinError(
      'NOTICES_STALE',
      `an earlier plan has told ${people} of its people since this plan was made: they would be told again`,
      { hint: `plan once more, then approve that: tocsin notify plan ${id}` },
    );
}

const sendsAtOnce = 10_000;

/** How many sends were superseded. */
export function replaceEarlier(db: Notices['db'], plan: number, atMs: number): number {
  let [superseded, last] = [0, 0];
  for (;;) {
    const sends = replacedSends(db, plan, last, sendsAtOnce);
    if (sends.length === 0) return superseded;
    changeSends(db, ({ move }) => {
      for (const { send, channel, isLeased, connection } of sends) {
        // what a stopped run left without an answer of a server may have been handed over
        const what = channel === 'e' || connection !== null ? 'uncertain' : 'deferred';
        if (isLeased === 1) move({ send, what, at: atMs, connection });
        if (move({ send, what: 'superseded', at: atMs }) !== null) superseded += 1;
      }
    });
    last = sends.at(-1)!.send;
  }
}
