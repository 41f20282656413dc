import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { refuseUnwritableFile, refuseUnwritableFolder } from './refuse-unwritable.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-unwritable-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a file in a folder that is not there, and a folder that is a file, are told by their names', () => {
  const file = join(folder, 'list');
  expect(() => refuseUnwritableFile(join(folder, 'not-there', 'list'))).toThrow(
    `cannot write ${folder}/not-there/list`,
  );
  writeFileSync(file, '');
  expect(() => refuseUnwritableFolder(file)).toThrow(`cannot write ${file}`);
  expect(() => refuseUnwritableFolder(join(file, 'within'))).toThrow(`cannot write ${file}/within`);
});

test('what can be written is let through, and a missing folder is made', () => {
  refuseUnwritableFile(join(folder, 'list'));
  refuseUnwritableFolder(join(folder, 'a', 'b'));
  expect(() => refuseUnwritableFile(join(folder, 'a', 'b', 'list'))).not.toThrow();
});
