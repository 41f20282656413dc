// Joins the directories of a case with its people as they are now, from the tokens that the case keeps: the files of the
// controllers are not needed again. In: a case after a later delivery or another split. Out: what each join came to.

import { appendCustody } from '../../custody/index.ts';
import {
  beginVaultChange,
  type CaseRecord,
  forEachTokens,
  keepReachability,
  listDirectories,
} from '../../store/index.ts';
import type { ReadFor } from '../values/find-evidence.ts';
import { directoryKeys, type DirectoryMapping } from './directory-field.ts';
import { joinRows, type JoinCounts } from './join-rows.ts';
import { leakedCustomers } from './leaked-customers.ts';
import { pauseOf } from './pause-of.ts';
import { createTokenCollector } from './packed-tokens.ts';
import { countReachability } from './reachability.ts';

/**
 * All directories, in one transaction; who can be reached is counted anew even where there is none, so that it is there
 * when somebody asks. `readFor`: who reads the evidence, where a directory is compared with a column of the leak.
 */
export async function joinAgain(
  record: CaseRecord,
  readFor: ReadFor,
  { signal }: { signal?: AbortSignal } = {},
): Promise<{ controller: string; counts: JoinCounts }[]> {
  using change = beginVaultChange(record);
  const { vault } = change;
  const directories = listDirectories(vault.db);
  const joins = [];
  for (const { directory, controller, mapping: kept } of directories) {
    const mapping = kept as DirectoryMapping;
    const collector = createTokenCollector(directoryKeys(mapping));
    forEachTokens(vault.db, directory, (rows, bytes) => collector.add(wordsOf(bytes), rows));
    const customers = await leakedCustomers(record, mapping, {
      seed: vault.seed,
      readFor,
      signal,
    });
    const named = { number: directory, controller };
    const counts = await joinRows(vault, named, collector.tokens(), customers, pauseOf(signal));
    joins.push({ controller, counts });
  }
  keepReachability(vault.db, countReachability(vault.db));
  signal?.throwIfAborted();
  change.commit();
  const { home, who } = readFor;
  for (const { controller, counts } of joins)
    appendCustody(
      home,
      {
        who,
        case: record.case,
        what: 'directory.again',
        result: 'done',
        counts: { rows: counts.rows, joined_rows: counts.joinedRows, joined_people: counts.joinedPeople },
        details: { controller },
      },
      record.key,
    );
  return joins;
}

/** Aligned for words. */
function wordsOf(bytes: Buffer): Uint32Array {
  return new Uint32Array(Uint8Array.from(bytes).buffer);
}
