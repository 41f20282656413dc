// Programs that want to hear of a breach: signed events, and calls for the ranges that were hit. In: a breach. Out: a job
// for each call. The id of an event is the same for all attempts at it, and another for every webhook.

import { createHmac } from 'node:crypto';
import { webhookCall } from '../../notify/index.ts';
import {
  listWebhooks,
  type OptOuts,
  prefixOf,
  type Webhook,
  type WebhookEvent,
} from '../../register/index.ts';
import {
  enqueueJobs,
  type MetRange,
  type NewJob,
  rangesIn,
  type RegisterDatabase,
  type RegisterRows,
  webhookSubject,
} from '../../store/register/index.ts';
import { inStretches } from './in-stretches.ts';
import type { ToldBreach } from './told-breach.ts';

export interface Event {
  type: WebhookEvent;
  /** What makes it another event than others of its type. */
  about: string;
  data: unknown;
  /** Of API keys, whom it is about; null: everybody. */
  accounts: ReadonlySet<number> | null;
  now: number;
}

/** `db`: the transaction in which the event is noted as told. */
export async function orderEvent(
  register: RegisterDatabase,
  webhooks: readonly Webhook[],
  event: Event,
  db: RegisterRows,
): Promise<void> {
  const { type, about, data, accounts, now } = event;
  const called = webhooks.filter(
    ({ events, account }) =>
      events.includes(type) && (accounts === null || account === null || accounts.has(account)),
  );
  const payload = { type, timestamp: new Date(now).toISOString(), data };
  const jobs = called.map(({ number }) =>
    callJob(number, eventId(register, `${type}\0${about}\0${number}`), payload, now),
  );
  await enqueueJobs(register, jobs, db);
}

const rangesAStretch = 2000;

export async function tellRanges(
  register: RegisterDatabase,
  { breach, facts }: ToldBreach,
  { now, signal, optOuts }: { now: () => number; signal: AbortSignal; optOuts: OptOuts },
): Promise<boolean> {
  const monitors = (await listWebhooks(register)).filter(({ isMonitor }) => isMonitor);
  return inStretches(register, { breach, step: 'ranges', signal }, async (after) => {
    const { met, last } = await rangesIn(register, { breach, after, limit: rangesAStretch });
    const shown = met.filter(({ sha1 }) => !optOuts.hidesSha1(sha1, breach, 'owner'));
    const jobs = byRange(shown).flatMap(({ account, low, sha1s }) => {
      const hashPrefix = prefixOf(low);
      const hashSuffixes = sha1s.map((sha1) => sha1.toString('hex').slice(hashPrefix.length).toUpperCase());
      return monitors
        .filter((webhook) => webhook.account === null || webhook.account === account)
        .map(({ number }) =>
          callJob(
            number,
            eventId(register, `range\0${breach}\0${hashPrefix}\0${number}`),
            { breachName: facts.name, hashPrefix, hashSuffixes },
            now(),
          ),
        );
    });
    return { last, order: (db) => enqueueJobs(register, jobs, db) };
  });
}

interface HitRange {
  account: number;
  low: Buffer;
  sha1s: Buffer[];
}

/** Rows of one range of one account follow each other. */
function byRange(met: readonly MetRange[]): HitRange[] {
  const ranges: HitRange[] = [];
  for (const { account, low, sha1 } of met) {
    const last = ranges.at(-1);
    if (last?.account === account && last.low.equals(low)) last.sha1s.push(sha1);
    else ranges.push({ account, low, sha1s: [sha1] });
  }
  return ranges;
}

function callJob(webhook: number, id: string, payload: unknown, now: number): NewJob {
  return {
    kind: webhookCall,
    body: { webhook, id, payload },
    dueAt: now,
    subject: webhookSubject(webhook),
    onlyOnce: id,
  };
}

/** Says nothing of what it is about. */
function eventId({ secrets }: RegisterDatabase, about: string): string {
  const digest = createHmac('sha256', secrets('webhook')).update(about).digest('base64url');
  return `msg_${digest.slice(0, 27)}`;
}
