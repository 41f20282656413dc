// What a person lost, as the register has it: published breaches only, people apart, opt-outs kept.
import { expect, test } from 'vitest';
import { ana, birth, code, nobody, plantBreaches, shared } from './planted-breaches.fixture.ts';
import { createOptOuts, createPersonKeys, optOut } from '../../register/index.ts';
import { forBothEngines, type OpenedRegister } from '../../store/register/both-engines.fixture.ts';
import {
  listBreaches,
  type RegisterDatabase,
  updateBreach,
  withdrawBreach,
} from '../../store/register/index.ts';
import { createAccountLookup } from '../accounts/account-lookup.ts';
import { createCatalogue } from '../accounts/breach-catalogue.ts';
import { sightingsOfKey, statementOfKey } from './personal-statement.ts';
import { statementByCode } from './statement-by-code.ts';

/** As another process would ask, just started. */
function asking({ register }: OpenedRegister) {
  const source = {
    catalogue: createCatalogue(register),
    accounts: createAccountLookup(register),
    optOuts: createOptOuts(register),
  };
  const key = (address: string) => createPersonKeys(register.secrets('person-key'))('email', address);
  return {
    of: async (address: string) =>
      (await statementOfKey(source, key(address))).map(({ model, people }) => [model.Name, people.length]),
    sightingsOf: (address: string) => sightingsOfKey(register, source, key(address)),
    byCode: async () =>
      (await statementByCode(register, source, { code, birth, network: 'n', now: 1 }))?.map(
        ({ model }) => model.Name,
      ) ?? null,
    key,
  };
}

async function retire(register: RegisterDatabase, breach: number): Promise<void> {
  const { model } = (await listBreaches(register.rows)).find((row) => row.breach === breach)!;
  const retired = JSON.stringify({ ...(JSON.parse(model) as object), IsRetired: true });
  await register.rows.transaction().execute((rows) => updateBreach(rows, breach, { model: retired }));
}

forBothEngines((open) => {
  test('the breach published last stands first, a sensitive one too, and people apart', async () => {
    await using opened = await open();
    await plantBreaches(opened.register);
    const { of, byCode } = asking(opened);
    expect(await of(ana)).toEqual([
      ['MadeUpClinic', 1],
      ['MadeUpRecruiting', 1],
    ]);
    expect(await of(shared)).toEqual([['MadeUpRecruiting', 2]]);
    expect(await of(nobody)).toEqual([]);
    expect(await byCode()).toEqual(['MadeUpClinic']);
  });

  test('a withdrawn breach is not there, while its rows still are', async () => {
    await using opened = await open();
    const { clinic } = await plantBreaches(opened.register);
    await withdrawBreach(opened.register, clinic);
    const { of, byCode } = asking(opened);
    expect(await of(ana)).toEqual([['MadeUpRecruiting', 1]]);
    expect(await byCode()).toBeNull();
  });

  test('a retired breach is shown to nobody any more, by no way', async () => {
    await using opened = await open();
    const { register } = opened;
    const { clinic, recruiting } = await plantBreaches(register);
    const { key } = asking(opened);
    await register.rows
      .insertInto('stealer_log')
      .values(
        [clinic, recruiting].map((breach) => ({
          email_key: key(ana),
          email_domain_key: key('example.org'),
          sealed: Buffer.of(1),
          website: `${breach}.example`,
          breach,
        })),
      )
      .execute();
    await retire(register, clinic);
    const { of, byCode, sightingsOf } = asking(opened);
    expect(await of(ana)).toEqual([['MadeUpRecruiting', 1]]);
    expect(await byCode()).toBeNull();
    expect((await sightingsOf(ana)).websites).toEqual([`${recruiting}.example`]);
  });

  test('who is hidden from others still sees everything; who is deleted, nothing', async () => {
    await using opened = await open();
    const { register } = opened;
    await plantBreaches(register);
    const out = (address: string, kind: 'hide' | 'delete' | 'forget') =>
      register.rows.transaction().execute((db) => optOut(register, { address, kind, now: 1 }, db));
    await out(ana, 'hide');
    expect(await asking(opened).of(ana)).toHaveLength(2);
    for (const kind of ['forget', 'delete'] as const) {
      await out(shared, kind);
      expect(await asking(opened).of(shared), kind).toEqual([]);
    }
  });

  test('where else an address stood is told to its owner, and gone with a deletion', async () => {
    await using opened = await open();
    const { register } = opened;
    const { recruiting } = await plantBreaches(register);
    const { key } = asking(opened);
    const row = { email_key: key(ana), email_domain_key: key('example.org'), sealed: Buffer.of(1) };
    await register.rows
      .insertInto('stealer_log')
      .values(['b.example', 'a.example'].map((website) => ({ ...row, website, breach: recruiting })))
      .execute();
    const paste = { source: 'Pastebin', id: 'x1', title: null, date: '2026-02-03T00:00:00Z', email_count: 2 };
    const made = await register.rows
      .insertInto('paste')
      .values(paste)
      .returning('paste')
      .executeTakeFirstOrThrow();
    await register.rows
      .insertInto('paste_account')
      .values({ person_key: key(ana), paste: made.paste })
      .execute();
    expect(await asking(opened).sightingsOf(ana)).toMatchObject({
      websites: ['a.example', 'b.example'],
      pastes: [{ Source: 'Pastebin', Id: 'x1' }],
    });
    await register.rows
      .transaction()
      .execute((db) => optOut(register, { address: ana, kind: 'forget', now: 1 }, db));
    expect(await asking(opened).sightingsOf(ana)).toEqual({ websites: [], pastes: [] });
  });
});
