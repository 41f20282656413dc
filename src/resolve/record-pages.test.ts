import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planTable, type TablePlan } from './table-plan.ts';
import { RecordPages } from './record-pages.ts';
import { layRecords } from './table-records.ts';

/** Three values of which only agreement counts. */
const gathered: TablePlan['gathered'] = [0, 1, 2].map((column) => ({
  column,
  normal: 'value',
  validator: 11,
  word: 2 + column * 2,
}));

function planOf(merging: boolean): TablePlan {
  return { ...planTable([], { primary: -1, pointing: [] }), gathered, width: 8, merging };
}

function recordOf(values: readonly number[]): Uint32Array {
  return Uint32Array.from([0, 0, ...values.flatMap((value) => [value, 0])]);
}

const rows = fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.nat(400)), { maxLength: 1500 });

test('merging pages keep each record once, others all, in their order', () => {
  fc.assert(
    fc.property(rows, (values) => {
      const merging = new RecordPages(planOf(true));
      const plain = new RecordPages(planOf(false));
      for (const row of values) {
        merging.add(recordOf(row), 0);
        plain.add(recordOf(row), 0);
      }
      expect(merging.count).toBe(new Set(values.map((row) => row.join())).size);
      expect(plain.count).toBe(values.length);
      const places = Int32Array.of(0, 1, 2);
      const { columns, marks } = layRecords(planOf(false), [{ part: plain.toPart(), places }]);
      values.forEach((row, record) => {
        row.forEach((value, i) => {
          expect(columns[i]!.low[record] !== 0).toBe(value !== 0);
          expect((marks[record]! >>> (9 + i)) & 1).toBe(value === 0 ? 0 : 1);
        });
      });
    }),
    { numRuns: 40 },
  );
});

test('equal values are equal once laid out, different ones differ, over many pages', () => {
  const pages = new RecordPages(planOf(true));
  const count = 150_000;
  for (let i = 0; i < count; i++) pages.add(recordOf([i + 1, (i % 7) + 1, 0]), 0);
  const { columns } = layRecords(planOf(true), [{ part: pages.toPart(), places: Int32Array.of(0, 1, 2) }]);
  expect(new Set(columns[0]!.low).size).toBe(count);
  expect(new Set(columns[1]!.low).size).toBe(7);
  expect(pages.pages).toEqual([]);
});

test('a table in which hardly a row repeats another one is not searched for doubles for ever', () => {
  const pages = new RecordPages(planOf(true));
  for (let i = 0; i < 300_000; i++) pages.add(recordOf([i + 1, 1, 1]), 0);
  const before = pages.count;
  pages.add(recordOf([1, 1, 1]), 0);
  expect(pages.count).toBe(before + 1);
});
