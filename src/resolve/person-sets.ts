// Sets of rows that are one person, of which none holds two different numbers that a state gives to one person only.
// In: pairs of rows found to be one person. Out: sets; a join that would put two such numbers into one is refused.

import type { ValidatorId } from '../recognise/index.ts';
import { groupByHash } from './group-by-hash.ts';
import { scanIdentifiers } from './identifying-columns.ts';
import type { MergedTable } from './merged-table.ts';
import { UnionFind } from './union-find.ts';

export class PersonSets {
  readonly sets: UnionFind;
  /** By root: one more than a row that stands for the number of the set; 0 without one. Null where none has one. */
  #numberOf: Int32Array | null = null;

  constructor(count: number) {
    this.sets = new UnionFind(count);
  }

  /** From now on, no two rows with different numbers of this sort are joined. */
  separate(tables: MergedTable[], base: Int32Array, validator: ValidatorId): void {
    const numberOf = new Int32Array(this.sets.parents.length);
    const scan = scanIdentifiers(tables, base, validator);
    scan((_low, _high, node) => (numberOf[node] = node + 1));
    groupByHash(scan, (items, from, to) => {
      for (let i = from + 1; i < to; i++) numberOf[items[i]!] = items[from]! + 1;
    });
    this.#numberOf = numberOf;
  }

  find(node: number): number {
    return this.sets.find(node);
  }

  /** False where both sets hold a number, and not the same. */
  join(a: number, b: number): boolean {
    const numbers = this.#numberOf;
    if (numbers === null) {
      this.sets.join(a, b);
      return true;
    }
    const rootA = this.sets.find(a);
    const rootB = this.sets.find(b);
    if (rootA === rootB) return true;
    const own = numbers[rootA]!;
    const other = numbers[rootB]!;
    if (own !== 0 && other !== 0 && own !== other) return false;
    this.sets.join(rootA, rootB);
    numbers[Math.min(rootA, rootB)] = own || other;
    return true;
  }
}
