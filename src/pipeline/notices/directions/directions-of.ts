// What is directed for a person of a case. In: the file of directions and the vault, by which its e-mail addresses are
// found. Out: by person what holds for him, all his lines together. Lines that mean nobody of the case are counted.

import { TocsinError } from '../../../base/index.ts';
import { findPeople, type Vault } from '../../../store/index.ts';
import { createIdentifierHasher } from '../../identifier-hasher.ts';
import { shownPerson } from '../../person-number.ts';
import {
  type Direction,
  type DirectionLine,
  type OtherContact,
  readDirectionLines,
} from './direction-lines.ts';

export interface PersonDirections {
  /** He is written to there and nowhere else. */
  onlyAt: OtherContact | null;
  guardian: OtherContact | null;
  representative: OtherContact | null;
  isDeceased: boolean;
  isFormer: boolean;
  /** Channels that are not taken. */
  without: ReadonlySet<'e' | 'l' | 's'>;
  language: string | null;
  notTold: { reason: 'not to be told' | 'told otherwise'; why: string } | null;
}

export interface Directions {
  /** Null where nothing is directed for him. `customer`: the controller's number of him; `email`: where he is reached. */
  of(person: number, customer: string | null, email: string | null): PersonDirections | null;
  lines: number;
  /** Numbers of lines that meant nobody who was asked for so far. */
  unmatched(): number[];
}

/** Throws what reading the lines throws, and TABLE_WRONG where a line may mean several people. */
export function directionsOf(path: string, vault: Pick<Vault, 'db' | 'seed'>): Directions {
  const lines = readDirectionLines(path);
  const byPerson = new Map<number, DirectionLine[]>();
  const byCustomer = new Map<string, DirectionLine[]>();
  const byEmail = new Map<string, DirectionLine[]>();
  const people = peopleByEmail(vault);
  for (const line of lines) {
    const { person, customer, email, direction } = line;
    // people are numbered on paper from 1 on
    if (person !== null) put(byPerson, person - shownPerson(0), line);
    if (customer !== null) put(byCustomer, customer, line);
    if (email === null) continue;
    const meant = people(email);
    // an address that the leak does not hold may stand in a directory
    if (meant.length === 0) put(byEmail, email.toLowerCase(), line);
    // the other keys say who of several is meant; what protects one protects all who share the address
    if (meant.length > 1 && !isSafeForAll(direction)) {
      if (person !== null || customer !== null) continue;
      throw new TocsinError(
        'TABLE_WRONG',
        `line ${line.line} of ${path} may mean several people, who share the e-mail address`,
        { hint: 'say who is meant in the column person or customer' },
      );
    }
    for (const one of meant) put(byPerson, one, line);
  }
  const matched = new Set<DirectionLine>();
  return {
    lines: lines.length,
    of(person, customer, email) {
      const all = [
        ...(byPerson.get(person) ?? []),
        ...(customer === null ? [] : (byCustomer.get(customer) ?? [])),
        ...(email === null ? [] : (byEmail.get(email.toLowerCase()) ?? [])),
      ];
      if (all.length === 0) return null;
      for (const line of all) matched.add(line);
      return together(
        [...new Set(all)].toSorted((a, b) => a.line - b.line).map(({ direction }) => direction),
      );
    },
    unmatched: () => lines.flatMap((line) => (matched.has(line) ? [] : line.line)),
  };
}

function put<Key>(map: Map<Key, DirectionLine[]>, key: Key, line: DirectionLine): void {
  const known = map.get(key);
  if (known) known.push(line);
  else map.set(key, [line]);
}

function isSafeForAll({ what }: Direction): boolean {
  return what === 'no-mail' || what === 'no-letter' || what === 'no-text';
}

const mostSharing = 1000;

function peopleByEmail({ db, seed }: Pick<Vault, 'db' | 'seed'>): (email: string) => number[] {
  const hash = createIdentifierHasher(seed, { few: true });
  return (email) => {
    const words = hash('email', email);
    if (words === null) return [];
    const [low, high] = words;
    return findPeople(db, [{ sort: 'email', low, high }], mostSharing).people.map(({ person }) => person);
  };
}

function together(directions: readonly Direction[]): PersonDirections {
  const without = new Set<'e' | 'l' | 's'>();
  const result: PersonDirections = {
    onlyAt: null,
    guardian: null,
    representative: null,
    isDeceased: false,
    isFormer: false,
    without,
    language: null,
    notTold: null,
  };
  for (const direction of directions)
    switch (direction.what) {
      case 'protected':
        result.onlyAt = direction.contact;
        break;
      case 'guardian':
      case 'representative':
        result[direction.what] = direction.contact;
        break;
      case 'deceased':
        result.isDeceased = true;
        break;
      case 'former':
        result.isFormer = true;
        break;
      case 'no-mail':
        without.add('e');
        break;
      case 'no-letter':
        without.add('l');
        break;
      case 'no-text':
        without.add('s');
        break;
      case 'language':
        result.language = direction.language;
        break;
      default:
        result.notTold = {
          reason: direction.what === 'not-to-be-told' ? 'not to be told' : 'told otherwise',
          why: direction.why,
        };
    }
  return result;
}
