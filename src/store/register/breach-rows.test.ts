import { expect, test } from 'vitest';
import { forBothEngines } from './both-engines.fixture.ts';
import {
  breachesNamed,
  catalogueVersion,
  holdPublished,
  insertBreach,
  insertExposureSets,
  listBreaches,
  publishBreach,
  publishedModel,
  updateBreach,
  withdrawBreach,
} from './breach-rows.ts';
import { removeBreachRows } from './remove-breach-rows.ts';
import { breachTables } from './breach-tables.ts';
import { migrations } from './migrations/index.ts';
import { dialects } from './migration.ts';

const breachOf = (name: string, model = '{}') => ({ name, caseId: null, isRange: false, model });

test('every table with rows of a breach is taken away with it', () => {
  const withBreach = migrations
    .flatMap(({ statements }) => statements(dialects.sqlite))
    .flatMap((statement) => /CREATE TABLE (\w+) \(([\s\S]*)\)/u.exec(statement)?.slice(1, 3) ?? [])
    .reduce<string[]>((names, _, i, all) => {
      if (i % 2 === 0 && /(?:^|[\s,(])breach\s+INTEGER\s+NOT NULL/u.test(all[i + 1]!)) names.push(all[i]!);
      return names;
    }, []);
  expect(withBreach).toContain('exposure');
  expect(breachTables.map(({ table }) => table as string).toSorted()).toEqual(
    expect.arrayContaining(withBreach),
  );
});

forBothEngines((open) => {
  test('a breach loads unseen, is published by one step and replaces one of its name', async () => {
    await using opened = await open();
    const { register } = opened;
    const first = await insertBreach(register.rows, breachOf('Alpha'));
    await expect(insertBreach(register.rows, breachOf('Alpha'))).rejects.toMatchObject({
      code: 'BREACH_EXISTS',
    });
    const version = await catalogueVersion(register.rows);
    await publishBreach(register, first);
    expect(await catalogueVersion(register.rows)).toBeGreaterThan(version);
    const second = await insertBreach(register.rows, breachOf('Alpha', '{"Title":"again"}'));
    await publishBreach(register, second);
    const states = (await breachesNamed(register.rows, 'Alpha')).map(({ breach, state }) => [breach, state]);
    expect(states).toEqual([
      [first, 'withdrawing'],
      [second, 'published'],
    ]);
  });

  test('what has to happen with a publication undoes it where it fails', async () => {
    await using opened = await open();
    const { register } = opened;
    const breach = await insertBreach(register.rows, breachOf('Alpha'));
    const version = await catalogueVersion(register.rows);
    const failing = publishBreach(register, breach, {
      also: () => Promise.reject(new Error('no room for the job')),
    });
    await expect(failing).rejects.toThrow('no room');
    expect((await listBreaches(register.rows))[0]!.state).toBe('loading');
    expect(await catalogueVersion(register.rows)).toBe(version);
  });

  test('published twice is published once', async () => {
    await using opened = await open();
    const { register } = opened;
    const breach = await insertBreach(register.rows, breachOf('Alpha'));
    let told = 0;
    const also = async () => void told++;
    await publishBreach(register, breach, { also });
    await publishBreach(register, breach, { also });
    await withdrawBreach(register, breach, { also });
    await withdrawBreach(register, breach, { also });
    expect(told).toBe(2);
  });

  test('a withdrawn breach goes row by row and leaves those of others', async () => {
    await using opened = await open();
    const { register } = opened;
    const [one, two] = [
      await insertBreach(register.rows, breachOf('Alpha')),
      await insertBreach(register.rows, breachOf('Beta')),
    ];
    for (const breach of [one, two]) {
      await insertExposureSets(register.rows, breach, [{ number: 0, content: '{}' }]);
      await register.rows
        .insertInto('exposure')
        .values(
          [0, 1, 127, 128, 255].map((byte) => ({
            person_key: Buffer.alloc(16, byte),
            breach,
            exposure_set: 0,
          })),
        )
        .execute();
      await publishBreach(register, breach);
    }
    await withdrawBreach(register, one);
    const stopped = new AbortController();
    const stops = removeBreachRows(register, one, {
      signal: stopped.signal,
      onStep: (done) => done === 100 && stopped.abort(),
    });
    await expect(stops).rejects.toThrow('aborted');
    const left = await register.rows.selectFrom('exposure').select('breach').execute();
    expect(left.filter(({ breach }) => breach === one)).toHaveLength(3);
    await removeBreachRows(register, one);
    const exposures = await register.rows.selectFrom('exposure').select('breach').execute();
    expect(exposures.map(({ breach }) => breach)).toEqual(Array(5).fill(two));
    expect((await listBreaches(register.rows)).map(({ name }) => name)).toEqual(['Beta']);
    await removeBreachRows(register, two);
    expect(await listBreaches(register.rows)).toHaveLength(1);
  });

  test('a changed model moves the catalogue', async () => {
    await using opened = await open();
    const { register } = opened;
    const breach = await insertBreach(register.rows, breachOf('Alpha'));
    const version = await catalogueVersion(register.rows);
    await register.rows
      .transaction()
      .execute((rows) => updateBreach(rows, breach, { model: '{"Title":"b"}' }));
    expect((await listBreaches(register.rows))[0]!.model).toBe('{"Title":"b"}');
    expect(await catalogueVersion(register.rows)).toBe(version + 1);
  });

  test('a breach that was withdrawn while it loaded is not published, and nothing follows from it', async () => {
    await using opened = await open();
    const { register } = opened;
    const { rows } = register;
    const breach = await insertBreach(rows, breachOf('Alpha'));
    await withdrawBreach(register, breach);
    const version = await catalogueVersion(rows);
    const also = () => expect.fail('something followed from it');
    expect(await publishBreach(register, breach, { also })).toBe(false);
    expect(await publishBreach(register, breach + 1, { also })).toBe(false);
    expect(await listBreaches(rows)).toMatchObject([{ breach, state: 'withdrawing' }]);
    expect(await catalogueVersion(rows)).toBe(version);
  });

  test('what is published can be held and read by its name, and what is not cannot', async () => {
    await using opened = await open();
    const { register } = opened;
    const { rows } = register;
    const held = (breach: number) => rows.transaction().execute((db) => holdPublished(db, breach));
    const breach = await insertBreach(rows, breachOf('Alpha'));
    expect([await held(breach), await publishedModel(rows, 'Alpha')]).toEqual([false, null]);
    expect(await publishBreach(register, breach)).toBe(true);
    expect([await held(breach), await publishedModel(rows, 'Alpha')]).toEqual([true, '{}']);
    await withdrawBreach(register, breach);
    expect([await held(breach), await publishedModel(rows, 'Alpha')]).toEqual([false, null]);
  });
});
