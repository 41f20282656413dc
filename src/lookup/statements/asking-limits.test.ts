// Limits on asking: kept by several processes together, across clock steps, and without what is counted at rest.
import { expect, test } from 'vitest';
import { forBothEngines } from '../../store/register/both-engines.fixture.ts';
import { createOptOuts } from '../../register/index.ts';
import { createAccountLookup } from '../accounts/account-lookup.ts';
import { createCatalogue } from '../accounts/breach-catalogue.ts';
import { askByMail } from './ask-by-mail.ts';
import {
  type AskingLimit,
  codeLimits,
  forgetOldAskings,
  isWithinLimits,
  mailLimits,
} from './asking-limits.ts';
import { birth, nobodysCode } from './planted-breaches.fixture.ts';
import { statementByCode } from './statement-by-code.ts';

const hour = 3_600_000;
const now = 500_000 * hour;
const limit: AskingLimit = { name: 'test', subject: 'a@example.org', most: 3, perMs: hour };

forBothEngines((open) => {
  test('as many as are allowed pass, then none until the stretch is over', async () => {
    await using opened = await open();
    const ask = (at: number) => isWithinLimits(opened.register, { count: [limit], now: at });
    const asked: boolean[] = [];
    for (const at of [now, now + 1, now + 2, now + 3, now + hour]) asked.push(await ask(at));
    expect(asked).toEqual([true, true, true, false, true]);
  });

  test('processes that ask at the same moment count together', async () => {
    await using opened = await open();
    await using again = await opened.again();
    const asked = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        isWithinLimits(i % 2 === 0 ? opened.register : again, { count: [limit], now }),
      ),
    );
    expect(asked.filter(Boolean)).toHaveLength(3);
  });

  test('one limit that is reached is enough, and the others count on', async () => {
    await using opened = await open();
    const other = { ...limit, name: 'other', most: 5 };
    for (let i = 0; i < 5; i++) await isWithinLimits(opened.register, { count: [limit, other], now });
    expect(await isWithinLimits(opened.register, { count: [other], now })).toBe(false);
  });

  test('what is only seen is not counted', async () => {
    await using opened = await open();
    const see = () => isWithinLimits(opened.register, { count: [], see: [limit], now });
    for (let i = 0; i < 5; i++) expect(await see()).toBe(true);
    for (let i = 0; i < 3; i++) await isWithinLimits(opened.register, { count: [limit], now });
    expect(await see()).toBe(false);
  });

  test('a network that asks on and on uses up its own share, and not that of everybody', async () => {
    await using opened = await open();
    const { register } = opened;
    const source = {
      catalogue: createCatalogue(register),
      accounts: createAccountLookup(register),
      optOuts: createOptOuts(register),
    };
    const asked = { wish: { what: 'statement' }, address: 'a@example.org', language: 'en' } as const;
    const beyond = 5;
    const own = { code: codeLimits.network('').most, mail: mailLimits.network('').most };
    for (let i = 0; i < own.code + beyond; i++)
      await statementByCode(register, source, { code: nobodysCode, birth, network: 'n', now });
    for (let i = 0; i < own.mail + beyond; i++) await askByMail(register, { ...asked, network: 'n', now });
    const isUsed = async (all: AskingLimit, times: number) =>
      !(await isWithinLimits(register, { count: [], see: [{ ...all, most: times }], now }));
    expect(await isUsed(mailLimits.everybody(), own.mail)).toBe(true);
    expect(await isUsed(mailLimits.everybody(), own.mail + 1)).toBe(false);
    // the code has a limit of its own, which is reached before
    const ofCode = codeLimits.code('').most;
    expect(await isUsed(codeLimits.failures(), ofCode)).toBe(true);
    expect(await isUsed(codeLimits.failures(), ofCode + 1)).toBe(false);
  });

  test('a clock that steps back or forward locks nobody out for longer than a stretch', async () => {
    await using opened = await open();
    const ask = (at: number) => isWithinLimits(opened.register, { count: [limit], now: at });
    for (let i = 0; i < 5; i++) await ask(now + 100 * hour);
    expect(await ask(now)).toBe(true);
  });

  test('nothing that is counted lies there readable, and what is over is forgotten', async () => {
    await using opened = await open();
    await isWithinLimits(opened.register, { count: [limit, { ...limit, subject: '203.0.113' }], now });
    const rows = await opened.register.rows.selectFrom('asking_count').selectAll().execute();
    expect(JSON.stringify(rows.map(({ limit_key: key }) => key.toString('latin1')))).not.toContain('example');
    await isWithinLimits(opened.register, { count: [{ ...limit, subject: 'ahead' }], now: now + 90 * hour });
    await forgetOldAskings(opened.register, now + 2 * hour);
    expect(await opened.register.rows.selectFrom('asking_count').selectAll().execute()).toEqual([]);
  });
});
