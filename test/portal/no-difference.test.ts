/*
 * Nobody learns from the portal whether an address is in a breach: not from a page, not from how long it takes. Compared
 * are distributions, by a test of ranks with wide bounds; that the test itself sees a difference is tested too.
 */
import { expect, test } from 'vitest';
import {
  type CodeQuestion,
  createAccountLookup,
  createCatalogue,
  statementByCode,
} from '../../src/lookup/index.ts';
import { createOptOuts, createPersonKeys, optOut } from '../../src/register/index.ts';
import { forBothEngines } from '../../src/store/register/both-engines.fixture.ts';
import { createApp } from '../../src/web/create-app.ts';
import { testContext } from '../../src/web/web-context.fixture.ts';
import {
  birth,
  code,
  nobodysCode,
  plantBreaches,
} from '../../src/lookup/statements/planted-breaches.fixture.ts';
import { durationsInTurn, rankDifference } from './rank-test.fixture.ts';

/** Of the same length each, so that no parser has more to do for one than for another. */
const addresses = {
  known: 'ana.duval@example.org',
  unknown: 'ane.duvil@example.org',
  optedOut: 'ena.duvol@example.org',
  malformed: 'ana.duval@example..or',
};

const farApart = 5;

test('the test of ranks sees one part in twenty, and nothing where there is nothing', () => {
  const series = (shift: number) => Array.from({ length: 400 }, () => 1 + shift + Math.random() * 0.2);
  expect(Math.abs(rankDifference(series(0), series(0.05)))).toBeGreaterThan(farApart);
  expect(Math.abs(rankDifference(series(0), series(0)))).toBeLessThan(farApart);
});

forBothEngines((open) => {
  test('an address is answered alike in word and time, in a breach or not, taken out or malformed', async () => {
    await using opened = await open();
    const { register } = opened;
    await plantBreaches(register);
    const key = createPersonKeys(register.secrets('person-key'))('email', addresses.optedOut);
    await register.rows
      .insertInto('exposure')
      .values({ person_key: key, breach: 1, exposure_set: 1 })
      .execute();
    await optOut(register, { address: addresses.optedOut, kind: 'delete', now: 1 }, register.rows);
    // each question at a time of its own, far apart: no limit is met
    let moment = 0;
    await using context = await testContext({ open: opened, now: () => new Date((moment += 7_200_000)) });
    const app = createApp(context);
    const pages = new Set<string>();
    const ask = async (address: string) => {
      const answer = await app.request('/ask', {
        method: 'POST',
        body: new URLSearchParams({ address }),
        headers: { 'accept-language': 'en' },
      });
      pages.add(`${answer.status} ${JSON.stringify([...answer.headers])} ${await answer.text()}`);
    };
    const durations = await durationsInTurn(
      Object.fromEntries(Object.entries(addresses).map(([name, address]) => [name, () => ask(address)])),
      150,
    );
    expect(pages.size).toBe(1);
    const jobs = await register.rows.selectFrom('job').select('kind').execute();
    expect(new Set(jobs.map(({ kind }) => kind))).toEqual(new Set(['asked-by-mail']));
    for (const name of ['unknown', 'optedOut', 'malformed'])
      expect(Math.abs(rankDifference(durations['known']!, durations[name]!)), name).toBeLessThan(farApart);
  });

  test('a code that fails takes as long whether there is no such code, another date, or a limit', async () => {
    await using opened = await open();
    const { register } = opened;
    await plantBreaches(register);
    const source = {
      catalogue: createCatalogue(register),
      accounts: createAccountLookup(register),
      optOuts: createOptOuts(register),
    };
    let moment = 0;
    const asked = async (question: Partial<CodeQuestion>) => {
      const now = (moment += 2 * 24 * 3_600_000);
      const statement = await statementByCode(register, source, {
        code,
        birth,
        network: '203.0.113',
        now,
        ...question,
      });
      expect(statement).toBeNull();
    };
    const locked = { network: 'locked', now: 5 };
    for (let i = 0; i < 100; i++) await asked({ ...locked, birth: '1999-01-01' });
    const durations = await durationsInTurn(
      {
        noSuchCode: () => asked({ code: nobodysCode }),
        anotherDate: () => asked({ birth: '1985-03-28' }),
        locked: () => asked(locked),
      },
      150,
    );
    for (const name of ['anotherDate', 'locked'])
      expect(Math.abs(rankDifference(durations['noSuchCode']!, durations[name]!)), name).toBeLessThan(
        farApart,
      );
  });
});
