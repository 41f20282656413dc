/*
 * The look-up: a question in, an answer out that tells nobody else. Other stages import from here only.
 */
export * from './passwords/index.ts';
export * from './statements/index.ts';
export { type AccountLookup, createAccountLookup } from './accounts/account-lookup.ts';
export {
  type Catalogue,
  createCatalogue,
  type PublishedBreach,
  type ReadCatalogue,
} from './accounts/breach-catalogue.ts';
export { type RangeAccount, rangeAccounts, type RangeOptions } from './account-ranges/range-accounts.ts';
export {
  createFailureLimit,
  type FailureLimit,
  type FailureLimitOptions,
} from './rate-limits/create-failure-limit.ts';
export { createRateLimits, type RateLimits, type RateScope } from './rate-limits/create-rate-limits.ts';
