/*
 * A thousand people planted in hiding places of all kinds: none of them is left, nowhere, and what hid them still opens.
 */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runTocsin } from '../examine/run-tocsin.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { openedText, survivorsIn, writePlanted } from './planted-people.fixture.ts';

const folder = scratchFolder();
const source = join(folder, 'in');
const out = join(folder, 'out');
mkdirSync(source);
const people = writePlanted(source, 1000);

test('the search of this test finds all of them in the source', () => {
  const found = survivorsIn(openedText(source), people);
  expect(found).toEqual({ email: 1000, phone: 1000, nir: 1000, iban: 1000, name: 1000, 'turned name': 1000 });
});

test('none of a thousand people is left in any hiding place', { timeout: 120_000 }, async () => {
  const home = { env: { TOCSIN_HOME: join(folder, 'home') } };
  const plan = join(folder, 'plan.yaml');
  expect(await runTocsin(['mask', 'plan', source, '--out', plan], '.', home)).toMatchObject({ exit: 0 });
  const ran = await runTocsin(['mask', source, '--out', out, '--key', 'planted', '--plan', plan], '.', home);
  expect(ran).toMatchObject({ exit: 0 });
  expect(survivorsIn(openedText(out), people)).toEqual({});

  const files = readdirSync(out, { recursive: true, encoding: 'utf8' });
  const sql = readFileSync(join(out, 'shop.sql'), 'utf8');
  expect(files.filter((name) => name.endsWith('.txt'))).toHaveLength(20);
  expect(sql.match(/INSERT INTO people/gu)).toHaveLength(1000);
  // what hid them still opens: lengths of serialized values, JSON, base64 of JSON
  const serialized = Array.from(sql.matchAll(/s:(\d+):"((?:[^"\\]|\\.)*?)"/gu));
  expect(serialized.length).toBe(6000);
  for (const [, length, text] of serialized)
    expect(Buffer.byteLength(text!.replaceAll(/\\(.)/gu, '$1'))).toBe(Number(length));
  const lines = readFileSync(join(out, 'log.ndjson'), 'utf8').trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { id: number }).id)).toEqual(people.map(({ id }) => id));
  const packed = Array.from(sql.matchAll(/eyJ[A-Za-z0-9+/]+={0,2}/gu), ([run]) =>
    Buffer.from(run, 'base64').toString(),
  );
  expect(packed).toHaveLength(1000);
  for (const text of packed) expect(Object.keys(JSON.parse(text) as object)).toEqual(['email', 'phone']);
});
