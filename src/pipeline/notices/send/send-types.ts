// What a sending is asked for, and what it says of itself.

import type { DkimKey, PaceSettings } from '../../../notify/index.ts';

export interface SendRequest {
  /** As `parseSmtpUrl` takes it. */
  smtp: string;
  connections: number;
  pace: Partial<PaceSettings>;
  dkim: DkimKey | null;
  /** Where bounces go; null: to the sender. */
  returnPath: string | null;
  /** The return path is one of each mail: `b+TOKEN@`, on the domain of the return path or the sender. */
  isVerp: boolean;
  /** In place of every pause between two attempts at a mail, ms; null: the usual ones. */
  retryAfterMs: number | null;
  /** For how long it waits for the next attempt that is due; then it ends. */
  waitMs: number;
  /** Without a mail server that takes anything for this long it ends. */
  giveUpMs: number;
  /** Of the mails that are open, this part is sent first, and then it ends; null: all. */
  canary: number | null;
}

export interface SendProgress {
  /** Mails of this run. */
  handed: number;
  deferred: number;
  bounced: number;
  uncertain: number;
  /** Mails that are still to be handed over. */
  open: number;
  seconds: number;
  /** What keeps it waiting; null: nothing does. */
  waitsFor: 'paused' | 'later' | null;
}

export interface SendResult {
  plan: number;
  handed: number;
  deferred: number;
  /** Refused for good. */
  bounced: number;
  /** Of those, for how many another channel was planned, by its letter. */
  nextChannel: { channel: string; sends: number }[];
  unreachable: number;
  /** Handed over, perhaps, when the connection broke: sent once more, with the same Message-ID. */
  uncertain: number;
  /** Those of a run that was stopped. */
  uncertainBefore: number;
  /** E-mails that are still open. */
  open: number;
  /** When the next of them is due, ISO 8601. */
  nextDueAt: string | null;
  pausedDomains: string[];
  isPaused: boolean;
  isStopped: boolean;
  isCanary: boolean;
  seconds: number;
  mailsPerSecond: number;
}
