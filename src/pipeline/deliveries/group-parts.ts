// Which tables of several deliveries are parts of one, and which databases are one: as they would be, had all files been
// read together. In: deliveries. Out: groups of their tables. A file that came in two deliveries, with the same bytes, is
// one database; two files of the same path with different bytes share nothing but identifiers.

import { isWithin } from '../inside.ts';
import type { Delivery, DeliveredTable } from './delivery.ts';

export interface PartGroup {
  /** The same for tables that point to one another by key. */
  database: string;
  /** `at`: index of the delivery; `table`: of its table. */
  parts: { at: number; table: number; head: DeliveredTable }[];
}

export function groupParts(deliveries: readonly Delivery[]): PartGroup[] {
  const groups = new Map<string, PartGroup & { files: Map<string, string> }>();
  deliveries.forEach((delivery, at) => {
    delivery.tables.forEach((head, table) => {
      const files = new Map(head.sources.map((leaf) => [leaf, evidenceOf(leaf, delivery)]));
      let database = databaseOf(head, delivery);
      let key = JSON.stringify([database, head.table]);
      if (isOtherFile(groups.get(key)?.files, files)) {
        database = JSON.stringify([database, delivery.delivery]);
        key = JSON.stringify([database, head.table]);
      }
      const group = groups.get(key) ?? { database, parts: [], files: new Map<string, string>() };
      group.parts.push({ at, table, head });
      for (const [leaf, evidence] of files) group.files.set(leaf, evidence);
      groups.set(key, group);
    });
  });
  return [...groups.values()].map(({ database, parts }) => ({ database, parts }));
}

function databaseOf({ ownLeaf, database }: DeliveredTable, delivery: Delivery): string {
  return JSON.stringify([ownLeaf === '' ? '' : evidenceOf(ownLeaf, delivery), database]);
}

/** The evidence that a leaf lies in, by its bytes, and the way to the leaf inside of it. */
function evidenceOf(leaf: string, { delivery, inputs }: Delivery): string {
  const input = inputs
    .filter(({ path }) => isWithin(leaf, path))
    .reduce<{ path: string; sha256: string } | null>(
      (longest, other) => (longest && longest.path.length >= other.path.length ? longest : other),
      null,
    );
  if (input === null || input.sha256 === '') return `${delivery} ${leaf}`;
  return `${input.sha256} ${leaf.slice(input.path.length)}`;
}

function isOtherFile(
  known: ReadonlyMap<string, string> | undefined,
  files: ReadonlyMap<string, string>,
): boolean {
  if (known === undefined) return false;
  return [...files].some(([leaf, evidence]) => known.has(leaf) && known.get(leaf) !== evidence);
}
