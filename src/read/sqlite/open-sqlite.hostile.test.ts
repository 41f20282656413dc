import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import { databaseOf, readDatabase } from './open-sqlite.fixture.ts';
import { isSqlite } from './is-sqlite.ts';

const pageBytes = 512;

const madeUp = databaseOf((database) => {
  database.exec(`pragma page_size = ${pageBytes}; pragma secure_delete = off`);
  database.exec('create table people (id integer primary key, name text, mail text)');
  database.exec('create table w (mail text primary key, note text) without rowid');
  database.exec('create index by_mail on people (mail)');
  const person = database.prepare('insert into people values (?, ?, ?)');
  const note = database.prepare('insert into w values (?, ?)');
  database.exec('begin');
  for (let i = 1; i <= 400; i++) person.run(i, `Ida Exemple ${i}`, `p${i}@example.com`);
  for (let i = 1; i <= 60; i++) note.run(`w${i}@example.com`, 'long '.repeat(i * 5));
  database.exec('commit; delete from people where id < 50');
});

function mailsOf(told: Awaited<ReturnType<typeof readDatabase>>): Set<string> {
  const text = [
    ...[...told.rows.values()].flat(2).filter((value) => typeof value === 'string'),
    ...told.skipped.map((part) => part.text),
  ].join('\n');
  return new Set(text.match(/[pw]\d+@example\.com/gu));
}

/** Reading ends, with all there is or with a reason. */
async function expectCalmEnd(bytes: Uint8Array): Promise<void> {
  const error: unknown = await readDatabase(bytes).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error === null || error instanceof UnreadableError ? null : error).toBeNull();
}

test('a page of noise costs its own rows only, and is told with its place', async () => {
  const whole = await readDatabase(madeUp);
  for (let page = 3; page * pageBytes < madeUp.length; page += 11) {
    const bytes = Buffer.from(madeUp);
    bytes.fill(0xa5, page * pageBytes, (page + 1) * pageBytes);
    const told = await readDatabase(bytes);
    const rows = [...told.rows.values()].flat().length;
    expect(rows).toBeGreaterThan([...whole.rows.values()].flat().length - 120);
    expect([...mailsOf(whole)].filter((mail) => !mailsOf(told).has(mail)).length).toBeLessThan(60);
  }
});

test('a damaged interior page loses no row: its leaves are searched as text', async () => {
  const bytes = Buffer.from(madeUp);
  for (let at = 0; at < bytes.length; at += pageBytes) if (bytes[at] === 5) bytes[at] = 0xff;
  const told = await readDatabase(bytes);
  expect([...mailsOf(told)].filter((mail) => mail.startsWith('p')).length).toBeGreaterThan(380);
  expect(told.skipped.map((part) => part.reason)).toContain(
    'pages that belong to no table, searched as text',
  );
});

test('a database cut anywhere gives what is left of it', async () => {
  for (let cut = 0; cut < madeUp.length; cut += 1777) await expectCalmEnd(madeUp.subarray(0, cut));
  const told = await readDatabase(madeUp.subarray(0, madeUp.length - 700));
  expect(told.rows.get('people')!.length).toBeGreaterThan(0);
  expect(told.skipped.map((part) => part.reason)).toContain('the database is cut within a page');
});

test('trees that turn back on themselves end', async () => {
  const bytes = Buffer.from(madeUp);
  for (let at = 0; at < bytes.length; at += pageBytes)
    if (bytes[at] === 5) bytes.writeUInt32BE(at / pageBytes + 1, at + 8);
  const told = await readDatabase(bytes);
  expect(told.skipped[0]!.reason).toMatch(/named by the database/u);
});

test('a free list that runs in a circle, or names live pages, frees nothing twice', async () => {
  const bytes = Buffer.from(madeUp);
  bytes.writeUInt32BE(5, 32);
  const told = await readDatabase(bytes);
  expect(told.rows.get('people')).toHaveLength(351);
});

test('cells that lie over each other are not read many times over', async () => {
  const bytes = databaseOf((database) => {
    database.exec('create table t (a text)');
    database.prepare('insert into t values (?)').run('x'.repeat(3000));
  });
  const leaf = bytes.lastIndexOf('\x0d', bytes.length - 1, 'latin1') & ~4095;
  const cell = bytes.readUInt16BE(leaf + 8);
  bytes.writeUInt16BE(400, leaf + 3);
  for (let i = 0; i < 400; i++) bytes.writeUInt16BE(cell, leaf + 8 + i * 2);
  const { rows, skipped } = await readDatabase(bytes);
  expect(rows.get('t')).toHaveLength(1);
  expect(skipped.map((part) => part.reason)).toContain('damaged rows of table t, at least 399');
});

test('a row with more values than its table has columns is damaged, and widens nothing', async () => {
  const bytes = Buffer.from(madeUp);
  const at = bytes.indexOf('Ida Exemple 399');
  bytes.write('\x09\x09\x09\x09\x09', at, 'latin1');
  const header = at - 4;
  expect(bytes[header]).toBe(4);
  bytes[header] = 9;
  const { tables, skipped } = await readDatabase(bytes);
  expect(tables.get('people')!.columns).toHaveLength(3);
  expect(skipped.map((part) => part.reason)).toContain('damaged rows of table people, at least 1');
});

test('page sizes that cannot be are refused in words', async () => {
  for (const size of [0, 2, 100, 513, 40_000]) {
    const bytes = Buffer.from(madeUp);
    bytes.writeUInt16BE(size, 16);
    await expect(readDatabase(bytes)).rejects.toThrow(/impossible page size/u);
  }
});

test('only files that begin as databases do are taken for some', () => {
  expect(isSqlite(madeUp)).toBe(true);
  expect(isSqlite(madeUp.subarray(0, 15))).toBe(false);
  expect(isSqlite(Buffer.from('SQLite format 2\0 and more'))).toBe(false);
});

test('damage of any kind neither crashes nor hangs the reader', async () => {
  const damage = fc.array(
    fc.record({
      at: fc.oneof(
        fc.nat(madeUp.length - 5),
        fc.nat(madeUp.length / pageBytes - 1).map((page) => page * pageBytes),
      ),
      by: fc.constantFrom(0, 1, 3, 5, 8),
      value: fc.oneof(fc.constantFrom(0, 1, 0x7f, 0x80, 0xff), fc.nat(255)),
    }),
    { minLength: 1, maxLength: 30 },
  );
  await fc.assert(
    fc.asyncProperty(damage, async (changes) => {
      const bytes = Buffer.from(madeUp);
      for (const { at, by, value } of changes) if (at + by < bytes.length) bytes[at + by] = value;
      bytes.write('SQLite format 3\0', 0, 'latin1');
      await expectCalmEnd(bytes);
    }),
    { numRuns: 300, seed: 3 },
  );
});
