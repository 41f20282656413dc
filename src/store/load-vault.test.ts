import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { CaseRecord } from './case-record.ts';
import { openCase } from './cases.ts';
import { findPeople, type FoundPeople } from './find-people.ts';
import { type InstanceHome, openHome } from './instance-home.ts';
import type { CaseSource, KeptDelivery } from './case-source.ts';
import { openDelivery, writeDelivery } from './delivery-file.ts';
import { listDeliveries, readTotals } from './list-deliveries.ts';
import { beginLoad } from './load-vault.ts';
import { madeUpDelivery, madeUpParts, madeUpPatterns, madeUpSource } from './made-up-source.fixture.ts';
import { openVault } from './open-vault.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-load-'));
const home: InstanceHome = openHome(join(folder, 'home'));
let record: CaseRecord;

beforeEach(() => {
  record = openCase(home, null, new Date());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function load(source: CaseSource): Promise<void> {
  using loading = beginLoad(record);
  await loading.keep(source);
}

function find(...identifiers: [sort: string, low: number, high: number][]): FoundPeople {
  using vault = openVault(record);
  return findPeople(
    vault.db,
    identifiers.map(([sort, low, high]) => ({ sort, low, high })),
    20,
  );
}

function deliveries(): KeptDelivery[] {
  using vault = openVault(record);
  return listDeliveries(vault.db);
}

describe('a vault', () => {
  test('is found by each identifier, with what each row held and where', async () => {
    await load(
      madeUpSource({
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
    const mail = {
      delivery: 1,
      table: 'users',
      column: 'mail',
      class: 'Email addresses',
      files: ['a.sql', 'b.sql'],
    };
    const found = find(['nir', 5, 6]);
    expect(found.people).toEqual([
      {
        person: 0,
        flags: 0,
        by: ['nir'],
        seen: [
          { ...mail, kinds: ['e-mail address'], rows: 2 },
          {
            delivery: 1,
            table: 'users',
            column: 'pass',
            class: 'Passwords',
            files: ['a.sql', 'b.sql'],
            kinds: ['bcrypt', 'plain text'],
            rows: 1,
          },
          {
            delivery: 1,
            table: 'phones',
            column: 'tel',
            class: 'Phone numbers',
            files: ['a.sql'],
            kinds: [],
            rows: 1,
          },
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
      madeUpSource({
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
      madeUpSource({ identifiers: Array.from({ length: 50 }, (_, i) => [i, 'phone', 7, 7] as const) }),
    );
    const found = find(['phone', 7, 7]);
    expect(found.peopleInAll).toBe(50);
    expect(found.people.map(({ person }) => person)).toEqual(Array.from({ length: 20 }, (_, i) => i));
  });

  test('tells where an identifier stands in texts, also in a column that holds nothing else', async () => {
    await load(
      madeUpSource({
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
        { delivery: 1, sort: 'email', table: 'users', column: 'mail', files: ['a.sql', 'b.sql'] },
        { delivery: 1, sort: 'email', table: 'users', column: 'note', files: ['a.sql', 'b.sql'] },
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
        await load(madeUpSource({ identifiers, exposures, people: 10 }));
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
      const { part, columns } = madeUpPatterns[pattern]!;
      for (const column of columns) {
        const place = `${madeUpParts[part]!.name}.${madeUpParts[part]!.columns[column]!.name}`;
        rows[place] = (rows[place] ?? 0) + 1;
      }
    }
    return rows;
  }
});

describe('a further delivery', () => {
  test('takes the place of all that the vault held, people and totals', async () => {
    await load(madeUpSource({ identifiers: [[0, 'email', 1, 1]], mentions: [[0, 3, 'phone', 4, 4]] }));
    const second = { ...madeUpDelivery, delivery: 2, at: '2026-12-01T00:00:00.000Z' };
    const totals = { ...madeUpSource().counted, count: 41 };
    await load({
      ...madeUpSource({ identifiers: [[1, 'nir', 2, 2]], deliveries: [madeUpDelivery, second] }),
      counted: totals,
    });
    expect(find(['email', 1, 1], ['phone', 4, 4])).toMatchObject({
      people: [],
      mentions: [],
      unseen: ['email', 'phone'],
    });
    expect(find(['nir', 2, 2]).people.map(({ person }) => person)).toEqual([1]);
    expect(deliveries()).toEqual([madeUpDelivery, second]);
    using vault = openVault(record);
    expect(readTotals(vault.db)).toEqual({
      people: totals,
      classes: [
        { class: 'Email addresses', people: 9 },
        { class: 'Phone numbers', people: 1 },
      ],
      mentioned: [{ class: 'Email addresses', values: 2 }],
    });
  });

  test('leaves no file of a delivery that is not held, once it is loaded or another load begins', async () => {
    {
      using loading = beginLoad(record);
      writeDelivery(record, 1, [Buffer.from('one')]);
      writeDelivery(record, 2, [Buffer.from('two')]);
      await loading.keep(madeUpSource({ deliveries: [{ ...madeUpDelivery, delivery: 2 }] }));
    }
    expect(() => openDelivery(record, 1)).toThrow(expect.objectContaining({ code: 'CASE_DAMAGED' }));
    writeDelivery(record, 3, [Buffer.from('three')]);
    {
      using loading = beginLoad(record);
      expect(loading.deliveries.map(({ delivery }) => delivery)).toEqual([2]);
    }
    expect(() => openDelivery(record, 3)).toThrow(expect.objectContaining({ code: 'CASE_DAMAGED' }));
    using kept = openDelivery(record, 2);
    expect(kept.sizeBytes).toBe(3);
  });
});

describe('a load', () => {
  test('that is stopped or fails leaves the vault as it was', async () => {
    await load(madeUpSource({ identifiers: [[0, 'email', 1, 1]] }));
    const before = deliveries();
    const stop = new AbortController();
    const failing: CaseSource = {
      ...madeUpSource({ identifiers: [[0, 'email', 2, 2]], exposures: [[0, 0]] }),
      forEachMention: () => stop.abort(new Error('stopped')),
    };
    {
      using loading = beginLoad(record);
      await expect(loading.keep(failing, { signal: stop.signal })).rejects.toThrow('stopped');
    }
    expect(deliveries()).toEqual(before);
    expect(find(['email', 1, 1]).people).toHaveLength(1);
    expect(find(['email', 2, 2]).people).toEqual([]);
  });

  test('keeps others from writing but not from reading', async () => {
    await load(madeUpSource({ identifiers: [[0, 'email', 1, 1]] }));
    using loading = beginLoad(record);
    expect(find(['email', 1, 1]).people).toHaveLength(1);
    expect(() => beginLoad(record)).toThrow(expect.objectContaining({ code: 'CASE_BUSY' }));
    await loading.keep(madeUpSource());
    expect(find(['email', 1, 1]).people).toEqual([]);
  });

  test('says how far it is, and never that it is done before it is', async () => {
    using loading = beginLoad(record);
    const told: number[] = [];
    await loading.keep(madeUpSource({ people: 200_000 }), { onProgress: (done) => told.push(done) });
    expect(told.length).toBeGreaterThan(2);
    expect(Math.max(...told)).toBeLessThan(1);
    expect(told).toEqual(told.toSorted((x, y) => x - y));
  });
});
