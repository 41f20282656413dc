// Pauses take effect on a sending that runs: those that people make, and those that harm to a domain makes. In: the ledger,
// looked at twice a second. Out: the queue held or let go.

import { dataVersion, listPauses, type Notices, type Pause } from '../../../store/notices/index.ts';
import type { MailQueue } from './mail-queue.ts';

const lookMs = 500;

export interface PauseWatch extends Disposable {
  /** At once: this process has made one itself. */
  look: () => void;
}

export function watchPauses({
  db,
  queue,
  onNote,
}: {
  db: Notices['db'];
  queue: Pick<MailQueue, 'pauseDomain' | 'resumeDomain' | 'hold'>;
  onNote: (note: string) => void;
}): PauseWatch {
  let known = new Map<string | null, Pause>();
  let version: number | null = null;
  const look = () => {
    const pauses = new Map(listPauses(db).map((pause) => [pause.domain, pause]));
    for (const [domain, { why, who }] of pauses) {
      if (known.has(domain)) continue;
      if (domain === null) queue.hold(true);
      else queue.pauseDomain(domain);
      onNote(`${domain ?? 'sending'} is paused by ${who}: ${why}`);
    }
    for (const domain of known.keys()) {
      if (pauses.has(domain)) continue;
      if (domain === null) queue.hold(false);
      else queue.resumeDomain(domain);
      onNote(`${domain ?? 'sending'} goes on`);
    }
    known = pauses;
  };
  look();
  const timer = setInterval(() => {
    const seen = dataVersion(db);
    if (seen === version) return;
    version = seen;
    look();
  }, lookMs);
  return { look, [Symbol.dispose]: () => clearInterval(timer) };
}
