// The same address is the same person, unless the names say that several share it.
// In: rows about people. Out: joined sets; mailboxes that several share, and whose rows nobody can tell whose they are.

import type { Doubts } from './doubts.ts';
import { groupByHash } from './group-by-hash.ts';
import { scanEmails } from './identifying-columns.ts';
import type { MergedTable } from './merged-table.ts';
import { flagFinder } from './node-flags.ts';
import { isNamed, type PersonNodes } from './person-nodes.ts';
import type { PersonSets } from './person-sets.ts';

export function joinByAddress(
  tables: MergedTable[],
  nodes: PersonNodes,
  sets: PersonSets,
  doubts: Doubts,
): void {
  const hasFlag = flagFinder(tables, nodes.base);
  const isRoles = (node: number) => hasFlag(node, 'roleMailbox');
  groupByHash(scanEmails(tables, nodes.base), (items, from, to) => {
    let end = from;
    for (let i = from; i < to; i++) if (doubts.doubles[items[i]!] === 0) items[end++] = items[i]!;
    if (end - from < 2) return;
    const rows = items.subarray(from, end);
    joinMailbox(rows, rows.some(isRoles), nodes, sets, doubts);
  });
}

function joinMailbox(
  rows: Int32Array,
  isRole: boolean,
  nodes: PersonNodes,
  sets: PersonSets,
  doubts: Doubts,
): void {
  const { first } = nodes;
  const clusters = new Map<number, number>();
  // a first name alone tells nobody apart where people of several families read the mail
  const isShared = isRole || hasManyFamilies(nodes, rows);
  let unnamed = -1;
  let lastNames = 0;
  for (const node of rows) {
    const name = isShared ? Math.imul(first[node]!, 31) ^ lastOf(nodes, node) : first[node]!;
    if (name === 0) {
      // rows without a name, such as accounts, are the same person as one another
      if (unnamed >= 0) {
        if (isRole && sets.find(unnamed) !== sets.find(node)) doubts.couldBeMore++;
        if (!sets.join(unnamed, node)) doubts.joins.push(unnamed, node);
      }
      unnamed = node;
      continue;
    }
    const known = clusters.get(name);
    if (known === undefined) clusters.set(name, node);
    else {
      const [last, knownLast] = [lastOf(nodes, node), lastOf(nodes, known)];
      if (last !== knownLast && last !== 0 && knownLast !== 0) lastNames++;
      if (!sets.join(known, node)) doubts.joins.push(known, node);
    }
  }
  doubts.couldBeMore += lastNames;
  const named = [...clusters.values()];
  if (named.length > 1 && new Set(named.map((node) => sets.find(node))).size > 1) {
    doubts.sharedMailboxes++;
    if (!isRole) for (const node of named.slice(1)) doubts.joins.push(named[0]!, node);
  }
  if (unnamed < 0) return;
  if (named.length > 1) markFloating(nodes, rows, named, sets, doubts);
  else if (named.length === 1 && !sets.join(unnamed, named[0]!)) doubts.joins.push(unnamed, named[0]!);
}

function lastOf({ last, otherLast }: PersonNodes, node: number): number {
  return last[node]! || otherLast[node]!;
}

/** Last names at one address from which on it is no family's: a couple has two, and one of them may be misspelt. */
const manyFamilies = 4;

function hasManyFamilies(nodes: PersonNodes, rows: Int32Array): boolean {
  if (rows.length < manyFamilies) return false;
  const names = new Set<number>();
  for (const node of rows) {
    const last = lastOf(nodes, node);
    if (last !== 0) names.add(last);
    if (names.size >= manyFamilies) return true;
  }
  return false;
}

/** Unnamed rows of an address that several people share: theirs, but whose cannot be told. */
function markFloating(
  nodes: PersonNodes,
  rows: Int32Array,
  named: number[],
  sets: PersonSets,
  doubts: Doubts,
): void {
  const roots = new Set(named.map((node) => sets.find(node)));
  let some = false;
  for (const node of rows) {
    if (isNamed(nodes, node) || roots.has(sets.find(node))) continue;
    doubts.floating[node] = 1;
    some = true;
  }
  if (some) doubts.couldBeMore++;
}
