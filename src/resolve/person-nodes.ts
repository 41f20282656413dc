// The rows that are about somebody, laid out flat: one node for each record of a table about people.
// In: merged tables and which of them are about people. Out: typed arrays of what tells people apart or
// together. About 64 bytes a node; hashes only, no value.

import { type DataClass, validatorIds } from '../recognise/index.ts';
import { HashIndex } from './hash-index.ts';
import { forEachRecord, type MergedTable, recordCount } from './merged-table.ts';
import { recordFlags } from './table-plan.ts';

export interface PersonNodes {
  count: number;
  /** First node of each table, -1 for tables that are not about people. */
  base: Int32Array;
  table: Uint32Array;
  /** Id of the address, -1 without one. */
  email: Int32Array;
  emails: HashIndex;
  /** Id of the NIR, -1 without one. */
  nir: Int32Array;
  nirs: HashIndex;
  /** By address: it is a mailbox of an office. */
  isRole: Uint8Array;
  /** Fingerprints; 0 where the row says nothing. */
  first: Uint32Array;
  last: Uint32Array;
  phone: Uint32Array;
  birth: Uint32Array;
  address: Uint32Array;
  isTest: Uint8Array;
  /** 1: the row holds something that singles a person out; 2: nothing but the mailbox of an office. */
  isSomebody: Uint8Array;
  classes: ClassMasks;
}

/** Sets of up to 62 classes, as two words each. */
export interface ClassMasks {
  names: DataClass[];
  low: Uint32Array;
  high: Uint32Array;
}

export function addToMask(masks: ClassMasks, node: number, low: number, high: number): void {
  masks.low[node]! |= low;
  masks.high[node]! |= high;
}

/** The classes that occur, in a fixed order: a class's place is its bit. */
export function classNames(tables: MergedTable[]): DataClass[] {
  const names = new Set(
    tables.flatMap((table) => table.findings.flatMap((found) => found.map((finding) => finding.class))),
  );
  if (tables.some((table) => table.mentions.size > 0)) names.add('Email addresses');
  return [...names].sort();
}

/** The mask of the classes a record holds values of. */
export function recordMask(
  table: MergedTable,
  names: DataClass[],
): (words: Uint32Array, from: number, wordOf: Int32Array) => [number, number] {
  const bits = table.plan.gathered.map((entry) =>
    entry.validator === -1 ? -1 : names.indexOf(table.findings[entry.column]![0]!.class),
  );
  return (words, from, wordOf) => {
    let low = 0;
    let high = 0;
    for (let i = 0; i < bits.length; i++) {
      const bit = bits[i]!;
      const at = from + wordOf[i]!;
      if (
        bit < 0 ||
        (words[at] === 0 &&
          words[at + 1] === 0 &&
          !(words[at + 2] && table.plan.gathered[i]!.normal === 'full name'))
      )
        continue;
      if (bit < 31) low |= 1 << bit;
      else high |= 1 << (bit - 31);
    }
    return [low, high];
  };
}

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
    count += recordCount(table);
  });
  const nodes: PersonNodes = {
    count,
    base,
    table: new Uint32Array(count),
    email: new Int32Array(count).fill(-1),
    emails: new HashIndex(),
    nir: new Int32Array(count).fill(-1),
    nirs: new HashIndex(),
    isRole: new Uint8Array(0),
    first: new Uint32Array(count),
    last: new Uint32Array(count),
    phone: new Uint32Array(count),
    birth: new Uint32Array(count),
    address: new Uint32Array(count),
    isTest: new Uint8Array(count),
    isSomebody: new Uint8Array(count),
    classes: { names, low: new Uint32Array(count), high: new Uint32Array(count) },
  };
  const roles: number[] = [];
  tables.forEach((table, i) => {
    if (base[i]! >= 0) layTable(nodes, table, i, roles);
  });
  nodes.isRole = new Uint8Array(nodes.emails.size);
  for (const email of roles) nodes.isRole[email] = 1;
  return nodes;
}

function layTable(nodes: PersonNodes, table: MergedTable, index: number, roles: number[]): void {
  const maskOf = recordMask(table, nodes.classes.names);
  const fields = table.plan.gathered.map((entry) => fieldOf(table, entry.column, entry.normal));
  forEachRecord(table, (record, words, from, wordOf) => {
    const node = nodes.base[index]! + record;
    nodes.table[node] = index;
    const flags = words[from]!;
    if (flags & recordFlags.testIdentity) nodes.isTest[node] = 1;
    let identities = 0;
    for (let i = 0; i < fields.length; i++) {
      const field = fields[i];
      if (field === null || field === undefined) continue;
      const at = from + wordOf[i]!;
      const low = words[at]!;
      const high = words[at + 1]!;
      if (field === 'full name') {
        nodes.first[node] = fingerprint(low, high);
        nodes.last[node] = fingerprint(words[at + 2]!, words[at + 3]!);
        if (low || words[at + 2]) identities++;
        continue;
      }
      if (low === 0 && high === 0) continue;
      if (field !== 'email' || nodes.email[node]! < 0) identities++;
      if (field === 'email') {
        if (nodes.email[node]! >= 0) continue; // a second column of addresses: the first one stands for the person
        nodes.email[node] = nodes.emails.add(low, high);
        if (flags & recordFlags.roleMailbox) roles.push(nodes.email[node]);
      } else if (field === 'nir') {
        nodes.nir[node] = nodes.nirs.add(low, high);
      } else if (field !== 'other') {
        nodes[field][node] ||= fingerprint(low, high);
      }
    }
    const isOffice = (flags & recordFlags.roleMailbox) !== 0 && identities === 1 && nodes.email[node]! >= 0;
    if (identities > 0) nodes.isSomebody[node] = isOffice ? 2 : 1;
    const [low, high] = maskOf(words, from, wordOf);
    addToMask(nodes.classes, node, low, high);
  });
}

type Field =
  | 'email'
  | 'nir'
  | 'first'
  | 'last'
  | 'full name'
  | 'phone'
  | 'birth'
  | 'address'
  | 'other'
  | null;

/** What a gathered column says of a person; `null` for keys and for what singles nobody out. */
function fieldOf(table: MergedTable, column: number, normal: string): Field {
  if (normal === 'key') return null;
  if (normal === 'email') return 'email';
  if (normal === 'NIR') return 'nir';
  if (normal === 'first name') return 'first';
  if (normal === 'last name') return 'last';
  if (normal === 'full name') return 'full name';
  if (normal === 'phone') return 'phone';
  const { validator } = table.findings[column]![0]!;
  if (validator === validatorIds.birthDate) return 'birth';
  if (validator === validatorIds.streetAddress) return 'address';
  return validator === validatorIds.username || validator === validatorIds.password ? 'other' : null;
}

/** 32 bits of a hash, never 0 for a value: two of a few million names agree by chance once in thousands of runs. */
function fingerprint(low: number, high: number): number {
  if (low === 0 && high === 0) return 0;
  return (low ^ Math.imul(high, 0x9e3779b1)) >>> 0 || 1;
}
