import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { afterAll, expect, test } from 'vitest';
import { type RecordPart, TableTally } from '../../resolve/index.ts';
import { WorkerTally } from '../worker-tally.ts';
import { fetchPages, type KeptResult, PageKeeper } from './kept-pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-pages-'));
afterAll(() => rmSync(folder, { recursive: true }));
const key = new Uint8Array(32).fill(7);

function resultOf(pages: RecordPart['pages']) {
  const part = new TableTally([], { gathered: [], width: 2, merging: false, isEmail: [] }).toPart();
  const table = {
    leaf: 'a',
    database: '',
    table: 't',
    source: 'a',
    part: { ...part, records: { ...part.records, pages } },
  };
  return { ...new WorkerTally().result(new Map()), tables: [table] };
}

test('a full page is written once, and all pages come back in their order', () => {
  const keeper = new PageKeeper({ folder, key, everyMs: 1, name: 'x' });
  const pages = [1, 2, 3].map((n) => new Uint32Array(4).fill(n));
  keeper.keep(resultOf(pages.slice(0, 2)));
  expect(readdirSync(folder)).toEqual(['page-x-1']);
  const kept = serialize(keeper.keep(resultOf(pages)));
  expect(readdirSync(folder).toSorted()).toEqual(['page-x-1', 'page-x-2']);
  const fetched = fetchPages(deserialize(kept) as KeptResult, folder, key);
  expect(fetched?.tables[0]!.part.records.pages.map((page) => [...page])).toEqual(
    pages.map((page) => [...page]),
  );
  truncateSync(join(folder, 'page-x-1'), 20);
  expect(fetchPages(deserialize(kept) as KeptResult, folder, key)).toBe(null);
});
