// What one person lost, breach by breach, sensitive ones among them: for somebody who has shown that an address or a
// letter is theirs, and for nobody else. In: a person key, or what a reference code stands for. Out: breaches with
// exposure sets; where several people share an address, or nothing shows that they are one, each has a set of their own.

import {
  type BreachModel,
  type ExposureSet,
  type OptOuts,
  type Paste,
  pastesOf,
  websitesOf,
} from '../../register/index.ts';
import type { RegisterDatabase } from '../../store/register/index.ts';
import type { AccountLookup } from '../accounts/account-lookup.ts';
import type { ReadCatalogue } from '../accounts/breach-catalogue.ts';

export interface StatementBreach {
  model: BreachModel;
  /** At least one. */
  people: ExposureSet[];
}

/** The breach published last stands first; none where nothing was found. */
export type PersonalStatement = StatementBreach[];

export interface StatementSource {
  catalogue: ReadCatalogue;
  accounts: Pick<AccountLookup, 'exposuresOf' | 'exposureSet'>;
  optOuts: Pick<OptOuts, 'refresh' | 'hides' | 'isBlocked'>;
}

export async function statementOfKey(source: StatementSource, key: Buffer): Promise<PersonalStatement> {
  // the catalogue first: what is withdrawn meanwhile is then left out or whole
  const catalogue = await source.catalogue();
  await source.optOuts.refresh();
  const exposures = await source.accounts.exposuresOf(key);
  return statementOf(
    source,
    catalogue,
    exposures.filter(({ breach }) => !source.optOuts.hides(key, breach, 'owner')),
  );
}

/** Where else an address stood: it says nothing of the person but that. */
export interface Sightings {
  /** It was typed in there on a device with a hostile program. */
  websites: string[];
  pastes: Paste[];
}

export const noSightings: Sightings = { websites: [], pastes: [] };

export async function sightingsOfKey(
  register: Pick<RegisterDatabase, 'rows' | 'secrets'>,
  { optOuts }: Pick<StatementSource, 'optOuts'>,
  key: Buffer,
): Promise<Sightings> {
  await optOuts.refresh();
  if (optOuts.isBlocked(key)) return noSightings;
  return { websites: await websitesOf(register, key), pastes: await pastesOf(register, key) };
}

/** Of a reference code: of the one breach that its letter is about. */
export async function statementOfExposure(
  source: StatementSource,
  exposure: { breach: number; set: number },
): Promise<PersonalStatement> {
  return statementOf(source, await source.catalogue(), [exposure]);
}

async function statementOf(
  { accounts }: StatementSource,
  { byNumber }: Awaited<ReturnType<ReadCatalogue>>,
  exposures: readonly { breach: number; set: number }[],
): Promise<PersonalStatement> {
  const breaches = new Map<number, StatementBreach>();
  for (const { breach, set } of exposures) {
    const published = byNumber.get(breach);
    // a retired one is shown to nobody any more
    if (published === undefined || published.model.IsRetired) continue;
    const person = await accounts.exposureSet(breach, set);
    if (person === null) continue;
    const known = breaches.get(breach);
    if (known) known.people.push(person);
    else breaches.set(breach, { model: published.model, people: [person] });
  }
  return [...breaches.values()].toSorted((a, b) => (a.model.AddedDate < b.model.AddedDate ? 1 : -1));
}
