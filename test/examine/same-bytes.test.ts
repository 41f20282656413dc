/*
 * In a case a file is known by its bytes: however it is spelt, moved or renamed, its rows and people count once.
 */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generateShop } from '../../samples/shop/generate-shop.ts';
import { caseSummary, examineIntoCase, findPerson, resolveCase } from '../../src/pipeline/index.ts';
import { openHome } from '../../src/store/index.ts';
import { caseOfDeliveries, contentOf } from './case-people.fixture.ts';
import { scratchFolder } from './scratch-folder.fixture.ts';

const folder = scratchFolder();
const home = openHome(join(folder, 'home'));

describe('the same bytes under several paths', () => {
  /** Every third row has nothing but a name and a date of birth. */
  const members = (from: number, to: number) =>
    [
      'nom;prenom;date_naissance;email;telephone',
      ...Array.from({ length: to - from }, (_, i) => from + i).map((n) =>
        [
          `${['ALDERMOOR', 'BIRCHMERE', 'COLDWICK', 'DUNMORE', 'ELMSTEAD'][n % 5]}${'ABCDEFGHIJ'[Math.floor(n / 5) % 10]}`,
          ['Anna', 'Bruno', 'Clara', 'David'][n % 4],
          `19${60 + (n % 30)}-0${(n % 9) + 1}-${10 + (n % 18)}`,
          ...(n % 3 === 0 ? ['', ''] : [`membre${n}@example.org`, `+3363998${String(n).padStart(4, '0')}`]),
        ].join(';'),
      ),
    ].join('\n');
  const where = join(folder, 'same-bytes');
  const other = join(folder, 'same-bytes-elsewhere');
  mkdirSync(where);
  mkdirSync(other);
  const file = (name: string, text: string, into = where) => {
    const path = join(into, name);
    writeFileSync(path, text);
    return path;
  };
  const first = file('membres-part1.csv', members(0, 120));
  const second = file('membres-part2.csv', members(120, 240));
  const register = file('registre.csv', members(300, 420));
  const spelt = (path: string) => relative(process.cwd(), path);
  const moved = file('membres-part1.csv', members(0, 120), other);
  const renamed = file('copie.csv', members(300, 420), other);

  test.each([
    ['spelt another way', [[where], [spelt(register)]]],
    ['spelt another way, a part of a table', [[where], [spelt(first)]]],
    ['spelt another way, all but one', [[where], [spelt(second), spelt(register)]]],
    ['spelt another way, first one alone', [[spelt(register)], [where]]],
    ['spelt another way, first a part of a table', [[spelt(first)], [where]]],
    ['in another folder', [[where], [moved]]],
    ['under another name', [[renamed], [where]]],
    ['under another name, later', [[where], [renamed, moved]]],
  ])('are counted once: %s', async (_, deliveries) => {
    const once = await caseOfDeliveries(home, [[where]]);
    const content = contentOf(await caseOfDeliveries(home, deliveries));
    expect(contentOf(once).people.length).toBeGreaterThan(300);
    expect(content).toEqual(contentOf(once));
  });

  test('of one person each place is told once', async () => {
    const record = await caseOfDeliveries(home, [[where], [spelt(register)]]);
    const { people } = findPerson(record, { identifier: 'membre301@example.org' })!;
    expect(people.map(({ classes }) => classes.map(({ seen }) => seen.map(({ rows }) => rows)))).toEqual([
      people[0]!.classes.map(() => [1]),
    ]);
    expect(people[0]!.classes.flatMap(({ seen }) => seen.map(({ files }) => files))).toEqual(
      people[0]!.classes.map(() => [spelt(register)]),
    );
  });

  test('resolved again they are the people of the vault, and tables that stand aside are not there', async () => {
    const record = await caseOfDeliveries(home, [[where], [spelt(register)], [moved]]);
    const resolved = resolveCase(record);
    expect(resolved.people.count).toBe(caseSummary(record).people!.count);
    expect(resolved.parts.map(({ part, delivery, delivered }) => [part, delivery, delivered.name])).toEqual([
      [0, 1, 'membres'],
      [1, 2, 'registre'],
    ]);
  });

  test('a key still leads to the table that stands aside where it lies beside', async () => {
    const shop = join(folder, 'same-shop');
    await generateShop(shop, { seed: 5, people: 200, format: 'csv' });
    const elsewhere = join(folder, 'same-shop-elsewhere');
    mkdirSync(elsewhere);
    const [customers, orders] = ['customers.csv', 'orders.csv'].map((name) => join(shop, name));
    const [customersToo, ordersToo] = ['customers.csv', 'orders.csv'].map((name) => join(elsewhere, name));
    cpSync(customers!, customersToo!);
    cpSync(orders!, ordersToo!);
    const once = contentOf(await caseOfDeliveries(home, [[customers!, orders!]]));
    for (const deliveries of [
      [[customers!], [customersToo!, ordersToo!]],
      [[customersToo!, ordersToo!], [customers!]],
    ])
      expect(contentOf(await caseOfDeliveries(home, deliveries))).toEqual(once);
  });

  test('in one examination the first of them is read, and the others are told', async () => {
    const record = await caseOfDeliveries(home, [[where]]);
    const once = contentOf(record);
    const { report } = await examineIntoCase([where, moved, renamed], record, {
      now: new Date('2026-11-23T10:00:00Z'),
    });
    expect(contentOf(record)).toEqual(once);
    expect(report.inputs.map(({ path, rows, complete, note }) => [path, rows, complete, note])).toEqual([
      [first, 120, true, undefined],
      [second, 120, true, undefined],
      [register, 120, true, undefined],
      [moved, 0, true, `the same bytes as ${first}: its rows count once`],
      [renamed, 0, true, `the same bytes as ${register}: its rows count once`],
    ]);
    expect(new Set(report.inputs.map(({ sha256 }) => sha256)).size).toBe(3);
  });
});
