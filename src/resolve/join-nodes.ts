// Which rows are one person: those that are the same row twice, that share a key, a number that a state gives to one
// person, an address or, having nothing else, a telephone number. In: nodes and links. Out: joined sets, and the
// doubts that widen the bounds of the count.

import type { ValidatorId } from '../recognise/index.ts';
import { groupByHash } from './group-by-hash.ts';
import { emailColumns, personIdentifiers, scanIdentifiers } from './identifying-columns.ts';
import { joinByAddress } from './join-by-address.ts';
import type { Doubts } from './doubts.ts';
import { joinEqualRows } from './join-equal-rows.ts';
import type { KeyIndex } from './key-index.ts';
import type { ResolvedLink } from './link-meaning.ts';
import { gatheredKey, type MergedTable } from './merged-table.ts';
import { forEachPair } from './node-pairs.ts';
import { differ, differByLast, isNamed, type PersonNodes } from './person-nodes.ts';
import type { PersonSets } from './person-sets.ts';
import { marksOf, hasMark } from './table-records.ts';

export function joinNodes(
  links: ResolvedLink[],
  tables: MergedTable[],
  nodes: PersonNodes,
  keyIndexes: (KeyIndex | null)[],
  sets: PersonSets,
  doubts: Doubts,
): void {
  const same = links.filter((link) => link.meaning === 'same person');
  const [main, ...others] = personIdentifiers(tables, nodes.base);
  const hasOtherWays =
    same.length > 0 ||
    others.length > 0 ||
    tables.some((table, i) => nodes.base[i]! >= 0 && emailColumns(table).length > 0);
  if (main !== undefined && hasOtherWays) sets.separate(tables, nodes.base, main);
  joinEqualRows(tables, nodes, sets, doubts);
  for (const validator of main === undefined ? [] : [main, ...others])
    joinByIdentifier(tables, nodes, validator, sets, doubts);
  for (const link of same) joinByKey(link, tables, nodes, keyIndexes, sets, doubts);
  joinSameKeys(tables, nodes, keyIndexes, sets, doubts);
  joinByAddress(tables, nodes, sets, doubts);
  joinByPhone(tables, nodes, sets);
}

function joinByKey(
  link: ResolvedLink,
  tables: MergedTable[],
  nodes: PersonNodes,
  keyIndexes: (KeyIndex | null)[],
  sets: PersonSets,
  doubts: Doubts,
): void {
  forEachPair(link, tables, nodes, keyIndexes, (node, target) => {
    const conflict = differ(nodes.first, node, target) && !haveLastInCommon(nodes, node, target);
    if (conflict || !sets.join(node, target)) doubts.joins.push(node, target);
  });
}

function haveLastInCommon(nodes: PersonNodes, a: number, b: number): boolean {
  const { last, otherLast } = nodes;
  return (
    !differByLast(nodes, a, b) &&
    (last[a] !== 0 || otherLast[a] !== 0) === (last[b] !== 0 || otherLast[b] !== 0)
  );
}

/** Rows of one table with the same primary key are one row, written twice. */
function joinSameKeys(
  tables: MergedTable[],
  nodes: PersonNodes,
  keyIndexes: (KeyIndex | null)[],
  sets: PersonSets,
  doubts: Doubts,
): void {
  tables.forEach((table, i) => {
    const keys = keyIndexes[i];
    const base = nodes.base[i]!;
    if (!keys || base < 0 || table.records.count === keys.size) return;
    const { low, high } = table.records.columns[gatheredKey(table, table.keys.primary)]!;
    for (let record = 0; record < low.length; record++) {
      const first = keys.find(low[record]!, high![record]!);
      if (first < 0 || first === record) continue;
      if (!sets.join(base + record, base + first)) doubts.joins.push(base + record, base + first);
    }
  });
}

/** Different holders of one number that are told apart; in the rows of more than so many all others are in doubt. */
const maxHolders = 8;

/** Such a number is one person's for life; where two of three things differ, one of two rows has a wrong number. */
function joinByIdentifier(
  tables: MergedTable[],
  nodes: PersonNodes,
  validator: ValidatorId,
  sets: PersonSets,
  doubts: Doubts,
): void {
  const holders: number[] = [];
  groupByHash(scanIdentifiers(tables, nodes.base, validator), (items, from, to) => {
    holders.length = 0;
    for (let i = from; i < to; i++) {
      const node = items[i]!;
      if (!isNamed(nodes, node)) continue;
      const holder = holders.find((other) => !areOthers(nodes, other, node));
      if (holder !== undefined && sets.join(holder, node)) continue;
      if (holders.length > 0) doubts.joins.push(holders[0]!, node);
      if (holders.length < maxHolders) holders.push(node);
    }
    joinUnnamed(nodes, items, from, to, holders, sets, doubts);
  });
}

/** Two of first name, last name and date of birth are known of both and differ. */
function areOthers(nodes: PersonNodes, a: number, b: number): boolean {
  let differing = 0;
  if (differ(nodes.first, a, b)) differing++;
  if (differByLast(nodes, a, b)) differing++;
  if (differ(nodes.birth, a, b)) differing++;
  return differing > 1;
}

/** Rows without a name are the holder's; where there are several holders nobody can say whose. */
function joinUnnamed(
  nodes: PersonNodes,
  items: Int32Array,
  from: number,
  to: number,
  holders: number[],
  sets: PersonSets,
  doubts: Doubts,
): void {
  let [holder] = holders;
  let some = false;
  for (let i = from; i < to; i++) {
    const node = items[i]!;
    if (isNamed(nodes, node)) continue;
    if (holders.length > 1) {
      doubts.floating[node] = 1;
      some = true;
    } else if (holder === undefined) holder = node;
    else if (!sets.join(holder, node)) doubts.joins.push(holder, node);
  }
  if (some) doubts.couldBeMore++;
}

/** Rows that have nothing but a telephone number are told apart by it. */
function joinByPhone(tables: MergedTable[], nodes: PersonNodes, sets: PersonSets): void {
  groupByHash(
    (take) =>
      tables.forEach(({ plan, records }, i) => {
        const base = nodes.base[i]!;
        const phone = plan.gathered.findIndex(({ normal }) => normal === 'phone');
        if (base < 0 || phone < 0) return;
        const others = marksOf(records, (gathered) => tellsMore.has(plan.gathered[gathered]!.normal));
        const { low, high } = records.columns[phone]!;
        for (let record = 0; record < records.count; record++) {
          if (low[record] === 0 && high![record] === 0) continue;
          if (!hasMark(records, record, others)) take(low[record]!, high![record]!, base + record);
        }
      }),
    (items, from, to) => {
      for (let i = from + 1; i < to; i++) sets.join(items[from]!, items[i]!);
    },
  );
}

const tellsMore = new Set<string>(['email', 'identifier', 'first name', 'last name', 'full name']);
