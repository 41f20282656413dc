// From a row that is read again to its record: rows that say the same are one record, and one person's. In: a table's
// records, laid out. Out: slots in shared memory that any thread looks a row up in, and what few rows leave open. It
// holds hashes and numbers of records. Two records that share a slot and are different people's are told as unsure,
// so that a row is never given to somebody else, not even by chance.

import type { MergedTable } from './merged-table.ts';
import { keepRecord, type KeptForm, keptForms, keptLayout } from './record-layout.ts';
import type { RecordColumn } from './table-records.ts';
import type { TablePlan } from './table-plan.ts';

/** What a thread needs to look rows up. */
export interface RecordSlots {
  /** Two words a slot: the upper half of the hash, and the record's number plus one. */
  words: SharedArrayBuffer;
  /** Decides only where records lie. */
  key: number;
  /** The entries of the rows' plan that are compared. */
  compared: number[];
}

export interface RecordIndex {
  slots: RecordSlots;
  alike: AlikeRecords;
}

/** Which records say the same, by their numbers in the table. */
export interface AlikeRecords {
  /** Whether there are any for which `isUnsure` holds. */
  hasUnsure: boolean;
  /** The first record that says the same. */
  firstOf: (record: number) => number;
  /** Whether records that say the same as this one are different people's. */
  isUnsure: (first: number) => boolean;
}

/** Records of a table that were gathered by one plan. */
export interface RecordRange {
  table: MergedTable;
  first: number;
  count: number;
  plan: TablePlan;
  /** For each entry of the plan the entry of the table's own, or -1. */
  gatheredOf: ArrayLike<number>;
}

const slotsARecord = 1.5;
const leastSlots = 16;

/** `personOf`: the person of a record, -1 for nobody. The table's records must have been laid out. */
export function indexRecords(
  { table, first, count, plan, gatheredOf }: RecordRange,
  personOf: (record: number) => number,
): RecordIndex {
  const { forms } = keptLayout(plan.gathered);
  const compared = forms.flatMap((form, i) =>
    isKeptAs(form, table.records.columns[gatheredOf[i]!]) ? [i] : [],
  );
  const columns = compared.map((i) => table.records.columns[gatheredOf[i]!]!);
  const size = 2 ** Math.ceil(Math.log2(Math.max(leastSlots, count * slotsARecord)));
  const words = new SharedArrayBuffer(size * 2 * Uint32Array.BYTES_PER_ELEMENT);
  const slots = new Uint32Array(words);
  const key = Math.floor(Math.random() * 2 ** 32);
  const hash = new Uint32Array(2);
  let firsts: Int32Array | null = null;
  let unsure: Uint8Array | null = null;
  for (let i = 0; i < count; i++) {
    const record = first + i;
    hashLaid(columns, record, key, hash);
    const slot = findSlot(slots, hash);
    const known = slots[slot + 1]! - 1;
    if (known < 0) {
      slots[slot] = hash[1]!;
      slots[slot + 1] = record + 1;
      continue;
    }
    firsts ??= new Int32Array(count).fill(-1);
    firsts[i] = known;
    if (personOf(known) === personOf(record)) continue;
    unsure ??= new Uint8Array(count);
    unsure[known - first] = 1;
  }
  return { slots: { words, key, compared }, alike: alikeRecords(first, firsts, unsure) };
}

function alikeRecords(first: number, firsts: Int32Array | null, unsure: Uint8Array | null): AlikeRecords {
  return {
    hasUnsure: unsure !== null,
    firstOf: (record) => (firsts === null || firsts[record - first]! < 0 ? record : firsts[record - first]!),
    isUnsure: (record) => unsure !== null && unsure[record - first] === 1,
  };
}

function isKeptAs(form: KeptForm, column: RecordColumn | undefined): boolean {
  if (column === undefined) return false;
  return (
    (column.high !== null) === keptForms[form] > 1 && (column.firstHalves !== null) === (form === 'tornHash')
  );
}

/** Tells the first record that says what a row says, gathered by `plan` at `from` of `words`; -1 where there is none. */
export function createRecordFinder(
  { words: shared, key, compared }: RecordSlots,
  plan: TablePlan,
): (words: Uint32Array, from: number) => number {
  const slots = new Uint32Array(shared);
  const layout = keptLayout(plan.gathered);
  const kept = new Uint32Array(layout.width);
  const hash = new Uint32Array(2);
  // what a row is marked with says nothing that its values do not
  const places = compared.flatMap((i) =>
    Array.from({ length: keptForms[layout.forms[i]!] }, (_, word) => layout.wordOf[i]! + word),
  );
  return (words, from) => {
    kept.fill(0);
    keepRecord(plan.gathered, layout, words, from, kept, 0);
    startHash(hash, key);
    for (const place of places) addWord(hash, kept[place]!);
    endHash(hash);
    return slots[findSlot(slots, hash) + 1]! - 1;
  };
}

/** The place of the slot that holds the hash, or of the free one where it would be. */
function findSlot(slots: Uint32Array, hash: Uint32Array): number {
  const mask = slots.length / 2 - 1;
  const check = hash[1]!;
  let slot = hash[0]! & mask;
  while (slots[slot * 2 + 1] !== 0 && slots[slot * 2] !== check) slot = (slot + 1) & mask;
  return slot * 2;
}

/** Word for word what `keepRecord` keeps of the same row. */
function hashLaid(columns: readonly RecordColumn[], record: number, key: number, hash: Uint32Array): void {
  startHash(hash, key);
  for (const { low, high, firstHalves, secondHalves } of columns) {
    addWord(hash, low[record]!);
    if (high !== null) addWord(hash, high[record]!);
    if (firstHalves !== null) addWord(hash, (firstHalves[record]! | (secondHalves![record]! << 16)) >>> 0);
  }
  endHash(hash);
}

function startHash(hash: Uint32Array, key: number): void {
  hash[0] = key;
  hash[1] = ~key;
}

function addWord(hash: Uint32Array, word: number): void {
  let low = Math.imul(hash[0]! ^ word, 0x9e3779b1);
  low ^= low >>> 15;
  let high = Math.imul(hash[1]! ^ word, 0x85ebca6b);
  high ^= high >>> 13;
  hash[0] = low;
  hash[1] = high;
}

function endHash(hash: Uint32Array): void {
  hash[0] = Math.imul(hash[0]!, 0xc2b2ae35) ^ (hash[0]! >>> 16);
}
