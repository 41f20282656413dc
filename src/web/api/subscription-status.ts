// `GET subscription/status`: what the plan of a key allows. In: the key. Out: its plan in the words of the contract.

import { type ApiKey, isExpired, planAllows } from '../../register/index.ts';
import { type ApiAnswer, okJson, problem } from './api-answer.ts';

/** Clients read a number of 32 bits: the largest is no limit. */
const noLimit = 2_147_483_647;

/** A key that does not expire. */
const never = '9999-12-31T23:59:59Z';

export function subscriptionStatus(key: ApiKey, now: Date): ApiAnswer {
  if (isExpired(key, now)) return problem(404, 'No active subscription found.');
  const { plan } = key;
  const isLarge = planAllows(plan, 'domain-verification');
  return okJson(
    JSON.stringify({
      SubscriptionName: plan.title,
      Description: plan.description,
      SubscribedUntil:
        key.expiresAt === null ? never : new Date(key.expiresAt).toISOString().replace(/\.\d+Z$/u, 'Z'),
      Rpm: key.requestsPerMinute ?? noLimit,
      DomainSearchMaxBreachedAccounts: null,
      MaxBreachedDomains: plan.maxDomains,
      IncludesStealerLogs: planAllows(plan, 'stealer-log'),
      IncludesBulkDomainAdd: isLarge,
      IncludesAutoSubdomainVerification: false,
      IncludesCustomerDomains: isLarge,
      IncludesKAnon: planAllows(plan, 'account-range'),
    }),
  );
}
