// The table and the record that a node stands for, and the flags of its record.

import type { MergedTable } from './merged-table.ts';
import { recordFlags } from './table-plan.ts';

export type FlagFinder = (node: number, flag: keyof typeof recordFlags) => boolean;

/** `base`: the first node of each table, -1 for those that have none. */
export function flagFinder(tables: MergedTable[], base: Int32Array): FlagFinder {
  const held = tables.flatMap((table, i) =>
    base[i]! >= 0 && table.records.count > 0 ? [{ base: base[i]!, marks: table.records.marks }] : [],
  );
  return (node, flag) => {
    let low = 0;
    let high = held.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (held[middle]!.base <= node) low = middle;
      else high = middle - 1;
    }
    const { base: first, marks } = held[low]!;
    return (marks[node - first]! & recordFlags[flag]) !== 0;
  };
}
