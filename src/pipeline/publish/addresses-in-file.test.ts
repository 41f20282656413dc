import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { addressesInFile } from './addresses-in-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-paste-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'paste.txt');

test('each address of a text is found once, however it is written', async () => {
  writeFileSync(path, 'Ada <Ada@Example.org>, ada@example.org;bo@example.com:secret\nno@address\n');
  expect([...(await addressesInFile(path))]).toEqual(['ada@example.org', 'bo@example.com']);
});

test('an address is found wherever the pieces of a long text end', async () => {
  const lines = Array.from({ length: 120_000 }, (_, i) => `person.${i}@mail.example.com`);
  writeFileSync(path, lines.join(' '));
  expect((await addressesInFile(path)).size).toBe(lines.length);
});

test('a text without white space is read to its end', async () => {
  writeFileSync(path, `${'x'.repeat(3 << 20)} last@example.org`);
  expect([...(await addressesInFile(path))]).toEqual(['last@example.org']);
});

test('a file that is not there is told', async () => {
  await expect(addressesInFile(join(folder, 'none'))).rejects.toMatchObject({ code: 'INPUT_NOT_FOUND' });
});
