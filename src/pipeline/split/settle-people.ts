// Whose each person is, and which of his rows go to whom. In: claims on rows, and people whom controllers' own lists
// name. Out: by person the controllers; for each row the ones that get it. A row that no rule speaks of goes with its
// person where he is one controller's only and nothing speaks against it; else it is nobody's.

import type { ResolvedCase } from '../deliveries/resolved-case.ts';
import type { ClaimedRows } from './claim-rows.ts';
import { type Claims, claimFlags, noClaim } from './claims.ts';

/** By person a claim of the lists: those who name him; `other` where one of them does not share. Null: there are none. */
export type ListedPeople = Uint32Array | null;

export interface SettledPeople {
  /** Controllers of a person, ascending. */
  controllersOf: (person: number) => readonly number[];
  /** Whether rows that say what this record says go to the controller. */
  isHeldBy(table: number, record: number, controller: number): boolean;
  /** For each row of a person: who gets it, and the pattern of what it held, as the vault numbers them. */
  forEachHeld: (visit: (person: number, controller: number, pattern: number) => void) => void;
}

export function settlePeople(
  { parts, index }: ResolvedCase,
  claimed: ClaimedRows,
  listed: ListedPeople,
  claims: Claims,
  /** By part, what makes a pattern of the index one of the vault. */
  firstPatternOf: readonly number[],
): SettledPeople {
  const byRows = new Uint32Array(index.count);
  for (const { table, first, count } of parts) {
    for (let record = first; record < first + count; record++) {
      const person = index.personOf(table, record);
      if (person >= 0) byRows[person] = claims.join(byRows[person]!, claimed.of(table, record));
    }
  }
  const settled = new Map<number, Settled>();
  const settledOf = (person: number): Settled => {
    const ofLists = listed === null ? noClaim : listed[person]!;
    const key = byRows[person]! * 2 ** 26 + ofLists;
    let known = settled.get(key);
    if (!known) settled.set(key, (known = settle(claims, byRows[person]!, ofLists)));
    return known;
  };
  return {
    controllersOf: (person) => settledOf(person).controllers,
    isHeldBy(table, record, controller) {
      const person = index.personOf(table, record);
      if (person < 0) return false;
      const { controllers, flags } = claims.at(claimed.of(table, record));
      if (controllers.includes(controller)) return true;
      return (flags & claimFlags.open) !== 0 && settledOf(person).following.includes(controller);
    },
    forEachHeld(visit) {
      for (const { part, table, first, count } of parts) {
        let person = -1;
        let controller = -1;
        const emit = (pattern: number) => visit(person, controller, firstPatternOf[part]! + pattern);
        for (let record = first; record < first + count; record++) {
          person = index.personOf(table, record);
          if (person < 0) continue;
          const { controllers, flags } = claims.at(claimed.of(table, record));
          const { following } = settledOf(person);
          for (controller of controllers) index.forEachPatternOf(table, record, emit);
          if ((flags & claimFlags.open) === 0) continue;
          for (controller of following)
            if (!controllers.includes(controller)) index.forEachPatternOf(table, record, emit);
        }
      }
    },
  };
}

interface Settled {
  controllers: readonly number[];
  /** Who gets the rows that no rule speaks of. */
  following: readonly number[];
}

function settle(claims: Claims, byRows: number, byLists: number): Settled {
  const rows = claims.at(byRows);
  const lists = claims.at(byLists);
  const controllers = [...new Set([...rows.controllers, ...lists.controllers])].toSorted((a, b) => a - b);
  // a row of another's, named or not, may be what the others belong to
  const isUnclear = (rows.flags & (claimFlags.other | claimFlags.conflict)) !== 0;
  const isShared = rows.controllers.length === 0 && (lists.flags & claimFlags.other) === 0;
  const follow = !isUnclear && (controllers.length === 1 || isShared);
  return { controllers, following: follow ? controllers : [] };
}
