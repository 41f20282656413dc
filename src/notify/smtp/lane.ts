// What one connection after another works through: the mails of a lane. In: the calls of whoever keeps the ledger. Out:
// mails ahead of their turn, and for each one taken exactly one outcome, whatever becomes of the connection.

import type { Verdict } from './envelope.ts';
import type { OutgoingMail, SenderOptions } from './sender-types.ts';
import { type Wire, WireEnded } from './wire.ts';

export interface Lane {
  /** Whether there is, or will be, a mail to open a connection for. `hasWaited`: it was long in coming. */
  expect: () => Promise<{ isMailThere: boolean; hasWaited: boolean }>;
  /** Rejects with WireEnded where the connection ends meanwhile. */
  next: (idleMs: number, wire: Wire) => Promise<OutgoingMail | null | 'idle'>;
  /** Asks for the next mail while another is on its way. */
  prefetch: () => void;
  /** One that is there already. */
  ready: () => OutgoingMail | null;
  /** False: it is held back. */
  beforeBody: (mail: OutgoingMail) => Promise<boolean>;
  tell: (mail: OutgoingMail, verdict: Verdict) => void;
  /** Tells it of a mail that has no outcome yet. */
  lost: (mail: OutgoingMail, isMailGone: boolean) => void;
  /** Whether any mail was answered for since it was asked last. */
  hasMoved: () => boolean;
  /** Mails that come too late to begin are lost, not gone; what comes later than soon is not told of. */
  close: () => Promise<void>;
}

type Calls = Pick<SenderOptions, 'take' | 'beforeBody' | 'onOutcome'>;

const longWaitMs = 1000;
const soonMs = 500;

export function createLane(
  connection: number,
  { take, beforeBody, onOutcome }: Calls,
  stopped: AbortSignal,
): Lane {
  const open = new Set<number>();
  let coming: Promise<void> | null = null;
  let here: { mail: OutgoingMail | null } | null = null;
  let isOver = false;
  let moved = false;

  const lane: Lane = {
    async expect() {
      lane.prefetch();
      const since = performance.now();
      if (here === null && coming !== null) await firstOf(coming, { idleMs: Infinity, wire: null, stopped });
      const isMailThere = !stopped.aborted && here !== null && here.mail !== null;
      return { isMailThere, hasWaited: performance.now() - since > longWaitMs };
    },
    async next(idleMs, wire) {
      if (stopped.aborted) return null;
      lane.prefetch();
      if (here === null) {
        const reason = await firstOf(coming!, { idleMs, wire, stopped });
        if (reason === 'ended') throw wire.ended() ?? new WireEnded('the server closed it');
        if (reason === 'stopped') return null;
        if (reason === 'idle') return 'idle';
      }
      return stopped.aborted ? null : taken();
    },
    prefetch() {
      if (coming !== null || here !== null || isOver || stopped.aborted) return;
      coming = take(connection).then((mail) => {
        coming = null;
        here = { mail };
        if (mail === null) isOver = true;
        else open.add(mail.id);
      });
      // whoever waits for it is told; nobody may be waiting yet
      coming.catch(() => {});
    },
    ready: () => (here?.mail === undefined || here.mail === null || stopped.aborted ? null : taken()),
    async beforeBody(mail) {
      const mayGo = (await beforeBody(mail.id, connection)) !== false;
      if (!mayGo) open.delete(mail.id);
      // what is stopped by now is lost, and not gone
      if (stopped.aborted) throw new WireEnded('it was stopped');
      return mayGo;
    },
    tell({ id, domain }, verdict) {
      if (!open.delete(id)) return;
      moved = true;
      onOutcome({ id, domain, connection, ...verdict, isMailGone: false });
    },
    lost({ id, domain }, isMailGone) {
      if (!open.delete(id)) return;
      const nothingSaid = { about: null, code: null, reply: '' } as const;
      onOutcome({ id, domain, connection, result: 'lost', ...nothingSaid, isMailGone });
    },
    hasMoved() {
      const had = moved;
      moved = false;
      return had;
    },
    async close() {
      isOver = true;
      if (coming !== null) await soon(coming);
      if (here?.mail) lane.lost(here.mail, false);
      here = null;
    },
  };
  return lane;

  function taken(): OutgoingMail | null {
    const mail = here?.mail ?? null;
    if (!isOver) here = null;
    return mail;
  }
}

/** Whoever gives out mails may wait long for the next one that is due. */
async function soon(coming: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, soonMs);
  });
  await Promise.race([coming.catch(() => {}), late]);
  clearTimeout(timer);
}

/** Null where the mail came. Rejects with what `coming` rejects with. */
function firstOf(
  coming: Promise<void>,
  { idleMs, wire, stopped }: { idleMs: number; wire: Wire | null; stopped: AbortSignal },
): Promise<'ended' | 'idle' | 'stopped' | null> {
  return new Promise((resolve, reject) => {
    const cleared = () => {
      clearTimeout(timer);
      stopped.removeEventListener('abort', onStop);
      wire?.onEnd(() => {});
    };
    const done = (reason: 'ended' | 'idle' | 'stopped' | null) => {
      cleared();
      resolve(reason);
    };
    const onStop = () => done('stopped');
    const timer = Number.isFinite(idleMs) ? setTimeout(() => done('idle'), idleMs) : undefined;
    stopped.addEventListener('abort', onStop);
    wire?.onEnd(() => done('ended'));
    coming.then(
      () => done(null),
      (error: Error) => {
        cleared();
        reject(error);
      },
    );
  });
}
