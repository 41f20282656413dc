/*
 * The private look-up end to end, without a browser: what was published is found by whoever asks for it, by nobody else,
 * and what goes over the wire is the same whether or not somebody was found.
 */
import { expect, test } from 'vitest';
import { contentOf, vocabularyOf } from '../../src/lookup/private/index.ts';
import { normalForm } from '../../src/register/index.ts';
import { privateIndexes, removeBreachRows, withdrawBreach } from '../../src/store/register/index.ts';
import { forBothEngines, type OpenedRegister } from '../../src/store/register/both-engines.fixture.ts';
import { privateRoutes } from '../../src/web/private/private-routes.ts';
import { testContext } from '../../src/web/web-context.fixture.ts';
import {
  askFor,
  itemsOf,
  madeUpNir,
  madeUpPhone,
  plant,
  type PlantedNumber,
  someSets,
} from './planted-index.fixture.ts';
import { buildPrivateIndex } from '../../src/pipeline/private/build-private-index.ts';

const people: PlantedNumber[] = Array.from({ length: 300 }, (_, i) => ({
  kind: 'nir',
  typed: madeUpNir(i),
  sets: [i % 2],
}));
const phones: PlantedNumber[] = Array.from({ length: 40 }, (_, i) => ({
  kind: 'phone',
  typed: madeUpPhone(i),
  sets: [2],
}));
/** Three people share it, two of them lost the same. */
const shared: PlantedNumber = { kind: 'phone', typed: madeUpPhone(4711), sets: [2, 0, 2] };

const contents = someSets.map((set) => contentOf(vocabularyOf(someSets), set).toString('hex'));

/** No limit is met: each question comes from a network of its own by a new context. */
async function appOf(open: OpenedRegister) {
  const context = await testContext({ open, now: tomorrow });
  return privateRoutes(context);
}
let days = 0;
const tomorrow = () => new Date(Date.UTC(2026, 10, 1) + days * 86_400_000);

forBothEngines((open) => {
  test('planted people find exactly what they lost, under every spelling, and others nothing', async () => {
    await using opened = await open();
    await plant(opened.register, { name: 'Jobs', sets: someSets, people: [...people, ...phones, shared] });
    const few = people.slice(0, 3).map((person) => ({ ...person, sets: [0] }));
    await plant(opened.register, { name: 'Training', sets: [someSets[0]!], people: few });
    const app = await appOf(opened);
    const ask = (kind: 'nir' | 'phone', typed: string) => {
      days++;
      return askFor(app, kind, typed);
    };
    for (const i of [0, 1, 2, 3, 4, 150, 299]) {
      const { found } = await ask('nir', people[i]!.typed);
      expect(found['Jobs']).toEqual([contents[i % 2]]);
      expect(Object.keys(found)).toEqual(i < 3 ? ['Jobs', 'Training'] : ['Jobs']);
    }
    const spaced = people[7]!.typed.replace(/^(.)(..)(..)(..)(...)(...)(..)$/u, '$1 $2 $3 $4 $5 $6 $7');
    expect((await ask('nir', spaced)).found).toEqual({ Jobs: [contents[1]] });
    expect((await ask('nir', people[7]!.typed.slice(0, 13))).found).toEqual({ Jobs: [contents[1]] });
    expect((await ask('phone', madeUpPhone(5))).found).toEqual({ Jobs: [contents[2]] });
    expect((await ask('phone', madeUpPhone(5).replace('+33 ', '0'))).found).toEqual({ Jobs: [contents[2]] });
    expect((await ask('phone', shared.typed)).found).toEqual({ Jobs: [contents[2], contents[0]] });
    for (let i = 300; i < 310; i++) expect((await ask('nir', madeUpNir(i))).found).toEqual({});
    expect((await ask('phone', madeUpPhone(41))).found).toEqual({});
  });

  test('a hit and a miss are the same requests with answers of the same length, and show no number', async () => {
    await using opened = await open();
    await plant(opened.register, { name: 'Jobs', sets: someSets, people });
    const app = await appOf(opened);
    const ask = (typed: string) => {
      days++;
      return askFor(app, 'nir', typed);
    };
    const [hit, again, miss] = [
      await ask(people[0]!.typed),
      await ask(people[0]!.typed),
      await ask(madeUpNir(5000)),
    ];
    const shape = ({ wire }: typeof hit) =>
      wire.map(({ path, sent, status, bytes }) => [path.replace(/\d+$/u, ''), sent.length, status, bytes]);
    expect(shape(hit)).toEqual(shape(miss));
    expect(Object.keys(hit.found)).toHaveLength(1);
    expect(Object.keys(miss.found)).toHaveLength(0);
    const blinded = [hit, again].map(({ wire }) => wire[0]!.sent);
    expect(blinded[0]).not.toBe(blinded[1]);
    expect(hit.wire[1]!.path).toBe(again.wire[1]!.path);
    const normal = normalForm('nir', people[0]!.typed)!;
    for (const { path, sent } of hit.wire) expect(path + sent).not.toContain(normal);
  });

  test('one breach published or withdrawn leaves the entries of others as they are', async () => {
    await using opened = await open();
    const { register } = opened;
    const jobs = await plant(register, { name: 'Jobs', sets: someSets, people });
    const before = await register.rows.selectFrom('private_block').selectAll().execute();
    const other = await plant(register, { name: 'Training', sets: someSets, people: people.slice(0, 9) });
    const kept = () =>
      register.rows.selectFrom('private_block').selectAll().where('breach', '=', jobs).execute();
    expect(await kept()).toEqual(before);
    await withdrawBreach(register, other);
    const app = await appOf(opened);
    days++;
    expect((await askFor(app, 'nir', people[0]!.typed)).found).toEqual({ Jobs: [contents[0]] });
    await removeBreachRows(register, other);
    expect(await kept()).toEqual(before);
    expect(await privateIndexes(register.rows, other)).toEqual([]);
  });

  test('sensitive and retired breaches are not asked for by number', async () => {
    await using opened = await open();
    const { register } = opened;
    await plant(register, { name: 'Jobs', sets: someSets, people, model: { IsSensitive: true } });
    await plant(register, { name: 'Old', sets: someSets, people, model: { IsRetired: true } });
    const app = await appOf(opened);
    expect((await askFor(app, 'nir', people[0]!.typed)).found).toEqual({});
    const page = await (await app.request('/private')).text();
    expect(page).not.toContain('Breach Jobs');
  });

  test('a build that is called again changes nothing, and one of other files begins anew', async () => {
    await using opened = await open();
    const { register } = opened;
    const breach = await plant(register, { name: 'Jobs', sets: someSets, people });
    const rows = async () => [
      await register.rows.selectFrom('private_index').selectAll().execute(),
      await register.rows.selectFrom('private_block').selectAll().execute(),
    ];
    const before = await rows();
    await buildPrivateIndex(register, breach, itemsOf(people), { digest: 'Jobs', workers: 1 });
    expect(await rows()).toEqual(before);
    await buildPrivateIndex(register, breach, itemsOf(people.slice(0, 200)), { digest: 'Other', workers: 1 });
    expect(await privateIndexes(register.rows, breach)).toMatchObject([{ entries: 200 }, { entries: 0 }]);
    expect(await rows()).not.toEqual(before);
  });
});
