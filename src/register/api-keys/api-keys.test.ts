import { expect, test } from 'vitest';
import { forBothEngines } from '../../store/register/both-engines.fixture.ts';
import { apiKeyPattern, isExpired } from './api-key.ts';
import { createApiKeyFinder } from './find-api-key.ts';
import { createApiKey, findApiKey, listApiKeys, revokeApiKey } from './manage-api-keys.ts';
import { parsePlan, planAllows, plans } from './plans.ts';

const now = new Date('2026-11-23T10:00:00Z');
const usual = {
  plan: parsePlan('pro')!,
  name: 'a client',
  requestsPerMinute: null,
  expiresAt: null,
  sameAccountAs: null,
  now,
};

test('a family without a level is its first', () => {
  expect(parsePlan('pro')!.plan).toBe('pro-1');
  expect(parsePlan(' High-RPM ')!.plan).toBe('high-rpm-1');
  expect(parsePlan('core-5')!.requestsPerMinute).toBe(1000);
  expect(parsePlan('enterprise')!.requestsPerMinute).toBeNull();
  for (const none of ['', 'pro-6', 'core-0', 'free']) expect(parsePlan(none)).toBeNull();
  expect(plans).toHaveLength(14);
});

test('only an enterprise may ask for ranges with sensitive breaches, only larger plans for ranges at all', () => {
  const allowed = (use: Parameters<typeof planAllows>[1]) =>
    plans.filter((plan) => planAllows(plan, use)).map(({ plan }) => plan);
  expect(allowed('enterprise')).toEqual(['enterprise']);
  expect(allowed('account-range').filter((plan) => plan.startsWith('core'))).toEqual([]);
  expect(allowed('account')).toHaveLength(14);
  expect(allowed('domain').filter((plan) => plan.startsWith('high'))).toEqual([]);
});

forBothEngines((open) => {
  test('a key is found by itself, in capitals too, and rests as a hash', async () => {
    await using opened = await open();
    const { register } = opened;
    const made = await createApiKey(register, usual);
    expect(made.key).toMatch(apiKeyPattern);
    expect(made).toMatchObject({ number: 1, account: 1, requestsPerMinute: 500 });
    const { find } = createApiKeyFinder(register);
    expect(await find(made.key.toUpperCase())).toMatchObject({ number: 1 });
    expect(await find('0'.repeat(32))).toBeNull();
    expect((await findApiKey(register, made.key)).number).toBe(1);
    const rows = JSON.stringify(await register.rows.selectFrom('api_key').selectAll().execute());
    expect(rows).not.toContain(made.key);
    expect(rows).not.toContain(Buffer.from(made.key, 'hex').toString('base64'));
  });

  test('a revoked key ends within a second, in a process that knows it too', async () => {
    await using opened = await open();
    await using other = await opened.again();
    let clock = 0;
    const finder = createApiKeyFinder(opened.register, () => clock);
    const { key, number } = await createApiKey(opened.register, usual);
    expect(await finder.find(key)).not.toBeNull();
    expect(finder.isKnown(key)).toBe(true);
    expect(await revokeApiKey(other, number, now)).toBe(true);
    expect(await revokeApiKey(other, number, now)).toBe(false);
    clock = 1000;
    expect(await finder.find(key)).toBeNull();
    expect(finder.isKnown(key)).toBe(false);
    expect((await listApiKeys(other))[0]!.revokedAt).toBe(now.getTime());
    await expect(revokeApiKey(other, 99, now)).rejects.toThrow('no API key has the number 99');
  });

  test('a key may join the account of another, with limit and end of its own', async () => {
    await using opened = await open();
    const { register } = opened;
    await createApiKey(register, usual);
    const second = await createApiKey(register, { ...usual, sameAccountAs: 1 });
    const third = await createApiKey(register, {
      ...usual,
      sameAccountAs: second.number,
      requestsPerMinute: 7,
      expiresAt: now.getTime(),
    });
    expect([second.account, third.account]).toEqual([1, 1]);
    expect(third.requestsPerMinute).toBe(7);
    expect([isExpired(second, now), isExpired(third, now)]).toEqual([false, true]);
    await expect(createApiKey(register, { ...usual, sameAccountAs: 99 })).rejects.toThrow('number 99');
  });
});
