// Which tables of several deliveries are parts of one, and which databases are one: as they would be, had all files been
// read together. In: deliveries. Out: groups of their tables. A file that came in two deliveries, with the same bytes, is
// one table or database, whatever it is called; two files of the same path with different bytes share nothing but
// identifiers. Tables that other deliveries hold as well stand aside.

import { compareNames } from '../settle-tables.ts';
import type { Delivery, DeliveredTable } from './delivery.ts';
import { type DeliveredEvidence, deliveredEvidence } from './evidence-of.ts';
import { standingReadings } from './stand-aside.ts';

export interface PartGroup {
  /** Those that the table is in: tables of one database point to one another by key. More than one where its file lies in several. */
  databases: string[];
  /** Those that count; `at`: index of the delivery; `table`: of its table. */
  parts: { at: number; table: number; head: DeliveredTable }[];
}

interface GroupedPart {
  at: number;
  table: number;
  head: DeliveredTable;
  database: string;
  /** By leaf, what it is known by. */
  files: Map<string, string>;
  /** By what a leaf is known by, what of it was not read. */
  evidence: Map<string, string>;
}

/** In an order that is that of the tables' names. */
export function groupParts(deliveries: readonly Delivery[]): PartGroup[] {
  const byName = new Map<string, GroupedPart[]>();
  const bySource = new Map<string, GroupedPart[]>();
  deliveries.forEach((delivery, at) => {
    const evidence = deliveredEvidence(delivery);
    const tablesOf = tablesByLeaf(delivery.tables);
    delivery.tables.forEach((head, table) => {
      const part = groupedPart({ at, table, head }, evidence);
      const named = () => JSON.stringify([part.database, head.table]);
      if (isOtherFile(byName.get(named()) ?? [], part))
        part.database = JSON.stringify([part.database, delivery.delivery]);
      push(byName, named(), part);
      for (const [leaf, known] of part.files)
        push(bySource, JSON.stringify([known, ...nameIn(tablesOf.get(leaf)!, head)]), part);
    });
  });
  return joined([...byName.values(), ...bySource.values()])
    .map((parts) => ({
      first: parts.map(({ head }) => head.names[0]!).toSorted(compareNames)[0]!,
      databases: [...new Set(parts.map(({ database }) => database))].toSorted(),
      parts: standingReadings(parts).map(({ at, table, head }) => ({ at, table, head })),
    }))
    .toSorted((a, b) => compareNames(a.first, b.first))
    .map(({ databases, parts }) => ({ databases, parts }));
}

function groupedPart(
  place: Pick<GroupedPart, 'at' | 'table' | 'head'>,
  { of, troubleOf }: DeliveredEvidence,
): GroupedPart {
  const { sources, ownLeaf, database } = place.head;
  return {
    ...place,
    database: JSON.stringify([ownLeaf === '' ? '' : of(ownLeaf), database]),
    files: new Map(sources.map((leaf) => [leaf, of(leaf)])),
    evidence: new Map(sources.map((leaf) => [of(leaf), troubleOf(leaf)])),
  };
}

function tablesByLeaf(tables: readonly DeliveredTable[]): Map<string, DeliveredTable[]> {
  const byLeaf = new Map<string, DeliveredTable[]>();
  for (const head of tables) for (const leaf of head.sources) push(byLeaf, leaf, head);
  return byLeaf;
}

/** What tells a table from the others of its file: nothing where it is the only one, as it may be called after the file. */
function nameIn(tables: readonly DeliveredTable[], { table, database }: DeliveredTable): string[] {
  if (tables.length === 1) return [];
  return tables.filter((other) => other.table === table).length === 1 ? [table] : [table, database];
}

function isOtherFile(known: readonly GroupedPart[], { files }: GroupedPart): boolean {
  return known.some((other) =>
    [...files].some(([leaf, evidence]) => (other.files.get(leaf) ?? evidence) !== evidence),
  );
}

function push<V>(into: Map<string, V[]>, key: string, value: V): void {
  const known = into.get(key);
  if (known) known.push(value);
  else into.set(key, [value]);
}

/** Sets that share a part are one; in each, parts are in the order of deliveries. */
function joined(sets: readonly GroupedPart[][]): GroupedPart[][] {
  const above = new Map<GroupedPart, GroupedPart>();
  const top = (part: GroupedPart): GroupedPart => {
    let highest = part;
    for (let next; (next = above.get(highest)) !== undefined;) highest = next;
    if (highest !== part) above.set(part, highest);
    return highest;
  };
  for (const [first, ...others] of sets) {
    for (const other of others) {
      const [a, b] = [top(first!), top(other)];
      if (a !== b) above.set(b, a);
    }
  }
  const parts = [...new Set(sets.flat())].toSorted((a, b) => a.at - b.at || a.table - b.table);
  return [...Map.groupBy(parts, top).values()];
}
