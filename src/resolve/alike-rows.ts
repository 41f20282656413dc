// Rows of different people who agree on full name and on telephone, date of birth or address: they may be one person,
// however few rows there are to learn from. In: joined rows. Out: pairs for the lower bound; nobody is joined.

import { groupByHash, type HashScan } from './group-by-hash.ts';
import { HashIndex } from './hash-index.ts';
import type { LinkageFeatures } from './linkage/features.ts';
import type { Resolving } from './resolving.ts';

/** `groups`: by node the one that stands for its people, -1 for nodes left out. */
export function forEachAlike(
  { nodes }: Resolving,
  { identifier }: LinkageFeatures,
  groups: Int32Array,
  visit: (a: number, b: number) => void,
): void {
  for (const trait of [nodes.phone, nodes.birth, nodes.address]) {
    const scan = scanAlike(nodes, groups, trait);
    groupByHash(identifier === null ? scan : withoutNumberOnce(scan, identifier), (items, from, to) => {
      const first = groups[items[from]!]!;
      for (let i = from + 1; i < to; i++) {
        const other = groups[items[i]!]!;
        if (other !== first) visit(first, other);
      }
    });
  }
}

/** Rows that have a full name and a trait, by both. */
function scanAlike(
  { first, last, count }: Resolving['nodes'],
  groups: Int32Array,
  trait: Uint32Array,
): HashScan {
  return (take) => {
    for (let node = 0; node < count; node++) {
      if (trait[node] === 0 || first[node] === 0 || last[node] === 0 || groups[node]! < 0) continue;
      const name = Math.imul(first[node]!, 0x85ebca6b) ^ last[node]!;
      take(
        (Math.imul(name, 0x9e3779b1) ^ Math.imul(trait[node]!, 0xc2b2ae35)) >>> 0,
        (name ^ trait[node]!) >>> 0,
        node,
      );
    }
  };
}

/** Two people with a number each are two: what agrees with no row that lacks one is passed over. */
function withoutNumberOnce(scan: HashScan, identifier: Uint32Array): HashScan {
  const sought = new HashIndex();
  scan((low, high, node) => {
    if (identifier[node] === 0) sought.add(low, high);
  });
  return (take) =>
    scan((low, high, node) => {
      if (sought.find(low, high) >= 0) take(low, high, node);
    });
}
