import { expect, test, vi } from 'vitest';
import type { BreachModel } from '../../register/index.ts';
import { forBothEngines } from '../../store/register/both-engines.fixture.ts';
import {
  insertBreach,
  publishBreach,
  type RegisterDatabase,
  updateBreach,
  withdrawBreach,
} from '../../store/register/index.ts';
import { createCatalogue } from './breach-catalogue.ts';

/** Under load a change shows late; a test that never sees it fails all the same. */
const patiently = { timeout: 60_000 };

const modelOf = (Name: string, Title: string, AddedDate: string, DataClasses: string[]) =>
  JSON.stringify({ Name, Title, AddedDate, DataClasses } satisfies Partial<BreachModel>);

const insert = (register: RegisterDatabase, name: string, model: string) =>
  insertBreach(register.rows, { name, caseId: null, isRange: false, model });

forBothEngines((open) => {
  test('only what is published is in it, in the order of the titles', async () => {
    await using opened = await open();
    const { register } = opened;
    const catalogue = createCatalogue(register);
    expect((await catalogue()).breaches).toEqual([]);
    expect((await catalogue()).latest).toBeNull();
    for (const [name, title, added] of [
      ['Zeta', 'alder', '2026-11-01T00:00:00Z'],
      ['Alpha', 'Birch', '2026-11-03T00:00:00Z'],
      ['Beta', 'cedar', '2026-11-02T00:00:00Z'],
    ] as const)
      await publishBreach(
        register,
        await insert(register, name, modelOf(name, title, added, ['Names', name])),
      );
    await insert(register, 'Loading', modelOf('Loading', 'a', '2026-11-09T00:00:00Z', ['Genders']));
    await vi.waitFor(async () => {
      const { breaches, byName, latest, dataClasses } = await catalogue();
      expect(breaches.map(({ model }) => model.Name)).toEqual(['Zeta', 'Alpha', 'Beta']);
      expect(byName.get('alpha')!.model.Title).toBe('Birch');
      expect(latest!.model.Name).toBe('Alpha');
      expect(dataClasses).toEqual(['Alpha', 'Beta', 'Names', 'Zeta']);
    }, patiently);
  });

  test('what another process publishes, changes and withdraws shows', async () => {
    await using opened = await open();
    await using other = await opened.again();
    const catalogue = createCatalogue(opened.register);
    await catalogue();
    const breach = await insert(other, 'Alpha', modelOf('Alpha', 'one', '2026-11-01T00:00:00Z', []));
    await publishBreach(other, breach);
    await vi.waitFor(async () => expect((await catalogue()).byName.has('alpha')).toBe(true), patiently);
    const same = await catalogue();
    expect(await catalogue()).toBe(same);
    await other.rows
      .transaction()
      .execute((rows) =>
        updateBreach(rows, breach, { model: modelOf('Alpha', 'two', '2026-11-01T00:00:00Z', []) }),
      );
    await vi.waitFor(
      async () => expect((await catalogue()).byName.get('alpha')!.model.Title).toBe('two'),
      patiently,
    );
    await withdrawBreach(other, breach);
    await vi.waitFor(async () => expect((await catalogue()).breaches).toEqual([]), patiently);
  });
});
