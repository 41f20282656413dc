import { expect, test } from 'vitest';
import { createPersonKeys, sealDomainBlock } from '../../register/index.ts';
import { forBothEngines } from '../../store/register/both-engines.fixture.ts';
import { insertBreach, insertExposureSets, type RegisterDatabase } from '../../store/register/index.ts';
import { loadMadeUp, loadMadeUpSha1s } from '../../store/register/load-made-up.fixture.ts';
import { createAccountLookup } from './account-lookup.ts';

const breachNamed = (register: RegisterDatabase, name: string) =>
  insertBreach(register.rows, { name, caseId: null, isRange: true, model: '{}' });

forBothEngines((open) => {
  test('each person key answers with its own breaches, however many ask at once', async () => {
    await using opened = await open();
    const { register } = opened;
    const personKey = createPersonKeys(register.secrets('person-key'));
    const keyOf = (i: number) => personKey('email', `p${i}@example.org`);
    const people = 3000;
    for (const every of [1, 3]) {
      const breach = await breachNamed(register, `Every${every}`);
      const exposures = Array.from({ length: people / every }, (_, i) => ({
        key: keyOf(i * every),
        set: (i * every) % 5,
      }));
      await loadMadeUp(register, breach, exposures);
    }
    const lookup = createAccountLookup(register);
    const found = await Promise.all(
      Array.from({ length: people + 10 }, async (_, i) => lookup.exposuresOf(keyOf(i))),
    );
    const expected = Array.from({ length: people + 10 }, (_, i) =>
      i >= people
        ? []
        : [1, 3].flatMap((every, b) => (i % every === 0 ? [{ breach: b + 1, set: i % 5 }] : [])),
    );
    expect(found).toEqual(expected);
    const twice = await Promise.all([lookup.exposuresOf(keyOf(3)), lookup.exposuresOf(keyOf(3))]);
    expect(twice[0]).toEqual(twice[1]);
  });

  test('a range has the addresses of its prefix and no others, at both ends too', async () => {
    await using opened = await open();
    const { register } = opened;
    const sha1s = ['000000', '567158', '567159', '56715a', 'ffffff'].flatMap((prefix) =>
      ['0', 'f'].map((digit) => Buffer.from(prefix + digit.repeat(34), 'hex')),
    );
    for (const [name, list] of [
      ['Alpha', sha1s],
      ['Beta', sha1s.slice(4, 5)],
    ] as const)
      await loadMadeUpSha1s(register, await breachNamed(register, name), list);
    const { rangeOf } = createAccountLookup(register);
    expect(await rangeOf('567159')).toEqual([
      { suffix: '0'.repeat(34), breaches: [1, 2] },
      { suffix: 'F'.repeat(34), breaches: [1] },
    ]);
    for (const prefix of ['000000', 'FFFFFF']) expect(await rangeOf(prefix)).toHaveLength(2);
    expect(await rangeOf('123456')).toEqual([]);
  });

  test('a domain has its own addresses with their breaches', async () => {
    await using opened = await open();
    const { register } = opened;
    const domainKey = createPersonKeys(register.secrets('person-key'))('domain', 'example.org');
    const seal = register.secrets('seal');
    for (const [name, blocks] of [
      ['Alpha', ['ada\nbo', 'bo\ncy']],
      ['Beta', ['bo']],
    ] as const) {
      const breach = await breachNamed(register, name);
      for (const [number, block] of blocks.entries())
        await register.rows
          .insertInto('domain_block')
          .values({
            domain_key: domainKey,
            breach,
            number,
            sealed: sealDomainBlock(seal, domainKey, breach, Buffer.from(block)),
          })
          .execute();
    }
    const { domainAccounts } = createAccountLookup(register);
    expect([...(await domainAccounts(' Example.ORG'))]).toEqual([
      ['ada', [1]],
      ['bo', [1, 2]],
      ['cy', [1]],
    ]);
    expect((await domainAccounts('example.net')).size).toBe(0);
  });

  test('what a set holds is read once, and null of a breach that is gone', async () => {
    await using opened = await open();
    const { register } = opened;
    const breach = await breachNamed(register, 'Alpha');
    const set = { classes: [{ class: 'Names', kinds: ['last name'] }], controllers: [], flags: [] };
    await insertExposureSets(register.rows, breach, [{ number: 4, content: JSON.stringify(set) }]);
    const { exposureSet } = createAccountLookup(register);
    const first = await exposureSet(breach, 4);
    expect(first).toEqual(set);
    expect(await exposureSet(breach, 4)).toBe(first);
    expect(await exposureSet(breach, 5)).toBeNull();
  });
});
