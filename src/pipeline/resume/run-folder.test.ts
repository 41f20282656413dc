import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { caseState } from './case-state.ts';
import { beginRun, openRunFolder } from './run-folder.ts';
import { readSealed } from './sealed-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-runs-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const record = {
  case: '2026-bcdfgh',
  name: null,
  openedAt: '2026-11-23T09:00:00Z',
  key: Buffer.alloc(32, 7),
};

test('a run into a case rests in the case, under a key that lies nowhere', () => {
  const { stateFolder, stateKey } = caseState({ ...record, folder });
  const run = openRunFolder(stateFolder, [], {}, stateKey)!;
  beginRun(run, [1, 2]);
  expect(run.path.startsWith(folder)).toBe(true);
  expect(readdirSync(stateFolder)).toEqual(['runs']);
  expect(readSealed(join(run.path, 'run'), stateKey)).not.toBe(null);
  const other = caseState({ ...record, folder, key: Buffer.alloc(32, 8) });
  expect(readSealed(join(run.path, 'run'), other.stateKey)).toBe(null);
});

test('any other run has its key beside it', () => {
  const run = openRunFolder(folder, [], {})!;
  beginRun(run, [1, 2]);
  expect(readdirSync(folder).toSorted()).toEqual(['key', 'runs']);
  expect(openRunFolder(folder, [], {})!.key).toEqual(run.key);
});
