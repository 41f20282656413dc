import { expect, test, vi } from 'vitest';
import { forBothEngines } from '../../store/register/both-engines.fixture.ts';
import { addRateCounts } from '../../store/register/index.ts';
import { createRateLimits } from './create-rate-limits.ts';

const minute = 60_000;
const start = Date.parse('2026-11-23T10:00:00Z');

forBothEngines((open) => {
  test('a key has so many requests in a minute, and waits to its end', async () => {
    await using opened = await open();
    let at = start + 12_345;
    await using limits = createRateLimits(opened.register, () => new Date(at));
    for (let i = 0; i < 10; i++) expect(await limits.take(1, 'account', 10)).toBe(0);
    expect(await limits.take(1, 'account', 10)).toBe(48);
    expect(await limits.take(1, 'domain', 10)).toBe(0);
    expect(await limits.take(2, 'account', 10)).toBe(0);
    at = start + minute - 1;
    expect(await limits.take(1, 'account', 10)).toBe(1);
    at = start + minute;
    expect(await limits.take(1, 'account', 10)).toBe(0);
  });

  test('a clock that is put back locks nobody out for longer than a minute', async () => {
    await using opened = await open();
    let at = start + 50 * minute;
    await using limits = createRateLimits(opened.register, () => new Date(at));
    // every minute of the hour was used up
    for (; at < start + 60 * minute; at += minute)
      for (let i = 0; i < 3; i++) expect(await limits.take(1, 'account', 3)).toBe(0);
    await addRateCounts(opened.register, [
      { apiKey: 1, scope: 'account', block: Math.floor((start + 59 * minute) / minute), used: 100 },
    ]);
    at = start + 50 * minute + 30_000;
    let waited = 0;
    for (;;) {
      const wait = await limits.take(1, 'account', 3);
      if (wait === 0) break;
      waited += wait;
      at += wait * 1000;
    }
    expect(waited).toBeLessThanOrEqual(60);
  });

  test('several processes share a limit, but for a request or two of each', async () => {
    await using opened = await open();
    await using second = await opened.again();
    await using third = await opened.again();
    const now = () => new Date(start);
    const limit = 60;
    const processes = [opened.register, second, third].map((register) => createRateLimits(register, now));
    let taken = 0;
    // a request each in turn, with a moment for each to settle in
    for (let i = 0; i < limit * 2; i++) {
      if ((await processes[i % 3]!.take(7, 'account', limit)) === 0) taken++;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(taken).toBeGreaterThanOrEqual(limit);
    expect(taken).toBeLessThanOrEqual(limit + 2 * processes.length);
    for (const limits of processes) await limits[Symbol.asyncDispose]();
  });

  test('many requests of several processes at the same moment end at the limit', async () => {
    await using opened = await open();
    await using second = await opened.again();
    const now = () => new Date(start);
    const processes = [opened.register, second].map((register) => createRateLimits(register, now));
    let taken = 0;
    for (let i = 0; i < 25; i++) {
      const waits = await Promise.all(
        processes.flatMap((limits) => Array.from({ length: 4 }, async () => limits.take(7, 'account', 100))),
      );
      taken += waits.filter((wait) => wait === 0).length;
    }
    expect(taken).toBeGreaterThanOrEqual(100);
    expect(taken).toBeLessThanOrEqual(104);
    for (const limits of processes) await limits[Symbol.asyncDispose]();
  });

  test('what is settled is the sum of all, and each minute begins anew', async () => {
    await using opened = await open();
    const { register } = opened;
    const count = (block: number, used: number) =>
      addRateCounts(register, [{ apiKey: 1, scope: 'account', block, used }]);
    expect(await count(5, 3)).toEqual([{ apiKey: 1, scope: 'account', block: 5, used: 3 }]);
    expect((await count(5, 4))[0]!.used).toBe(7);
    expect((await count(6, 2))[0]).toMatchObject({ block: 6, used: 2 });
    expect((await count(5, 1))[0]).toMatchObject({ block: 5, used: 1 });
    const both = await addRateCounts(register, [
      { apiKey: 2, scope: 'account', block: 5, used: 1 },
      { apiKey: 1, scope: 'domain', block: 5, used: 2 },
    ]);
    expect(both).toHaveLength(2);
  });

  test('while the register is away each process goes on by its own count, and tells it later', async () => {
    await using opened = await open();
    const { register } = opened;
    let isAway = true;
    const rows = new Proxy(register.rows, {
      get: (target, name) => {
        if (isAway && name === 'insertInto') throw new Error('away');
        const value = Reflect.get(target, name, target) as unknown;
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    const limits = createRateLimits({ ...register, rows }, () => new Date(start));
    for (let i = 0; i < 4; i++) expect(await limits.take(1, 'account', 4)).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await limits.take(1, 'account', 4)).toBe(60);
    isAway = false;
    await limits[Symbol.asyncDispose]();
    await vi.waitFor(async () => {
      const { used } = await register.rows.selectFrom('rate_count').select('used').executeTakeFirstOrThrow();
      expect(used).toBe(4);
    });
  });
});
