// How far the telling of a case is. In: a case. Out: counts, pauses, the largest receiving domains. It reads counts that
// change with the rows, so millions take no longer than a few.

import {
  allApprovals,
  countUncertain,
  currentPlan,
  domainCounts,
  isSending,
  listPauses,
  mailsHandedSince,
  type Notices,
  openDomains,
  openNotices,
  type Pause,
  readTally,
  sendStates,
  type SendState,
  type StoredPlan,
} from '../../store/notices/index.ts';
import type { CaseRecord } from '../../store/index.ts';
import { peopleStanding, type PeopleStanding } from './people-standing.ts';

export const channelNames = { e: 'email', l: 'letter', s: 'text', c: 'call' } as const;

export type ChannelName = (typeof channelNames)[keyof typeof channelNames];

export type SendCounts = Record<SendState, number>;

export interface NoticeStatus {
  plan: number;
  kind: string;
  state: StoredPlan['state'];
  isSending: boolean;
  /** Everything is paused. */
  paused: boolean;
  /** Of everything, and of single domains. */
  pauses: Pause[];
  approvals: { by: string; at: string }[];
  sends: SendCounts;
  byChannel: Record<ChannelName, SendCounts>;
  /** With those whom an earlier plan told: they add up to the people of the case. */
  people: PeopleStanding;
  /** Of the plan itself. */
  notices: PeopleStanding;
  /** How often a mail may have been handed over without an answer: each was handed over once more. */
  uncertain: number;
  /** Mails a second over the last minute. */
  rate: number;
  /** ISO 8601, by that rate; null where nothing is being sent. */
  endsAt: string | null;
  /** When the next e-mail that is open is due. */
  nextDueAt: string | null;
  domains: DomainStanding[];
}

export interface DomainStanding {
  domain: string;
  open: number;
  /** Of all plans; anew after a pause. */
  handed: number;
  /** Refused because of who sends. */
  policy: number;
  complained: number;
  isPaused: boolean;
}

const rateOverMs = 10_000;

const mostDomains = 50;

/** Throws NOTICES_NONE. */
export function noticeStatus(record: CaseRecord, { now = Date.now() } = {}): NoticeStatus {
  using notices = openNotices(record);
  const { db } = notices;
  const plan = currentPlan(db)!;
  const tally = readTally(db, plan.plan);
  const pauses = listPauses(db);
  const byChannel = channelCounts(tally);
  const sends = summed(Object.values(byChannel));
  const rate = rateOf(db, now);
  const openMails = byChannel.email.planned + byChannel.email.leased;
  const domains = openDomains(db, plan.plan);
  const dueAt = domains.reduce((first, domain) => Math.min(first, domain.dueAt), Infinity);
  return {
    plan: plan.plan,
    kind: plan.kind,
    state: plan.state,
    isSending: isSending(record),
    paused: pauses.some(({ domain }) => domain === null),
    pauses,
    approvals: allApprovals(db)
      .filter((approval) => approval.plan === plan.plan)
      .map(({ who, at }) => ({ by: who, at })),
    sends,
    byChannel,
    people: peopleStanding(db, plan),
    notices: standings(tally, 'notices'),
    uncertain: countUncertain(db, plan.plan),
    rate,
    endsAt: rate > 0 && openMails > 0 ? new Date(now + (openMails / rate) * 1000).toISOString() : null,
    nextDueAt: dueAt === Infinity ? null : new Date(Math.max(dueAt, now)).toISOString(),
    domains: standingOf(db, domains, pauses),
  };
}

type Tally = ReturnType<typeof readTally>;

function noSends(): SendCounts {
  return Object.fromEntries(sendStates.map((state) => [state, 0])) as SendCounts;
}

function channelCounts(tally: Tally): Record<ChannelName, SendCounts> {
  return Object.fromEntries(
    Object.entries(channelNames).map(([letter, name]) => {
      const counts = noSends();
      for (const { what, state, count } of tally) if (what === letter) counts[state as SendState] = count;
      return [name, counts];
    }),
  ) as Record<ChannelName, SendCounts>;
}

function summed(all: readonly SendCounts[]): SendCounts {
  const sum = noSends();
  for (const counts of all) for (const state of sendStates) sum[state] += counts[state];
  return sum;
}

function standings(tally: Tally, of: 'people' | 'notices'): PeopleStanding {
  const count = (wanted: string) =>
    tally.find(({ what, state }) => what === of && state === wanted)?.count ?? 0;
  return {
    told: count('told'),
    open: count('open'),
    unreachable: count('unreachable'),
    notTold: count('not-told'),
    superseded: count('superseded'),
  };
}

function rateOf(db: Notices['db'], now: number): number {
  return mailsHandedSince(db, now - rateOverMs) / (rateOverMs / 1000);
}

/** The largest first. */
function standingOf(
  db: Notices['db'],
  open: ReturnType<typeof openDomains>,
  pauses: readonly Pause[],
): DomainStanding[] {
  const counts = domainCounts(db);
  const paused = new Set(pauses.map(({ domain }) => domain));
  const none = { handed: 0, policy: 0, complained: 0 };
  const standings = new Map<string, DomainStanding>();
  for (const { name, ...count } of counts.values())
    standings.set(name, { domain: name, open: 0, ...count, isPaused: paused.has(name) });
  for (const { name, sends } of open) {
    const known = standings.get(name) ?? { domain: name, open: 0, ...none, isPaused: paused.has(name) };
    standings.set(name, { ...known, open: sends });
  }
  return [...standings.values()]
    .sort((a, b) => b.open + b.handed - a.open - a.handed || (a.domain < b.domain ? -1 : 1))
    .slice(0, mostDomains);
}
