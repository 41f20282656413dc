import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { forBothEngines } from '../../store/register/both-engines.fixture.ts';
import { claimJobs, type RegisterDatabase } from '../../store/register/index.ts';
import { mailKinds, type MailOrder } from '../mail-orders/mail-order.ts';
import { createLink } from '../one-time-links/one-time-links.ts';
import { createPersonKeys } from '../person-key.ts';
import type { OptOutKind } from './opt-out-kinds.ts';
import { createOptOuts } from './opt-outs.ts';
import { confirmOptOut, optOut, requestOptOut } from './request-opt-out.ts';

const now = 1_000_000;
const anna = 'anna@example.org';
const ben = 'ben@example.org';
const sha1 = (address: string) => createHash('sha1').update(address).digest();
const keyOf = (register: RegisterDatabase, address: string) =>
  createPersonKeys(register.secrets('person-key'))('email', address);

/** Both people are in breaches 1 and 2, and in a paste. */
async function fill(register: RegisterDatabase): Promise<void> {
  const { rows } = register;
  for (const name of ['Alder', 'Birch'])
    await rows
      .insertInto('breach')
      .values({ name, case_id: null, state: 'published', is_range: 1, model: '{}' })
      .execute();
  for (const address of [anna, ben]) {
    const person_key = keyOf(register, address);
    await rows.insertInto('paste_account').values({ person_key, paste: 1 }).execute();
    for (const breach of [1, 2]) {
      await rows.insertInto('exposure').values({ person_key, breach, exposure_set: 1 }).execute();
      await rows
        .insertInto('sha1_entry')
        .values({ sha1: sha1(address), breach })
        .execute();
    }
  }
}

async function optOutNow(register: RegisterDatabase, address: string, kind: OptOutKind): Promise<void> {
  await register.rows.transaction().execute((db) => optOut(register, { address, kind, now }, db));
}

async function counts({ rows }: RegisterDatabase): Promise<number[]> {
  const exposures = await rows.selectFrom('exposure').selectAll().execute();
  const entries = await rows.selectFrom('sha1_entry').selectAll().execute();
  const pastes = await rows.selectFrom('paste_account').selectAll().execute();
  return [exposures.length, entries.length, pastes.length];
}

forBothEngines((open) => {
  test.each<[OptOutKind, { left: number[]; public: boolean[]; owner: boolean[]; isBlocked: boolean }]>([
    ['hide', { left: [4, 4, 2], public: [true, true, true], owner: [false, false, false], isBlocked: false }],
    ['delete', { left: [2, 2, 1], public: [true, true, true], owner: [true, true, true], isBlocked: true }],
    [
      'forget',
      { left: [2, 2, 1], public: [true, true, false], owner: [true, true, false], isBlocked: false },
    ],
  ])('to %s an address does what it says, to this address only', async (kind, expected) => {
    await using opened = await open();
    const { register } = opened;
    await fill(register);
    await optOutNow(register, anna, kind);
    expect(await counts(register)).toEqual(expected.left);
    const optOuts = createOptOuts(register);
    await optOuts.refresh();
    const [annas, bens] = [keyOf(register, anna), keyOf(register, ben)];
    for (const [i, breach] of [1, 2, 3].entries()) {
      expect(optOuts.hides(annas, breach, 'public')).toBe(expected.public[i]);
      expect(optOuts.hides(annas, breach, 'owner')).toBe(expected.owner[i]);
      expect(optOuts.hidesSha1(sha1(anna), breach, 'public')).toBe(expected.public[i]);
      expect(optOuts.hides(bens, breach, 'public')).toBe(false);
      expect(optOuts.hidesSha1(sha1(ben), breach, 'public')).toBe(false);
    }
    expect(optOuts.isBlocked(annas)).toBe(expected.isBlocked);
    expect(optOuts.isBlocked(bens)).toBe(false);
    expect(optOuts.isHidden([bens, annas])).toBe(kind !== 'forget');
    expect(optOuts.size()).toBe(1);
  });

  test('the link of the mail opts out once, and nothing changes before', async () => {
    await using opened = await open();
    const { register } = opened;
    await fill(register);
    await requestOptOut(register, { address: 'ANNA@example.org', kind: 'delete', language: 'fr', now });
    const claim = { kind: mailKinds.waitedFor, limit: 10, now, leaseMs: 1000 };
    const order = (await claimJobs(register, claim))[0]?.body as MailOrder;
    expect(order).toMatchObject({ mail: 'opt-out', to: anna, language: 'fr', kind: 'delete' });
    expect(await counts(register)).toEqual([4, 4, 2]);
    if (order.mail !== 'opt-out') throw new Error('no mail');
    const token = await createLink(register, { ...order.link, now });
    expect(await confirmOptOut(register, { token, now })).toMatchObject({ state: 'open' });
    expect(await counts(register)).toEqual([2, 2, 1]);
    expect(await confirmOptOut(register, { token, now })).toEqual({ state: 'taken' });
  });

  test('another process sees an opt-out soon, and a later kind takes the place of an earlier one', async () => {
    await using opened = await open();
    await using other = await opened.again();
    const { register } = opened;
    const annas = keyOf(register, anna);
    const optOuts = createOptOuts(other);
    await optOuts.refresh();
    expect(optOuts.hides(annas, 1, 'public')).toBe(false);
    const sees = async (asker: 'public' | 'owner') => {
      for (let tries = 0; tries < 100; tries++) {
        await optOuts.refresh();
        if (optOuts.hides(annas, 1, asker)) return true;
        await wait(20);
      }
      return false;
    };
    await optOutNow(register, anna, 'hide');
    expect(await sees('public')).toBe(true);
    expect(optOuts.hides(annas, 1, 'owner')).toBe(false);
    await optOutNow(register, anna, 'delete');
    expect(await sees('owner')).toBe(true);
  });

  test.each(['delete', 'forget'] as const)(
    'whoever hides an address after a %s stays deleted from the breaches there were',
    async (kind) => {
      await using opened = await open();
      const { register } = opened;
      await fill(register);
      for (const next of [kind, 'hide', 'hide'] as const) await optOutNow(register, anna, next);
      const optOuts = createOptOuts(register);
      await optOuts.refresh();
      const annas = keyOf(register, anna);
      expect([1, 2, 3].map((breach) => optOuts.hides(annas, breach, 'owner'))).toEqual([true, true, false]);
      expect([1, 2, 3].map((breach) => optOuts.hides(annas, breach, 'public'))).toEqual([true, true, true]);
      expect(optOuts.isBlocked(annas)).toBe(false);
    },
  );

  test('a dump of the opt-outs holds no hash that one could try addresses against', async () => {
    await using opened = await open();
    const { register } = opened;
    await optOutNow(register, anna, 'delete');
    const row = await register.rows.selectFrom('opt_out').selectAll().executeTakeFirstOrThrow();
    const dump = Buffer.concat([row.person_key, row.sealed]);
    for (const algorithm of ['sha1', 'sha256', 'md5']) {
      const digest = createHash(algorithm).update(anna).digest();
      expect(dump.indexOf(digest)).toBe(-1);
      expect(dump.indexOf(digest.toString('hex'))).toBe(-1);
    }
  });
});
