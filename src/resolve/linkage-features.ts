// What linkage compares of the rows about people, from what was gathered of them.
// In: joined rows. Out: features by node, and the group of each. Where one table holds all rows its own columns are
// handed on; a column that no table has is left out.

import { validatorIds } from '../recognise/index.ts';
import { identifierColumns, personIdentifiers } from './identifying-columns.ts';
import { emptyFeatures, type LinkageFeatures } from './linkage/features.ts';
import type { MergedTable } from './merged-table.ts';
import { isNamed } from './person-nodes.ts';
import { personSort } from './person-sort.ts';
import type { Resolving } from './resolving.ts';
import { recordFlags } from './table-plan.ts';
import type { RecordColumn } from './table-records.ts';

export function linkageFeatures({ tables, nodes }: Resolving): LinkageFeatures {
  const { count, base } = nodes;
  const [number] = personIdentifiers(tables, base);
  const numbers = (table: MergedTable): RecordColumn | null =>
    number === undefined ? null : (identifierColumns(table, number)[0] ?? null);
  const last = filled(nodes.last);
  const first = filled(nodes.first);
  return {
    ...emptyFeatures(count),
    last,
    otherLast: filled(nodes.otherLast),
    lastSound: last && spread(nodes, tables, Uint16Array, ({ records }) => records.lastSounds),
    first,
    firstSound: first && spread(nodes, tables, Uint16Array, ({ records }) => records.firstSounds),
    birth: filled(nodes.birth),
    sex: sexes(tables, nodes),
    phone: filled(nodes.phone),
    address: filled(nodes.address),
    postalCode: spread(nodes, tables, Uint32Array, (table) => columnOf(table, validatorIds.postalCode)),
    identifier: spread(nodes, tables, Uint32Array, (table) => numbers(table)?.low ?? null),
    firstHalf: spread(nodes, tables, Uint16Array, (table) => numbers(table)?.firstHalves ?? null),
    secondHalf: spread(nodes, tables, Uint16Array, (table) => numbers(table)?.secondHalves ?? null),
  };
}

function filled(words: Uint32Array): Uint32Array | null {
  return words.some((word) => word !== 0) ? words : null;
}

/** By node the one that stands for its group; -1 for nodes that are no person of the count or name nobody. */
export function linkageGroups({ nodes, sets, doubts }: Resolving, sorts: Uint8Array): Int32Array {
  const groups = new Int32Array(nodes.count);
  for (let node = 0; node < nodes.count; node++) {
    const root = sets.find(node);
    const isLeftOut =
      sorts[root] !== personSort.person ||
      doubts.floating[node] === 1 ||
      (root !== node && !isNamed(nodes, node));
    groups[node] = isLeftOut ? -1 : root;
  }
  return groups;
}

function columnOf({ plan, records }: MergedTable, validator: number): Uint32Array | null {
  const place = plan.gathered.findIndex((entry) => entry.validator === validator);
  return place < 0 ? null : records.columns[place]!.low;
}

type Words = Uint32Array | Uint16Array | Uint8Array;

/** What each table has of something, over all nodes; null where none has any. */
function spread<T extends Words>(
  { count, base }: Resolving['nodes'],
  tables: MergedTable[],
  Column: new (length: number) => T,
  pick: (table: MergedTable) => T | null,
): T | null {
  const picked = tables.map((table, i) => (base[i]! < 0 ? null : pick(table)));
  const some = picked.filter((words) => words !== null && words.length > 0);
  if (some.length === 0) return null;
  if (some.length === 1 && some[0]!.length === count) return some[0]!;
  const all = new Column(count);
  picked.forEach((words, i) => words && all.set(words, base[i]));
  return all;
}

function sexes(tables: MergedTable[], nodes: Resolving['nodes']): Uint8Array | null {
  if (!tables.some((table, i) => nodes.base[i]! >= 0 && columnOf(table, validatorIds.gender) !== null))
    return null;
  const sex = new Uint8Array(nodes.count);
  tables.forEach(({ records: { marks } }, i) => {
    const base = nodes.base[i]!;
    if (base < 0) return;
    for (let record = 0; record < marks.length; record++) {
      const mark = marks[record]!;
      sex[base + record] = mark & recordFlags.female ? 1 : mark & recordFlags.male ? 2 : 0;
    }
  });
  return sex;
}
