import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { examine } from './examine.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-held-'));
afterAll(() => rmSync(folder, { recursive: true }));

it.each([3, 150, 250])('%i rows that came before a column have nothing in it', async (before) => {
  const path = join(folder, 'members.ndjson');
  const rows = Array.from({ length: before + 40 }, (_, i) => ({
    email: `person${i}@example.com`,
    ...(i < before ? {} : { basket: `blue-${i % 7}`, paid: true }),
  }));
  writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const [table] = (await examine([path], { workers: 1 })).tables;
  expect(table!.rows).toBe(before + 40);
  expect(table!.columns.map(({ name, filled }) => [name, filled])).toEqual([
    ['email', before + 40],
    ['basket', 40],
    ['paid', 40],
  ]);
});
