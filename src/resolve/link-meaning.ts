// What a key from one table to another means: the same person, something that belongs to him, or a mere relation.
// In: links and the rows they join. Out: the meaning, decided by whether the joined rows agree, not by names of columns.

import type { MergedTable } from './merged-table.ts';
import type { KeyIndex } from './key-index.ts';
import { emailColumns, emailIn } from './identifying-columns.ts';
import { forEachPointing } from './node-pairs.ts';
import { differByLast, type PersonNodes } from './person-nodes.ts';
import type { TableLink } from './table-links.ts';

export type LinkMeaning = 'same person' | 'belongs to' | 'relation';

export interface ResolvedLink extends TableLink {
  meaning: LinkMeaning;
}

/** Rows whose addresses agree with those they point to, at least: below, the key means something else than "the same". */
const sameShare = 0.3;

/** What a key between two tables about people means, by whether the rows it joins agree on address and name. */
export function meaningOf(
  link: ResolvedLink,
  tables: MergedTable[],
  nodes: PersonNodes,
  keyIndexes: (KeyIndex | null)[],
): LinkMeaning {
  if (nodes.base[link.from]! < 0 || nodes.base[link.to]! < 0) return 'belongs to';
  if (link.from === link.to) return 'relation';
  let compared = 0;
  let agreeing = 0;
  const emails = emailColumns(tables[link.from]!);
  const targetEmails = emailColumns(tables[link.to]!);
  const base = nodes.base[link.from]!;
  const targetBase = nodes.base[link.to]!;
  forEachPointing(link, tables, keyIndexes, (record, target) => {
    const node = base + record;
    const targetNode = targetBase + target;
    const own = emailIn(emails, record);
    const other = emailIn(targetEmails, target);
    const byEmail = own !== null && other !== null;
    const byName = nodes.first[node] !== 0 && nodes.first[targetNode] !== 0;
    if (!byEmail && !byName) return;
    compared++;
    if (
      (byEmail && own.low[record] === other.low[target] && own.high![record] === other.high![target]) ||
      (byName && haveSameName(nodes, node, targetNode))
    )
      agreeing++;
  });
  if (compared > 0) return agreeing >= compared * sameShare ? 'same person' : 'relation';
  return link.distinct >= link.filled * 0.95 ? 'same person' : 'relation';
}

function haveSameName(nodes: PersonNodes, a: number, b: number): boolean {
  return nodes.first[a] === nodes.first[b] && !differByLast(nodes, a, b);
}

/** A row that belongs to people by several keys (a payment: to customer and clerk) is the one's whom fewest share. */
export function chooseOwners(links: ResolvedLink[], tables: MergedTable[], isAboutPeople: boolean[]): void {
  tables.forEach((_, from) => {
    const owners = links.filter(
      (link) =>
        link.from === from && link.meaning === 'belongs to' && !isAboutPeople[from] && isAboutPeople[link.to],
    );
    const owner = owners.toSorted((a, b) => b.distinct - a.distinct || a.column - b.column)[0];
    for (const link of owners) if (link !== owner) link.meaning = 'relation';
  });
}
