// Which rows are one person: those that are the same row twice, that share a key, a number that a state gives to one
// person, an address or, having nothing else, a telephone number. In: nodes and links. Out: joined sets, and the
// doubts that widen the bounds of the count.

import { validatorIds } from '../recognise/index.ts';
import { groupByHash } from './group-by-hash.ts';
import { emailColumns, personIdentifiers } from './identifying-columns.ts';
import { joinByAddress } from './join-by-address.ts';
import { joinByIdentifier } from './join-by-identifier.ts';
import type { Doubts } from './doubts.ts';
import { joinEqualRows } from './join-equal-rows.ts';
import type { KeyIndex } from './key-index.ts';
import type { ResolvedLink } from './link-meaning.ts';
import { gatheredKey, type MergedTable } from './merged-table.ts';
import { forEachPair } from './node-pairs.ts';
import { haveOtherBirths } from './other-births.ts';
import { differ, differByLast, type PersonNodes } from './person-nodes.ts';
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
  joinByPhone(tables, nodes, sets, doubts);
}

/** Share of rows that point to a row of their own, from which on a key says "the same" and not "belongs to". */
const oneToOne = 0.95;

function joinByKey(
  link: ResolvedLink,
  tables: MergedTable[],
  nodes: PersonNodes,
  keyIndexes: (KeyIndex | null)[],
  sets: PersonSets,
  doubts: Doubts,
): void {
  // several rows that point to one are a family's as likely as one person's: a last name in common is then not enough
  const isOneToOne = link.distinct >= oneToOne * link.filled;
  forEachPair(link, tables, nodes, keyIndexes, (node, target) => {
    const isOtherName =
      differ(nodes.first, node, target) && !(isOneToOne && haveLastInCommon(nodes, node, target));
    const conflict = isOtherName || haveOtherBirths(nodes, node, target);
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

/** Rows that have nothing but a telephone number are told apart by it, and by dates of birth. */
function joinByPhone(tables: MergedTable[], nodes: PersonNodes, sets: PersonSets, doubts: Doubts): void {
  groupByHash(
    (take) =>
      tables.forEach(({ plan, records }, i) => {
        const base = nodes.base[i]!;
        const phone = plan.gathered.findIndex(({ normal }) => normal === 'phone');
        if (base < 0 || phone < 0) return;
        const others = marksOf(records, (gathered) => {
          const { normal, validator } = plan.gathered[gathered]!;
          return tellsMore.has(normal) || validator === validatorIds.username;
        });
        const { low, high } = records.columns[phone]!;
        for (let record = 0; record < records.count; record++) {
          if (low[record] === 0 && high![record] === 0) continue;
          if (!hasMark(records, record, others)) take(low[record]!, high![record]!, base + record);
        }
      }),
    (items, from, to) => {
      for (let i = from + 1; i < to; i++) {
        // a number that thousands give is nobody's: only the first few are compared
        const last = Math.min(i, from + maxHolders);
        let earlier = from;
        while (earlier < last && haveOtherBirths(nodes, items[earlier]!, items[i]!)) earlier++;
        if (earlier < last) sets.join(items[earlier]!, items[i]!);
        if (earlier > from) doubts.joins.push(items[from]!, items[i]!);
      }
    },
  );
}

/** People of one telephone number that dates of birth tell apart. */
const maxHolders = 8;

const tellsMore = new Set<string>(['email', 'identifier', 'first name', 'last name', 'full name']);
