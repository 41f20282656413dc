/*
 * Subsets through whole runs: what is left refers to nothing that is gone, for any number of threads and length of stretches.
 */
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import * as maskRuns from '../../src/pipeline/mask/index.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { createHere } from './mask-here.fixture.ts';

const folder = scratchFolder();
const mask = createHere(folder);

const plan = `plan: 1
tables:
  users:
    id: {keep: "row number"}
    email: {mask: email}
    last_name: {mask: last-name}
    manager_id: {keep: "row number"}
  orders:
    id: {keep: "row number"}
    user_id: {keep: "row number"}
    note: {mask: text}
statements:
  CREATE TABLE: text
  COMMENT: text
  SELECT: text
files: text
`;

const names = ['Durand', 'Moreau', 'Lefebvre', 'Garnier', 'Rousseau'];

function dump(users: number): string {
  const userRows = Array.from({ length: users }, (_, i) => {
    const name = names[i % names.length]!;
    return `(${i + 1},'${name.toLowerCase()}.${i + 1}@mail.example','${name}',${i < 10 ? 'NULL' : Math.ceil(i / 10)})`;
  });
  const orderRows = Array.from(
    { length: users * 3 },
    (_, i) => `(${i + 1},${(i % users) + 1},'for ${names[i % names.length]}, by hand')`,
  );
  const inserts = (table: string, rows: string[]) =>
    Array.from(
      { length: Math.ceil(rows.length / 40) },
      (_, i) => `INSERT INTO ${table} VALUES ${rows.slice(i * 40, i * 40 + 40).join(',')};\n`,
    ).join('');
  return `CREATE TABLE users (id int, email varchar(80), last_name varchar(40), manager_id int, PRIMARY KEY (id), FOREIGN KEY (manager_id) REFERENCES users (id));
CREATE TABLE orders (id int, user_id int, note text, PRIMARY KEY (id), FOREIGN KEY (user_id) REFERENCES users (id));
${inserts('orders', orderRows)}${inserts('users', userRows)}`;
}

const subset = [maskRuns.parseSubset('users=5%')];

describe('a subset of a dump', () => {
  test('loads with its foreign keys, holds the orders of its users, and nobody real', async () => {
    const { output, receipt, refusals, survivors } = await mask(dump(800), plan, { subset });
    expect({ refusals, survivors }).toEqual({ refusals: [], survivors: [] });
    const db = new DatabaseSync(':memory:');
    db.exec('PRAGMA foreign_keys = OFF');
    db.exec(output!.toString());
    expect(db.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    const [users, orders] = ['users', 'orders'].map((table) =>
      Number(db.prepare(`SELECT count(*) AS n FROM ${table}`).get()!['n']),
    );
    expect(receipt!.subset).toEqual({
      rules: ['users=5%'],
      tables: [
        { table: 'users', rows: 800, kept: users },
        { table: 'orders', rows: 2400, kept: orders },
      ],
    });
    expect(users).toBeLessThan(200);
    expect(orders).toBeGreaterThan(0);
    expect(orders! % 3).toBe(0);
    expect(output!.toString()).not.toMatch(/mail\.example'|'Durand'/u);
    db.close();
  });

  test('is the same for any number of threads and any length of stretches, packed or not', async () => {
    const source = dump(200);
    const whole = await mask(source, plan, { subset });
    for (const options of [
      ...[3000, 4000, 5000, 6000, 7000, 8000].map((stretchBytes) => ({ stretchBytes })),
      { stretchBytes: 9000, workers: 2 },
    ]) {
      const again = await mask(source, plan, { subset, ...options });
      expect(again.output!.equals(whole.output!)).toBe(true);
    }
    const packed = await mask(gzipSync(source), plan, { subset });
    expect(gunzipSync(packed.output!).equals(whole.output!)).toBe(true);
  });

  test('holds the rows of the whole copy under the same key, in its order', async () => {
    const source = dump(300);
    const [whole, part] = [await mask(source, plan), await mask(source, plan, { subset })];
    const rowsOf = (text: Buffer) => text.toString().match(/\((?!id)[^()]*\)(?=[,;])/gu) ?? [];
    const all = new Set(rowsOf(whole.output!));
    const some = rowsOf(part.output!);
    expect(some.length).toBeGreaterThan(10);
    expect(some.length).toBeLessThan(all.size / 2);
    expect(some.filter((row) => !all.has(row))).toEqual([]);
  });

  test('of a table that the source does not have is an error', async () => {
    await expect(mask(dump(50), plan, { subset: [maskRuns.parseSubset('people=5%')] })).rejects.toThrow(
      'the source has no table people',
    );
  });

  test('of rows in a form of which none can be left out is refused with the place', async () => {
    const source = `CREATE TABLE "USERS" ("ID" NUMBER(10,0), "EMAIL" VARCHAR2(80), "LAST_NAME" VARCHAR2(40), "MANAGER_ID" NUMBER(10,0), PRIMARY KEY ("ID"));
${Array.from({ length: 40 }, (_, i) => `INSERT ALL\n  INTO "USERS" ("ID", "EMAIL", "LAST_NAME", "MANAGER_ID") VALUES (${i}, 'a${i}@mail.example', 'Durand', NULL)\nSELECT 1 FROM dual;\n`).join('')}`;
    const whole = await mask(source, plan);
    expect([whole.refusals, whole.receipt?.coverage.rows]).toEqual([[], 40]);
    const { receipt, refusals } = await mask(source, plan, {
      subset: [maskRuns.parseSubset('users=10%')],
    });
    expect(receipt).toBeNull();
    expect(refusals[0]!.reason).toBe('rows in a form of which none can be left out');
    // rows stand on every third line
    expect(refusals[0]!.line! % 3).toBe(0);
  });
});
