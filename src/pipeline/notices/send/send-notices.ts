// The e-mails of an approved plan go out. In: a case, a mail server, how fast. Out: what became of them, entered in the
// ledger as it happened. Nothing goes out whose lease is not on the disk; stopped or killed at any moment, the same call
// goes on, and what may have gone out without an answer is said.

import { TocsinError } from '../../../base/index.ts';
import { appendCustody, type CustodyEntry } from '../../../custody/index.ts';
import { createComposer, createPacer, runSender, type SmtpOutcome } from '../../../notify/index.ts';
import type { CaseRecord, InstanceHome } from '../../../store/index.ts';
import {
  changeSends,
  holdSender,
  leasedMails,
  listPauses,
  type Notices,
  openNotices,
} from '../../../store/notices/index.ts';
import { approvedPlan } from '../approved-plan.ts';
import { pauseHarmed } from '../returns/pause-harmed.ts';
import { createGroupCommit } from './group-commit.ts';
import { createMailQueue, type MailQueue } from './mail-queue.ts';
import { mailSettings, paceSettings, refuseUnsaidSender } from './mail-settings.ts';
import { moveForOutcome } from './move-for-outcome.ts';
import { createRunTally, type RunTally } from './run-tally.ts';
import type { SendProgress, SendRequest, SendResult } from './send-types.ts';
import { type PauseWatch, watchPauses } from './watch-pauses.ts';

export interface SendOptions {
  who: string;
  now?: () => number;
  signal?: AbortSignal;
  onProgress?: (progress: SendProgress) => void;
  /** Talk: what a person who watches is told. */
  onNote?: (note: string) => void;
}

const progressMs = 500;
/** Mails composed ahead of the connections: four batches, two for each of two threads. */
const aheadMails = 1024;
/** Ends within a second or two where it is told to. */
const graceMs = 1500;

/** Throws NOTICES_NONE, NOTICES_NOT_APPROVED, NOTICES_PAUSED, SENDER_RUNNING, SMTP_…, USAGE, HOME_NOT_WRITABLE. */
export async function sendNotices(
  home: InstanceHome,
  record: CaseRecord,
  request: SendRequest,
  { who, now = Date.now, signal, onProgress, onNote = () => {} }: SendOptions,
): Promise<SendResult> {
  using notices = openNotices(record);
  const { db, secret } = notices;
  using _sending = holdSender(record, db, { who, now: new Date(now()) });
  const approved = approvedPlan(notices, record.case);
  const { plan } = approved.plan;
  refusePaused(db, record.case);
  const settings = mailSettings(approved, secret, { ...request, now });
  refuseUnsaidSender(settings, request.smtp);
  const enter = (result: CustodyEntry['result'], counts?: Record<string, number>) => {
    const on = `plan ${plan} ${approved.plan.textsHash ?? ''}`.trim();
    const entry = { who, case: record.case, what: 'notify.send', on, result, ...(counts ? { counts } : {}) };
    appendCustody(home, entry, record.key);
  };
  enter('begun');
  const tally = createRunTally(db, plan, now);
  tally.uncertainBefore(recoverLeased(db, plan, now()));
  try {
    const { variants, from, fromOf, dkim } = settings;
    await using composer = createComposer({ variants, from, fromOf, dkim });
    const most = request.canary === null ? Infinity : Math.max(1, Math.ceil(tally.open() * request.canary));
    const pacer = createPacer(paceSettings(request), now());
    const queue = createMailQueue({
      db,
      plan,
      pacer,
      now,
      most,
      ahead: aheadMails,
      waitMs: request.waitMs,
      compose: composer.compose,
      orderOf: settings.orderOf,
      mailOf: settings.mailOf,
    });
    using watch = watchPauses({ db, queue, onNote });
    using _progress = every(progressMs, () => onProgress?.(tally.progress(queue.waitsFor())));
    await sendAll({ db, queue, pacer, request, tally, watch, now, signal, onNote });
  } catch (error) {
    try {
      enter('failed', tally.counts());
    } catch {
      // where nothing can be written, the first error says why
    }
    throw error;
  }
  enter('done', tally.counts());
  return tally.result(request, { isStopped: signal?.aborted ?? false });
}

interface Sending {
  db: Notices['db'];
  queue: MailQueue;
  pacer: ReturnType<typeof createPacer>;
  request: SendRequest;
  tally: RunTally;
  watch: PauseWatch;
  now: () => number;
  signal: AbortSignal | undefined;
  onNote: (note: string) => void;
}

async function sendAll({
  db,
  queue,
  pacer,
  request,
  tally,
  watch,
  now,
  signal,
  onNote,
}: Sending): Promise<void> {
  const stop = new AbortController();
  const onStop = () => {
    queue.stop();
    stop.abort();
  };
  const commit = createGroupCommit(db, { now, onFailed: onStop });
  signal?.addEventListener('abort', onStop);
  if (signal?.aborted) onStop();
  let fault: TocsinError | null = null;
  let senderRefusals = 0;
  let lastTrouble: string | null = null;

  const onOutcome = (outcome: SmtpOutcome) => {
    const { id, domain } = outcome;
    const { attempts, domain: receiver } = queue.queued(id)!;
    const { retryAfterMs } = request;
    const { move, pace } = moveForOutcome(outcome, { attempts, now: now(), retryAfterMs });
    if (outcome.result === 'accepted') lastTrouble = null;
    if (pace !== null) pacer.answered(domain, pace, now());
    senderRefusals = isAboutSender(outcome)
      ? senderRefusals + 1
      : outcome.result === 'lost'
        ? senderRefusals
        : 0;
    if (senderRefusals >= mostSenderRefusals && fault === null) {
      fault = senderRefused(outcome);
      onStop();
    }
    let isPaused = false;
    commit.tell(move, {
      onMoved(moved) {
        if (moved === null) return queue.putBack(id);
        tally.moved(move, moved);
        if (isPaused) watch.look();
        queue.answered(id, moved.to === 'planned' ? (move.dueAt ?? null) : null);
      },
      alongside() {
        if (move.isPolicy) isPaused = pauseHarmed(db, [receiver], now()).length > 0;
      },
    });
  };

  try {
    await runSender({
      url: request.smtp,
      connections: request.connections,
      take: () => queue.take(),
      async beforeBody(id, connection) {
        const mayGo = await commit.lease(id, connection);
        // another process has answered for it meanwhile: it is not sent, and no outcome is told
        if (!mayGo) queue.answered(id, null);
        return mayGo;
      },
      onOutcome,
      onConnection: ({ what, reason }) => {
        if (what === 'ended' || reason === lastTrouble) return;
        lastTrouble = reason;
        onNote(`the mail server takes nothing now: ${reason}; it is tried again and again`);
      },
      signal: stop.signal,
      graceMs,
      giveUpMs: request.giveUpMs,
    });
  } finally {
    signal?.removeEventListener('abort', onStop);
    queue.stop();
    await commit.settled();
  }
  if (fault !== null) throw fault;
}

/** So many in a row, and the server takes nothing from this sender: going on would only make it worse. */
const mostSenderRefusals = 20;

function isAboutSender({ about, result }: SmtpOutcome): boolean {
  return about === 'sender' && result === 'refused';
}

function senderRefused({ code }: SmtpOutcome): TocsinError {
  return new TocsinError(
    'SMTP_SENDER',
    `the mail server takes no mail from this sender: ${code ?? 'no code'}`,
  );
}

/** What a stopped run left without an answer: it may have gone out, and goes out again with the same Message-ID. */
function recoverLeased(db: Notices['db'], plan: number, at: number): number {
  const left = leasedMails(db, plan);
  if (left.length > 0)
    changeSends(db, ({ move }) => {
      for (const { send, connection } of left) move({ send, what: 'uncertain', at, connection, dueAt: 0 });
    });
  return left.length;
}

function refusePaused(db: Notices['db'], id: string): void {
  const pause = listPauses(db).find(({ domain }) => domain === null);
  if (pause)
    throw new TocsinError('NOTICES_PAUSED', `sending is paused: ${pause.why}`, {
      hint: `go on with: tocsin notify resume ${id}`,
    });
}

function every(ms: number, work: () => void): Disposable {
  const timer = setInterval(work, ms);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
