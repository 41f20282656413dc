// Mails to a mail server over several connections. In: where they come from and where outcomes go. Out: when all are
// answered for. A connection that ends is opened again after a pause that grows; a server that answers for nothing for
// too long, or wants another password, ends it with an error and nothing lost.

import { hostname } from 'node:os';
import { TocsinError } from '../../base/index.ts';
import { createLane, type Lane } from './lane.ts';
import { openSession, ServerRefusal, type Session } from './open-session.ts';
import { ProtocolFault } from './reply-parser.ts';
import { type Parting, sendOver } from './send-over.ts';
import type { RunSender, SenderOptions } from './sender-types.ts';
import { parseServerSettings, type ServerSettings } from './server-settings.ts';
import { WireEnded } from './wire.ts';

const usualGiveUpMs = 600_000;
const usualGraceMs = 2000;
const firstPauseMs = 250;
const longestPauseMs = 30_000;

interface Run {
  server: ServerSettings;
  helloName: string;
  options: SenderOptions;
  giveUpMs: number;
  /** Nothing new begins. */
  stopping: AbortController;
  /** Connections are cut. */
  cutting: AbortController;
  /** Since when nothing was answered for although a mail was there; null: all is well. */
  troubleSince: number | null;
}

export const runSender: RunSender = async (options) => {
  const run: Run = {
    server: parseServerSettings(options.url),
    helloName: helloName(options.helloName ?? hostname()),
    options: {
      ...options,
      onOutcome(outcome) {
        if (outcome.result !== 'lost') run.troubleSince = null;
        options.onOutcome(outcome);
      },
    },
    giveUpMs: options.giveUpMs ?? usualGiveUpMs,
    stopping: new AbortController(),
    cutting: new AbortController(),
    troubleSince: null,
  };
  let grace: NodeJS.Timeout | undefined;
  const stop = () => {
    run.stopping.abort();
    grace ??= setTimeout(() => run.cutting.abort(), options.graceMs ?? usualGraceMs);
  };
  options.signal?.addEventListener('abort', stop);
  if (options.signal?.aborted === true) stop();
  let first: { error: unknown } | null = null;
  try {
    const lanes = Array.from({ length: options.connections }, (_, connection) =>
      runLane(run, connection).catch((error: unknown) => {
        first ??= { error };
        stop();
      }),
    );
    await Promise.all(lanes);
  } finally {
    clearTimeout(grace);
    options.signal?.removeEventListener('abort', stop);
  }
  const failed = first as { error: unknown } | null;
  if (failed !== null) throw failed.error;
};

async function runLane(run: Run, connection: number): Promise<void> {
  const stopped = run.stopping.signal;
  const lane = createLane(connection, run.options, stopped);
  let failures = 0;
  try {
    while (!stopped.aborted) {
      const { isMailThere, hasWaited } = await lane.expect();
      if (!isMailThere) return;
      // what was amiss before the pause says nothing of now
      if (hasWaited) run.troubleSince = null;
      const { how, why, what } = await connectAndSend(run, lane);
      if (how === 'drained') return;
      const hasMoved = lane.hasMoved();
      if (hasMoved) failures = 0;
      if (how !== 'ended' || stopped.aborted) continue;
      await recover(run, { connection, what, why, hasMoved, failures: failures++ });
    }
  } finally {
    await lane.close();
  }
}

type Tried = Parting & { what: 'unreachable' | 'server-refused' | 'ended' };

async function connectAndSend(run: Run, lane: Lane): Promise<Tried> {
  const { server, helloName } = run;
  let session: Session;
  try {
    session = await openSession(server, { helloName, signal: run.stopping.signal });
  } catch (error) {
    if (error instanceof ServerRefusal) return { how: 'ended', why: error.message, what: 'server-refused' };
    if (error instanceof WireEnded || error instanceof ProtocolFault)
      return { how: 'ended', why: error.message, what: 'unreachable' };
    throw error;
  }
  const cut = () => session.wire.end('it was stopped');
  run.cutting.signal.addEventListener('abort', cut);
  try {
    return { ...(await sendOver(session, lane, server.maxMails)), what: 'ended' };
  } finally {
    run.cutting.signal.removeEventListener('abort', cut);
  }
}

interface Failure {
  connection: number;
  what: Tried['what'];
  why: string;
  hasMoved: boolean;
  failures: number;
}

async function recover(run: Run, { connection, what, why, hasMoved, failures }: Failure): Promise<void> {
  const now = Date.now();
  if (!hasMoved) run.troubleSince ??= now;
  if (run.troubleSince !== null && now - run.troubleSince >= run.giveUpMs)
    throw new TocsinError('SMTP_UNREACHABLE', `the mail server takes nothing: ${why}`);
  const untilGivenUp = run.troubleSince === null ? Infinity : run.troubleSince + run.giveUpMs - now;
  const pauseMs = hasMoved
    ? 0
    : Math.min(firstPauseMs * 2 ** Math.min(failures, 20), longestPauseMs, untilGivenUp);
  run.options.onConnection?.({ connection, what, reason: why, againAt: now + pauseMs });
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      run.stopping.signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, pauseMs);
    run.stopping.signal.addEventListener('abort', done);
    if (run.stopping.signal.aborted) done();
  });
}

/** What a server may read as a name; a machine without one is an address literal's stand-in. */
function helloName(name: string): string {
  return /^[a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?$/iu.test(name) ? name : 'localhost';
}
