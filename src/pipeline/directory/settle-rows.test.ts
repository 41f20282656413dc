import { expect, test } from 'vitest';
import { day, type Identifier, matched, type Row } from './made-up-tokens.fixture.ts';
import { settleRows } from './settle-rows.ts';

async function settled(rows: Row[], identifiers: Identifier[], contacts: [number, number, number][]) {
  return settleRows(await matched(rows, identifiers), 50, (asked, visit) => {
    for (const row of asked) visit(row, contacts[row]!);
  });
}

test('two rows that are equally sure and say different things are both set aside', async () => {
  const found = await settled(
    [{ nir: 7 }, { nir: 7 }],
    [['nir', 7, 4]],
    [
      [1, 0, 0],
      [2, 0, 0],
    ],
  );
  expect([found.people, found.unclearPeople]).toEqual([0, 1]);
  expect([[...found.doubts.row], [...found.doubts.fits]]).toEqual([
    [0, 1],
    [2, 2],
  ]);
});

test('rows that complete each other are all taken', async () => {
  const found = await settled(
    [{ nir: 7 }, { nir: 7 }],
    [['nir', 7, 4]],
    [
      [1, 0, 3],
      [1, 2, 0],
    ],
  );
  expect([...found.row]).toEqual([0, 1]);
  expect(found.people).toBe(1);
});

test('a row by number is taken, and one by name only is told as less sure', async () => {
  const found = await settled(
    [{ name: 3, born: day }, { nir: 7 }],
    [
      ['nir', 7, 4],
      ['nameAndBirth', 3, 4],
    ],
    [
      [1, 0, 0],
      [2, 0, 0],
    ],
  );
  expect([...found.row]).toEqual([1]);
  expect([[...found.doubts.row], [...found.doubts.reason]]).toEqual([[0], [3]]);
});
