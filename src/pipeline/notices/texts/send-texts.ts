// Text messages handed to a gateway one by one. In: a case whose notices are approved, the gateway. Out: the ledger, which
// has the lease of a message on the disk before it goes out and its answer before the next one does: killed at any moment,
// at most one a worker is handed over again, under the same key, by which a gateway sends it once. Nobody gets a message
// at night.

import { appendCustody } from '../../../custody/index.ts';
import { TocsinError } from '../../../base/index.ts';
import {
  callGateway,
  type GatewayOutcome,
  type GatewaySettings,
  nextSendingMoment,
  usualHours,
  zoneOfNumber,
} from '../../../notify/index.ts';
import { caseState, caseZone } from '../../../register/index.ts';
import { type CaseRecord, type InstanceHome, readEvents } from '../../../store/index.ts';
import {
  type ChannelSend,
  changeSends,
  createSendTokens,
  dueOfChannel,
  firstOfChannel,
  holdSender,
  leasedAfter,
  listPauses,
  type Notices,
  openNotices,
  plannedOfChannel,
  type Channel,
} from '../../../store/notices/index.ts';
import { approvedPlan } from '../approved-plan.ts';
import { retryPause } from '../send/retry-ladder.ts';
import { createSaidTo } from './said-to.ts';
import { settleList } from './send-list.ts';

export interface SendTextsRequest {
  gateway: GatewaySettings;
  /** Also at night. */
  isAnyTime: boolean;
  /** How many messages are on their way at once. */
  workers: number;
  who: string;
}

export interface SendTextsOptions {
  now?: () => Date;
  signal?: AbortSignal | undefined;
  onProgress?: ((sent: SentTexts) => void) | undefined;
}

export interface SentTexts {
  handed: number;
  /** The gateway refused them for good. */
  refused: number;
  /** Of these: the channel that is taken now. */
  nextChannel: Partial<Record<Channel, number>>;
  /** Of these: nobody can be reached any more. */
  unreachable: number;
  /** To be tried again later. */
  deferred: number;
  /** Handed over, and nobody knows whether taken: again under the same key. Those of a run that was killed among them. */
  uncertain: number;
  /** Not sent, as it is night where they would arrive. */
  night: number;
  /** Planned still, when the first of them is due or its day begins (ISO 8601). */
  left: number;
  nextAt: string | null;
  /** Why it stopped before its end. */
  paused: string | null;
}

const batchSends = 500;

/** One of these in a row, and the gateway is not there. */
const mostLosses = 5;

/** A gateway that did not answer has it in its books after a minute. */
const uncertainAgainMs = 60_000;

/** Throws NOTICES_NONE, NOTICES_NOT_APPROVED, SENDER_RUNNING, GATEWAY_CLOSED, GATEWAY_UNREACHABLE; what was sent stays. */
export async function sendTexts(
  home: InstanceHome,
  record: CaseRecord,
  request: SendTextsRequest,
  { now = () => new Date(), signal, onProgress }: SendTextsOptions = {},
): Promise<SentTexts> {
  const { who } = request;
  using notices = openNotices(record);
  using _lock = holdSender(record, notices.db, { who, now: now(), kind: 'listing' });
  const { plan, variants } = approvedPlan(notices, record.case);
  const sent: SentTexts = {
    handed: 0,
    refused: 0,
    nextChannel: {},
    unreachable: 0,
    deferred: 0,
    uncertain: 0,
    night: 0,
    left: 0,
    nextAt: null,
    paused: null,
  };
  const enter = (result: 'begun' | 'done' | 'failed', counts?: Record<string, number>) =>
    appendCustody(
      home,
      { who, case: record.case, what: 'notify.texts', result, ...(counts ? { counts } : {}) },
      record.key,
    );
  enter('begun');
  const run: Run = {
    notices,
    plan: plan.plan,
    request,
    sent,
    now,
    signal,
    onProgress,
    saidTo: createSaidTo(notices, variants),
    keyOf: createSendTokens(notices.secret).tokenOf,
    zone: caseZone(caseState(readEvents(record)).facts),
    failure: null,
    losses: 0,
  };
  try {
    settleList(notices, 's', now);
    planLeftovers(run);
    const next = createTaker(run);
    await Promise.all(Array.from({ length: request.workers }, (_, i) => work(run, next, i)));
    if (run.failure !== null) throw run.failure;
    signal?.throwIfAborted();
    const { sends, dueAt } = plannedOfChannel(notices.db, { plan: plan.plan, channel: 's' });
    sent.left = sends;
    if (dueAt !== null) sent.nextAt = new Date(Math.max(dueAt, run.opensAt ?? dueAt)).toISOString();
    enter('done', countsOf(sent));
    return sent;
  } catch (error) {
    enter('failed', countsOf(sent));
    throw error;
  }
}

interface Run {
  notices: Notices;
  plan: number;
  request: SendTextsRequest;
  sent: SentTexts;
  now: () => Date;
  signal: AbortSignal | undefined;
  onProgress: SendTextsOptions['onProgress'];
  saidTo: ReturnType<typeof createSaidTo>;
  keyOf: (send: number) => string;
  /** Of the case: of numbers whose country has several. */
  zone: string;
  /** When the first of those that wait for the morning may go out (ms). */
  opensAt?: number;
  failure: Error | null;
  losses: number;
}

function countsOf({
  handed,
  refused,
  unreachable,
  deferred,
  uncertain,
  night,
}: SentTexts): Record<string, number> {
  return { handed, refused, unreachable, deferred, uncertain, night };
}

/** Leased and not answered for: a run was killed while the gateway had them. */
function planLeftovers({ notices: { db }, plan, sent, now }: Run): void {
  for (;;) {
    const left = leasedAfter(db, { plan, channel: 's', event: 0 }, { after: 0, most: batchSends });
    if (left.length === 0) return;
    const at = now().getTime();
    changeSends(db, ({ move }) => {
      for (const { send } of left) move({ send, what: 'uncertain', at });
    });
    sent.uncertain += left.length;
  }
}

/** One send at a time, each to one worker; null where none is left that may go out now. */
function createTaker(run: Run): () => ChannelSend | null {
  const { notices, plan, request, sent, now } = run;
  const begunAt = now().getTime();
  let [batch, place, after] = [[] as ChannelSend[], 0, firstOfChannel];
  return () => {
    for (;;) {
      if (place === batch.length) {
        // what is deferred meanwhile waits for the next run
        batch = dueOfChannel(notices.db, { plan, channel: 's' }, { after, now: begunAt, most: batchSends });
        place = 0;
        if (batch.length === 0) return null;
        after = batch.at(-1)!;
      }
      const send = batch[place++]!;
      const at = now().getTime();
      const opensAt = request.isAnyTime
        ? at
        : nextSendingMoment(at, zoneOfNumber(send.phone!, run.zone), usualHours);
      if (opensAt <= at) return send;
      sent.night++;
      run.opensAt = Math.min(run.opensAt ?? opensAt, opensAt);
    }
  };
}

async function work(run: Run, next: () => ChannelSend | null, worker: number): Promise<void> {
  const { notices, request, sent, now, signal } = run;
  while (run.failure === null) {
    if (signal?.aborted) return;
    const pause = listPauses(notices.db).find(({ domain }) => domain === null);
    if (pause !== undefined) {
      sent.paused = pause.why;
      return;
    }
    const taken = next();
    if (taken === null) return;
    const { send } = taken;
    const leased = changeSends(notices.db, ({ move }) =>
      move({ send, what: 'leased', at: now().getTime(), connection: worker }),
    );
    if (leased === null) continue;
    const message = { to: taken.phone!, text: run.saidTo(taken).textMessage, key: run.keyOf(send) };
    // one that is on its way is waited for, whatever happens to the others: it ends by its time
    const outcome = await callGateway(message, request.gateway);
    enterOutcome(run, taken, outcome, worker);
    run.onProgress?.(sent);
  }
}

function enterOutcome(
  run: Run,
  { send, attempts }: ChannelSend,
  outcome: GatewayOutcome,
  worker: number,
): void {
  const { notices, sent, now } = run;
  const at = now().getTime();
  const { code, reply, afterMs } = outcome;
  const pause = retryPause(attempts + 1);
  // one that was put off for days: another channel reaches him sooner
  const result = outcome.result === 'deferred' && pause === null ? 'refused' : outcome.result;
  const entered = { send, at, connection: worker, code, reply };
  changeSends(notices.db, ({ move }) => {
    switch (result) {
      case 'handed':
        move({ ...entered, what: 'handed' });
        sent.handed++;
        break;
      case 'uncertain':
        move({ ...entered, what: 'uncertain', dueAt: at + uncertainAgainMs });
        sent.uncertain++;
        break;
      case 'closed':
      case 'lost':
        move({ ...entered, what: 'lost' });
        break;
      case 'deferred':
        move({ ...entered, what: 'deferred', dueAt: at + Math.max(afterMs ?? 0, pause ?? 0) });
        sent.deferred++;
        break;
      case 'refused': {
        const next = move({ ...entered, what: 'refused' })?.next ?? null;
        sent.refused++;
        if (next === null) sent.unreachable++;
        else sent.nextChannel[next] = (sent.nextChannel[next] ?? 0) + 1;
      }
    }
  });
  run.losses = result === 'lost' || result === 'uncertain' ? run.losses + 1 : 0;
  if (result === 'closed')
    run.failure ??= new TocsinError('GATEWAY_CLOSED', `the gateway takes no messages from here: it ${reply}`);
  if (run.losses >= mostLosses)
    run.failure ??= new TocsinError('GATEWAY_UNREACHABLE', `the gateway does not answer: ${reply}`);
}
