// What a case's vault says of the people who are to be published. In: a case. Out: sets of losses, hashes with
// whose they are, and a digest that changes with any of it. No value of the leak.

import { createHash } from 'node:crypto';
import { TocsinError } from '../../base/index.ts';
import type { ValidatorName } from '../../recognise/index.ts';
import {
  type CaseRecord,
  guarded,
  listDeliveries,
  mentionedHashes,
  mentioningPlaces,
  openVault,
  ownedHashes,
  readLosses,
  readSplit,
  readTotals,
  sortsIn,
} from '../../store/index.ts';
import type { SortOfVault } from './collect-exposures.ts';
import { type ExposureSets, exposureSets } from './exposure-sets.ts';
import { isPublishedSort, type MentioningColumn } from './published-columns.ts';

export interface PublishedPeople {
  seed: readonly [number, number];
  /** As the report counts them. */
  people: number;
  deliveries: number[];
  sets: ExposureSets;
  /** Of identifiers that the vault knows people by, and that are published. */
  sorts: ValidatorName[];
  mentioning: MentioningColumn[];
  /** Of the split, in the order of their names. */
  controllers: string[];
}

/** Under which the register keeps what a breach was published from. */
export const evidenceStep = 'evidence';

/** What the publication depends on: the deliveries of the case and whose the people are. Nothing of it is a value. */
export function sourceDigest(record: CaseRecord): string {
  using vault = openVault(record);
  return guarded(record.case, () => {
    const deliveries = listDeliveries(vault.db).map(({ delivery, at, inputs }) => [delivery, at, inputs]);
    const split = readSplit(vault.db);
    const about = [record.case, vault.seed, deliveries, split === null ? null : [split.at, split.result]];
    return createHash('sha256').update(JSON.stringify(about)).digest('hex');
  });
}

/** Throws USAGE where nothing was examined into the case yet. */
export function readPeople(record: CaseRecord): PublishedPeople {
  using vault = openVault(record);
  const { db, seed } = vault;
  return guarded(record.case, () => {
    const { people } = readTotals(db);
    if (people === null)
      throw new TocsinError('USAGE', 'the case holds nothing yet that could be published', {
        hint: `examine the files first: tocsin examine --case ${record.case} FILE`,
      });
    const losses = readLosses(db);
    const sorts = sortsIn(db).filter(isPublishedSort);
    const mentioning = sorts.flatMap((sort) =>
      mentioningPlaces(db, sort).map((place) => ({ sort, ...place })),
    );
    const mentioned = [...new Set(mentioning.map(({ sort }) => sort))];
    return {
      seed,
      people: people.count,
      deliveries: listDeliveries(db).map(({ delivery }) => delivery),
      sets: exposureSets(losses, { mentionedSorts: mentioned, isSplit: readSplit(db) !== null }),
      sorts,
      mentioning,
      controllers: [...new Set(losses.holdersOf.flat())].toSorted(),
    };
  });
}

/** Twelve bytes an identifier. */
export function readHashes(record: CaseRecord, sorts: readonly ValidatorName[]): SortOfVault[] {
  using vault = openVault(record);
  const { db } = vault;
  return guarded(record.case, () =>
    sorts.map((sort) => ({ sort, owned: ownedHashes(db, sort), mentioned: mentionedHashes(db, sort) })),
  );
}
