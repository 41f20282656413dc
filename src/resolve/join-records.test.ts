import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validatorIds } from '../recognise/index.ts';
import { joinRecords } from './join-records.ts';
import { keptLayout } from './record-layout.ts';
import { createRecords, hasFlag, hasMark, marksOf, type TableRecords } from './table-records.ts';
import type { Gathered, TablePlan } from './table-plan.ts';

/** Thirty values of an address each: more than the first word of marks has room for. */
const gathered = Array.from({ length: 30 }, (_, column): Gathered => ({
  column,
  normal: 'email',
  validator: validatorIds.email,
  word: 2 + column * 2,
}));
const plan: TablePlan = { gathered, width: 62, merging: false, isEmail: gathered.map(() => true) };

/** Values by row and place in `columns`; 0 is none. */
function recordsOf(columns: number[], rows: number[][]): TableRecords {
  const { forms } = keptLayout(columns.map((column) => gathered[column]!));
  const records = createRecords(forms, rows.length, 0);
  rows.forEach((values, record) => {
    records.marks[record] = values[0]! & 1 ? 4 : 0;
    columns.forEach((_, place) => {
      const value = values[place]!;
      records.columns[place]!.low[record] = value;
      records.columns[place]!.high![record] = value === 0 ? 0 : 7;
    });
  });
  return records;
}

test('each row has the values that it had in its part, none of those it had not, and its flags', () => {
  const columns = fc.uniqueArray(fc.nat(29), { minLength: 1, maxLength: 30 });
  const part = columns.chain((own) =>
    fc.record({
      own: fc.constant(own),
      rows: fc.array(fc.array(fc.nat(3), { minLength: own.length, maxLength: own.length }), { maxLength: 5 }),
    }),
  );
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), (parts) => {
      const joined = joinRecords(
        plan,
        parts.map(({ own, rows }) => ({
          records: recordsOf(own, rows),
          columnFor: Int32Array.from(gathered, (_, column) => own.indexOf(column)),
        })),
      );
      const expected = parts.flatMap(({ own, rows }) =>
        rows.map((values) => ({
          values: gathered.map((_, column) => (own.includes(column) ? values[own.indexOf(column)]! : 0)),
          isCut: (values[0]! & 1) === 1,
        })),
      );
      expect(joined.count).toBe(expected.length);
      expected.forEach(({ values, isCut }, record) => {
        expect(joined.columns.map(({ low }) => low[record])).toEqual(values);
        expect(
          gathered.map((_, i) =>
            hasMark(
              joined,
              record,
              marksOf(joined, (at) => at === i),
            ),
          ),
        ).toEqual(values.map((value) => value !== 0));
        expect(hasFlag(joined, record, 'cutEmail')).toBe(isCut);
      });
    }),
  );
});
