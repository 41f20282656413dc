// The number of the person that each record is about: people found in the order of their first rows.
// In: the nodes and what was joined. Out: a number a record, or -1 for rows that are nobody's, and flags a person.

import type { MergedTable } from './merged-table.ts';
import { personFlags } from './person-flags.ts';
import type { PersonNodes } from './person-nodes.ts';
import { personSort, personTrait } from './person-sort.ts';
import type { UnionFind } from './union-find.ts';

export interface ResolvedNodes {
  tables: MergedTable[];
  nodes: PersonNodes;
  sets: UnionFind;
  /** By root, of `personSort`, and bits of `personTrait`. */
  sorts: Uint8Array;
  traits: Uint8Array;
  /** Nodes that are one of several people, nobody can say of whom. */
  floating: Uint8Array;
  /** For each table that only attaches something to people, the node of each of its records, or -1. */
  attached: Map<number, Int32Array>;
}

export class PersonNumbers {
  #resolved: ResolvedNodes;
  #numberOf: Int32Array;
  readonly count: number;
  readonly flags: Uint8Array;

  constructor(resolved: ResolvedNodes) {
    const { nodes, sets, sorts, traits, floating } = resolved;
    this.#resolved = resolved;
    this.#numberOf = new Int32Array(nodes.count).fill(-1);
    const flags = new Uint8Array(nodes.count);
    let count = 0;
    for (let node = 0; node < nodes.count; node++) {
      const root = sets.find(node);
      if (this.#numberOf[root]! < 0) {
        if (sorts[root] === personSort.nobody && floating[node] === 0) continue;
        flags[count] = flagsOf(sorts[root]!, traits[root]!);
        this.#numberOf[root] = count++;
      }
      this.#numberOf[node] = this.#numberOf[root]!;
    }
    this.count = count;
    this.flags = flags.slice(0, count);
  }

  /** The person of a record of the table, or -1. */
  ofRecord(table: number, record: number): number {
    const { nodes, attached } = this.#resolved;
    const base = nodes.base[table]!;
    const node = base >= 0 ? base + record : (attached.get(table)?.[record] ?? -1);
    return node < 0 ? -1 : this.#numberOf[node]!;
  }
}

function flagsOf(sort: number, traits: number): number {
  const flags =
    (traits & personTrait.minor ? personFlags.minor : 0) |
    (traits & personTrait.deceased ? personFlags.deceased : 0);
  if (sort === personSort.test) return flags | personFlags.test;
  if (sort === personSort.office) return flags | personFlags.office;
  if (sort === personSort.organisation) return flags | personFlags.organisation;
  return sort === personSort.nobody ? flags | personFlags.unattributed : flags;
}
