// The rows that a key joins, as pairs of nodes.

import type { KeyIndex } from './key-index.ts';
import type { MergedTable } from './merged-table.ts';
import type { PersonNodes } from './person-nodes.ts';
import type { TableLink } from './table-links.ts';

/** Calls `visit` with the node of each row of the pointing table and the node it points to. */
export function forEachPair(
  link: TableLink,
  tables: MergedTable[],
  nodes: PersonNodes,
  keyIndexes: (KeyIndex | null)[],
  visit: (node: number, target: number) => void,
): void {
  const base = nodes.base[link.to]!;
  const own = nodes.base[link.from]!;
  forEachPointing(link, tables, keyIndexes, (record, target) => visit(own + record, base + target));
}

/** Calls `visit` with each row of the pointing table and the row it points to, by their numbers in their tables. */
export function forEachPointing(
  link: TableLink,
  tables: MergedTable[],
  keyIndexes: (KeyIndex | null)[],
  visit: (record: number, target: number) => void,
): void {
  const keys = keyIndexes[link.to]!;
  const { low, high } = tables[link.from]!.records.columns[link.gathered]!;
  for (let record = 0; record < low.length; record++) {
    if (low[record] === 0 && high![record] === 0) continue;
    const target = keys.find(low[record]!, high![record]!);
    if (target >= 0) visit(record, target);
  }
}
