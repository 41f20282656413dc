/*
 * What a copy holds depends on the source, the plan and the key, and on nothing else.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { createHere, type HereOptions } from './mask-here.fixture.ts';
import { peopleDump, peoplePlan } from './people-dump.fixture.ts';

const here = createHere(scratchFolder());
const dump = peopleDump(1500);
const output = async (options: HereOptions = {}) => (await here(dump, peoplePlan, options)).output!;
const usual = await output();
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('outside of the masked values every byte is as it was', () => {
  const withoutValues = (text: string) => text.replaceAll(/'(?:[^']|'')*'/gu, "''");
  expect(withoutValues(usual.toString())).toBe(withoutValues(dump));
});

describe('the same bytes come of', () => {
  test.each<[string, HereOptions]>([
    ['another run', {}],
    ['no check', { isChecked: false }],
    ['stretches of 16 KB', { stretchBytes: 16 << 10 }],
    ['stretches of 100,000 bytes', { stretchBytes: 100_000 }],
    ['one stretch', { stretchBytes: 64 << 20 }],
    ['one thread', { workers: 1, stretchBytes: 64 << 10 }],
    ['two threads', { workers: 2, stretchBytes: 64 << 10 }],
    ['three threads, and stretches that are shorter than a statement', { workers: 3, stretchBytes: 4 << 10 }],
  ])('%s', async (_, options) => {
    expect(sha256(await output(options))).toBe(sha256(usual));
  });

  test('the same dump, packed and packed again', async () => {
    const packed = gzipSync(dump);
    const one = await here(packed, peoplePlan);
    const other = await here(packed, peoplePlan, { stretchBytes: 64 << 10 });
    expect(sha256(gunzipSync(one.output!))).toBe(sha256(usual));
    expect(other.output!.equals(one.output!)).toBe(true);
  });

  test('the same dump in UTF-16, written as UTF-16 again', async () => {
    const wide = await here(Buffer.from(`\ufeff${dump}`, 'utf16le'), peoplePlan);
    expect(wide.output!.toString('utf16le')).toBe(`\ufeff${usual.toString()}`);
  });
});

const addresses = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString()
    .toLowerCase()
    .match(/[\w.+-]+@[\w.-]+/gu)!;

test('equal stays equal, in another table, in capitals and inside of letters', () => {
  const text = usual.toString();
  const [people, newsletter] = text.split('CREATE TABLE `newsletter`');
  const masked = new Set(addresses(Buffer.from(people!)));
  expect(masked.size).toBe(1500);
  expect(new Set(addresses(Buffer.from(newsletter!)))).toEqual(masked);
});

test('equal stays equal in a later dump under the same key', async () => {
  const later = await here(peopleDump(300, 7), peoplePlan);
  const known = new Set(addresses(usual));
  expect(addresses(later.output!).filter((address) => !known.has(address))).toEqual([]);
});

test('under another key nothing is the same', async () => {
  const other = await here(dump, peoplePlan, { keyName: 'other' });
  const known = new Set(addresses(usual));
  expect(addresses(other.output!).filter((address) => known.has(address))).toEqual([]);
  const vendor = await here(dump, peoplePlan, { vendor: 'Exemple SA' });
  expect(addresses(vendor.output!).filter((address) => known.has(address))).toEqual([]);
});

test('equal stays equal across the files of a folder', async () => {
  const csv = `id;email\n${addresses(Buffer.from(peopleDump(200)))
    .slice(0, 400)
    .map((address, i) => `${i};${address}`)
    .join('\n')}\n`;
  const plan = peoplePlan.replace(
    'statements:',
    '  list:\n    id: {keep: row number}\n    email: {mask: email}\nstatements:',
  );
  const { receipt, out } = await here({ 'a/shop.sql': peopleDump(200), 'list.csv': csv }, plan);
  expect(receipt!.output.files.map(({ place }) => place)).toEqual(['a/shop.sql', 'list.csv']);
  const known = new Set(addresses(readFileSync(`${out}/a/shop.sql`)));
  expect(addresses(readFileSync(`${out}/list.csv`)).filter((address) => !known.has(address))).toEqual([]);
});
