import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { CaseRecord } from './case-record.ts';
import { openCase } from './cases.ts';
import { findPeople, type FoundPeople } from './find-people.ts';
import { type InstanceHome, openHome } from './instance-home.ts';
import { listReadings } from './list-readings.ts';
import { beginLoad, type KeptAs } from './load-reading.ts';
import { madeUpPatterns, madeUpReading, madeUpTables } from './made-up-reading.fixture.ts';
import { openVault } from './open-vault.ts';
import type { KeptReading, ReadingSource } from './reading.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-load-'));
const home: InstanceHome = openHome(join(folder, 'home'));
let record: CaseRecord;

beforeEach(() => {
  record = openCase(home, null, new Date());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function load(reading: ReadingSource): Promise<KeptAs> {
  using loading = beginLoad(record);
  return await loading.keep(reading);
}

function find(...identifiers: [sort: string, low: number, high: number][]): FoundPeople {
  using vault = openVault(record);
  return findPeople(
    vault.db,
    identifiers.map(([sort, low, high]) => ({ sort, low, high })),
    20,
  );
}

function readings(): KeptReading[] {
  using vault = openVault(record);
  return listReadings(vault.db);
}

describe('a reading in a vault', () => {
  test('is found by each identifier, with what each row held and where', async () => {
    await load(
      madeUpReading({
        identifiers: [
          [0, 'email', 1, 2],
          [0, 'nir', 5, 6],
          [1, 'email', 3, 4],
        ],
        exposures: [
          [0, 0],
          [0, 1],
          [0, 2],
          [1, 0],
        ],
        flags: [0, 2],
      }),
    );
    const mail = { table: 'users', column: 'mail', class: 'Email addresses', files: ['a.sql', 'b.sql'] };
    const found = find(['nir', 5, 6]);
    expect(found.people).toEqual([
      {
        reading: 1,
        person: 0,
        flags: 0,
        by: ['nir'],
        seen: [
          { ...mail, kinds: ['e-mail address'], rows: 2 },
          {
            table: 'users',
            column: 'pass',
            class: 'Passwords',
            files: ['a.sql', 'b.sql'],
            kinds: ['bcrypt', 'plain text'],
            rows: 1,
          },
          { table: 'phones', column: 'tel', class: 'Phone numbers', files: ['a.sql'], kinds: [], rows: 1 },
        ],
        special: [{ table: 'users', column: 'note', category: 'religion or belief' }],
      },
    ]);
    expect(find(['email', 1, 2], ['nir', 5, 6]).people[0]!.by).toEqual(['email', 'nir']);
    expect(find(['email', 3, 4]).people[0]!).toMatchObject({ person: 1, flags: 2 });
    expect(find(['phone', 1, 2]).people).toEqual([]);
    expect(find(['email', 2, 1]).people).toEqual([]);
  });

  test('tells the kind of a person’s own values, or where that is not known those of the column', async () => {
    await load(
      madeUpReading({
        identifiers: [
          [0, 'email', 1, 1],
          [1, 'email', 2, 2],
        ],
        exposures: [
          [0, 3],
          [1, 3],
          [1, 1],
        ],
      }),
    );
    const passwordOf = (low: number) =>
      find(['email', low, low]).people[0]!.seen.find(({ column }) => column === 'pass');
    expect(passwordOf(1)).toMatchObject({ kinds: ['plain text'], rows: 1 });
    expect(passwordOf(2)).toMatchObject({ kinds: ['bcrypt', 'plain text'], rows: 2 });
  });

  test('lists people who share an identifier apart, and tells how many where they are many', async () => {
    await load(
      madeUpReading({ identifiers: Array.from({ length: 50 }, (_, i) => [i, 'phone', 7, 7] as const) }),
    );
    const found = find(['phone', 7, 7]);
    expect(found.peopleInAll).toBe(50);
    expect(found.people.map(({ person }) => person)).toEqual(Array.from({ length: 20 }, (_, i) => i));
  });

  test('tells where an identifier stands in texts, also in a column that holds nothing else', async () => {
    await load(
      madeUpReading({
        mentions: [
          [0, 3, 'email', 9, 9],
          [0, 3, 'email', 9, 9],
          [0, 1, 'email', 9, 9],
        ],
      }),
    );
    expect(find(['email', 9, 9])).toEqual({
      people: [],
      peopleInAll: 0,
      mentions: [
        { reading: 1, sort: 'email', table: 'users', column: 'mail', files: ['a.sql', 'b.sql'] },
        { reading: 1, sort: 'email', table: 'users', column: 'note', files: ['a.sql', 'b.sql'] },
      ],
      unseen: [],
    });
    expect(find(['email', 1, 1], ['username', 1, 1]).unseen).toEqual(['username']);
  });

  test('says of every person exactly what was given, whatever it is', async () => {
    const word = fc.integer({ min: 0, max: 0xffffffff });
    const given = fc.record({
      identifiers: fc.array(fc.tuple(fc.nat(9), fc.constantFrom('email', 'nir'), word, fc.nat(2)), {
        maxLength: 60,
      }),
      exposures: fc.array(fc.tuple(fc.nat(9), fc.nat(madeUpPatterns.length - 1)), { maxLength: 60 }),
    });
    await fc.assert(
      fc.asyncProperty(given, async ({ identifiers, exposures }) => {
        await load(madeUpReading({ identifiers, exposures, people: 10 }));
        for (const [, sort, low, high] of identifiers) {
          const expected = [
            ...new Set(
              identifiers
                .filter((entry) => entry[1] === sort && entry[2] === low && entry[3] === high)
                .map(([person]) => person),
            ),
          ].toSorted((a, b) => a - b);
          const { people } = find([sort, low, high]);
          expect(people.map(({ person }) => person)).toEqual(expected);
          for (const { person, seen } of people) expect(rowsOf(seen)).toEqual(rowsGiven(exposures, person));
        }
      }),
      { numRuns: 25 },
    );
  });

  function rowsOf(seen: FoundPeople['people'][number]['seen']): Record<string, number> {
    return Object.fromEntries(seen.map(({ table, column, rows }) => [`${table}.${column}`, rows]));
  }

  function rowsGiven(exposures: [number, number][], person: number): Record<string, number> {
    const rows: Record<string, number> = {};
    for (const [of, pattern] of exposures) {
      if (of !== person) continue;
      const { table, columns } = madeUpPatterns[pattern]!;
      for (const column of columns) {
        const place = `${madeUpTables[table]!.name}.${madeUpTables[table]!.columns[column]!.name}`;
        rows[place] = (rows[place] ?? 0) + 1;
      }
    }
    return rows;
  }
});

describe('a further reading', () => {
  const a = { path: 'a.sql', sha256: 'aa', bytes: 1 };
  const b = { path: 'b.sql', sha256: 'bb', bytes: 1 };
  const c = { path: 'c.sql', sha256: 'cc', bytes: 1 };

  test('of the same bytes stands in the place of the earlier one, under whatever name', async () => {
    await load(madeUpReading({ inputs: [a], identifiers: [[0, 'email', 1, 1]] }));
    const again = await load(
      madeUpReading({ inputs: [{ ...a, path: 'moved.sql' }], identifiers: [[0, 'email', 2, 2]] }),
    );
    expect(again).toMatchObject({ reading: 2, replaced: [{ reading: 1 }], alsoIn: [] });
    expect(find(['email', 1, 1]).people).toEqual([]);
    expect(find(['email', 2, 2]).people).toHaveLength(1);
    expect(readings().map(({ reading }) => reading)).toEqual([2]);
  });

  test('of more files replaces those of some of them', async () => {
    await load(madeUpReading({ inputs: [a] }));
    await load(madeUpReading({ inputs: [b] }));
    expect((await load(madeUpReading({ inputs: [a, b, c] }))).replaced).toHaveLength(2);
    expect(readings()).toHaveLength(1);
  });

  test('of other files stands beside the earlier one, and their people apart', async () => {
    await load(madeUpReading({ inputs: [a, b], identifiers: [[0, 'email', 1, 1]] }));
    const kept = await load(madeUpReading({ inputs: [b, c], identifiers: [[0, 'email', 1, 1]] }));
    expect(kept).toEqual({ reading: 2, replaced: [], alsoIn: [{ path: 'b.sql', reading: 1 }] });
    expect(find(['email', 1, 1]).people.map(({ reading }) => reading)).toEqual([1, 2]);
  });

  test('of a file that could not be read to its end is taken for another one', async () => {
    await load(madeUpReading({ inputs: [{ ...a, sha256: '' }] }));
    expect((await load(madeUpReading({ inputs: [{ ...b, sha256: '' }] }))).replaced).toEqual([]);
    expect((await load(madeUpReading({ inputs: [{ ...b, sha256: '' }] }))).replaced).toHaveLength(1);
  });
});

describe('a load', () => {
  test('that is stopped or fails leaves the vault as it was', async () => {
    await load(madeUpReading({ identifiers: [[0, 'email', 1, 1]] }));
    const before = readings();
    const stop = new AbortController();
    const failing: ReadingSource = {
      ...madeUpReading({ identifiers: [[0, 'email', 2, 2]], exposures: [[0, 0]] }),
      forEachMention: () => stop.abort(new Error('stopped')),
    };
    {
      using loading = beginLoad(record);
      await expect(loading.keep(failing, { signal: stop.signal })).rejects.toThrow('stopped');
    }
    expect(readings()).toEqual(before);
    expect(find(['email', 1, 1]).people).toHaveLength(1);
    expect(find(['email', 2, 2]).people).toEqual([]);
  });

  test('keeps others from writing but not from reading', async () => {
    await load(madeUpReading({ identifiers: [[0, 'email', 1, 1]] }));
    using loading = beginLoad(record);
    expect(find(['email', 1, 1]).people).toHaveLength(1);
    expect(() => beginLoad(record)).toThrow(expect.objectContaining({ code: 'CASE_BUSY' }));
    await loading.keep(madeUpReading());
    expect(find(['email', 1, 1]).people).toEqual([]);
  });

  test('says how far it is, and never that it is done before it is', async () => {
    using loading = beginLoad(record);
    const told: number[] = [];
    await loading.keep(madeUpReading({ people: 200_000 }), { onProgress: (done) => told.push(done) });
    expect(told.length).toBeGreaterThan(2);
    expect(Math.max(...told)).toBeLessThan(1);
    expect(told).toEqual(told.toSorted((x, y) => x - y));
  });
});
