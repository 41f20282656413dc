// What one sending came to so far. In: what was entered. Out: counts for progress, the custody log and the result.

import {
  listPauses,
  type Moved,
  nextMailDue,
  type Notices,
  readTally,
  type SendMove,
} from '../../../store/notices/index.ts';
import type { SendProgress, SendRequest, SendResult } from './send-types.ts';

export interface RunTally {
  uncertainBefore(sends: number): void;
  moved(move: SendMove, moved: Moved): void;
  /** E-mails of the plan that are still to be handed over. */
  open(): number;
  progress(waitsFor: SendProgress['waitsFor']): SendProgress;
  counts(): Record<string, number>;
  result(request: SendRequest, ended: { isStopped: boolean }): SendResult;
}

export function createRunTally(db: Notices['db'], plan: number, now: () => number): RunTally {
  const begun = now();
  const counts = { handed: 0, deferred: 0, bounced: 0, unreachable: 0, uncertain: 0, uncertainBefore: 0 };
  const next = new Map<string, number>();
  const seconds = () => (now() - begun) / 1000;
  const open = () =>
    readTally(db, plan)
      .filter(({ what, state }) => what === 'e' && (state === 'planned' || state === 'leased'))
      .reduce((sum, { count }) => sum + count, 0);
  return {
    open,
    uncertainBefore: (sends) => void (counts.uncertainBefore = sends),
    moved({ what }, { from, to, next: channel }) {
      if (what === 'handed' && from !== to) counts.handed += 1;
      if (what === 'deferred') counts.deferred += 1;
      if (what === 'uncertain') counts.uncertain += 1;
      if (what !== 'refused') return;
      counts.bounced += 1;
      if (channel === null) counts.unreachable += 1;
      else next.set(channel, (next.get(channel) ?? 0) + 1);
    },
    progress: (waitsFor) => ({ ...counts, open: open(), seconds: seconds(), waitsFor }),
    counts: () => ({ ...counts, open: open() }),
    result({ canary }, { isStopped }) {
      const pauses = listPauses(db).map(({ domain }) => domain);
      const dueAt = nextMailDue(db, plan);
      return {
        plan,
        ...counts,
        nextChannel: [...next].map(([channel, sends]) => ({ channel, sends })),
        open: open(),
        nextDueAt: dueAt === null ? null : new Date(Math.max(dueAt, now())).toISOString(),
        pausedDomains: pauses.filter((domain) => domain !== null),
        isPaused: pauses.includes(null),
        isStopped,
        isCanary: canary !== null,
        seconds: seconds(),
        mailsPerSecond: seconds() > 0 ? counts.handed / seconds() : 0,
      };
    },
  };
}
