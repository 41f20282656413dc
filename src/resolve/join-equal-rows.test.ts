import { expect, it } from 'vitest';
import { noDoubts } from './doubts.ts';
import { joinEqualRows } from './join-equal-rows.ts';
import type { MergedTable } from './merged-table.ts';
import type { PersonNodes } from './person-nodes.ts';
import { PersonSets } from './person-sets.ts';
import type { RecordColumn } from './table-records.ts';

/** The same bits for the same number. */
function mixed(number: number): number {
  let bits = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0 || 1;
}

const normals = ['first name', 'last name', 'birth date'] as const;

/** How many rows of names and dates of birth are left after equal ones are joined; row `i` is that of person `of(i)`. */
function peopleLeft(rows: number, of: (row: number) => number): number {
  const column = (salt: number): RecordColumn => ({
    low: Uint32Array.from({ length: rows }, (_, row) => mixed(of(row) * 4 + salt)),
    high: null,
    firstHalves: null,
    secondHalves: null,
  });
  const table: unknown = {
    plan: { merging: true, gathered: normals.map((normal) => ({ normal })) },
    weakDoubles: 0,
    records: {
      count: rows,
      marks: new Uint32Array(rows).fill(0x700),
      moreMarks: [],
      columns: normals.map((_, salt) => column(salt)),
    },
  };
  const nodes = { base: Int32Array.of(0), count: rows } as PersonNodes;
  const sets = new PersonSets(rows);
  joinEqualRows([table as MergedTable], nodes, sets, noDoubts(rows));
  let left = 0;
  for (let row = 0; row < rows; row++) if (sets.sets.find(row) === row) left++;
  return left;
}

it('rows that say the same are one person', () => {
  expect(peopleLeft(300, (row) => row % 100)).toBe(100);
});

// With 32 bits a row, some twenty of as many pairs would be taken for equal.
it('none of 400,000 different rows are taken for one another', () => {
  expect(peopleLeft(400_000, (row) => row)).toBe(400_000);
});
