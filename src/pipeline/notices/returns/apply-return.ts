// A report takes effect: the send it is about changes, and the next channel is planned where this one does not reach him.
// In: the ledger, within a transaction, a send and what came back for it. Out: what was done. The order in which reports
// come decides nothing:
//
//   report \ state   planned, leased      handed                  delivered   bounced      complained   superseded
//   bounced          bounced → next       bounced → next          → next      -            → next       -
//   mailbox full     - (leased: later)    again in a day (3 ×)    -           -            -            -
//   policy           - (leased: later)    again (once), a pause   -           -            -            -
//   delayed          -                    -                       -           -            -            -
//   delivered        delivered            delivered               -           -            -            -
//   complaint        complained           complained              complained  -            -            -
//
// `-`: nothing is left to do. After the last time again it has bounced. A bounce wins over a complaint: both are proven, one
// of them is not true, and whom nobody told is worse than who is told twice.

import type { Outcome } from '../../../notify/index.ts';
import type { Moved, ReturnedSend, SendMove, SendMoves } from '../../../store/notices/index.ts';

export interface ReportedFate {
  what: Outcome | 'complaint';
  code: string | null;
  reply: string | null;
}

export interface AppliedReturn {
  /** `none`: nothing is left to do for it. */
  done: 'bounced' | 'again' | 'delivered' | 'complained' | 'none';
  /** What was moved; null where nothing was. */
  moved: Moved | null;
}

/** Of a full mailbox: a day's mail may have been read and thrown away by then. */
const fullAgainMs = 24 * 60 * 60 * 1000;
const fullTimes = 3;
/** Whoever runs the sending looks at the pause first; this is for the case that nobody does. */
const policyAgainMs = 60 * 60 * 1000;
const policyTimes = 1;

/** It is being sent this moment, for the second time: what is known of the first has to wait for that. */
export function isBusy({ state }: ReturnedSend, { what }: ReportedFate): boolean {
  return state === 'leased' && (what === 'full' || what === 'policy');
}

export function applyReturn(
  moves: SendMoves,
  { send, fate, at }: { send: ReturnedSend; fate: ReportedFate; at: number },
): AppliedReturn {
  const { code, reply } = fate;
  const move = (what: SendMove['what'], more: Partial<SendMove> = {}) =>
    moves.move({ send: send.send, what, at, code, reply, ...more });
  const done = (said: AppliedReturn['done'], moved: Moved | null): AppliedReturn =>
    moved === null || moved.from === moved.to ? { done: 'none', moved: null } : { done: said, moved };
  switch (fate.what) {
    case 'bounced':
      return done('bounced', move('bounced'));
    case 'full':
    case 'policy': {
      if (send.state !== 'handed') return { done: 'none', moved: null };
      const isPolicy = fate.what === 'policy';
      const isLast = send.timesHanded > (isPolicy ? policyTimes : fullTimes);
      if (isLast) return done('bounced', move('bounced', { isPolicy }));
      const dueAt = at + (isPolicy ? policyAgainMs : fullAgainMs);
      return done('again', move('deferred', { isPolicy, dueAt }));
    }
    case 'delivered':
      return done('delivered', move('delivered'));
    case 'complaint':
      return done('complained', move('complained'));
    default:
      return { done: 'none', moved: null };
  }
}
