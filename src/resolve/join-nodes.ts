// Which rows are one person: those that share a key, an address, a NIR or, having nothing else, a telephone number.
// In: nodes and links. Out: joined sets, and the doubts that widen the bounds of the count.

import { forEachRecord, type MergedTable, recordCount } from './merged-table.ts';
import { forEachPair } from './node-pairs.ts';
import type { PersonNodes } from './person-nodes.ts';
import type { KeyIndex, TableLink } from './table-links.ts';
import type { UnionFind } from './union-find.ts';

export interface Doubts {
  /** People that may be more than were counted. */
  couldBeMore: number;
  /** Pairs of nodes that may be one person. */
  joins: [number, number][];
  /** Nodes that are one of several people, nobody can say of whom: not counted by themselves. */
  floating: Uint8Array;
  sharedMailboxes: number;
}

export function joinByKey(
  link: TableLink,
  tables: MergedTable[],
  nodes: PersonNodes,
  keyIndexes: (KeyIndex | null)[],
  sets: UnionFind,
  doubts: Doubts,
): void {
  forEachPair(link, tables, nodes, keyIndexes, (node, target) => {
    const { first, last } = nodes;
    const conflict =
      first[node] !== 0 &&
      first[target] !== 0 &&
      first[node] !== first[target] &&
      last[node] !== last[target];
    if (conflict) doubts.joins.push([node, target]);
    else sets.join(node, target);
  });
}

/** Rows of one table with the same primary key are one row, written twice. */
export function joinSameKeys(
  tables: MergedTable[],
  nodes: PersonNodes,
  keyIndexes: (KeyIndex | null)[],
  sets: UnionFind,
): void {
  tables.forEach((table, i) => {
    const index = keyIndexes[i];
    const base = nodes.base[i]!;
    if (!index || base < 0 || recordCount(table) === index.keys.size) return;
    const gathered = table.plan.gathered.findIndex(
      (entry) => entry.normal === 'key' && entry.column === table.keys.primary,
    );
    forEachRecord(table, (record, words, from, wordOf) => {
      const at = from + wordOf[gathered]!;
      const key = index.keys.find(words[at]!, words[at + 1]!);
      if (key >= 0 && index.records[key] !== record) sets.join(base + record, base + index.records[key]!);
    });
  });
}

/** Nodes by address, as linked lists: the first node of each address and the next one of each node. */
function chainByEmail(nodes: PersonNodes): { head: Int32Array; next: Int32Array } {
  const head = new Int32Array(nodes.emails.size).fill(-1);
  const next = new Int32Array(nodes.count).fill(-1);
  for (let node = nodes.count - 1; node >= 0; node--) {
    const email = nodes.email[node]!;
    if (email < 0) continue;
    next[node] = head[email]!;
    head[email] = node;
  }
  return { head, next };
}

/** The same address is the same person, unless the names say that several share it. */
export function joinByAddress(nodes: PersonNodes, sets: UnionFind, doubts: Doubts): void {
  const { head, next } = chainByEmail(nodes);
  for (let email = 0; email < head.length; email++) {
    const start = head[email]!;
    if (next[start]! < 0) continue;
    const clusters = new Map<number, number>();
    const isRole = nodes.isRole[email] === 1;
    // a first name alone tells nobody apart where people of several families read the mail
    const isShared = isRole || hasManyFamilies(nodes, next, start);
    let unnamed = -1;
    let lastNames = 0;
    for (let node = start; node >= 0; node = next[node]!) {
      const name = isShared ? Math.imul(nodes.first[node]!, 31) ^ nodes.last[node]! : nodes.first[node]!;
      if (name === 0) {
        // rows without a name, such as accounts, are the same person as one another
        if (unnamed >= 0) {
          if (isRole && sets.find(unnamed) !== sets.find(node)) doubts.couldBeMore++;
          sets.join(unnamed, node);
        }
        unnamed = node;
        continue;
      }
      const known = clusters.get(name);
      if (known === undefined) clusters.set(name, node);
      else {
        if (nodes.last[known] !== nodes.last[node] && nodes.last[known] !== 0 && nodes.last[node] !== 0)
          lastNames++;
        sets.join(known, node);
      }
    }
    doubts.couldBeMore += lastNames;
    const named = [...clusters.values()];
    if (named.length > 1 && new Set(named.map((node) => sets.find(node))).size > 1) {
      doubts.sharedMailboxes++;
      if (!isRole) for (const node of named.slice(1)) doubts.joins.push([named[0]!, node]);
    }
    if (unnamed < 0) continue;
    if (named.length === 1) sets.join(unnamed, named[0]!);
    else if (named.length > 1) markFloating(nodes, next, start, named, sets, doubts);
  }
}

/** Last names at one address from which on it is no family's: a couple has two, and one of them may be misspelt. */
const manyFamilies = 4;

function hasManyFamilies(nodes: PersonNodes, next: Int32Array, start: number): boolean {
  const names = new Set<number>();
  for (let node = start; node >= 0 && names.size < manyFamilies; node = next[node]!)
    if (nodes.last[node] !== 0) names.add(nodes.last[node]!);
  return names.size >= manyFamilies;
}

/** A NIR is one person's for life; where the names of two rows differ altogether, one of them has a wrong number. */
export function joinByNir(nodes: PersonNodes, sets: UnionFind, doubts: Doubts): void {
  const first = new Int32Array(nodes.nirs.size).fill(-1);
  for (let node = 0; node < nodes.count; node++) {
    const nir = nodes.nir[node]!;
    if (nir < 0) continue;
    const known = first[nir]!;
    if (known < 0) first[nir] = node;
    else if (differ(nodes.first, known, node) && differ(nodes.last, known, node))
      doubts.joins.push([known, node]);
    else sets.join(known, node);
  }
}

/** Both rows say something, and not the same. */
function differ(fingerprints: Uint32Array, a: number, b: number): boolean {
  return fingerprints[a] !== 0 && fingerprints[b] !== 0 && fingerprints[a] !== fingerprints[b];
}

/** Unnamed rows of an address that several people share: theirs, but whose cannot be told. */
function markFloating(
  nodes: PersonNodes,
  next: Int32Array,
  start: number,
  named: number[],
  sets: UnionFind,
  doubts: Doubts,
): void {
  const roots = new Set(named.map((node) => sets.find(node)));
  let some = false;
  for (let node = start; node >= 0; node = next[node]!) {
    if (nodes.first[node] !== 0 || nodes.last[node] !== 0 || roots.has(sets.find(node))) continue;
    doubts.floating[node] = 1;
    some = true;
  }
  if (some) doubts.couldBeMore++;
}

/** Rows that have nothing but a telephone number are told apart by it. */
export function joinByPhone(nodes: PersonNodes, sets: UnionFind): void {
  const known = new Map<number, number>();
  for (let node = 0; node < nodes.count; node++) {
    const phone = nodes.phone[node]!;
    if (phone === 0 || nodes.email[node]! >= 0 || nodes.first[node] !== 0 || nodes.last[node] !== 0) continue;
    const other = known.get(phone);
    if (other === undefined) known.set(phone, node);
    else sets.join(other, node);
  }
}
