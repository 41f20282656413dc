// Everything that an examination has found, before it is put into the shape of a report.

import type { HashIndex, ResolvedPeople } from '../resolve/index.ts';
import type { FoundInput, UnreadableInput } from './find-inputs.ts';
import type { Inside } from './inside.ts';
import type { ReadOutcome } from './read-inputs.ts';
import type { Settled } from './settle-tables.ts';

export interface Findings {
  inputs: FoundInput[];
  unreadable: UnreadableInput[];
  hashes: (string | null)[];
  changed: boolean[];
  read: ReadOutcome;
  inside: Inside;
  settled: Settled;
  people: ResolvedPeople;
  /** Addresses in parts that were not read as rows. */
  textEmails: HashIndex;
  examples: boolean;
  seconds: number;
}
