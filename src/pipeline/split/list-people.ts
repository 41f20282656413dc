// Whom controllers' own lists name. In: identifiers of the lists, and those of the people. Out: by person a claim. An
// identifier that several people share names nobody of them: whose it is is not guessed.

import type { PeopleIndex } from '../../resolve/index.ts';
import { HashIndex } from '../../resolve/index.ts';
import { type Claims, claimFlags, noClaim } from './claims.ts';
import type { ListedIdentifiers } from './read-own-list.ts';
import type { ListedPeople } from './settle-people.ts';

export interface PlacedList {
  /** Number of its controller. */
  controller: number;
  shared: boolean;
  listed: ListedIdentifiers;
}

export interface NamedPeople {
  people: ListedPeople;
  lists: {
    /** Different identifiers in it. */
    identifiers: number;
    /** Of these, the ones of exactly one person, and those that several share. */
    found: number;
    ambiguous: number;
  }[];
  /** Whether a list of the controller has the identifier, and it is this person's alone. */
  isNamedBy: IsNamedBy;
}

export type IsNamedBy = (
  controller: number,
  person: number,
  sort: string,
  low: number,
  high: number,
) => boolean;

const noPerson = -1;
const severalPeople = -2;

export function namePeople(lists: readonly PlacedList[], index: PeopleIndex, claims: Claims): NamedPeople {
  if (lists.length === 0) return { people: null, lists: [], isNamedBy: () => false };
  const bySort = new Map<string, SortTokens>();
  lists.forEach(({ controller, shared, listed }, list) => {
    const claim = claims.of([controller], shared ? 0 : claimFlags.other);
    for (const [sort, identifiers] of listed) {
      const tokens = bySort.get(sort) ?? new SortTokens();
      bySort.set(sort, tokens);
      tokens.add(identifiers, list, claim, claims);
    }
  });
  for (const tokens of bySort.values()) tokens.settle();
  index.forEachIdentifier((person, sort, low, high) => bySort.get(sort)?.meet(person, low, high));
  const people = new Uint32Array(index.count);
  const counts = lists.map(() => ({ identifiers: 0, found: 0, ambiguous: 0 }));
  for (const tokens of bySort.values()) {
    tokens.forEach((person, claim, of) => {
      for (const list of of) {
        const count = counts[list]!;
        count.identifiers++;
        if (person === severalPeople) count.ambiguous++;
        else if (person !== noPerson) count.found++;
      }
      if (person >= 0) people[person] = claims.join(people[person]!, claim);
    });
  }
  return {
    people,
    lists: counts,
    isNamedBy: (controller, person, sort, low, high) =>
      bySort
        .get(sort)
        ?.listsNaming(person, low, high)
        .some((list) => lists[list]!.controller === controller) ?? false,
  };
}

/** The identifiers of one sort over all lists. */
class SortTokens {
  #index = new HashIndex();
  #claims: number[] = [];
  #lists: number[][] = [];
  #people = new Int32Array(0);

  add(identifiers: HashIndex, list: number, claim: number, claims: Claims): void {
    const words = identifiers.toWords();
    const alone = [list];
    for (let i = 0; i < words.length; i += 2) {
      const token = this.#index.add(words[i]!, words[i + 1]!);
      this.#claims[token] = claims.join(this.#claims[token] ?? noClaim, claim);
      const known = this.#lists[token];
      this.#lists[token] = known === undefined ? alone : [...known, list];
    }
  }

  settle(): void {
    this.#people = new Int32Array(this.#index.size).fill(noPerson);
  }

  meet(person: number, low: number, high: number): void {
    const token = this.#index.find(low, high);
    if (token < 0) return;
    const known = this.#people[token]!;
    if (known === noPerson) this.#people[token] = person;
    else if (known !== person) this.#people[token] = severalPeople;
  }

  listsNaming(person: number, low: number, high: number): readonly number[] {
    const token = this.#index.find(low, high);
    return token >= 0 && this.#people[token] === person ? this.#lists[token]! : [];
  }

  forEach(visit: (person: number, claim: number, lists: readonly number[]) => void): void {
    for (let token = 0; token < this.#people.length; token++)
      visit(this.#people[token]!, this.#claims[token]!, this.#lists[token]!);
  }
}
