import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExposureReport } from '../report/index.ts';
import { examine } from './index.ts';

const firsts = 'Nora Karine Pierre Louis Marie Jeanne Paul Luc Anne Claire Hugo Rosa Grace'.split(' ');
const lasts = 'Quellmont Bauvel Descamps Perrachon Valdeluz Montebruno Keroual Brissac Terrier'.split(' ');
const rows = 300;

/** As PHP writes it. */
function php(value: string | number | Record<string, string | number>): string {
  if (typeof value === 'number') return `i:${value};`;
  if (typeof value === 'string') return `s:${Buffer.byteLength(value)}:"${value}";`;
  const entries = Object.entries(value).map(([key, one]) => php(key) + php(one));
  return `a:${entries.length}:{${entries.join('')}}`;
}

const quoted = (text: string) =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll('"', '\\"')}'`;

function dump(): string {
  const users: string[] = [];
  const meta: string[] = [];
  const orders: string[] = [];
  for (let id = 1; id <= rows; id++) {
    const first = firsts[id % firsts.length]!;
    const last = lasts[id % lasts.length]!;
    const mail = `${first}.${last}.${id}@example.com`.toLowerCase();
    const phone = `06 39 98 ${String(10 + Math.floor(id / 90))} ${String(10 + (id % 90))}`;
    const friend = `01 99 00 ${String(10 + Math.floor(id / 90))} ${String(10 + (id % 90))}`;
    const bio = `Bonjour,\\nje suis ${last.toUpperCase()} ${first}, joignable au ${phone} ou chez ma sœur au ${friend}.`;
    users.push(
      `(${id},${quoted(mail)},'${first}','${last}','${phone}','${bio}',${quoted(php({ theme: 'dark', dob: `19${50 + (id % 50)}-0${1 + (id % 9)}-1${id % 10}` }))})`,
    );
    meta.push(`(${id * 2},${id},'billing_phone','${phone}')`, `(${id * 2 + 1},${id},'theme','dark')`);
    orders.push(
      `(${id},${id},${quoted(JSON.stringify({ customer: { iban: 'FR1420041010050500013M02606' }, items: [{ name: 'Lampe' }] }))})`,
    );
  }
  return `CREATE TABLE users (id int NOT NULL, mail varchar(80), first_name varchar(40), last_name varchar(40), phone varchar(40), bio text, data longblob, PRIMARY KEY (id));
INSERT INTO users VALUES ${users.join(',\n')};
CREATE TABLE user_meta (meta_id int NOT NULL, user_id int, meta_key varchar(255), meta_value longtext, PRIMARY KEY (meta_id));
INSERT INTO user_meta VALUES ${meta.join(',\n')};
CREATE TABLE orders (id int NOT NULL, user_id int, payload text, PRIMARY KEY (id));
INSERT INTO orders VALUES ${orders.join(',\n')};
`;
}

const folder = mkdtempSync(join(tmpdir(), 'tocsin-texts-'));
let report: ExposureReport;
beforeAll(async () => {
  const path = join(folder, 'site.sql');
  writeFileSync(path, dump());
  report = await examine([path], { workers: 2 });
});
afterAll(() => rmSync(folder, { recursive: true }));

function classesOf(table: string, column: string): string[] {
  const found = report.tables.find(({ name }) => name === table)!.columns.find(({ name }) => name === column);
  return (found?.classes ?? []).map(
    ({ class: dataClass, kind, values }) => `${dataClass}, ${kind}: ${values}`,
  );
}

describe('texts in rows', () => {
  test('hold numbers of others, and again what stands in the row itself', () => {
    const found = classesOf('users', 'bio');
    expect(found).toContain(`Phone numbers, in text: ${rows}`);
    expect(found).toContain(`Phone numbers, in text, the row's own: ${rows}`);
    expect(found).toContain(`Names, in text, the row's own: ${rows}`);
  });

  test('make nobody a person, and count once in what is only mentioned', () => {
    expect(report.people.count).toBe(rows);
    expect(report.people.mentionedByClass.find((found) => found.class === 'Phone numbers')?.values).toBe(
      rows,
    );
  });
});

describe('packed data', () => {
  test('is opened: what its keys tell is a class of the row’s person', () => {
    expect(classesOf('users', 'data › dob')).toEqual([`Dates of birth, full date: ${rows}`]);
    expect(report.classes.find((found) => found.class === 'Dates of birth')?.people).toBe(rows);
  });

  test('of a row that belongs to somebody is that person’s', () => {
    expect(classesOf('orders', 'payload › iban')).toEqual([`Bank account numbers, IBAN: ${rows}`]);
    expect(report.tables.find(({ name }) => name === 'orders')).toMatchObject({
      about: 'linked',
      people: rows,
    });
    expect(report.classes.find((found) => found.class === 'Bank account numbers')?.people).toBe(rows);
  });
});

describe('packed data in quotes', () => {
  const phoneOf = (id: number) => `01 99 00 ${10 + Math.floor(id / 90)} ${10 + (id % 90)}`;
  const birthOf = (id: number) => `19${50 + (id % 50)}-0${1 + (id % 9)}-1${id % 10}`;
  const ids = Array.from({ length: rows }, (_, id) => id);
  const mailOf = (id: number) => `${lasts[id % lasts.length]}.${id}@example.com`.toLowerCase();
  const dataOf = (id: number) => JSON.stringify({ theme: 'dark', dob: birthOf(id) });
  const noteOf = (id: number) => `["appel" rappeler au ${phoneOf(id)}`;
  const csvText = (text: string) => `"${text.replaceAll('"', '""')}"`;

  test.each([
    [
      'people.csv',
      `id,email,data,note\n${ids.map((id) => `${id},${mailOf(id)},${csvText(dataOf(id))},${csvText(noteOf(id))}`).join('\n')}\n`,
    ],
    [
      'people.ndjson',
      ids
        .map((id) => JSON.stringify({ id, email: mailOf(id), data: dataOf(id), note: noteOf(id) }))
        .join('\n'),
    ],
  ])('is opened in %s; what only begins like it is a text', async (name, text) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    const { tables, people } = await examine([path], { workers: 1 });
    const found = tables[0]!.columns.find((column) => column.name === 'data › dob')!.classes;
    expect(found).toMatchObject([{ class: 'Dates of birth', values: rows }]);
    expect(people.mentionedByClass.find((one) => one.class === 'Phone numbers')?.values).toBe(rows);
  });

  test('is a text where it is long, and past any number of such columns', async () => {
    const wide = Array.from({ length: 40 }, (_, column) => `c${column}`);
    const path = join(folder, 'wide.csv');
    const filler = '"x",'.repeat(1500);
    const lines = ids.map((id) =>
      [
        mailOf(id),
        csvText(`[${filler}"${phoneOf(id)}"]`),
        ...wide.map((_, column) =>
          csvText(JSON.stringify([column === 39 ? `06 39 98 ${phoneOf(id).slice(9)}` : 'none'])),
        ),
      ].join(','),
    );
    writeFileSync(path, `email,cache,${wide.join(',')}\n${lines.join('\n')}\n`);
    const { people } = await examine([path], { workers: 1 });
    expect(people.mentionedByClass.find((one) => one.class === 'Phone numbers')?.values).toBe(rows * 2);
  });
});

describe('a table of keys and values', () => {
  test('is judged key by key, and its rows are no people', () => {
    expect(classesOf('user_meta', 'meta_value › billing_phone')).toEqual([
      `Phone numbers, national: ${rows}`,
    ]);
    expect(classesOf('user_meta', 'meta_value')).toEqual([]);
    expect(report.tables.find(({ name }) => name === 'user_meta')).toMatchObject({
      about: 'linked',
      people: rows,
    });
  });
});
