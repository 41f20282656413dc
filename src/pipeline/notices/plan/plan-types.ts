// What a plan is asked for, and what it says it came to. Plain data.

import type { About, NoticeKind, WordsOf } from '../../../notify/index.ts';
import type { Channel } from './channel-rules.ts';
import type { ChannelCounts, CountedReason } from './plan-counter.ts';
import type { Postage } from './postage.ts';

export interface PlanRequest {
  /** What people said of the incident. */
  about: About;
  /** Best first. */
  channels: readonly Channel[];
  /** Whether the heirs of those who died are written to. */
  heirs: boolean;
  /** Of those of whom no language is known that there are words for; null: of the case's country, else English. */
  language: string | null;
  /** Of further languages. */
  words: WordsOf;
  /** Of one letter, in the money of where it is posted; null: the public price. */
  postage: number | null;
  /** A file with what the controller directs for single people. */
  directions: string | null;
  hostname: string;
}

export interface PlanOptions {
  who: string;
  now?: () => Date;
  workers?: number;
  signal?: AbortSignal;
  /** `done`: 0 to 1, of the stage. */
  onProgress?: (stage: 'reading the evidence' | 'deciding' | 'writing', done: number) => void;
  /** For tests: other sizes never change the result. */
  tuning?: { stretchBytes?: number };
}

export interface PlannedVariant {
  variant: number;
  controller: string | null;
  language: string;
  audience: string;
  kind: NoticeKind;
  classes: { class: string; kinds: string[] }[];
  /** Notices that say this. */
  people: number;
  channels: ChannelCounts;
  sha256: string;
}

/** As `tocsin notify plan --json` prints it. */
export interface PlannedNotices {
  plan: number;
  kind: string;
  state: string;
  /** Of the case, as its report counts them. */
  people: number;
  /** Of people with several controllers more than one. */
  notices: number;
  /** People by their best channel; they add up to `people`. */
  channels: ChannelCounts;
  substitute: { people: number; reasons: CountedReason[] };
  variants: PlannedVariant[];
  unreachable: number;
  minors: number;
  deceased: number;
  /** People whose e-mail address somebody else is told by, too. */
  shared: number;
  /** The largest, and how many others there are with how many people. */
  domains: { domain: string; people: number }[];
  otherDomains: { domains: number; people: number };
  /** Of the mails: how long they take once they are sent, and when that would be over if it began now. */
  duration: { seconds: number; endsAt: string };
  postage: Postage;
  /** People whom a rule leaves out. */
  notTold: CountedReason[];
  /** Sentences: what nobody said, and what is to be looked at before anything is sent. */
  warnings: string[];
  /** Lines of the file of directions that meant nobody; null where there is no file. */
  directions: { lines: number; unmatched: number[] } | null;
}
