// What an answer of the mail server means for a send. In: the answer and how often was tried. Out: the event for the
// ledger and the answer for the pace. A refusal because of who sends is not the fault of the person: it is tried again.

import type { PaceAnswer, SmtpOutcome } from '../../../notify/index.ts';
import type { SendMove } from '../../../store/notices/index.ts';
import { lossPause, retryPause } from './retry-ladder.ts';

export interface OutcomeMove {
  move: SendMove;
  /** Null: it says nothing of the receiving domain. */
  pace: PaceAnswer | null;
}

export interface OutcomeContext {
  /** Attempts so far, this one included. */
  attempts: number;
  /** ms since 1970. */
  now: number;
  /** In place of every pause, ms. */
  retryAfterMs: number | null;
}

export function moveForOutcome(
  outcome: SmtpOutcome,
  { attempts, now, retryAfterMs }: OutcomeContext,
): OutcomeMove {
  const { id: send, connection, code, reply } = outcome;
  const answer = { send, at: now, connection, code, reply };
  const again = (pauseMs: number | null, more: Partial<SendMove>): SendMove =>
    pauseMs === null
      ? { ...answer, ...more, what: 'refused' }
      : { ...answer, what: 'deferred', ...more, dueAt: now + pauseMs };
  if (outcome.result === 'accepted') return { move: { ...answer, what: 'handed' }, pace: 'accepted' };
  if (outcome.result === 'lost') {
    // it may be there: not again at once, as each time it may come once more
    if (outcome.isMailGone) {
      const dueAt = now + (retryPause(attempts, retryAfterMs) ?? retryAfterMs ?? lastPause);
      return { move: { ...answer, what: 'uncertain', dueAt }, pace: null };
    }
    const dueAt = now + (lossPause(attempts, retryAfterMs) ?? retryAfterMs ?? lastPause);
    return { move: { ...answer, what: 'lost', dueAt }, pace: null };
  }
  const isPolicy = isPolicyAnswer(outcome);
  if (outcome.result === 'refused' && !isPolicy)
    return { move: { ...answer, what: 'refused' }, pace: 'refused' };
  return {
    move: again(retryPause(attempts, retryAfterMs), { isPolicy }),
    pace: isPolicy ? 'policy' : 'deferred',
  };
}

/** Of a mail that always breaks the connection: nobody refused the person, so it stays open. */
const lastPause = 12 * 60 * 60 * 1000;

/** RFC 3463: 5.7.x is security or policy; 421 closes the channel to whoever sends. */
function isPolicyAnswer({ about, code, result }: SmtpOutcome): boolean {
  if (about === 'sender') return result === 'refused' || code?.startsWith('421') === true;
  return code !== null && (code.startsWith('421') || /^5\d\d 5\.7\./u.test(code));
}
