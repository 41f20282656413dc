/*
 * Whoever had an address taken out of a breach stays out of it, however often it is published under its name; a breach
 * that comes later finds them again. On both engines.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAccountLookup } from '../../src/lookup/index.ts';
import { examineIntoCase, publishCase, withdrawBreach } from '../../src/pipeline/index.ts';
import { createPersonKeys, optOut, type OptOutKind } from '../../src/register/index.ts';
import { type CaseRecord, openCase } from '../../src/store/index.ts';
import { forBothEngines, type OpenedRegister } from '../../src/store/register/both-engines.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';

const folder = scratchFolder();
const who = 'responder';
const anna = 'anna.kern@example.org';
const ben = 'ben.moor@example.org';

function delivery(name: string, rows: number): string {
  const path = join(folder, `${name}.csv`);
  const lines = Array.from({ length: rows }, (_, i) => `${i},Guest${i},Lane${i},guest${i}.lane@example.org`);
  const people = [`1000,Anna,Kern,${anna}`, `1001,Ben,Moor,${ben}`];
  writeFileSync(path, `${['id,first_name,last_name,email', ...people, ...lines].join('\n')}\n`);
  return path;
}

forBothEngines((open) => {
  let opened: OpenedRegister;
  let made = 0;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened[Symbol.asyncDispose]());

  const newCase = (): CaseRecord => openCase(opened.home, `case ${++made}`, new Date());
  const examine = async (record: CaseRecord) =>
    examineIntoCase([delivery(`delivery-${++made}`, 20 + made)], record, { workers: 1 });
  const publish = (record: CaseRecord, name: string) =>
    publishCase(
      opened.home,
      opened.register,
      record,
      { name, facts: { title: name, domain: '' }, flags: {}, isRange: true, isPrivate: false },
      { who, workers: 1 },
    );
  const takeOut = (address: string, kind: OptOutKind) =>
    opened.register.rows
      .transaction()
      .execute((db) => optOut(opened.register, { address, kind, now: Date.now() }, db));
  const breachesOf = async (address: string): Promise<string[]> => {
    const { register } = opened;
    const key = createPersonKeys(register.secrets('person-key'))('email', address);
    const names = new Map(
      (await register.rows.selectFrom('breach').selectAll().where('state', '=', 'published').execute()).map(
        ({ breach, name }) => [breach, name],
      ),
    );
    const found = await createAccountLookup(register).exposuresOf(key);
    return found.map(({ breach }) => names.get(breach) ?? 'none').toSorted();
  };

  describe.each<OptOutKind>(['forget', 'delete'])('after an opt-out of kind %s', (kind) => {
    test('the breach does not bring the address back, published once more and once more', async () => {
      const record = newCase();
      await examine(record);
      await publish(record, 'Alder');
      expect(await breachesOf(anna)).toEqual(['Alder']);
      await takeOut(anna, kind);
      for (let times = 0; times < 2; times++) {
        await examine(record);
        expect(await publish(record, 'Alder')).toMatchObject({ isReplaced: true });
        expect(await breachesOf(anna)).toEqual([]);
        expect(await breachesOf(ben)).toEqual(['Alder']);
      }
    });

    test('nor does it once it was withdrawn in between, or comes from another case', async () => {
      const record = newCase();
      await examine(record);
      await publish(record, 'Alder');
      await takeOut(anna, kind);
      await withdrawBreach(opened.home, opened.register, 'Alder', { who });
      await publish(record, 'Alder');
      expect(await breachesOf(anna)).toEqual([]);
      await withdrawBreach(opened.home, opened.register, 'Alder', { who });
      const other = newCase();
      await examine(other);
      await publish(other, 'Alder');
      await examine(other);
      await publish(other, 'Alder');
      expect(await breachesOf(anna)).toEqual([]);
      expect(await breachesOf(ben)).toEqual(['Alder']);
    });
  });

  test('a later breach finds again whoever was taken out of those there were', async () => {
    const record = newCase();
    await examine(record);
    await publish(record, 'Alder');
    await takeOut(anna, 'forget');
    await withdrawBreach(opened.home, opened.register, 'Alder', { who });
    const later = newCase();
    await examine(later);
    await publish(later, 'Birch');
    expect(await breachesOf(anna)).toEqual(['Birch']);
    await examine(later);
    await publish(later, 'Birch');
    await publish(record, 'Alder');
    expect(await breachesOf(anna)).toEqual(['Birch']);
    expect(await breachesOf(ben)).toEqual(['Alder', 'Birch']);
  });

  test('whoever was deleted from all, and only hides the address later, stays out of what there was', async () => {
    const record = newCase();
    await examine(record);
    await publish(record, 'Alder');
    await takeOut(anna, 'delete');
    await examine(record);
    await publish(record, 'Alder');
    await takeOut(anna, 'hide');
    await examine(record);
    await publish(record, 'Alder');
    expect(await breachesOf(anna)).toEqual([]);
  });
});
