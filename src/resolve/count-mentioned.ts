// Who is only mentioned: identifiers of people or their accounts that stand in texts and in no row's own columns.
// In: merged tables, addresses in documents. Out: for each class how many different ones. It makes nobody a person.

import {
  type DataClass,
  identifierOf,
  type ValidatorId,
  validatorIds,
  validators,
} from '../recognise/index.ts';
import { HashIndex } from './hash-index.ts';
import type { MergedTable } from './merged-table.ts';

export interface Mentioned {
  class: DataClass;
  /** Different values. */
  values: number;
}

/** Most first. `textEmails`: addresses outside of all rows. */
export function countMentioned(tables: readonly MergedTable[], textEmails: HashIndex): Mentioned[] {
  const byValidator = new Map<ValidatorId, HashIndex>();
  const of = (validator: ValidatorId): HashIndex => {
    let hashes = byValidator.get(validator);
    if (hashes === undefined) byValidator.set(validator, (hashes = new HashIndex()));
    return hashes;
  };
  for (const { mentions } of tables)
    for (const { validator, hashes } of mentions) if (isOfPeople(validator)) addAll(of(validator), hashes);
  if (textEmails.size > 0) addAll(of(validatorIds.email), textEmails);
  const counts = new Map<DataClass, number>();
  for (const [validator, hashes] of byValidator) {
    const left = hashes.size - countOwned(tables, validator, hashes);
    const { class: dataClass } = validators[validator]!;
    if (left > 0) counts.set(dataClass, (counts.get(dataClass) ?? 0) + left);
  }
  return [...counts]
    .map(([dataClass, values]) => ({ class: dataClass, values }))
    .sort((a, b) => b.values - a.values || (a.class < b.class ? -1 : 1));
}

/** What leads to a person or an account: not a date, a place or an organisation's number. */
function isOfPeople(validator: ValidatorId): boolean {
  if (validator === validatorIds.email || validator === validatorIds.phone) return true;
  const identifier = identifierOf(validator);
  return identifier !== null && identifier.subject !== 'organisation';
}

/** How many of the hashes stand in a column of their own too. */
function countOwned(tables: readonly MergedTable[], validator: ValidatorId, hashes: HashIndex): number {
  const isOwned = new Uint8Array(hashes.size);
  let owned = 0;
  for (const { plan, records } of tables) {
    plan.gathered.forEach((entry, i) => {
      if (entry.validator !== validator) return;
      const { low, high } = records.columns[i]!;
      if (high === null) return;
      for (let record = 0; record < low.length; record++) {
        if (low[record] === 0 && high[record] === 0) continue;
        const id = hashes.find(low[record]!, high[record]!);
        if (id < 0 || isOwned[id] === 1) continue;
        isOwned[id] = 1;
        owned++;
      }
    });
  }
  return owned;
}

function addAll(into: HashIndex, from: HashIndex): void {
  const words = from.toWords();
  for (let i = 0; i < words.length; i += 2) into.add(words[i]!, words[i + 1]!);
}
