// The rows that a key joins, as pairs of nodes.

import { forEachRecord, type MergedTable } from './merged-table.ts';
import type { PersonNodes } from './person-nodes.ts';
import type { KeyIndex, TableLink } from './table-links.ts';

/** Calls `visit` with the node of each row of the pointing table and the node it points to. */
export function forEachPair(
  link: TableLink,
  tables: MergedTable[],
  nodes: PersonNodes,
  keyIndexes: (KeyIndex | null)[],
  visit: (node: number, target: number) => void,
): void {
  const { keys, records } = keyIndexes[link.to]!;
  const base = nodes.base[link.to]!;
  const own = nodes.base[link.from]!;
  forEachRecord(tables[link.from]!, (record, words, from, wordOf) => {
    const at = from + wordOf[link.gathered]!;
    if (words[at] === 0 && words[at + 1] === 0) return;
    const key = keys.find(words[at]!, words[at + 1]!);
    if (key >= 0) visit(own + record, base + records[key]!);
  });
}
