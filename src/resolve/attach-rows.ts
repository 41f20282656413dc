// Rows that are nobody themselves but hold something of somebody: a log entry, a letter, a postal address.
// In: links whose meaning is "belongs to". Out: the person of each such row; his classes grow by the row's.

import { rowMasks } from './class-masks.ts';
import type { KeyIndex } from './key-index.ts';
import type { ResolvedLink } from './link-meaning.ts';
import type { MergedTable } from './merged-table.ts';
import { forEachPointing } from './node-pairs.ts';
import type { PersonNodes } from './person-nodes.ts';

/** For each table that only attaches something to people, the node of each of its records, or -1. */
export function attachRows(
  links: ResolvedLink[],
  tables: MergedTable[],
  nodes: PersonNodes,
  keyIndexes: (KeyIndex | null)[],
): Map<number, Int32Array> {
  const attached = new Map<number, Int32Array>();
  for (const link of links) {
    if (link.meaning !== 'belongs to') continue;
    const isOwned = nodes.base[link.to]! >= 0;
    if (isOwned === nodes.base[link.from]! >= 0) continue;
    const held = isOwned ? link.from : link.to;
    const table = tables[held]!;
    if (!table.findings.some((found) => found.length > 0)) continue;
    const owners = attached.get(held) ?? new Int32Array(table.records.count).fill(-1);
    attached.set(held, owners);
    const addMask = rowMasks(table, nodes.classes);
    forEachPointing(link, tables, keyIndexes, (record, target) => {
      const node = isOwned ? nodes.base[link.to]! + target : nodes.base[link.from]! + record;
      const row = isOwned ? record : target;
      owners[row] = node;
      addMask(row, node);
    });
  }
  return attached;
}
