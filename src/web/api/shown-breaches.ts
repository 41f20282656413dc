// Which of somebody's breaches an answer shows, and how it is written. In: breaches with their JSON, made before. Out: JSON.
// Sensitive breaches are only for the owner of an address or a domain, retired ones for nobody.

import type { BreachModel } from '../../register/index.ts';
import { type ApiAnswer, notFound, okJson } from './api-answer.ts';
import { queryTruth, queryValue } from './api-request.ts';

export interface WrittenBreach {
  model: BreachModel;
  json: string;
  nameJson: string;
}

/** For `breachedaccount`: `truncateResponse`, `domain` and `includeUnverified` of the query. */
export function breachesAnswer(found: readonly WrittenBreach[], query: string): ApiAnswer {
  if (found.length === 0) return notFound;
  const withUnverified = query === '' || queryTruth(query, 'includeunverified', true);
  const domain = query === '' ? null : queryValue(query, 'domain')?.toLowerCase();
  const shown = found.filter(
    ({ model }) =>
      !model.IsSensitive &&
      !model.IsRetired &&
      (withUnverified || model.IsVerified) &&
      (!domain || model.Domain.toLowerCase() === domain),
  );
  if (shown.length === 0) return notFound;
  shown.sort(byName);
  return okJson(listJson(shown, query === '' || queryTruth(query, 'truncateresponse', true)));
}

export function byName(a: WrittenBreach, b: WrittenBreach): number {
  return a.model.Name < b.model.Name ? -1 : 1;
}

export function listJson(breaches: readonly WrittenBreach[], isTruncated: boolean): string {
  return `[${breaches.map(({ json, nameJson }) => (isTruncated ? nameJson : json)).join(',')}]`;
}
