import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type OwnListRead, readOwnList } from './read-own-list.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-list-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Each one's key fits; every 75th was given for a time and begins with 7 or 8. */
const numbers = Array.from({ length: 300 }, (_, i) => {
  const sex = i % 75 === 0 ? 7 + (i % 2) : 1 + (i % 2);
  const body = `${sex}${50 + (i % 45)}${String(1 + (i % 12)).padStart(2, '0')}${10 + (i % 80)}${100 + i}${String(1 + i).padStart(3, '0')}`;
  return `${body}${String(97 - Number(BigInt(body) % 97n)).padStart(2, '0')}`;
});

function read(
  text: string | Buffer,
  columns: { name: string; sort: string | null }[] = [],
): Promise<OwnListRead> {
  const path = join(folder, 'own.csv');
  writeFileSync(path, text);
  const list = { title: 'the list of Banque A', file: 'own.csv', columns, shared: false };
  return readOwnList(path, list, { seed: [1, 2], now: new Date('2026-01-01'), workers: 1 });
}

const all = (column: string) => [{ column, sort: 'nir', values: 300, recognised: 300 }];
const lines = `${numbers.join('\n')}\n`;

test.each([
  ['with a header', `NIR\n${lines}`, [], 'NIR'],
  ['with a header that is not known', `num_secu\n${lines}`, [], 'num_secu'],
  [
    'with a header that the rules name',
    `num_secu\n${lines}`,
    [{ name: 'num_secu', sort: 'nir' }],
    'num_secu',
  ],
  ['without a header', lines, [], 'column 1'],
  ['without a header, told', lines, [{ name: 'column 1', sort: 'nir' }], 'column 1'],
  [
    'quoted, with Windows line ends',
    `"NIR"\r\n${numbers.map((number) => `"${number}"\r\n`).join('')}`,
    [],
    'NIR',
  ],
  ['in UTF-16', Buffer.from(`\uFEFFNIR\n${lines}`, 'utf16le'), [], 'NIR'],
  ['beside another column', `NIR;ville\n${numbers.map((number) => `${number};Paris\n`).join('')}`, [], 'NIR'],
])('a list of numbers, some of them provisional, is read whole: %s', async (_, text, columns, column) => {
  const { listed, columns: found } = await read(text, columns);
  expect(found).toEqual(all(column));
  expect(listed.get('nir')!.size).toBe(300);
});

test('values that are not what the others are are counted', async () => {
  const { columns } = await read(`num_secu\n${lines}unknown\n\n185057800608490\n`);
  expect(columns).toEqual([{ column: 'num_secu', sort: 'nir', values: 302, recognised: 300 }]);
});

test('a list of one value names it, where the rules say what it is', async () => {
  const { listed } = await read('185057800608491\n', [{ name: 'column 1', sort: 'nir' }]);
  expect(listed.get('nir')!.size).toBe(1);
});

test('a column that is not there is refused with the one that is, and never with a value', async () => {
  await expect(read(`num_secu\n${lines}`, [{ name: 'num_secq', sort: null }])).rejects.toMatchObject({
    code: 'RULES_WRONG',
    hint: 'it has num_secu',
  });
  const refused = await read(lines, [{ name: 'num_secu', sort: null }]).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'RULES_WRONG' });
  expect(JSON.stringify(refused)).not.toContain(numbers[0]);
});

test('numbers that chance explains as well are not guessed at', async () => {
  await expect(read('reference\n123456782\n')).rejects.toMatchObject({ code: 'RULES_WRONG' });
});
