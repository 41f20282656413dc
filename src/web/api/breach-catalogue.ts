// What needs no key: `breaches`, `breach/{name}`, `latestbreach`, `dataclasses`. In: the catalogue. Out: breaches as they
// are published, sensitive, retired and unverified ones too: none of it is about a person.

import type { Catalogue } from '../../lookup/index.ts';
import { type ApiAnswer, notFound, openJson, openly } from './api-answer.ts';
import { decodedPart, queryTruth, queryValue } from './api-request.ts';
import { listJson } from './shown-breaches.ts';

const allOf = new WeakMap<Catalogue, string>();

/** `domain` and `isSpamList` of the query leave out the others. */
export function breachList(catalogue: Catalogue, query: string): ApiAnswer {
  const domain = queryValue(query, 'domain')?.toLowerCase();
  const isSpamList = queryValue(query, 'isspamlist') === null ? null : queryTruth(query, 'isspamlist', false);
  if (!domain && isSpamList === null) return openJson(allJson(catalogue));
  const shown = catalogue.breaches.filter(
    ({ model }) =>
      (!domain || model.Domain.toLowerCase() === domain) &&
      (isSpamList === null || model.IsSpamList === isSpamList),
  );
  return openJson(listJson(shown, false));
}

export function breachNamed(catalogue: Catalogue, part: string): ApiAnswer {
  const name = decodedPart(part)?.toLowerCase();
  const found = name === undefined ? undefined : catalogue.byName.get(name);
  return found ? openJson(found.json) : openly(notFound);
}

export function latestBreach({ latest }: Catalogue): ApiAnswer {
  return latest ? openJson(latest.json) : openly(notFound);
}

export function dataClassList({ dataClasses }: Catalogue): ApiAnswer {
  return openJson(JSON.stringify(dataClasses));
}

/** Written once for each state of the catalogue. */
function allJson(catalogue: Catalogue): string {
  let json = allOf.get(catalogue);
  if (json === undefined) allOf.set(catalogue, (json = listJson(catalogue.breaches, false)));
  return json;
}
