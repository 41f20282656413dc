/*
 * A build that is killed again and again ends as one that was never killed: every entry is there once, under its slot.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { contentOf, vocabularyOf } from '../../src/lookup/private/index.ts';
import { openHome } from '../../src/store/index.ts';
import {
  insertBreach,
  insertExposureSets,
  openRegister,
  privateIndexes,
  publishBreach,
} from '../../src/store/register/index.ts';
import { privateRoutes } from '../../src/web/private/private-routes.ts';
import { testContext } from '../../src/web/web-context.fixture.ts';
import { askFor, madeUpModel, madeUpNir, someSets } from './planted-index.fixture.ts';

const script = fileURLToPath(new URL('./build-until-killed.fixture.ts', import.meta.url));
const people = 13_000;

/** Kills after so many lines, or lets it end. */
function run(home: string, breach: number, killAfter: number): Promise<string[]> {
  const child = spawn(process.execPath, [script, home, String(breach), String(people)]);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (said.split('\n').length > killAfter) child.kill('SIGKILL');
  });
  return new Promise((resolve) => child.once('close', () => resolve(said.trim().split('\n'))));
}

test('killed while it works and while it settles, it goes on where it was', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-private-kill-'));
  try {
    const home = openHome(join(folder, 'home'));
    let breach: number;
    {
      await using register = await openRegister(home, null);
      breach = await insertBreach(register.rows, {
        name: 'Killed',
        caseId: null,
        isRange: false,
        model: JSON.stringify(madeUpModel('Killed')),
      });
      const sets = someSets.map((set, number) => ({ number, content: JSON.stringify(set) }));
      await insertExposureSets(register.rows, breach, sets);
    }
    const first = await run(home.path, breach, 1);
    const second = await run(home.path, breach, 1);
    expect(Number(second[0])).toBeGreaterThan(Number(first[0]));
    // all entries are made, and it is killed while it sorts them
    expect((await run(home.path, breach, 2)).at(-1)).not.toBe('ended');
    expect((await run(home.path, breach, Infinity)).at(-1)).toBe('ended');
    await using register = await openRegister(home, null);
    const entries = people + people / 10;
    expect(await privateIndexes(register.rows, breach)).toMatchObject([{ entries, isReady: true }, {}]);
    expect(await register.rows.selectFrom('private_part').selectAll().execute()).toEqual([]);
    await publishBreach(register, breach);
    let day = 0;
    await using context = await testContext({
      open: { home, register },
      now: () => new Date(Date.UTC(2026, 10, 1 + day)),
    });
    const app = privateRoutes(context);
    const contents = someSets.map((set) => contentOf(vocabularyOf(someSets), set).toString('hex'));
    for (const i of [0, 1, 2, 4095, 4100, 5000, 8190, 8200, 12_280, 12_290, 12_999]) {
      day++;
      const { found } = await askFor(app, 'nir', madeUpNir(i));
      expect([i, found]).toEqual([
        i,
        { Killed: i % 10 === 0 ? [contents[1], contents[0]] : [contents[i % 2]] },
      ]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
