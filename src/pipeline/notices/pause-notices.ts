// People stop the sending of a case, or to one receiving domain, and let it go on. In: a case, who and why. Out: the pause,
// which a sending that runs obeys within a second. It is in the custody log.

import { TocsinError } from '../../base/index.ts';
import { appendCustody } from '../../custody/index.ts';
import type { CaseRecord, InstanceHome } from '../../store/index.ts';
import {
  listPauses,
  openNotices,
  type Pause,
  pauseSending,
  resumeSending,
} from '../../store/notices/index.ts';

export interface PauseOptions {
  who: string;
  now?: () => Date;
}

const domainForm = /^[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,252}[\p{L}\p{N}])?$/u;

/** `domain`: of receivers; null: everything. Gives all pauses. Throws NOTICES_NONE, USAGE. */
export function pauseNotices(
  home: InstanceHome,
  record: CaseRecord,
  { domain, why }: { domain: string | null; why: string | null },
  { who, now = () => new Date() }: PauseOptions,
): Pause[] {
  refuseOddDomain(domain);
  using notices = openNotices(record);
  const since = now().toISOString();
  pauseSending(notices.db, {
    domain: domain?.toLowerCase() ?? null,
    since,
    who,
    why: why ?? 'no reason given',
  });
  enter(home, record, 'notify.pause', { who, domain });
  return listPauses(notices.db);
}

/** Counting what harms a domain begins anew. Gives the pauses that are left. Throws NOTICES_NONE, USAGE. */
export function resumeNotices(
  home: InstanceHome,
  record: CaseRecord,
  { domain }: { domain: string | null },
  { who }: PauseOptions,
): Pause[] {
  refuseOddDomain(domain);
  using notices = openNotices(record);
  if (!resumeSending(notices.db, domain)) {
    const paused = listPauses(notices.db).map((pause) => pause.domain ?? 'everything');
    throw new TocsinError('USAGE', `${domain ?? 'the sending as a whole'} is not paused`, {
      hint: paused.length === 0 ? 'nothing is' : `paused: ${paused.slice(0, 10).join(', ')}`,
    });
  }
  enter(home, record, 'notify.resume', { who, domain });
  return listPauses(notices.db);
}

function refuseOddDomain(domain: string | null): void {
  if (domain !== null && !domainForm.test(domain))
    throw new TocsinError('USAGE', '--domain takes a receiving domain, such as example.org');
}

function enter(
  home: InstanceHome,
  record: CaseRecord,
  what: string,
  { who, domain }: { who: string; domain: string | null },
): void {
  appendCustody(home, { who, case: record.case, what, on: domain ?? 'all', result: 'done' }, record.key);
}
