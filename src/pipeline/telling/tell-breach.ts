// What follows from a breach that was published or withdrawn: everybody who asked to be told is. In: the jobs that the
// publication enqueued. Out: jobs for mails and calls. Each step knows how far it came; the job may be done again.

import {
  createOptOuts,
  done,
  type JobHandlers,
  type JobOutcome,
  listWebhooks,
} from '../../register/index.ts';
import { forgetTold, type Job, type RegisterDatabase } from '../../store/register/index.ts';
import { inStretches } from './in-stretches.ts';
import { tellDomains } from './tell-domains.ts';
import { tellRanges, orderEvent } from './tell-webhooks.ts';
import { tellSubscribers } from './tell-subscribers.ts';
import { type ToldJob, toldBreach } from './told-breach.ts';

const maxAttempts = 20;

export function tellingHandlers(register: RegisterDatabase, now: () => number): JobHandlers {
  return {
    'breach.published': {
      slots: 1,
      maxAttempts,
      run: (job, signal) => tellPublication(register, job, { now, signal }),
    },
    'breach.withdrawn': { slots: 1, maxAttempts, run: (job) => tellWithdrawal(register, job, now) },
  };
}

async function tellPublication(
  register: RegisterDatabase,
  job: Job,
  { now, signal }: { now: () => number; signal: AbortSignal },
): Promise<JobOutcome> {
  const told = await toldBreach(register, job.body as ToldJob);
  if (told === null || told.model.IsRetired) return done;
  const optOuts = createOptOuts(register);
  await optOuts.refresh();
  const options = { now, signal, optOuts };
  const isDone =
    (await tellEvent(register, told, options)) &&
    (!told.isRange || (await tellRanges(register, told, options))) &&
    (await tellSubscribers(register, told, options)) &&
    (await tellDomains(register, told, options));
  return isDone ? done : { state: 'again', reason: 'stopped', afterMs: 0 };
}

async function tellEvent(
  register: RegisterDatabase,
  { breach, isReplaced, model }: NonNullable<Awaited<ReturnType<typeof toldBreach>>>,
  { now, signal }: { now: () => number; signal: AbortSignal },
): Promise<boolean> {
  return inStretches(register, { breach, step: 'webhooks', signal }, async () => ({
    last: null,
    async order(db) {
      const webhooks = await listWebhooks({ ...register, rows: db });
      const data = { isReplaced, breach: model };
      const event = { type: 'breach.published', about: String(breach), data, accounts: null } as const;
      await orderEvent(register, webhooks, { ...event, now: now() }, db);
    },
  }));
}

/** The rows of the breach go meanwhile, those of its telling too: the ids of the calls keep it from being told twice. */
async function tellWithdrawal(register: RegisterDatabase, job: Job, now: () => number): Promise<JobOutcome> {
  const { breach, name } = job.body as ToldJob;
  await register.rows.transaction().execute(async (db) => {
    await forgetTold({ rows: db }, name);
    const data = { breachName: name };
    const event = { type: 'breach.withdrawn', about: String(breach), data, accounts: null } as const;
    await orderEvent(register, await listWebhooks({ ...register, rows: db }), { ...event, now: now() }, db);
  });
  return done;
}
