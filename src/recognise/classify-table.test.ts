import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyTable, type TableSample } from './classify-table.ts';
import { noiseTables } from './made-up-noise.fixture.ts';
import { peopleTables } from './made-up-people.fixture.ts';
import { programTables } from './made-up-programs.fixture.ts';
import { pools, sampleOf, type TableCase } from './made-up-tables.fixture.ts';

const tables = [...peopleTables, ...programTables];
const options = { today: new Date('2026-11-22T00:00:00Z') };

/** What each column was found to hold, and what was expected, by column name or position. */
function compare(table: TableCase): {
  found: Record<string, string | null>;
  expected: Record<string, string | null>;
} {
  const findings = classifyTable(sampleOf(table), options);
  const found: Record<string, string | null> = {};
  const expected: Record<string, string | null> = {};
  for (const [index, [name, , , dataClass]] of table.columns.entries()) {
    found[name ?? `column ${index}`] = findings[index]![0]?.class ?? null;
    expected[name ?? `column ${index}`] = dataClass;
  }
  return { found, expected };
}

describe('tables of people', () => {
  it.each(tables.map((table) => [table.name, table] as const))(
    '%s: every column is what it says',
    (_, table) => {
      const { found, expected } = compare(table);
      expect(found).toEqual(expected);
    },
  );

  it.each([2, 4])('three tables keep their classes with %i rows', (rows) => {
    for (const name of ['salaries', 'Mitarbeiter', 'wp_users']) {
      const table = tables.find((one) => one.name === name)!;
      const { found, expected } = compare({ ...table, rows });
      expect(found).toEqual(expected);
    }
  });

  it('a column in capitals without separators reads like any other', () => {
    const { found } = compare({
      name: 'T_CLI',
      rows: 30,
      columns: [
        ['NOMCLIENT', null, pools.fullNames, null],
        ['TELPORTABLE', null, pools.frenchPhones, null],
        ['DATENAISSANCE', null, pools.birthDates, null],
      ],
    });
    expect(Object.values(found)).toEqual(['Names', 'Phone numbers', 'Dates of birth']);
  });
});

describe('tables about nobody', () => {
  it.each(noiseTables.map((table) => [table.name, table] as const))('%s: nothing is claimed', (_, table) => {
    const { found, expected } = compare(table);
    expect(found).toEqual(expected);
  });
});

describe('columns of chance', () => {
  const pool = fc.constantFrom(
    fc.nat().map(String),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc.uuid(),
    fc
      .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 32, maxLength: 32 })
      .map((digits) => digits.join('')),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    fc.lorem({ maxCount: 12 }),
    fc.webUrl(),
    fc.base64String({ maxLength: 60 }),
    fc.string({ maxLength: 30 }),
    fc.boolean().map(String),
    fc.json(),
  );
  const column = pool.chain((values) =>
    fc.record({
      name: fc.constantFrom(
        null,
        'data',
        'value',
        'code',
        'amount',
        'created',
        'ref',
        'label',
        'body',
        'extra',
      ),
      values: fc.array(values, { maxLength: 60 }),
    }),
  );

  it('without telling names or values nothing is claimed', () => {
    fc.assert(
      fc.property(fc.array(column, { maxLength: 8 }), (columns) => {
        const sample = {
          name: 'log',
          columns: columns.map(({ name, values }) => ({
            name,
            type: null,
            filled: values.length,
            rows: 60,
            values,
            rowIds: values.map((_, index) => index),
            isKey: false,
          })),
        };
        expect(classifyTable(sample, options).flat()).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('evidence', () => {
  const users = classifyTable(sampleOf(tables.find((table) => table.name === 'users')!), options);

  it('names the phrase of the lexicon, the sample, its passes and what chance would give', () => {
    expect(users[2]![0]).toMatchObject({
      class: 'Email addresses',
      standing: 'own',
      evidence: { name: 'email', sampled: 30, passed: 30, chance: 0.001 },
    });
  });

  it('says how passwords are stored', () => {
    expect(users[3]![0]).toMatchObject({ class: 'Passwords', kind: 'bcrypt' });
  });

  it('a pair of first and last name stands alone, a lone name needs a table of people', () => {
    const pair = sampleOf({
      name: 'x',
      rows: 20,
      columns: [
        ['first_name', null, pools.firstNames, null],
        ['last_name', null, pools.lastNames, null],
      ],
    });
    expect(classifyTable(pair, options).map(([one]) => one?.standing)).toEqual(['own', 'own']);
    const lone = sampleOf({ name: 'members', rows: 20, columns: [['name', null, pools.fullNames, null]] });
    expect(classifyTable(lone, options).map(([one]) => one?.standing)).toEqual(['context']);
  });

  it('an advert that names a contact is nobody, so its address counts only in context', () => {
    const advert = sampleOf({
      name: 'job_offers',
      rows: 20,
      columns: [
        ['title', null, pools.jobTitles, null],
        ['contact_email', null, pools.emails, null],
      ],
    });
    expect(classifyTable(advert, options)).toMatchObject([
      [],
      [{ class: 'Email addresses', standing: 'context' }],
    ]);
  });

  it('a username column half full of e-mail addresses holds both', () => {
    const mixed = pools.usernames.map((name, index) => (index % 2 === 0 ? name : pools.emails[index]!));
    const [column] = classifyTable(
      sampleOf({ name: 'accounts', rows: 40, columns: [['login', 'varchar(80)', mixed, null]] }),
      options,
    );
    expect(column!.map((one) => one.class).toSorted()).toEqual(['Email addresses', 'Usernames']);
  });

  it('a column called birthday that is filled with last week is no date of birth', () => {
    const recent = pools.recentDays
      .map((day) => day.replace('2016', '2026'))
      .filter((day) => day < '2026-11-22');
    expect(
      classifyTable(
        sampleOf({ name: 'users', rows: 30, columns: [['birthday', 'date', recent, null]] }),
        options,
      ),
    ).toEqual([[]]);
  });

  it('confidence falls with the share of values that fit', () => {
    const confidence = (share: number): number => {
      const phones = pools.frenchPhones.map((phone, index) =>
        index < 40 * share ? phone : 'call reception',
      );
      const [column] = classifyTable(
        sampleOf({ name: 'people', rows: 40, columns: [['phone', null, phones, null]] }),
        options,
      );
      return column![0]?.confidence ?? 0;
    };
    expect(confidence(1)).toBeGreaterThan(0.95);
    expect(confidence(0.5)).toBeLessThanOrEqual(confidence(1));
    expect(confidence(0.1)).toBe(0);
  });

  it('an empty table has no findings', () => {
    expect(classifyTable({ name: 'empty', columns: [] }, options)).toEqual([]);
    expect(
      classifyTable(
        sampleOf({ name: 'users', rows: 0, columns: [['email', null, pools.emails, null]] }),
        options,
      ),
    ).toEqual([[]]);
  });
});

describe('wide tables', () => {
  const people = sampleOf({
    name: 'people',
    rows: 10,
    columns: [
      ['first_name', null, pools.firstNames, null],
      ['last_name', null, pools.lastNames, null],
      ['name', null, pools.fullNames, null],
      ['email', null, pools.emails, null],
      ['customer_name', null, pools.firms, null],
      [null, null, pools.lastNames, null],
    ],
  });
  const wide = (columns: TableSample['columns'], times: number): TableSample => ({
    name: 'people',
    columns: Array.from({ length: times }, () => columns).flat(),
  });
  const classes = (table: TableSample): (string | undefined)[] =>
    classifyTable(table, options).map(([one]) => one?.class);

  it('a table repeated side by side holds what it holds once, thousands of columns wide', () => {
    const twice = classes(wide(people.columns, 2));
    expect(twice.slice(0, 4)).toEqual(['Names', 'Names', 'Names', 'Email addresses']);
    expect(classes(wide(people.columns, 500))).toEqual(Array.from({ length: 250 }, () => twice).flat());
  });

  it('a column among 100,000 is no more work than among a few, or this would take half an hour', () => {
    const [, , , email] = people.columns;
    const plain = { ...email!, name: 'ref', values: pools.orders.slice(0, 5), rowIds: [0, 1, 2, 3, 4] };
    const findings = classifyTable(
      { name: 'log', columns: [email!, ...wide([plain], 99_999).columns] },
      options,
    );
    expect(findings.flatMap((one, index) => (one.length > 0 ? [index] : []))).toEqual([0]);
  });
});
