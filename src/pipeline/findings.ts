// Everything that an examination has found, before it is put into the shape of a report.

import type { HashIndex, MergedTable, ResolvedPeople } from '../resolve/index.ts';
import type { FoundInput, UnreadableInput } from './find-inputs.ts';
import type { Inside } from './inside.ts';
import type { ReadOutcome } from './read-inputs.ts';
import type { Settled } from './settle-tables.ts';
import type { UnpackSettings } from './unpack-settings.ts';

export interface Findings {
  inputs: FoundInput[];
  unreadable: UnreadableInput[];
  hashes: (string | null)[];
  changed: boolean[];
  read: ReadOutcome;
  inside: Inside;
  settled: Settled;
  /** By table, what was found before anything turned out to be nobody's. */
  judged: Pick<MergedTable, 'findings' | 'plan'>[];
  people: ResolvedPeople;
  /** Addresses in parts that were not read as rows. */
  textEmails: HashIndex;
  examples: boolean;
  unpack: UnpackSettings;
  seconds: number;
}
