/*
 * `tocsin directory` as a user meets it: what it prints, what it lists, what it refuses, and what `case show` and the
 * custody log say afterwards.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { runTocsin } from '../examine/run-tocsin.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { nirWithKey } from './nir-with-key.fixture.ts';

const folder = scratchFolder();
const surroundings = { env: { TOCSIN_HOME: join(folder, 'home') } };
const run = (...args: string[]) => runTocsin(args, folder, surroundings);

const surnames = ['ALDERMOOR', 'BIRCHMERE', 'COLDWICK', 'DUNHOLLOW', 'ELMSGARTH', 'FERNBROOK', 'GORSELAND'];
const firstNames =
  'ANNA BRUNO CLAIRE DAVID EMMA FABIEN GAELLE HUGO IRIS JULES KARINE LOUIS MARIE NICOLAS ODILE PAUL ROSE SIMON'.split(
    ' ',
  );
const people = 60;
const nir = (i: number) => nirWithKey(`2850375056${String(i + 1).padStart(3, '0')}`);
const name = (i: number) => surnames[i % 7]!;
const first = (i: number) => firstNames[i % firstNames.length]!;
const born = (i: number) => `${String((i % 28) + 1).padStart(2, '0')}/03/1985`;

/** Even people are of one fund, odd ones of another. */
const leak = Array.from(
  { length: people },
  (_, i) => `${nir(i)};${name(i)};${first(i)};${born(i)};${i % 2 === 0 ? 'NORD' : 'SUD'}`,
);

/** All of NORD, a row twice with another address, one with the number of another, and people of SUD. */
const directory = [
  ...Array.from({ length: people / 2 }, (_, i) => i * 2).map(
    (i) => `${nir(i)};${name(i)};${first(i)};${born(i)};p${i}@example.org;${i} rue des Aulnes;59800;Lille;fr`,
  ),
  `${nir(4)};${name(4)};${first(4).toLowerCase()};${born(4)};other@example.org;9 quai Neuf;59800;Lille;fr`,
  `${nir(6)};${name(10)};${first(10).toLowerCase()};${born(10)};crossed@example.org;9 quai Neuf;59800;Lille;fr`,
  `${nir(1)};${name(1)};${first(1).toLowerCase()};${born(1)};sud@example.org;9 quai Neuf;13002;Marseille;fr`,
];

beforeAll(async () => {
  writeFileSync(join(folder, 'leak.csv'), `nir;nom;prenom;date_naissance;caisse\n${leak.join('\n')}\n`);
  writeFileSync(
    join(folder, 'nord.csv'),
    `nir;nom;prenom;date_naissance;courriel;adresse;cp;ville;langue\n${directory.join('\n')}\n`,
  );
  const rules = {
    controllers: ['NORD', 'SUD'].map((value) => ({
      name: `Caisse ${value}`,
      rules: [{ column: 'caisse', values: [value] }],
    })),
  };
  writeFileSync(join(folder, 'rules.json'), JSON.stringify(rules));
  await run('examine', 'leak.csv', '--case', 'spill');
  await run('split', 'spill', '--rules', 'rules.json');
});

test('only people of the controller are reached, and what is not certain is told and listed', async () => {
  const args = [
    'directory',
    'spill',
    '--controller',
    'Caisse NORD',
    '--file',
    'nord.csv',
    '--list',
    'list.csv',
  ];
  const { exit, stdout, stderr } = await run(...args);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  expect(stdout).toMatchInlineSnapshot(`
    "Directory of Caisse NORD: nord.csv

    How its columns were understood (33 rows)
      nir             nir           by its values           33
      nom             last-name     by its values           33
      prenom          first-name    by its values           33
      date_naissance  birth-date    by its values           33
      courriel        email         by its values           33
      adresse         address       by its values           33
      cp              postal-code   by its name             33
      ville           city          by its name             33
      langue          language      by its name             33

    Whom it gives contacts to
               29  people of the case, by
               29  rows by a number of the person
                1  row fits nobody of this controller

    Not used, as it is not certain whose they are
                1  row has keys that speak of different people
                2  rows say different things of 1 person
      all of them are listed in list.csv

    Who of Caisse NORD can be reached
                              in all   leaked rows     directory
      by e-mail                   29             0            29
      by post                     29             0            29
      by telephone                 0             0             0
      by nothing                   1
      people                      30
    "
  `);
  expect(readFileSync(join(folder, 'list.csv'), 'utf8')).toMatchInlineSnapshot(`
    "row,reason,fits
    3,rows differ,2
    31,rows differ,2
    32,keys disagree,
    "
  `);
  for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('case show says who can be reached, and the custody log who took the directory in', async () => {
  const shown = await run('case', 'show', 'spill', '--json');
  const { reachability } = JSON.parse(shown.stdout) as { reachability: unknown };
  expect(reachability).toMatchObject({
    people,
    byEmail: people / 2 - 1,
    unreachable: people / 2 + 1,
    controllers: [
      { name: 'Caisse NORD', people: people / 2, byPost: people / 2 - 1, unreachable: 1 },
      { name: 'Caisse SUD', people: people / 2, byEmail: 0, unreachable: people / 2 },
    ],
  });
  const log = await run('custody', 'list', 'spill', '--json');
  const entries = log.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { what: string; result: string; counts?: Record<string, number> })
    .filter(({ what }) => what === 'directory');
  expect(entries.map(({ result }) => result)).toEqual(['begun', 'done']);
  expect(entries[1]!.counts).toMatchObject({ rows: directory.length, joined_people: people / 2 - 1 });
});

test('a controller whom the split gives nobody is refused, with those that there are', async () => {
  const { exit, stdout, stderr } = await run(
    'directory',
    'spill',
    '--controller',
    'Caisse EST',
    '--file',
    'nord.csv',
  );
  expect([exit, stdout]).toEqual([2, '']);
  expect(stderr).toMatchInlineSnapshot(`
    "error: the case is split, and no controller of it has this name
    hint: its controllers are Caisse NORD, Caisse SUD
    "
  `);
});

test('a file that is not there is told', async () => {
  const { exit, stderr } = await run(
    'directory',
    'spill',
    '--controller',
    'Caisse SUD',
    '--file',
    'none.csv',
  );
  expect(exit).toBe(2);
  expect(stderr).toContain('there is no file none.csv');
});

describe('a directory in the place of one that gives contacts', () => {
  const take = (file: string, ...options: string[]) =>
    run('directory', 'spill', '--controller', 'Caisse NORD', '--file', file, ...options);
  const header = 'nir;nom;prenom;date_naissance;courriel;adresse;cp;ville;langue';
  const reached = async () => {
    const { stdout } = await run('case', 'show', 'spill', '--json');
    return (JSON.parse(stdout) as { reachability: object }).reachability;
  };

  test('is refused where it fits nobody, and the one before stays', async () => {
    const stranger = (i: number) =>
      `${nirWithKey(`1770475056${String(i + 1).padStart(3, '0')}`)};VALE;NOOR;03/04/1977;v${i}@example.org;1 rue Haute;75001;Paris;fr`;
    const rows = Array.from({ length: 20 }, (_, i) => stranger(i));
    writeFileSync(join(folder, 'strangers.csv'), `${header}\n${rows.join('\n')}\n`);
    const before = await reached();
    const { exit, stdout, stderr } = await take('strangers.csv');
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain('none of its 20 rows gives contacts to anybody');
    expect(await reached()).toEqual(before);
  });

  test('is refused where no row has a key that can be used', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => `x${i};${i} rue Haute;59800;Lille`);
    writeFileSync(join(folder, 'keyless.csv'), `numero;adresse;cp;ville\n${rows.join('\n')}\n`);
    const before = await reached();
    const { exit, stderr } = await take('keyless.csv', '--column', 'nir=numero');
    expect(exit).toBe(2);
    expect(stderr).toContain('none of its 20 rows has a key that could be used');
    expect(await reached()).toEqual(before);
  });

  test('says both numbers where it gives fewer people contacts', async () => {
    writeFileSync(join(folder, 'half.csv'), `${header}\n${directory.slice(10, 20).join('\n')}\n`);
    const { exit, stdout } = await take('half.csv');
    expect(exit).toBe(0);
    expect(stdout).toMatch(/fewer than before: .* to 29 people, this\s+one to 10/u);
    const again = await take('nord.csv', '--json');
    expect(JSON.parse(again.stdout)).toMatchObject({ replaced: { people: 10 }, joined: { people: 29 } });
  });
});
