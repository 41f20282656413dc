// Sending to a domain pauses where its mail servers refuse us, or its people complain, more often than mailbox providers
// forgive: somebody has to look first. In: the ledger and domains of which something came back. Out: those that pause now.

import {
  type DomainCount,
  domainCount,
  listPauses,
  type Notices,
  pauseSending,
  type ReturnedSend,
} from '../../../store/notices/index.ts';

/** Above 0.1 % of complaints mail is marked as unwanted (rules of Gmail and Yahoo for bulk senders, 2024). */
const mostComplaints = 0.001;
const mostRefusals = 0.02;
/** Of a domain that got few mails, one or two say nothing yet. */
const fewest = 3;

/** What people read, or null where nothing is wrong. */
export function harmOf({ handed, policy, complained }: DomainCount): string | null {
  if (policy >= fewest && policy > handed * mostRefusals)
    return `${policy} of ${handed} mails were refused because of who sends them`;
  if (complained >= fewest && complained > handed * mostComplaints)
    return `${complained} of ${handed} people complained about the mail`;
  return null;
}

/** Their names. */
export function pauseHarmed(
  db: Notices['db'],
  domains: readonly NonNullable<ReturnedSend['domain']>[],
  now: number,
): string[] {
  const known = new Set(domains.length === 0 ? [] : listPauses(db).map(({ domain }) => domain));
  const paused: string[] = [];
  for (const { domain, name } of domains) {
    const why = known.has(name) ? null : harmOf(domainCount(db, domain));
    if (why === null) continue;
    pauseSending(db, { domain: name, since: new Date(now).toISOString(), who: 'tocsin', why });
    paused.push(name);
  }
  return paused;
}
