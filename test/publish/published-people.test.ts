/*
 * A published case against what was planted in it: everybody is found under each of his identifiers with exactly his
 * classes, nobody else is, and nothing is left once it is withdrawn. On both engines.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccountLookup, createCatalogue } from '../../src/lookup/index.ts';
import {
  examineIntoCase,
  findPerson,
  publishCase,
  type PublishedCase,
  type PublishRequest,
  withdrawBreach,
} from '../../src/pipeline/index.ts';
import { type AccountKind, createPersonKeys, normalForm } from '../../src/register/index.ts';
import { type CaseRecord, openCase } from '../../src/store/index.ts';
import { forBothEngines, type OpenedRegister } from '../../src/store/register/both-engines.fixture.ts';
import { breachTables } from '../../src/store/register/index.ts';
import { plantSample, type PlantedSample } from '../examine/planted-sample.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';

const folder = scratchFolder();
const who = 'responder';

/** One seed that nobody has seen; the title names it, so that a failure can be made again. */
const unseen = Date.now() % 1_000_000_000;

function request(name: string): PublishRequest {
  return { name, facts: { title: name, domain: 'example.com' }, flags: {}, isRange: true, isPrivate: false };
}

forBothEngines((open) => {
  let opened: OpenedRegister;
  const lookUp = async (kind: AccountKind | 'nir', text: string): Promise<string[]> => {
    const { register } = opened;
    const lookup = createAccountLookup(register);
    const key = createPersonKeys(register.secrets('person-key'))(kind, normalForm(kind, text)!);
    const found = await lookup.exposuresOf(key);
    const sets = await Promise.all(found.map(({ breach, set }) => lookup.exposureSet(breach, set)));
    return sets.map((set) => set!.classes.map((held) => held.class).join()).toSorted();
  };
  const expected = (record: CaseRecord, identifier: string): string[] => {
    const people = findPerson(record, { identifier })!.people.filter(({ flags }) => !flags.includes('test'));
    const classes = people.map((person) => [...new Set(person.classes.map((held) => held.class))].toSorted());
    return classes.map((held) => held.join()).toSorted();
  };

  describe.each([{ seed: 5 }, { seed: unseen }])('a recruiter’s dump of seed $seed', ({ seed }) => {
    let record: CaseRecord;
    let sample: PlantedSample;
    let published: PublishedCase;

    beforeAll(async () => {
      opened = await open();
      const path = join(folder, `${seed}-${opened.url === null ? 'file' : 'server'}.sql`);
      sample = await plantSample(path, { seed, people: 400, sizeBytes: 1_500_000 });
      record = openCase(opened.home, `recruiter ${seed}`, new Date());
      await examineIntoCase([path], record, { workers: 2 });
      published = await publishCase(opened.home, opened.register, record, request('Recruiter'), {
        who,
        workers: 2,
      });
    });
    afterAll(() => opened[Symbol.asyncDispose]());

    test('all that the case knows people by was met again in the evidence', () => {
      expect(published).toMatchObject({ isNew: true, isReplaced: false, unread: 0 });
    });

    test('everybody is found by each of his addresses, with exactly his classes', async () => {
      const wrong: number[] = [];
      const owners = Map.groupBy(
        sample.people.flatMap(({ identifiers }) => identifiers.emails),
        (email) => email,
      );
      for (const { id, identifiers, classes } of sample.people) {
        const found = (await Promise.all(identifiers.emails.map((email) => lookUp('email', email)))).flat();
        // one who registered under two without a trace is two; at a shared mailbox each is listed apart
        const isAlone = identifiers.emails.every((email) => owners.get(email)!.length === 1);
        const together = [...new Set(found.flatMap((held) => held.split(',')))].toSorted().join();
        const planted = classes.toSorted().join();
        if (isAlone ? together !== planted : !found.includes(planted)) wrong.push(id);
      }
      expect(wrong).toEqual([]);
    });

    test('the register says of an identifier what the case says', async () => {
      for (const { identifiers } of sample.people.filter(({ id }) => id % 4 === 0)) {
        for (const email of identifiers.emails)
          expect(await lookUp('email', email)).toEqual([...new Set(expected(record, email))]);
        for (const phone of identifiers.phones)
          expect(new Set(await lookUp('phone', phone))).toEqual(new Set(expected(record, phone)));
      }
    });

    test('nobody else is found', async () => {
      const phones = new Set(sample.people.flatMap(({ identifiers }) => identifiers.phones));
      for (let i = 0; i < 100; i++) {
        expect(await lookUp('email', `nobody.${i}@mail.example.com`)).toEqual([]);
        const phone = `+336399800${String(i).padStart(2, '0')}`;
        expect(phones.has(phone) ? [] : await lookUp('phone', phone)).toEqual([]);
      }
    });

    test('addresses are found by the beginning of their SHA-1 and by their domain', async () => {
      const lookup = createAccountLookup(opened.register);
      for (const { identifiers } of sample.people.slice(0, 50))
        for (const email of identifiers.emails) {
          const sha1 = createHash('sha1').update(email.toLowerCase()).digest('hex').toUpperCase();
          const suffixes = (await lookup.rangeOf(sha1.slice(0, 6))).map(({ suffix }) => suffix);
          expect(suffixes).toContain(sha1.slice(6));
          const [local, domain] = [email.slice(0, email.lastIndexOf('@')), email.split('@').at(-1)!];
          expect([...(await lookup.domainAccounts(domain)).keys()]).toContain(local.toLowerCase());
        }
    });

    test('the same once more changes nothing', async () => {
      const { register, home } = opened;
      const before = (await createCatalogue(register)()).version;
      const again = await publishCase(home, register, record, request('Recruiter'), { who, workers: 2 });
      expect(again).toMatchObject({ isNew: false, unread: 0 });
      expect((await createCatalogue(register)()).version).toBe(before);
    });

    test('published once more as sensitive it is sensitive, without being loaded again', async () => {
      const { register, home } = opened;
      const sensitive = { ...request('Recruiter'), flags: { IsSensitive: true } };
      const again = await publishCase(home, register, record, sensitive, { who, workers: 2 });
      expect(again).toMatchObject({ isNew: false, isChanged: true, model: { IsSensitive: true } });
      expect((await createCatalogue(register)()).byNumber.get(again.breach)!.model.IsSensitive).toBe(true);
      const after = await publishCase(home, register, record, request('Recruiter'), { who, workers: 2 });
      expect(after).toMatchObject({ isChanged: false, model: { IsSensitive: true } });
    });

    test('another case does not take the name, however it is written', async () => {
      const { register, home } = opened;
      const other = openCase(home, `other ${seed}`, new Date());
      for (const name of ['Recruiter', 'RECRUITER'])
        await expect(publishCase(home, register, other, request(name), { who })).rejects.toMatchObject({
          code: 'BREACH_EXISTS',
        });
    });

    test('withdrawn, it has left nothing', async () => {
      const { register, home } = opened;
      expect(await withdrawBreach(home, register, 'recruiter', { who })).toEqual({
        name: 'Recruiter',
        wasPublished: true,
      });
      for (const { table } of breachTables)
        expect({ table, rows: await register.rows.selectFrom(table).selectAll().execute() }).toEqual({
          table,
          rows: [],
        });
      expect((await createCatalogue(register)()).breaches).toEqual([]);
      await expect(withdrawBreach(home, register, 'Recruiter', { who })).rejects.toMatchObject({
        code: 'BREACH_UNKNOWN',
      });
    });
  });
});
