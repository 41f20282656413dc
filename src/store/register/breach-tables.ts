// Which tables hold rows of a breach, and how these are taken away a step at a time. In: nothing. Out: a list; whoever
// adds a table with a column `breach` adds it here, and a test holds the schema to it.

import type { RegisterTables } from './register-tables.ts';

export interface BreachTable {
  table: keyof RegisterTables;
  /**
   * Where a keyed hash leads the primary key, its column: rows are taken away by stretches of it. Null where the breach
   * leads the key, or an index.
   */
  keyColumn: string | null;
}

export const breachTables: readonly BreachTable[] = [
  { table: 'exposure', keyColumn: 'person_key' },
  { table: 'sha1_entry', keyColumn: 'sha1' },
  { table: 'domain_block', keyColumn: 'domain_key' },
  { table: 'exposure_set', keyColumn: null },
  { table: 'reference_code', keyColumn: null },
  { table: 'stealer_log', keyColumn: 'email_key' },
  { table: 'private_block', keyColumn: null },
  { table: 'private_part', keyColumn: null },
  { table: 'private_index', keyColumn: null },
  { table: 'telling', keyColumn: null },
  { table: 'loading', keyColumn: null },
];
