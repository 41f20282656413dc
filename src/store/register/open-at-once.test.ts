import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openHome } from '../index.ts';
import { listBreaches } from './breach-rows.ts';
import { startPostgres } from './postgres-server.fixture.ts';
import { openRegister } from './register-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-at-once-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const script = new URL('open-at-once.fixture.ts', import.meta.url).pathname;

async function openAtOnce(home: string, url: string | null): Promise<string[]> {
  const names = ['Alpha', 'Beta', 'Gamma', 'Delta'];
  const codes = await Promise.all(
    names.map(async (name) => {
      const child = spawn(process.execPath, [script, home, url ?? '', name], { stdio: 'inherit' });
      return (await once(child, 'exit'))[0] as number;
    }),
  );
  expect(codes).toEqual(names.map(() => 0));
  await using register = await openRegister(openHome(home), url);
  return (await listBreaches(register.rows)).map(({ name }) => name).toSorted();
}

test('processes that begin at once make one register, in a file', async () => {
  expect(await openAtOnce(join(folder, 'file'), null)).toEqual(['Alpha', 'Beta', 'Delta', 'Gamma']);
});

test('processes that begin at once make one register, on a server', async () => {
  await using server = await startPostgres();
  const url = await server.makeDatabase();
  expect(await openAtOnce(join(folder, 'server'), url)).toEqual(['Alpha', 'Beta', 'Delta', 'Gamma']);
});
