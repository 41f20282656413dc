// All ranges of addresses as files, each the JSON that the API answers for it: without sensitive and retired breaches, and
// without whoever opted out. In: the register. Out: files in the order of their names; none for a range with nothing in it.

import { createCatalogue, rangeAccounts } from '../../lookup/index.ts';
import { createOptOuts } from '../../register/index.ts';
import { type RegisterDatabase, sha1Ranges } from '../../store/register/index.ts';
import { changedMeanwhile } from './changed-meanwhile.ts';
import type { RangeFile } from './range-file.ts';

/** Throws REGISTER_BUSY where a breach comes or goes, or somebody opts out, meanwhile. */
export async function* accountFiles(register: RegisterDatabase): AsyncGenerator<RangeFile, void, undefined> {
  const readCatalogue = createCatalogue(register);
  const optOuts = createOptOuts(register);
  await optOuts.refresh();
  const catalogue = await readCatalogue();
  const hidden = optOuts.size();
  for await (const range of sha1Ranges(register)) {
    if ((await readCatalogue()).version !== catalogue.version) throw changedMeanwhile();
    await optOuts.refresh();
    if (optOuts.size() !== hidden) throw changedMeanwhile();
    const accounts = rangeAccounts(catalogue, optOuts, range, { asker: 'public' });
    if (accounts.length === 0) continue;
    yield { name: `${range.prefix}.json`, bytes: Buffer.from(JSON.stringify(accounts)) };
  }
}
