/*
 * A split that is killed at any moment leaves the one before or the new one, whole; nothing of it rests in clear.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { custodyFolder, verifyCustody } from '../../src/custody/index.ts';
import { splitOf } from '../../src/pipeline/index.ts';
import type { SplitReport } from '../../src/report/index.ts';
import { findCase, openHome, openVault } from '../../src/store/index.ts';
import { startTocsin } from '../examine/run-tocsin.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { type BanksCase, openBanksCase } from './banks-case.fixture.ts';

const scratch = scratchFolder();
let banks: BanksCase;

beforeAll(async () => {
  banks = await openBanksCase(scratch, 300);
  banks.rulesFile('other.json', {
    controllers: [
      {
        name: 'Banque C',
        rules: [
          { column: 'mandant', prefix: 'ING-' },
          { table: 'clients', column: 'code', prefix: '10' },
        ],
      },
    ],
  });
});

/** By controller, as its tables have them. */
function membersHeld(): Record<string, number> {
  using vault = openVault(findCase(openHome(banks.home), banks.id)!);
  const rows = vault.db
    .prepare(
      `SELECT name, count(person) AS people FROM controller LEFT JOIN member USING (controller) GROUP BY name`,
    )
    .all() as { name: string; people: number }[];
  return Object.fromEntries(rows.map(({ name, people }) => [name, people]));
}

function peopleOf({ controllers }: SplitReport): Record<string, number> {
  return Object.fromEntries(controllers.map(({ name, people }) => [name, people]));
}

/** What stands in clear in any file of the instance or the temporary folder. */
function inClear(): string[] {
  const secrets = [banks.planted[0]!.email, banks.planted.at(-1)!.email, 'Vernaudin', 'Banque A', 'Banque C'];
  return [banks.home, join(banks.folder, 'temporary')].flatMap((place) =>
    readdirSync(place, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .flatMap((entry) => {
        const path = join(entry.parentPath, entry.name);
        const bytes = readFileSync(path);
        return secrets.filter((secret) => bytes.includes(secret)).map((secret) => `${secret} in ${path}`);
      }),
  );
}

test('killed at 20 moments of chance', { timeout: 300_000 }, async () => {
  const expected: Record<string, Record<string, number>> = {};
  let took = 0;
  for (const name of ['banks.json', 'other.json']) {
    const started = performance.now();
    expected[name] = peopleOf(await banks.split(name));
    took = performance.now() - started;
    expect(membersHeld()).toEqual(expected[name]);
  }
  let current = 'other.json';
  let finished = 0;
  for (let point = 0; point < 20; point++) {
    const next = current === 'other.json' ? 'banks.json' : 'other.json';
    const args = ['split', banks.id, '--rules', next];
    const { child, ended } = startTocsin(args, banks.folder, banks.surroundings);
    // most of a run is start-up: the later half is where it writes
    await sleep(took * (0.3 + 0.75 * Math.random()));
    child.kill('SIGKILL');
    await ended;
    expect(inClear()).toEqual([]);
    const held = membersHeld();
    expect(peopleOf(splitOf(findCase(openHome(banks.home), banks.id)!)!.report!)).toEqual(held);
    expect([expected[current], expected[next]]).toContainEqual(held);
    if ('Banque C' in held === (next === 'other.json')) {
      current = next;
      finished++;
    }
    expect(verifyCustody(custodyFolder(banks.home)).problems).toEqual([]);
  }
  expect(finished).toBeLessThan(20);
  expect(peopleOf(await banks.split('banks.json'))).toEqual(expected['banks.json']);
});
