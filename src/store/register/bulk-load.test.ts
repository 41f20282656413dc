import { expect, test } from 'vitest';
import { forBothEngines } from './both-engines.fixture.ts';
import { insertBreach, publishBreach } from './breach-rows.ts';
import { bulkLoad } from './bulk-load.ts';
import { loadMadeUp, type MadeUpExposure, madeUpExposures } from './load-made-up.fixture.ts';
import type { LoadPlan, RowList } from './load-plan.ts';
import type { RegisterDatabase } from './register-database.ts';

/** Several transactions for a few rows. */
const rowsAtOnce = 1000;

const breachNamed = (register: RegisterDatabase, name: string) =>
  insertBreach(register.rows, { name, caseId: null, isRange: false, model: '{}' });

async function digestOf(register: RegisterDatabase, breach: number): Promise<string[]> {
  const rows = await register.rows
    .selectFrom('exposure')
    .selectAll()
    .where('breach', '=', breach)
    .orderBy('person_key')
    .orderBy('exposure_set')
    .execute();
  return rows.map(({ person_key: key, exposure_set: set }) => `${key.toString('hex')} ${set}`);
}

const expected = (exposures: readonly MadeUpExposure[]) =>
  exposures.map(({ key, set }) => `${key.toString('hex')} ${set}`);

forBothEngines((open) => {
  test('rows go in as they were given, beside those of another breach', async () => {
    await using opened = await open();
    const { register } = opened;
    const [one, two] = [madeUpExposures(1501, 'one'), madeUpExposures(999, 'two')];
    const [first, second] = [await breachNamed(register, 'One'), await breachNamed(register, 'Two')];
    const seen: number[] = [];
    expect(await loadMadeUp(register, first, one, { rowsAtOnce, onRows: (done) => seen.push(done) })).toBe(
      1501,
    );
    expect(seen).toEqual([1000, 1501]);
    await loadMadeUp(register, second, two);
    expect(await digestOf(register, first)).toEqual(expected(one));
    expect(await digestOf(register, second)).toEqual(expected(two));
  });

  test('a load goes on where it was stopped, and is done once', async () => {
    await using opened = await open();
    const { register } = opened;
    const exposures = madeUpExposures(2500, 'one');
    const breach = await breachNamed(register, 'One');
    const stop = new AbortController();
    const stopped = loadMadeUp(register, breach, exposures, {
      signal: stop.signal,
      rowsAtOnce,
      onRows: () => stop.abort(),
    });
    await expect(stopped).rejects.toThrow('aborted');
    await using later = await opened.again();
    expect(await loadMadeUp(later, breach, exposures)).toBe(1500);
    expect(await loadMadeUp(later, breach, exposures)).toBe(0);
    expect(await digestOf(later, breach)).toEqual(expected(exposures));
  });

  test('a load of other content throws away what was loaded before', async () => {
    await using opened = await open();
    const { register } = opened;
    const breach = await breachNamed(register, 'One');
    await loadMadeUp(register, breach, madeUpExposures(500, 'one'));
    const other = madeUpExposures(300, 'other');
    expect(await loadMadeUp(register, breach, other)).toBe(300);
    expect(await digestOf(register, breach)).toEqual(expected(other));
  });

  test('of two loads of the same step at the same time one is refused, and nothing is there twice', async () => {
    await using opened = await open();
    await using other = await opened.again();
    const exposures = madeUpExposures(2500, 'one');
    const breach = await breachNamed(opened.register, 'One');
    const both = await Promise.allSettled([
      loadMadeUp(opened.register, breach, exposures, { rowsAtOnce }),
      loadMadeUp(other, breach, exposures, { rowsAtOnce }),
    ]);
    const refused = both.filter(({ status }) => status === 'rejected');
    for (const { reason } of refused as PromiseRejectedResult[])
      expect(reason).toMatchObject({ code: 'REGISTER_BUSY' });
    await loadMadeUp(other, breach, exposures);
    expect(await digestOf(other, breach)).toEqual(expected(exposures));
  });

  test('texts, large bytes and large numbers arrive whole', async () => {
    await using opened = await open();
    const { register } = opened;
    const breach = await breachNamed(register, 'One');
    const rows: RowList = [0, 1, 2].map((i) => [
      Buffer.alloc(16, i),
      breach,
      2 ** 40 + i,
      Buffer.alloc(300_000, i),
    ]);
    const plan: LoadPlan = {
      breach,
      step: 'domains',
      table: 'domain_block',
      columns: [
        { name: 'domain_key', type: 'bytes' },
        { name: 'breach', type: 'integer' },
        { name: 'number', type: 'integer' },
        { name: 'sealed', type: 'bytes' },
      ],
      digest: 'one',
      rowCount: 3,
    };
    await bulkLoad(register, plan, [rows]);
    const found = await register.rows.selectFrom('domain_block').selectAll().orderBy('domain_key').execute();
    expect(
      found.map(({ number, sealed }) => [number, sealed.equals(Buffer.alloc(300_000, number % 2 ** 40))]),
    ).toEqual([0, 1, 2].map((i) => [2 ** 40 + i, true]));
    const contents = ['{"é":"\u{1F600}"}', ''];
    await bulkLoad(
      register,
      {
        breach,
        step: 'sets',
        table: 'exposure_set',
        columns: [
          { name: 'breach', type: 'integer' },
          { name: 'number', type: 'integer' },
          { name: 'content', type: 'text' },
        ],
        digest: 'one',
        rowCount: 2,
      },
      (async function* () {
        for (const [number, content] of contents.entries()) yield [[breach, number, content]];
      })(),
    );
    const sets = await register.rows.selectFrom('exposure_set').select('content').orderBy('number').execute();
    expect(sets.map(({ content }) => content)).toEqual(contents);
  });

  test('fewer rows than said are an error, and publishing forgets how far loads came', async () => {
    await using opened = await open();
    const { register } = opened;
    const breach = await breachNamed(register, 'One');
    const plan: LoadPlan = {
      breach,
      step: 'sets',
      table: 'exposure_set',
      columns: [
        { name: 'breach', type: 'integer' },
        { name: 'number', type: 'integer' },
        { name: 'content', type: 'text' },
      ],
      digest: 'one',
      rowCount: 2,
    };
    await expect(bulkLoad(register, plan, [[[breach, 0, '{}']]])).rejects.toThrow('1 rows were given');
    await publishBreach(register, breach);
    expect(await register.rows.selectFrom('loading').selectAll().execute()).toEqual([]);
  });
});
