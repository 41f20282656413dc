// What came of a mailbox: each mail counted once, what was changed, and where to look. In: what happens, as it happens.
// Out: the report. It holds no address.

import type { Channel } from '../../../store/notices/index.ts';

/**
 * Every mail is of one of these. `again`: taken in before. `busy`: about a mail that is being sent this moment; it has to be
 * read again. `complaintsUnproven`: they name no mail, and change nothing. `notOurs`: about a mail that is none of this case's, or that says so without proof.
 */
export const returnSorts = [
  'bounced',
  'full',
  'policy',
  'delayed',
  'delivered',
  'relayed',
  'complaints',
  'complaintsTakenBack',
  'complaintsUnproven',
  'autoReplies',
  'again',
  'notOurs',
  'busy',
  'unknown',
] as const;

export type ReturnSort = (typeof returnSorts)[number];

export interface BounceReport extends Record<ReturnSort, number> {
  mailbox: string;
  messages: number;
  bytes: number;
  /** Sends that changed: what each of them came to. */
  sends: { bounced: number; again: number; delivered: number; complained: number };
  /** Of sends that bounced: over which channel people are told instead. */
  nextChannel: { email: number; letter: number; text: number; call: number };
  /** People for whom no channel is left: the substitute notice has to reach them. */
  unreachable: number;
  /** People whom the plan that holds took for told, and who are not: the next one has them. */
  toPlanAgain: number;
  /** Reports that found nothing left to do, such as a complaint after a bounce. */
  withoutEffect: number;
  /** Found by the address alone, as they name no mail. */
  byAddress: number;
  /** Receiving domains that sending pauses for because of what came back. */
  paused: string[];
  /** Mails to look at, and files that cannot be read. */
  places: { file: string; offset: number; why: string }[];
  morePlaces: number;
  unreadableFiles: number;
}

export const channelNames: Readonly<Record<Channel, keyof BounceReport['nextChannel']>> = {
  e: 'email',
  l: 'letter',
  s: 'text',
  c: 'call',
};

/** More are counted only. */
const maxPlaces = 1_000;

export function createBounceReport(mailbox: string): BounceReport {
  return {
    mailbox,
    messages: 0,
    bytes: 0,
    bounced: 0,
    full: 0,
    policy: 0,
    delayed: 0,
    delivered: 0,
    relayed: 0,
    complaints: 0,
    complaintsTakenBack: 0,
    complaintsUnproven: 0,
    autoReplies: 0,
    again: 0,
    notOurs: 0,
    busy: 0,
    unknown: 0,
    sends: { bounced: 0, again: 0, delivered: 0, complained: 0 },
    nextChannel: { email: 0, letter: 0, text: 0, call: 0 },
    unreachable: 0,
    toPlanAgain: 0,
    withoutEffect: 0,
    byAddress: 0,
    paused: [],
    places: [],
    morePlaces: 0,
    unreadableFiles: 0,
  };
}

export function addPlace(report: BounceReport, file: string, offset: number, why: string): void {
  if (report.places.length < maxPlaces) report.places.push({ file, offset, why });
  else report.morePlaces++;
}
