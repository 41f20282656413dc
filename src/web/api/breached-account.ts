// `GET breachedaccount/{account}`: the published breaches that an address, a user name or a telephone number is in. In: the
// account as it was typed. Out: names or whole breaches; 404 for nobody, for whoever opted out, and where only sensitive
// breaches are left: these three cannot be told apart.

import type { PublishedBreach } from '../../lookup/index.ts';
import { accountKeys } from '../../register/index.ts';
import type { ApiAnswer } from './api-answer.ts';
import type { ApiSources } from './api-sources.ts';
import { breachesAnswer } from './shown-breaches.ts';

export async function breachedAccount(
  sources: ApiSources,
  account: string,
  query: string,
): Promise<ApiAnswer> {
  const { personKey, catalogue: readCatalogue, accounts, optOuts } = sources;
  await optOuts.refresh();
  const catalogue = await readCatalogue();
  const found: PublishedBreach[] = [];
  for (const { key } of accountKeys(personKey, account))
    for (const { breach } of await accounts.exposuresOf(key)) {
      const published = catalogue.byNumber.get(breach);
      // of a breach that is not published there may be rows
      if (published === undefined || found.includes(published)) continue;
      if (!optOuts.hides(key, breach, 'public')) found.push(published);
    }
  return breachesAnswer(found, query);
}
