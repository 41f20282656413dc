import type { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { databaseOf, readDatabase } from './open-sqlite.fixture.ts';

function fillPeople(database: DatabaseSync, count: number): void {
  database.exec('create table people (id integer primary key, name text, mail text)');
  const insert = database.prepare('insert into people values (?, ?, ?)');
  database.exec('begin');
  for (let i = 1; i <= count; i++) insert.run(i, `Ané Exemple ${i}`, `a${i}@example.com`);
  database.exec('commit');
}

test('every kind of value comes out as it went in', async () => {
  const bytes = databaseOf((database) => {
    database.exec('create table v (a, b, c, d, e, f, g, h, i, j, k, l)');
    database
      .prepare('insert into v values (?,?,?,?,?,?,?,?,?,?,?,?)')
      .run(
        null,
        0,
        1,
        -5,
        -300,
        70_000,
        2 ** 31 - 1,
        -(2 ** 40),
        9_007_199_254_740_993n,
        1.25,
        'é€',
        Buffer.from([0, 255]),
      );
  });
  const { rows } = await readDatabase(bytes);
  expect(rows.get('v')).toEqual([
    [
      null,
      '0',
      '1',
      '-5',
      '-300',
      '70000',
      '2147483647',
      '-1099511627776',
      '9007199254740993',
      '1.25',
      'é€',
      Uint8Array.of(0, 255),
    ],
  ]);
});

test('an integer primary key is the row id, large and negative ones too', async () => {
  const bytes = databaseOf((database) => {
    database.exec('create table "odd name" ([my id] INTEGER PRIMARY KEY, `x``y` text)');
    const insert = database.prepare('insert into "odd name" values (?, ?)');
    for (const id of [-1n, 5n, 2n ** 62n]) insert.run(id, 'Zoé');
  });
  const { rows, tables } = await readDatabase(bytes);
  expect(tables.get('odd name')!.columns).toEqual(['my id', 'x`y']);
  const ids = rows.get('odd name')!.map((row) => row[0]);
  expect(new Set(ids)).toEqual(new Set(['-1', '4611686018427387904', '5']));
});

test('the schema has types and keys', async () => {
  const bytes = databaseOf((database) => {
    database.exec('create table a (id integer primary key, mail varchar(80) unique)');
    database.exec('create table b (a_id int references a(id))');
    database.exec("insert into a values (1, 'a@example.com'); insert into b values (1)");
  });
  const { tables } = await readDatabase(bytes);
  expect(tables.get('a')!.schema).toEqual({
    name: 'a',
    columns: [
      { name: 'id', type: 'integer' },
      { name: 'mail', type: 'varchar(80)' },
    ],
    primaryKey: ['id'],
    unique: ['mail'],
    foreignKeys: [],
  });
  expect(tables.get('b')!.schema!.foreignKeys).toEqual([{ column: 'a_id', table: 'a', toColumn: 'id' }]);
});

test.each(['UTF-8', 'UTF-16le', 'UTF-16be'])('text in %s is read', async (encoding) => {
  const bytes = databaseOf((database) => {
    database.exec(`pragma encoding = '${encoding}'`);
    fillPeople(database, 300);
  });
  const { rows, skipped } = await readDatabase(bytes);
  expect(rows.get('people')).toHaveLength(300);
  expect(rows.get('people')).toContainEqual(['7', 'Ané Exemple 7', 'a7@example.com']);
  expect(skipped).toEqual([]);
});

test.each([512, 1024, 4096, 65_536])('all rows of deep trees are read in pages of %i bytes', async (size) => {
  const bytes = databaseOf((database) => {
    database.exec(`pragma page_size = ${size}`);
    fillPeople(database, 5000);
    database.exec('create index by_mail on people (mail)');
  });
  const { rows, skipped, offsets, mostAtOnce } = await readDatabase(bytes);
  expect(new Set(rows.get('people')!.map((row) => row[2])).size).toBe(5000);
  expect(skipped).toEqual([]);
  expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
  expect(mostAtOnce).toBeLessThanOrEqual(256);
});

test('rows that overflow their page are whole, and of long indexes no page is nobody’s', async () => {
  const long = 'wörd '.repeat(20_000);
  const bytes = databaseOf((database) => {
    database.exec('create table letters (id integer primary key, body text, mail text)');
    database.exec('create index by_body on letters (body)');
    const insert = database.prepare('insert into letters values (?, ?, ?)');
    for (let i = 1; i <= 20; i++) insert.run(i, `${i} ${long}`, `l${i}@example.com`);
  });
  const { rows, skipped } = await readDatabase(bytes);
  expect(rows.get('letters')).toHaveLength(20);
  expect(rows.get('letters')!.every(([id, body]) => body === `${String(id)} ${long}`)).toBe(true);
  expect(skipped).toEqual([]);
});

test('a table without row ids has its columns in the order of their definition', async () => {
  const bytes = databaseOf((database) => {
    database.exec('create table w (note text, mail text, n int, primary key (n, mail)) without rowid');
    const insert = database.prepare('insert into w values (?, ?, ?)');
    database.exec('begin');
    for (let i = 0; i < 3000; i++) insert.run(`note ${i}`, `w${i}@example.com`, i);
    database.exec('commit');
  });
  const { rows, skipped } = await readDatabase(bytes);
  expect(rows.get('w')).toHaveLength(3000);
  expect(rows.get('w')).toContainEqual(['note 42', 'w42@example.com', '42']);
  expect(skipped.map((part) => part.reason)).toEqual(['unused room between rows, searched for deleted ones']);
});

test('virtual columns shift nothing, columns added later are empty in older rows', async () => {
  const bytes = databaseOf((database) => {
    database.exec(
      'create table g (a text, b text generated always as (a || 1) virtual, c text as (a || 2) stored, d text)',
    );
    database.exec("insert into g (a, d) values ('x', 'y'); alter table g add column e text default 'z'");
  });
  const { rows } = await readDatabase(bytes);
  expect(rows.get('g')).toEqual([['x', null, 'x2', 'y', null]]);
});

test('pages that vacuuming databases keep for themselves are nobody’s rows', async () => {
  const bytes = databaseOf((database) => {
    database.exec('pragma page_size = 512; pragma auto_vacuum = full');
    fillPeople(database, 4000);
  });
  const { rows, skipped } = await readDatabase(bytes);
  expect(rows.get('people')).toHaveLength(4000);
  expect(skipped).toEqual([]);
});

test('text that is not UTF-8 is taken as Windows-1252, blobs of plain text as text', async () => {
  const bytes = databaseOf((database) => {
    database.exec('create table t (a text, b blob)');
    database.exec("insert into t values (cast(x'4e6fe96c' as text), x'6140622e74657374')");
  });
  const { rows } = await readDatabase(bytes);
  expect(rows.get('t')).toEqual([['Noél', 'a@b.test']]);
});

test('addresses of deleted rows are still found, apart from what stood beside them', async () => {
  const bytes = databaseOf((database) => {
    database.exec('pragma secure_delete = off');
    fillPeople(database, 2000);
    database.exec('delete from people where id between 500 and 1500 or id in (3, 1900)');
  });
  const { rows, skipped } = await readDatabase(bytes);
  expect(rows.get('people')).toHaveLength(997);
  const text = skipped.map((part) => part.text).join('\n');
  const found = new Set(text.match(/(?<=[\t\n]|^)a\d+@example\.com(?=[\t\n]|$)/gmu));
  const deleted = [3, 1900, ...Array.from({ length: 1001 }, (_, i) => 500 + i)].map(
    (i) => `a${i}@example.com`,
  );
  const still = deleted.filter((mail) => bytes.includes(mail));
  expect(still.length).toBeGreaterThan(800);
  expect(still.filter((mail) => !found.has(mail))).toEqual([]);
  expect(found.has('a3@example.com')).toBe(true);
  expect(found.has('a1900@example.com')).toBe(true);
  expect(new Set(skipped.map((part) => part.reason))).toEqual(
    new Set([
      'pages freed by the database, searched for deleted rows',
      'unused room between rows, searched for deleted ones',
    ]),
  );
});

test('a dropped table is searched', async () => {
  const bytes = databaseOf((database) => {
    database.exec('pragma secure_delete = off');
    fillPeople(database, 300);
    database.exec('drop table people');
  });
  const { skipped } = await readDatabase(bytes);
  expect(skipped.map((part) => part.text).join('\n')).toContain('\ta77@example.com');
});

test('an empty database is read as nothing', async () => {
  const { tables, skipped } = await readDatabase(
    databaseOf((database) => database.exec('create table t (a)')),
  );
  expect([...tables.keys()]).toEqual([]);
  expect(skipped).toEqual([]);
});
