// Which rows with the same number of a person are that person's: those that are alike, or of which a third is like both,
// so that the order in which threads read them decides nothing. In: nodes, and the rows of each number. Out: joined
// sets; rows that are too unlike have a wrong number, and whose it is stays in doubt.

import type { ValidatorId } from '../recognise/index.ts';
import type { Doubts } from './doubts.ts';
import { groupByHash } from './group-by-hash.ts';
import { scanIdentifiers } from './identifying-columns.ts';
import type { MergedTable } from './merged-table.ts';
import { haveOtherBirths } from './other-births.ts';
import { differ, differByLast, type PersonNodes } from './person-nodes.ts';
import type { PersonSets } from './person-sets.ts';

/** Different spellings of one number's holder that are compared; rows of a number that more share are all in doubt. */
const maxSpellings = 32;

/** Bits of what a row says of its person. */
const FIRST = 1;
const LAST = 2;
const BIRTH = 4;

/** Such a number is one person's for life; where two of three things differ, one of two rows has a wrong number. */
export function joinByIdentifier(
  tables: MergedTable[],
  nodes: PersonNodes,
  validator: ValidatorId,
  sets: PersonSets,
  doubts: Doubts,
): void {
  const spellings: number[] = [];
  groupByHash(scanIdentifiers(tables, nodes.base, validator), (items, from, to) => {
    let most = 0;
    for (let i = from; i < to; i++) most |= saidBy(nodes, items[i]!);
    let hasFull = false;
    for (let i = from; i < to; i++) hasFull ||= saidBy(nodes, items[i]!) === most;
    spellings.length = 0;
    for (let i = from; i < to; i++) {
      const node = items[i]!;
      const said = saidBy(nodes, node);
      if (hasFull ? said === most : said !== 0) joinAlike(nodes, node, spellings, sets, doubts);
    }
    const holders = spellings.filter((node, i) =>
      spellings.slice(0, i).every((other) => sets.find(other) !== sets.find(node)),
    );
    for (const other of holders.slice(1)) doubts.joins.push(holders[0]!, other);
    for (let i = from; i < to; i++) {
      const node = items[i]!;
      const said = saidBy(nodes, node);
      if (hasFull ? said !== most : said === 0) joinPartial(nodes, node, holders, sets, doubts);
    }
  });
}

/** Joins a row with every spelling that is like it, and takes it in as a further one if it is another. */
function joinAlike(
  nodes: PersonNodes,
  node: number,
  spellings: number[],
  sets: PersonSets,
  doubts: Doubts,
): void {
  for (const other of spellings) {
    if (differences(nodes, other, node) > 1) continue;
    if (!sets.join(other, node)) doubts.joins.push(other, node);
    else if (isSameSpelling(nodes, other, node)) return;
  }
  if (spellings.length < maxSpellings) spellings.push(node);
  else doubts.joins.push(spellings[0]!, node);
}

/** A row that says less than others of its number is the holder's that it fits; where it fits several, nobody's for sure. */
function joinPartial(
  nodes: PersonNodes,
  node: number,
  holders: number[],
  sets: PersonSets,
  doubts: Doubts,
): void {
  const fitting = holders.filter((holder) => differences(nodes, holder, node) < 2);
  const [holder] = fitting;
  if (fitting.length > 1) {
    doubts.floating[node] = 1;
    doubts.couldBeMore++;
  } else if (holder === undefined) holders.push(node);
  else if (!sets.join(holder, node)) doubts.joins.push(holder, node);
}

function saidBy({ first, last, otherLast, birth }: PersonNodes, node: number): number {
  return (
    (first[node]! !== 0 ? FIRST : 0) |
    (last[node]! !== 0 || otherLast[node]! !== 0 ? LAST : 0) |
    (birth[node]! !== 0 ? BIRTH : 0)
  );
}

/** Of first name, last name and date of birth, how many are known of both and differ. */
function differences(nodes: PersonNodes, a: number, b: number): number {
  let differing = 0;
  if (differ(nodes.first, a, b)) differing++;
  if (differByLast(nodes, a, b)) differing++;
  if (haveOtherBirths(nodes, a, b)) differing++;
  return differing;
}

function isSameSpelling({ first, last, otherLast, birth }: PersonNodes, a: number, b: number): boolean {
  return (
    first[a] === first[b] && last[a] === last[b] && otherLast[a] === otherLast[b] && birth[a] === birth[b]
  );
}
