// Which domains an account may search: those it has verified, as many as its plan has. In: a key. Out: the list, or whether
// one domain is among them.

import { type ApiKey, isVerifiedDomain, verifiedDomains } from '../../register/index.ts';
import { type ApiAnswer, okJson } from './api-answer.ts';
import type { ApiSources } from './api-sources.ts';

/** `GET subscribeddomains`. How many addresses of a domain are in breaches is told by the search alone. */
export async function subscribedDomains({ context }: ApiSources, key: ApiKey): Promise<ApiAnswer> {
  const domains = await searchable(context.register, key);
  return okJson(
    JSON.stringify(
      domains.map((DomainName) => ({
        DomainName,
        PwnCount: null,
        PwnCountExcludingSpamLists: null,
        PwnCountExcludingSpamListsAtLastSubscriptionRenewal: null,
        NextSubscriptionRenewal: null,
      })),
    ),
  );
}

/** `domain` in its usual form. */
export async function maySearch({ context }: ApiSources, key: ApiKey, domain: string): Promise<boolean> {
  if (key.plan.maxDomains === null) return isVerifiedDomain(context.register, key.account, domain);
  return (await searchable(context.register, key)).includes(domain);
}

/** A plan for fewer domains than there are has those that were verified first. */
async function searchable(register: ApiSources['context']['register'], key: ApiKey): Promise<string[]> {
  const domains = await verifiedDomains(register, key.account);
  return domains
    .toSorted((a, b) => a.verifiedAt - b.verifiedAt || (a.domain < b.domain ? -1 : 1))
    .slice(0, key.plan.maxDomains ?? domains.length)
    .map(({ domain }) => domain)
    .toSorted();
}
