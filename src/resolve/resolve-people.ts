// People, not rows: who is the same person by exact identifiers and keys, and what each one lost.
// In: merged tables. Out: the number of people with its bounds, and for each class and table how many.
// Merging two people is the worst error (it would tell one what the other lost), so that only a shared
// address, number or key makes one person of two rows, and not even these against the names.

import { type DataClass, identifierOf } from '../recognise/index.ts';
import { attachRows } from './attach-rows.ts';
import { classNames } from './class-masks.ts';
import { countPeople, type ResolvedPeople } from './count-people.ts';
import { noDoubts } from './doubts.ts';
import type { HashIndex } from './hash-index.ts';
import { joinNodes } from './join-nodes.ts';
import { chooseOwners, meaningOf, type ResolvedLink } from './link-meaning.ts';
import { layTable, type MergedTable } from './merged-table.ts';
import { isNestedColumn } from './nested-column.ts';
import { layPersonNodes } from './person-nodes.ts';
import { PersonSets } from './person-sets.ts';
import { findLinks, findUngatheredLinks, indexKeys } from './table-links.ts';

export interface ResolveOptions {
  /** As yyyymmdd: who was born less than 18 years before is a minor. */
  today: number;
  /** Without, the lower bound is the count itself: it takes as long as all the rest. */
  bounds?: boolean;
}

const yearsOfMinors = 18_00_00;

/** Takes the records that the threads gathered: they are the tables' afterwards. */
export function resolvePeople(
  tables: MergedTable[],
  textEmails: HashIndex,
  options: ResolveOptions,
): ResolvedPeople {
  for (const table of tables) layTable(table);
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
  const nodes = layPersonNodes(tables, isAboutPeople, classNames(tables));
  const sets = new PersonSets(nodes.count);
  const doubts = noDoubts(nodes.count);

  for (const link of links) link.meaning = meaningOf(link, tables, nodes, keyIndexes);
  chooseOwners(links, tables, isAboutPeople);
  joinNodes(links, tables, nodes, keyIndexes, sets, doubts);

  const ungathered = findUngatheredLinks(tables, isAboutPeople).map((link): ResolvedLink => ({
    ...link,
    meaning: 'belongs to',
  }));
  const attached = attachRows(links, tables, nodes, keyIndexes);
  return countPeople(
    { tables, isAboutPeople, nodes, sets: sets.sets, doubts, attached },
    [...links, ...ungathered],
    textEmails,
    { adultSince: options.today - yearsOfMinors, bounds: options.bounds ?? true },
  );
}

/** Whether a table's rows are people: they have addresses, names or accounts of their own. */
function namesPeople(table: MergedTable, pointsElsewhere: boolean): boolean {
  const found = table.findings.map((findings, column) =>
    isNestedColumn(table.columns[column]?.name ?? null) ? undefined : findings[0],
  );
  const has = (dataClass: DataClass) => found.some((finding) => finding?.class === dataClass);
  if (has('Email addresses') || has('Usernames') || has('Social security numbers')) return true;
  if (found.some((finding) => finding && identifierOf(finding.validator)?.subject === 'person')) return true;
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
