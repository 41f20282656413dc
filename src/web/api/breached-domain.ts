// `GET breacheddomain/{domain}`: which addresses of a verified domain are in which breaches. In: a domain that belongs to who
// asks. Out: names of breaches by local part, sensitive breaches too. Whoever asked to be deleted is not in it.

import { type ApiAnswer, notFound, okJson } from './api-answer.ts';
import type { ApiSources } from './api-sources.ts';

/** `domain` in its usual form. */
export async function breachedDomain(
  { catalogue: readCatalogue, accounts, optOuts, personKey }: ApiSources,
  domain: string,
): Promise<ApiAnswer> {
  await optOuts.refresh();
  const { byNumber } = await readCatalogue();
  const lines: string[] = [];
  for (const [alias, breaches] of await accounts.domainAccounts(domain)) {
    const key = personKey('email', `${alias}@${domain}`);
    const names = breaches.flatMap((breach) => {
      const published = byNumber.get(breach);
      const isShown = published && !published.model.IsRetired && !optOuts.hides(key, breach, 'owner');
      return isShown ? [published.model.Name] : [];
    });
    // written by hand: an alias that looks like a number would change its place in an object
    if (names.length > 0) lines.push(`${JSON.stringify(alias)}:${JSON.stringify(names.sort())}`);
  }
  return lines.length === 0 ? notFound : okJson(`{${lines.join(',')}}`);
}
