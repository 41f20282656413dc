// The rows that are about somebody, laid out flat: one node for each record of a table about people.
// In: merged tables and which of them are about people. Out: typed arrays of what tells people apart or
// together; hashes only, no value. Four bytes a node and field, and none for a field that no table has.

import { type DataClass, identifierOf, validatorIds } from '../recognise/index.ts';
import { type ClassMasks, createClassMasks, rowMasks } from './class-masks.ts';
import type { MergedTable } from './merged-table.ts';
import { fingerprint } from './record-layout.ts';
import { hasFlag, hasMark, marksOf } from './table-records.ts';
import type { Gathered } from './table-plan.ts';

export interface PersonNodes {
  count: number;
  /** First node of each table, -1 for tables that are not about people. */
  base: Int32Array;
  /** Fingerprints; 0 where the row says nothing. */
  first: Uint32Array;
  /** The last name, and where a row has two (a name at birth and a married one) the second. */
  last: Uint32Array;
  otherLast: Uint32Array;
  phone: Uint32Array;
  /** As yyyymmdd. */
  birth: Uint32Array;
  address: Uint32Array;
  classes: ClassMasks;
}

type FieldName = 'first' | 'last' | 'otherLast' | 'phone' | 'birth' | 'address';

export function layPersonNodes(
  tables: MergedTable[],
  isAboutPeople: boolean[],
  names: DataClass[],
): PersonNodes {
  const base = new Int32Array(tables.length).fill(-1);
  let count = 0;
  tables.forEach((table, i) => {
    if (!isAboutPeople[i]) return;
    base[i] = count;
    count += table.records.count;
  });
  const field = (name: FieldName) => layField(tables, base, count, name);
  const nodes: PersonNodes = {
    count,
    base,
    first: field('first'),
    last: field('last'),
    otherLast: field('otherLast'),
    phone: field('phone'),
    birth: field('birth'),
    address: field('address'),
    classes: createClassMasks(names, count),
  };
  tables.forEach((table, i) => {
    if (base[i]! < 0) return;
    const addMask = rowMasks(table, nodes.classes);
    for (let record = 0; record < table.records.count; record++) addMask(record, base[i]! + record);
  });
  return nodes;
}

/**
 * One field over all tables. Where a single column of a single table holds it, that column itself; else the columns
 * become views of the field, so that nothing is held twice. Memory that is never written to takes no room.
 */
function layField(tables: MergedTable[], base: Int32Array, count: number, name: FieldName): Uint32Array {
  const sources = tables.map((table, i) => (base[i]! < 0 ? [] : sourcesOf(table, name)));
  const all = sources.flat();
  if (all.length === 1 && !all[0]!.isHash && all[0]!.words.length === count) return all[0]!.words;
  const field = new Uint32Array(count);
  sources.forEach((ofTable, i) => {
    for (const { words, high, isHash } of ofTable) {
      for (let record = 0; record < words.length; record++) {
        const node = base[i]! + record;
        if (field[node] !== 0) continue;
        field[node] = isHash ? fingerprint(words[record]!, high![record]!) : words[record]!;
      }
    }
    const [only, ...others] = ofTable;
    if (only !== undefined && others.length === 0 && !only.isHash)
      only.replace(field.subarray(base[i], base[i]! + only.words.length));
  });
  return field;
}

interface FieldSource {
  words: Uint32Array;
  /** The upper halves, where the words are the lower ones of hashes. */
  high: Uint32Array | null;
  isHash: boolean;
  /** Puts the same words at another place. */
  replace: (words: Uint32Array) => void;
}

/** Where a table holds a field, in the order in which its columns are asked. */
function sourcesOf(table: MergedTable, name: FieldName): FieldSource[] {
  let lastNames = 0;
  return table.plan.gathered.flatMap((entry, i) => {
    const column = table.records.columns[i]!;
    const { low, high } = column;
    const asLow: FieldSource = { words: low, high, isHash: false, replace: (words) => (column.low = words) };
    if (entry.normal === 'full name' && name === 'last')
      return { ...asLow, words: high!, replace: (words: Uint32Array) => (column.high = words) };
    if (entry.normal === 'last name') return (lastNames++ === 0 ? 'last' : 'otherLast') === name ? asLow : [];
    if (fieldOf(entry) !== name) return [];
    return name === 'phone' ? { ...asLow, isHash: true } : asLow;
  });
}

function fieldOf({ normal, validator }: Gathered): FieldName | null {
  switch (normal) {
    case 'first name':
    case 'full name':
      return 'first';
    case 'phone':
      return 'phone';
    case 'birth date':
      return 'birth';
    default:
      return validator === validatorIds.streetAddress ? 'address' : null;
  }
}

/** Whether a row has a name. */
export function isNamed({ first, last, otherLast }: PersonNodes, node: number): boolean {
  return first[node] !== 0 || last[node] !== 0 || otherLast[node] !== 0;
}

/** Whether two rows have no last name in common, although both have one. */
export function differByLast({ last, otherLast }: PersonNodes, a: number, b: number): boolean {
  const hasA = last[a] !== 0 || otherLast[a] !== 0;
  const hasB = last[b] !== 0 || otherLast[b] !== 0;
  if (!hasA || !hasB) return false;
  const isOfB = (name: number) => name !== 0 && (name === last[b] || name === otherLast[b]);
  return !isOfB(last[a]!) && !isOfB(otherLast[a]!);
}

/** Whether both rows say something, and not the same. */
export function differ(words: Uint32Array, a: number, b: number): boolean {
  return words[a] !== 0 && words[b] !== 0 && words[a] !== words[b];
}

/**
 * What a table's rows say of whether they are somebody: 1 where a row holds something that singles a person out, 2 where
 * that is nothing but the mailbox of an office, 0 where nothing does.
 */
export function somebodyIn(table: MergedTable): (record: number) => 0 | 1 | 2 {
  const { records, plan } = table;
  const own = marksOf(records, (i) => isIdentity(plan.gathered[i]!));
  const email = marksOf(records, (i) => plan.gathered[i]!.normal === 'email');
  return (record) => {
    if (hasMark(records, record, own)) return 1;
    if (!hasMark(records, record, email)) return 0;
    return hasFlag(records, record, 'roleMailbox') ? 2 : 1;
  };
}

/** Values other than addresses by which a row is somebody's. */
function isIdentity({ normal, validator }: Gathered): boolean {
  switch (normal) {
    case 'key':
    case 'email':
      return false;
    case 'identifier':
      return validator !== -1 && identifierOf(validator)?.subject === 'person';
    case 'value':
    case 'text':
      return (
        validator === validatorIds.username ||
        validator === validatorIds.password ||
        validator === validatorIds.streetAddress
      );
    default:
      return true;
  }
}
