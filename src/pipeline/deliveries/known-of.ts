// What the deliveries of a case tell of tables, for the next one to be read by. In: heads. Out: schemas, and what the
// columns of tables hold that may have parts in several files.

import type { DeliveryHead } from './delivery.ts';
import { joinHeads } from './join-heads.ts';
import { type KnownColumns, type KnownTables } from './known-tables.ts';

export function knownOf(heads: readonly DeliveryHead[]): KnownTables {
  const shared = Map.groupBy(
    heads.flatMap(({ tables }) => tables.filter(({ ownLeaf }) => ownLeaf === '')),
    ({ database, table }) => JSON.stringify([database, table]),
  );
  return {
    schemas: heads.flatMap(({ schemas }) => schemas),
    tableOf(folder, table): KnownColumns | null {
      const parts = shared.get(JSON.stringify([folder, table]));
      return parts === undefined ? null : joinHeads(parts);
    },
  };
}
