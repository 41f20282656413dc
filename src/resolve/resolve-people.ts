// People, not rows: who is the same person by exact identifiers and keys, and what each one lost.
// In: merged tables. Out: the number of people with its bounds, and for each class and table how many.
// Merging two people is the worst error (it would tell one what the other lost), so that only a shared
// address, NIR or key makes one person of two rows, and not even these against the names.

import type { DataClass } from '../recognise/index.ts';
import { attachRows } from './attach-rows.ts';
import { countPeople, type ResolvedPeople } from './count-people.ts';
import type { HashIndex } from './hash-index.ts';
import { type Doubts, joinByAddress, joinByKey, joinByNir, joinByPhone, joinSameKeys } from './join-nodes.ts';
import { chooseOwners, meaningOf, type ResolvedLink } from './link-meaning.ts';
import type { MergedTable } from './merged-table.ts';
import { classNames, layPersonNodes } from './person-nodes.ts';
import { findLinks, findUngatheredLinks, indexKeys } from './table-links.ts';
import { UnionFind } from './union-find.ts';

export function resolvePeople(tables: MergedTable[], textEmails: HashIndex): ResolvedPeople {
  const names = classNames(tables);
  const keyIndexes = tables.map(indexKeys);
  const links: ResolvedLink[] = findLinks(tables, keyIndexes).map((link) => ({
    ...link,
    meaning: 'relation',
  }));
  const isAboutPeople = tables.map((table, i) =>
    namesPeople(
      table,
      links.some((link) => link.from === i),
    ),
  );
  const nodes = layPersonNodes(tables, isAboutPeople, names);
  const sets = new UnionFind(nodes.count);
  const doubts: Doubts = {
    couldBeMore: 0,
    joins: [],
    floating: new Uint8Array(nodes.count),
    sharedMailboxes: 0,
  };

  for (const link of links) link.meaning = meaningOf(link, tables, nodes, keyIndexes);
  chooseOwners(links, tables, isAboutPeople);
  for (const link of links)
    if (link.meaning === 'same person') joinByKey(link, tables, nodes, keyIndexes, sets, doubts);
  joinSameKeys(tables, nodes, keyIndexes, sets);
  joinByAddress(nodes, sets, doubts);
  joinByNir(nodes, sets, doubts);
  joinByPhone(nodes, sets);

  const ungathered = findUngatheredLinks(tables, isAboutPeople).map((link): ResolvedLink => ({
    ...link,
    meaning: 'belongs to',
  }));
  const attached = attachRows(links, tables, nodes, keyIndexes, names);
  return countPeople(
    tables,
    nodes,
    sets,
    doubts,
    attached,
    [...links, ...ungathered],
    textEmails,
    isAboutPeople,
  );
}

/** Whether a table's rows are people: they have addresses, names or accounts of their own. */
function namesPeople(table: MergedTable, pointsElsewhere: boolean): boolean {
  const found = table.findings.map((findings) => findings[0]);
  const has = (dataClass: DataClass) => found.some((finding) => finding?.class === dataClass);
  if (has('Email addresses') || has('Usernames') || has('Social security numbers')) return true;
  if (
    found.some(
      (finding) =>
        finding?.class === 'Names' &&
        (finding.standing === 'own' || has('Phone numbers') || has('Dates of birth')),
    )
  )
    return true;
  return !pointsElsewhere && (has('Phone numbers') || has('Dates of birth')) && has('Names');
}
