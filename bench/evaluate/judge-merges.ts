// Who was taken for whom. In: what was examined and the planted people. Out: how many of our people hold identifiers
// of two planted ones (a wrong merge: it tells one what the other lost), and how many planted ones with one certain
// identifier are several of ours. The people are streamed twice; nothing is held but hashes and numbers.

import type { ExaminedPeople } from '../../src/pipeline/index.ts';
import { IdentifierOwners } from './identifier-owners.ts';
import type { PlantedLeak, Sort } from './planted-leak.ts';

export interface JudgedMerges {
  /** Our people that hold identifiers which are each the own of another planted person. */
  wrongMerges: number;
  /** Planted people whose rows one certain identifier links, and who are several of ours. */
  missedMerges: number;
  /** Planted people with a certain identifier of their own that none of ours has. */
  notFound: number;
  /** Planted people whose rows only name and date of birth link, and who are several of ours. */
  loose: number;
  /** Of the wrong merges the first ones: two planted people, and the sort of identifier by which the second was seen. */
  firstWrong: { planted: [number, number]; sort: Sort }[];
}

/** Our person of each planted one, -1 where nobody was found; for the statements. */
export interface MatchedPeople {
  ourOf: Int32Array;
  merges: JudgedMerges;
}

const split = -2;
const mostWrong = 10;

/** In larger leaks only names of those with a row that nothing else links are looked up, to save memory. */
const namesOfAllUpTo = 1_000_000;

/**
 * Sorts share one table: their hashes are keyed and 64 bits wide, but for names, whose hash is 32 bits beside a date
 * and is told apart by its sort.
 */
function saltOf(sort: Sort): number {
  return sort === 'nameAndBirth' ? 0x5f356495 : 0;
}

export function judgeMerges(leak: PlantedLeak, { index, hash }: ExaminedPeople): MatchedPeople {
  const links = new IdentifierOwners(leak.people);
  const traits = new IdentifierOwners(1024);
  const isLinked = new Uint8Array(leak.people);
  leak.forEachPerson((person) => {
    for (const { sort, text, isLink } of person.identifiers) {
      const hashed = hash(sort, text);
      if (!hashed) continue;
      (isLink ? links : traits).add(hashed[0], hashed[1], person.number);
    }
    if (!person.hasLooseRow && leak.people > namesOfAllUpTo) return;
    for (const name of person.names) addName(traits, name, person.number);
  });

  function addName(into: IdentifierOwners, name: string, person: number): void {
    const hashed = hash('nameAndBirth', name);
    if (hashed) into.add(hashed[0], (hashed[1] ^ saltOf('nameAndBirth')) >>> 0, person);
  }

  leak.forEachPerson((person) => {
    for (const { sort, text, isLink } of person.identifiers) {
      const hashed = isLink ? hash(sort, text) : null;
      if (hashed && links.of(hashed[0], hashed[1]) === person.number) isLinked[person.number] = 1;
    }
    // a name that another person's rows have as well says nothing of whose a row is
    for (const name of person.names) {
      const hashed = hash('nameAndBirth', name);
      if (hashed) traits.share(hashed[0], (hashed[1] ^ saltOf('nameAndBirth')) >>> 0, person.number);
    }
  });

  const merges: JudgedMerges = { wrongMerges: 0, missedMerges: 0, notFound: 0, loose: 0, firstWrong: [] };
  const ourOf = new Int32Array(leak.people).fill(-1);
  const looseOf = new Int32Array(leak.people).fill(-1);
  const ownerOf = new Int32Array(index.count).fill(-1);
  index.forEachIdentifier((our, sort, low, high) => {
    const salted = (high ^ saltOf(sort)) >>> 0;
    const linked = sort === 'nameAndBirth' ? -1 : links.of(low, high);
    const owner = linked >= 0 ? linked : traits.of(low, salted);
    if (owner < 0) return;
    const known = ownerOf[our]!;
    if (known === -1) ownerOf[our] = owner;
    else if (known >= 0 && known !== owner) {
      ownerOf[our] = split;
      if (merges.firstWrong.length < mostWrong) merges.firstWrong.push({ planted: [known, owner], sort });
    }
    if (linked >= 0) ourOf[owner] = ourOf[owner] === -1 || ourOf[owner] === our ? our : split;
    else if (sort === 'nameAndBirth')
      looseOf[owner] = looseOf[owner] === -1 || looseOf[owner] === our ? our : split;
  });

  for (const owner of ownerOf) if (owner === split) merges.wrongMerges++;
  for (let person = 0; person < leak.people; person++) {
    if (ourOf[person] === split) merges.missedMerges++;
    else if (isLinked[person] === 1 && ourOf[person] === -1) merges.notFound++;
    else if (
      looseOf[person] === split ||
      (ourOf[person]! >= 0 && isElsewhere(looseOf[person]!, ourOf[person]!))
    )
      merges.loose++;
  }
  return { ourOf, merges };
}

function isElsewhere(loose: number, linked: number): boolean {
  return loose >= 0 && loose !== linked;
}
