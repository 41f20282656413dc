// Withdraws a breach: from one transaction on nobody sees it, then its rows go. In: a name. Out: nothing of it is left in
// the register. Stopped on the way, the same call goes on. The case it was published from may be gone.

import { TocsinError } from '../../base/index.ts';
import { appendCustody } from '../../custody/index.ts';
import type { InstanceHome } from '../../store/index.ts';
import {
  type BreachRow,
  enqueueJob,
  keepFirstPublication,
  listBreaches,
  type RegisterDatabase,
  withdrawBreach as withdraw,
} from '../../store/register/index.ts';
import { breachNameKey } from './breach-name-key.ts';
import { finishRemovals } from './finish-removals.ts';
import type { LoadBreachOptions } from './loading-breach.ts';

export interface WithdrawOptions extends Pick<LoadBreachOptions, 'signal' | 'onProgress'> {
  who: string;
  now?: () => Date;
}

export interface WithdrawnBreach {
  name: string;
  /** False where it was withdrawn before, and only its rows were still there. */
  wasPublished: boolean;
}

/** One that is being loaded is taken away too. Throws BREACH_UNKNOWN. */
export async function withdrawBreach(
  home: InstanceHome,
  register: RegisterDatabase,
  name: string,
  { who, now = () => new Date(), ...options }: WithdrawOptions,
): Promise<WithdrawnBreach> {
  const named = (await listBreaches(register.rows)).filter(
    (row) => row.name.toLowerCase() === name.trim().toLowerCase(),
  );
  if (named.length === 0) throw new TocsinError('BREACH_UNKNOWN', 'the register has no breach of that name');
  const enter = (row: BreachRow, result: 'begun' | 'done') =>
    appendCustody(home, {
      who,
      case: row.caseId,
      what: 'withdraw',
      on: row.name,
      result,
    });
  let wasPublished = false;
  for (const row of named) {
    if (row.state === 'withdrawing') continue;
    enter(row, 'begun');
    await withdraw(register, row.breach, {
      also: async (rows) => {
        if (row.state !== 'published') return;
        wasPublished = true;
        // one that is published again leaves out whoever was taken out of this one
        await keepFirstPublication(rows, breachNameKey(register, row.name), row.breach);
        const body = { breach: row.breach, name: row.name };
        const job = { kind: 'breach.withdrawn', body, dueAt: now().getTime(), subject: row.name };
        await enqueueJob(register, job, rows);
      },
    });
  }
  await finishRemovals(register, options);
  for (const row of named) enter(row, 'done');
  return { name: named[0]!.name, wasPublished };
}
