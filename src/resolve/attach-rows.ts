// Rows that are nobody themselves but hold something of somebody: a log entry, a letter, a postal address.
// In: links whose meaning is "belongs to". Out: the person of each such row; his classes grow by the row's.

import type { DataClass } from '../recognise/index.ts';
import type { ResolvedLink } from './link-meaning.ts';
import { forEachRecord, type MergedTable, recordCount } from './merged-table.ts';
import { addToMask, type PersonNodes, recordMask } from './person-nodes.ts';
import type { KeyIndex } from './table-links.ts';

/** For each table that only attaches something to people, the node of each of its records, or -1. */
export function attachRows(
  links: ResolvedLink[],
  tables: MergedTable[],
  nodes: PersonNodes,
  keyIndexes: (KeyIndex | null)[],
  names: DataClass[],
): Map<number, Int32Array> {
  const attached = new Map<number, Int32Array>();
  for (const link of links) {
    if (link.meaning !== 'belongs to') continue;
    const isOwned = nodes.base[link.to]! >= 0;
    if (isOwned === nodes.base[link.from]! >= 0) continue;
    const { keys, records } = keyIndexes[link.to]!;
    const held = isOwned ? link.from : link.to;
    const table = tables[held]!;
    if (!table.findings.some((found) => found.length > 0)) continue;
    const owners = attached.get(held) ?? new Int32Array(recordCount(table)).fill(-1);
    attached.set(held, owners);
    const masks = masksOf(table, names);
    forEachRecord(tables[link.from]!, (record, words, from, wordOf) => {
      const at = from + wordOf[link.gathered]!;
      if (words[at] === 0 && words[at + 1] === 0) return;
      const key = keys.find(words[at]!, words[at + 1]!);
      if (key < 0) return;
      const target = records[key]!;
      const node = isOwned ? nodes.base[link.to]! + target : nodes.base[link.from]! + record;
      const row = isOwned ? record : target;
      owners[row] = node;
      addToMask(nodes.classes, node, masks.low[row]!, masks.high[row]!);
    });
  }
  return attached;
}

function masksOf(table: MergedTable, names: DataClass[]): { low: Uint32Array; high: Uint32Array } {
  const size = recordCount(table);
  const masks = { low: new Uint32Array(size), high: new Uint32Array(size) };
  const maskOf = recordMask(table, names);
  forEachRecord(table, (record, words, from, wordOf) => {
    [masks.low[record], masks.high[record]] = maskOf(words, from, wordOf);
  });
  return masks;
}
