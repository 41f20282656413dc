// The same address is the same person, unless the names say that several share it.
// In: rows about people. Out: joined sets; mailboxes that several share, and whose rows nobody can tell whose they are.

import type { Doubts } from './doubts.ts';
import { groupByHash } from './group-by-hash.ts';
import { scanEmails } from './identifying-columns.ts';
import type { MergedTable } from './merged-table.ts';
import { flagFinder } from './node-flags.ts';
import { haveOtherBirths } from './other-births.ts';
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
  const clusters = new Map<number, number[]>();
  // a first name alone tells nobody apart where people of several families read the mail
  const isShared = isRole || hasManyFamilies(nodes, rows);
  const unnamed: number[] = [];
  let lastNames = 0;
  for (const node of rows) {
    const name = isShared ? Math.imul(first[node]!, 31) ^ lastOf(nodes, node) : first[node]!;
    if (name === 0) {
      // rows without a name, such as accounts, are the same person as one another
      const other = fittingOf(nodes, unnamed, node);
      if (other === undefined) unnamed.push(node);
      else {
        if (isRole && sets.find(other) !== sets.find(node)) doubts.couldBeMore++;
        if (!sets.join(other, node)) doubts.joins.push(other, node);
      }
      continue;
    }
    const namesakes = clusters.get(name) ?? [];
    const known = fittingOf(nodes, namesakes, node);
    if (known === undefined) clusters.set(name, [...namesakes, node]);
    else {
      const [last, knownLast] = [lastOf(nodes, node), lastOf(nodes, known)];
      if (last !== knownLast && last !== 0 && knownLast !== 0) lastNames++;
      if (!sets.join(known, node)) doubts.joins.push(known, node);
    }
  }
  doubts.couldBeMore += lastNames;
  const named = [...clusters.values()].flat();
  if (named.length > 1 && new Set(named.map((node) => sets.find(node))).size > 1) {
    doubts.sharedMailboxes++;
    if (!isRole) for (const node of named.slice(1)) doubts.joins.push(named[0]!, node);
  }
  if (named.length > 1 && unnamed.length > 0) return markFloating(nodes, rows, named, sets, doubts);
  const [owner = unnamed[0]!] = named;
  for (const node of unnamed) {
    if (node === owner) continue;
    const isOther = haveOtherBirths(nodes, owner, node);
    if (isOther || !sets.join(owner, node)) doubts.joins.push(owner, node);
  }
}

/** The first of the rows of one mailbox and name that no date of birth tells from the row. */
function fittingOf(nodes: PersonNodes, others: readonly number[], node: number): number | undefined {
  return others.slice(0, mostNamesakes).find((other) => !haveOtherBirths(nodes, other, node));
}

function lastOf({ last, otherLast }: PersonNodes, node: number): number {
  return last[node]! || otherLast[node]!;
}

/** A father and a son, and room for errors; a mailbox of more people of one name is made up. */
const mostNamesakes = 8;

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
