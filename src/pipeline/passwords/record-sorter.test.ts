import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { RecordSorter } from './record-sorter.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-sorter-'));
afterAll(() => rmSync(folder, { recursive: true }));

function sorted(records: Buffer[], width: number, atOnce: number): Buffer[] {
  using sorter = new RecordSorter(width, folder, { atOnce });
  for (const record of records) {
    sorter.record.set(record);
    sorter.add();
  }
  return [...sorter.sorted()].flatMap(({ bytes, count }) =>
    Array.from({ length: count }, (_, i) => Buffer.from(bytes.subarray(i * width, (i + 1) * width))),
  );
}

test('records come out in the order of their bytes, however many fit into memory', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 4, max: 30 }).chain((width) =>
        fc.record({
          // few different bytes: many begin alike
          records: fc.array(
            fc.array(fc.constantFrom(0, 1, 127, 128, 255), { minLength: width, maxLength: width }),
          ),
          atOnce: fc.integer({ min: 1, max: 40 }),
        }),
      ),
      ({ records, atOnce }) => {
        const given = records.map((bytes) => Buffer.from(bytes));
        const width = given[0]?.length ?? 4;
        expect(sorted(given, width, atOnce)).toEqual(given.toSorted((a, b) => a.compare(b)));
      },
    ),
  );
});

test('what waits on the disk has no name there', () => {
  using sorter = new RecordSorter(8, folder, { atOnce: 2 });
  for (let i = 9; i >= 0; i--) {
    sorter.record.fill(i);
    sorter.add();
  }
  expect(readdirSync(folder)).toEqual([]);
  expect([...sorter.sorted()].map(({ count }) => count)).toEqual([10]);
});
