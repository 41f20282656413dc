// All deliveries of a case resolved together: who is in them, and where the rows of each delivered table lie among the
// records that were resolved. Numbers and keyed hashes, no value.

import type { Mentions, MergedTable, PeopleIndex, ResolvedPeople } from '../../resolve/index.ts';
import type { Delivery, DeliveredTable } from './delivery.ts';

/** One table of one delivery. */
export interface CasePart {
  /** Number of this part in the vault, also its index in `ResolvedCase.parts`. */
  part: number;
  delivery: number;
  /** Its own plan, findings, names and columns, as the delivery was gathered. */
  delivered: DeliveredTable;
  /** Index into `ResolvedCase.tables` of the table that it is, or is a part of. */
  table: number;
  /** Its records there: `first` to `first + count`. */
  first: number;
  count: number;
  /** For each of its columns the column of that table. */
  columnOf: Int32Array;
  /** For each entry of its own plan's `gathered` the entry of that table's plan, or -1. */
  gatheredOf: Int32Array;
  /** Identifiers in its texts, by its own columns. */
  mentions: Mentions[];
}

export interface ResolvedCase {
  /** What the hashes of all deliveries are keyed by. */
  seed: readonly [number, number];
  /** In ascending order. */
  deliveries: Delivery[];
  /** Without tables that stand aside, as another delivery holds the same files. */
  parts: CasePart[];
  /** By delivery, addresses outside of rows (none where its texts stand aside), low and high words in turn. */
  textEmails: Uint32Array[];
  /** Tables as they were resolved: parts of one table in several deliveries are one. */
  tables: MergedTable[];
  people: ResolvedPeople;
  /** `personOf(table, record)` and `forEachPatternOf(table, record, visit)` go by `tables`; people are numbered as in the vault. */
  index: PeopleIndex;
  /** Parts of which a table asks more than was gathered of them: they were read before others told what they hold. */
  lacking: CasePart[];
}
