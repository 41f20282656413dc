/*
 * What is published of a case that was split: each set says that it was, also that of somebody of no controller.
 */
import { expect, test } from 'vitest';
import { readPeople } from '../../src/pipeline/publish/read-vault.ts';
import type { ExposureSet } from '../../src/register/index.ts';
import { findCase, openHome } from '../../src/store/index.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { openBanksCase } from '../split/banks-case.fixture.ts';

const folder = scratchFolder();

test('a set says whether the case was split, whose it is, and of whom that is not known', async () => {
  const banks = await openBanksCase(folder, 60);
  const record = findCase(openHome(banks.home), banks.id)!;
  const sets = () => readPeople(record).sets.contents.map((content) => JSON.parse(content) as ExposureSet);
  expect(sets().filter((set) => 'isSplit' in set)).toEqual([]);
  await banks.split(
    banks.rulesFile('one.json', {
      controllers: [{ name: 'Banque A', rules: [{ table: 'clients', column: 'code', values: ['30004'] }] }],
    }),
  );
  const split = sets();
  expect(split.every(({ isSplit }) => isSplit === true)).toBe(true);
  expect(new Set(split.map(({ controllers }) => controllers.join()))).toEqual(new Set(['', 'Banque A']));
});
