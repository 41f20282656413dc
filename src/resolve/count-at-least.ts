// Fewest people that the rows allow: those that linkage cannot tell apart may be one, and so may those in doubt.
// In: joined rows and what each set is. Out: the bound; nobody is joined for it.

import { forEachAlike } from './alike-rows.ts';
import { linkageFeatures, linkageGroups } from './linkage-features.ts';
import { boundsByLinkage } from './linkage/bounds-by-linkage.ts';
import type { MergedTable } from './merged-table.ts';
import { isNamed, type PersonNodes } from './person-nodes.ts';
import { personSort } from './person-sort.ts';
import type { Resolving } from './resolving.ts';
import { UnionFind } from './union-find.ts';

/** Pairs in doubt that are looked at one by one, some 100 MB of them; each further one lowers the bound by itself. */
const mostPairs = 1_000_000;

export function countAtLeast(resolving: Resolving, sorts: Uint8Array, count: number): number {
  const groups = linkageGroups(resolving, sorts);
  const { sets, doubts } = resolving;
  const pairs: [number, number][] = [];
  let left = 0;
  const pair = (a: number, b: number) => {
    if (pairs.length < mostPairs) pairs.push([a, b]);
    else left++;
  };
  doubts.joins.forEach((a, b) => {
    const [rootA, rootB] = [sets.find(a), sets.find(b)];
    if (rootA !== rootB && groups[rootA]! >= 0 && groups[rootB]! >= 0) pair(rootA, rootB);
  });
  const features = linkageFeatures(resolving);
  forEachAlike(resolving, features, groups, pair);
  const { couldBeFewer } = boundsByLinkage(features, groups, pairs);
  const fewest = Math.max(count - couldBeFewer - left, Math.min(count, 1));
  const unnamed = countUnnamed(resolving, sorts);
  return fewest - Math.max(0, Math.min(unnamed, fewest - unnamed));
}

/**
 * Sets of rows that name nobody, all of tables whose keys neither a schema nor a name of a column tells: an account
 * under another address may be anybody's who is named elsewhere, and nothing would show it.
 */
function countUnnamed({ tables, nodes, sets, doubts }: Resolving, sorts: Uint8Array): number {
  const isKeyless = tables.map(
    ({ schema, columns }, i) => nodes.base[i]! >= 0 && schema === null && !columns.some(hasName),
  );
  if (!isKeyless.includes(true)) return 0;
  const wider = new UnionFind(sets);
  doubts.joins.forEach((a, b) => wider.join(a, b));
  const unnamed = new Uint8Array(nodes.count).fill(1);
  forEachNode(tables, nodes, (node, table) => {
    if (!isKeyless[table]! || isNamed(nodes, node)) unnamed[wider.find(node)] = 0;
  });
  let count = 0;
  for (let root = 0; root < nodes.count; root++) {
    if (sorts[root] !== personSort.person) continue;
    const wide = wider.find(root);
    if (unnamed[wide] !== 1) continue;
    unnamed[wide] = 0;
    count++;
  }
  return count;
}

function forEachNode(
  tables: MergedTable[],
  { base }: PersonNodes,
  visit: (node: number, table: number) => void,
): void {
  tables.forEach(({ records }, table) => {
    if (base[table]! < 0) return;
    for (let record = 0; record < records.count; record++) visit(base[table]! + record, table);
  });
}

/** Readers number the columns that nobody named. */
function hasName({ name }: MergedTable['columns'][number]): boolean {
  return name !== null && !/^column \d+$/u.test(name);
}
