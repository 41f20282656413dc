// By which identifiers the people of a plan are known, as hashes of the vault: a later plan, which numbers people anew,
// finds them again by these. In: an open ledger, hashes in ascending order. Out: rows; the writer makes the transaction.

import { BulkInsert, storedHash } from '../index.ts';
import type { Notices } from './open-notices.ts';

export interface KnownByWriter {
  /** `hash`: 64 bits, signed, as the vault has it. */
  add(sort: string, hash: bigint, recipient: number): void;
  end(): void;
}

export function writeKnownBy(db: Notices['db']): KnownByWriter {
  const rows = new BulkInsert(db, 'known_by', 3);
  return {
    add: (sort, hash, recipient) => rows.add(sort, hash, recipient),
    end: () => rows.end(),
  };
}

/** Recipients of all plans who are known by a hash. */
export function recipientsKnownBy(db: Notices['db'], sort: string, high: number, low: number): number[] {
  return db
    .prepare('SELECT recipient FROM known_by WHERE sort = ? AND hash = ? ORDER BY recipient')
    .pluck()
    .all(sort, storedHash(high, low)) as number[];
}
