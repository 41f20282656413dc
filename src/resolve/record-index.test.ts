/*
 * A row that is read again finds a record that says the same, or none; and records that say the same but are different
 * people's are never given as one's.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validatorIds } from '../recognise/index.ts';
import type { MergedTable } from './merged-table.ts';
import { createRecordFinder, indexRecords } from './record-index.ts';
import { RecordPages } from './record-pages.ts';
import type { Gathered, TablePlan } from './table-plan.ts';
import { layRecords } from './table-records.ts';

const gathered: Gathered[] = [
  { column: 0, normal: 'key', validator: -1, word: 2 },
  { column: 1, normal: 'email', validator: validatorIds.email, word: 4 },
  { column: 2, normal: 'first name', validator: validatorIds.firstName, word: 6 },
  { column: 3, normal: 'full name', validator: validatorIds.fullName, word: 8 },
  { column: 4, normal: 'identifier', validator: validatorIds.nir, word: 12 },
  { column: 5, normal: 'birth date', validator: validatorIds.birthDate, word: 16 },
];
const plan: TablePlan = { gathered, width: 18, merging: false, isEmail: [] };

/** Few different words, so that rows are often alike. */
const row = fc.array(fc.constantFrom(0, 1, 0x8000_0001, 0xffff_ffff), { minLength: 18, maxLength: 18 });

function tableOf(rows: number[][]): MergedTable {
  const pages = new RecordPages(plan);
  for (const words of rows) pages.add(Uint32Array.from(words), 0);
  const places = Int32Array.from(gathered.keys());
  return { records: layRecords(plan, [{ part: pages.toPart(), places }]) } as MergedTable;
}

/** What is kept of a row, besides its flags and how its names sound; fingerprints do not meet among so few words. */
function saysOf(words: number[]): string {
  const kept = words.slice(2).map((word, i) => (i === 15 ? 0 : word));
  // beyond its two halves nothing stands in the second slot of an identifier
  kept[13] = 0;
  return kept.join(' ');
}

const everything = Int32Array.from(gathered.keys());

test('every row finds the first record that says the same', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), fc.nat(5), (rows, skipped) => {
      const first = Math.min(skipped, rows.length - 1);
      const range = { table: tableOf(rows), first, count: rows.length - first, plan, gatheredOf: everything };
      const { slots, alike } = indexRecords(range, () => 0);
      const find = createRecordFinder(slots, plan);
      for (let i = first; i < rows.length; i++) {
        const same = rows.findIndex((other, at) => at >= first && saysOf(other) === saysOf(rows[i]!));
        expect(find(Uint32Array.from(rows[i]!), 0)).toBe(same);
        expect(alike.firstOf(i)).toBe(same);
      }
      expect(alike.hasUnsure).toBe(false);
    }),
  );
});

test('a row that nobody has finds none', () => {
  const rows = [Array.from({ length: 18 }, () => 1)];
  const range = { table: tableOf(rows), first: 0, count: 1, plan, gatheredOf: everything };
  const find = createRecordFinder(indexRecords(range, () => 0).slots, plan);
  expect(find(new Uint32Array(18).fill(3), 0)).toBe(-1);
});

test('records that say the same and are different people’s are unsure, the others are not', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(row, fc.nat(2)), { minLength: 1, maxLength: 40 }), (entries) => {
      const rows = entries.map(([words]) => words);
      const range = { table: tableOf(rows), first: 0, count: rows.length, plan, gatheredOf: everything };
      const { alike } = indexRecords(range, (record) => entries[record]![1]);
      for (const [i, words] of rows.entries()) {
        const owners = new Set(
          entries.filter(([other]) => saysOf(other) === saysOf(words)).map(([, person]) => person),
        );
        expect(alike.isUnsure(alike.firstOf(i))).toBe(owners.size > 1);
      }
    }),
  );
});

test('what the table does not have of a plan is not compared', () => {
  const rows = [Array.from({ length: 18 }, () => 1)];
  const gatheredOf = everything.map((at) => (at === 1 ? -1 : at));
  const range = { table: tableOf(rows), first: 0, count: 1, plan, gatheredOf };
  const find = createRecordFinder(indexRecords(range, () => 0).slots, plan);
  const other = new Uint32Array(18).fill(1);
  other[4] = 7;
  expect(find(other, 0)).toBe(0);
  other[6] = 7;
  expect(find(other, 0)).toBe(-1);
});
