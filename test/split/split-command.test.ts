/*
 * `tocsin split` as somebody runs it: the matrix, what is refused, what is warned of, what a later delivery does.
 */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { listCustody } from '../../src/custody/index.ts';
import { splitOf } from '../../src/pipeline/index.ts';
import type { SplitReport } from '../../src/report/index.ts';
import { findCase, openHome } from '../../src/store/index.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { bankRules, type BanksCase, chooser, openBanksCase } from './banks-case.fixture.ts';
import { personOf, type PlantedRow, plantBanks } from './banks-leak.fixture.ts';

const scratch = scratchFolder();
const people = 300;
let banks: BanksCase;
let planted: PlantedRow[];

beforeAll(async () => {
  banks = await openBanksCase(scratch, people);
  ({ planted } = banks);
});

function peopleWith(test_: (row: PlantedRow) => boolean): number {
  return new Set(planted.filter(test_).map(({ email }) => email)).size;
}

describe('split', () => {
  test('tells how many people each controller has, and of none and several', async () => {
    const report = await banks.split('banks.json');
    const ofA = ({ values }: PlantedRow) => ['30004', '30003'].includes(values['code'] ?? '');
    const ofB = ({ table, values }: PlantedRow) =>
      values['code'] === '20041' || (table === 'leads' && values['mandant']!.startsWith('DB-'));
    expect(report.controllers.map(({ name, people: count }) => [name, count])).toEqual([
      ['Banque A', peopleWith(ofA)],
      ['Bank B', peopleWith(ofB)],
    ]);
    expect(report.controllers[0]!.rules).toEqual([
      { rule: 'rule 1 of Banque A', rows: planted.filter(ofA).length },
    ]);
    const owned = peopleWith((row) => ofA(row) || ofB(row));
    expect(report.unassigned.people).toBe(report.people - owned);
    expect(report.several.people).toBe(peopleWith(ofA) + peopleWith(ofB) - owned);
    expect(report.conflicts).toEqual({ rows: 0, listed: [] });
    expect(report.warnings).toEqual([]);
    const [a] = report.controllers;
    expect(a!.classes.find((entry) => entry.class === 'Email addresses')!.people).toBe(a!.people);
  });

  test('shows with the case', async () => {
    const report = await banks.split('banks.json');
    const { stdout } = await banks.run('case', 'show', banks.id, '--json');
    const shown = JSON.parse(stdout) as {
      controllers: { name: string; people: number }[];
      unassigned: { people: number };
    };
    expect(shown.controllers.map(({ name, people: count }) => ({ name, people: count }))).toEqual(
      report.controllers.map(({ name, people: count }) => ({ name, people: count })),
    );
    expect(shown.unassigned).toEqual(report.unassigned);
  });

  test('fits a terminal, and says the same', async () => {
    const { exit, stdout } = await banks.run('split', banks.id, '--rules', 'banks.json');
    expect(exit).toBe(0);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(stdout).toMatch(/^ +Banque A +Bank B$/mu);
    expect(stdout).toMatch(/^ {2}Email addresses +\d+ +\d+$/mu);
    expect(stdout).toContain('rule 1 of Banque A');
  });

  test('rows that two controllers claim are nobody’s, and listed with their place', async () => {
    const rules = {
      controllers: [
        { name: 'Banque A', rules: [{ table: 'clients' }] },
        { name: 'Bank B', rules: [{ column: 'code', values: ['20041'] }] },
      ],
    };
    const claimed = planted.filter(({ values }) => values['code'] === '20041').length;
    const report = await banks.split(banks.rulesFile('both.json', rules));
    expect(report.conflicts.rows).toBe(claimed);
    const [{ controllers, table, places }] = report.conflicts.listed as [
      SplitReport['conflicts']['listed'][number],
    ];
    expect({ controllers, table }).toEqual({ controllers: ['Banque A', 'Bank B'], table: 'clients' });
    expect(places[0]!.file).toMatch(/nord\/dump\.sql$/u);
    expect(places.map(({ offset }) => offset)).toEqual(
      places.map(({ offset }) => offset).toSorted((x, y) => x - y),
    );
    expect(report.controllers[1]!.people).toBe(0);
    const shared = await banks.split(banks.rulesFile('shared.json', { ...rules, shared: true }));
    expect(shared.conflicts.rows).toBe(0);
    expect(shared.controllers[1]!.people).toBe(claimed);
  });

  test.each([
    [
      { table: 'client', column: 'code', values: ['1'] },
      /^error: rule 1 of Banque A: the case has no table client\nhint: it has clients\n/u,
    ],
    [
      { table: 'clients', column: 'code_banque', values: ['1'] },
      /^error: rule 1 of Banque A: the table clients has no column code_banque\n/u,
    ],
    [{ column: 'mandan', values: ['1'] }, /has a column mandan\nhint: it has mandant\n/u],
  ])('a name that the case does not have is refused with the nearest: %j', async (rule, told) => {
    const before = splitOf(findCase(openHome(banks.home), banks.id)!);
    const path = banks.rulesFile('wrong.json', { controllers: [{ name: 'Banque A', rules: [rule] }] });
    const { exit, stdout, stderr } = await banks.run('split', banks.id, '--rules', path);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toMatch(told);
    expect(splitOf(findCase(openHome(banks.home), banks.id)!)).toEqual(before);
  });

  test('a controller that has everything has what the case has', async () => {
    const path = banks.rulesFile('all.json', { controllers: [{ name: 'All', rules: [{ file: '*' }] }] });
    const [all] = (await banks.split(path)).controllers;
    const shown = JSON.parse((await banks.run('case', 'show', banks.id, '--json')).stdout) as {
      people: { count: number };
      classes: unknown;
    };
    expect({ people: all!.people, classes: all!.classes }).toEqual({
      people: shown.people.count,
      classes: shown.classes,
    });
  });

  test('values may stand in a file of their own', async () => {
    writeFileSync(join(banks.folder, 'codes.txt'), '30004\r\n\n 30003 \r\n');
    const path = banks.rulesFile('codes.json', {
      controllers: [{ name: 'Banque A', rules: [{ column: 'code', valuesFile: 'codes.txt' }] }],
    });
    const [a] = (await banks.split(path)).controllers;
    expect(a!.rules[0]!.rows).toBe(
      planted.filter(({ values }) => ['30004', '30003'].includes(values['code'] ?? '')).length,
    );
    rmSync(join(banks.folder, 'codes.txt'));
    const { exit, stderr } = await banks.run('split', banks.id, '--rules', path);
    expect(exit).toBe(2);
    expect(stderr).toMatch(/^error: rule 1 of Banque A: the file of values cannot be read: /u);
  });

  test('a rule that takes no row is warned of', async () => {
    const path = banks.rulesFile('none.json', {
      controllers: [
        { name: 'Banque A', rules: [{ column: 'code', values: ['99999'] }, { file: '*/west/*' }] },
      ],
    });
    expect((await banks.split(path)).warnings).toEqual([
      'rule 1 of Banque A takes no row',
      'rule 2 of Banque A takes no row',
    ]);
  });

  test('a list of the controller’s own names people, told or recognised', async () => {
    const emails = Array.from({ length: 40 }, (_, i) => personOf(i * 3).email);
    writeFileSync(
      join(banks.folder, 'own.csv'),
      `konto,nr\n${emails.map((email, i) => `${email},${i}`).join('\n')}\n`,
    );
    const inCase = emails.filter((email) => planted.some((row) => row.email === email)).length;
    for (const columns of [[], ['konto'], [{ name: 'KONTO', is: 'email' }]]) {
      const path = banks.rulesFile('lists.json', {
        controllers: [{ name: 'Bank B', list: { file: 'own.csv', columns } }],
      });
      const [bank] = (await banks.split(path)).controllers;
      expect(bank!.people).toBe(inCase);
      expect(bank!.lists).toEqual([
        {
          list: 'the list of Bank B',
          file: 'own.csv',
          columns: [{ column: 'konto', is: 'email addresses', values: 40, recognised: 40 }],
          identifiers: 40,
          found: inCase,
          ambiguous: 0,
        },
      ]);
    }
    for (const [columns, told] of [
      [['knoto'], /own\.csv has no column knoto\nhint: it has konto/u],
      [['nr'], /the column nr of own\.csv holds no identifier that is recognised/u],
      [
        [{ name: 'konto', is: 'emial' }],
        /"is" names no identifier that is known\nhint: it may be meant as email/u,
      ],
    ] as const) {
      const path = banks.rulesFile('lists.json', {
        controllers: [{ name: 'Bank B', list: { file: 'own.csv', columns } }],
      });
      const { exit, stderr } = await banks.run('split', banks.id, '--rules', path);
      expect(exit).toBe(2);
      expect(stderr).toMatch(told);
    }
  });

  test('a case in which nobody was found is told so', async () => {
    writeFileSync(join(banks.folder, 'nobody.txt'), 'nothing to see here\n');
    const opened = await banks.run('case', 'open', '--name', 'nobody', '--json');
    const { case: id } = JSON.parse(opened.stdout) as { case: string };
    const told = async () => (await banks.run('split', id, '--rules', 'banks.json')).stderr;
    expect(await told()).toMatch(/^error: nothing has been examined into the case yet/u);
    await banks.run('examine', 'nobody.txt', '--case', id);
    expect(await told()).toMatch(/^error: nobody was found in the files of the case/u);
  });

  test('is in the custody log, with its rules and counts', async () => {
    const report = await banks.split('banks.json');
    const instance = openHome(banks.home);
    const entries = [...listCustody(instance, () => findCase(instance, banks.id)!.key)].filter(
      ({ what }) => what === 'split',
    );
    expect(entries.slice(-2).map(({ result }) => result)).toEqual(['begun', 'done']);
    expect(entries.at(-1)).toMatchObject({
      counts: { people: report.people, controllers: 2, unassigned: report.unassigned.people },
      hashes: { rules: expect.stringMatching(/^[\da-f]{64}$/u) as string },
      details: { rules: 'banks.json' },
    });
  });

  test('after a later delivery the same rules are applied to all', async () => {
    const before = await banks.split('banks.json');
    const later = plantBanks(join(banks.folder, 'unused'), people + 40, chooser(7));
    expect(later.slice(0, planted.length)).toEqual(planted);
    const leads = Array.from({ length: 30 }, (_, i) => {
      const { email, first, last } = personOf(people + i);
      return `${email};${first};${last};06 39 98 00 ${10 + i};DB-1`;
    });
    writeFileSync(
      join(banks.folder, 'later.csv'),
      `email;first_name;last_name;phone;mandant\n${leads.join('\n')}\n`,
    );
    expect((await banks.run('examine', 'later.csv', '--case', banks.id)).exit).toBe(0);
    const after = splitOf(findCase(openHome(banks.home), banks.id)!)!.report!;
    expect(after.people).toBe(before.people + 30);
    expect(after.controllers.map((entry) => entry.people)).toEqual(
      before.controllers.map((entry) => entry.people),
    );
    const wider = structuredClone(bankRules);
    wider.controllers[1]!.rules.push({ table: 'later', column: 'mandant', prefix: 'DB-' });
    const [, b] = (await banks.split(banks.rulesFile('wider.json', wider))).controllers;
    expect(b!.people).toBe(before.controllers[1]!.people + 30);
  });

  test('evidence that is gone is told with its id; a sealed copy serves as well', async () => {
    const [from, to] = [join(banks.folder, 'leak', 'nord', 'dump.sql'), join(banks.folder, 'moved.sql')];
    renameSync(from, to);
    const { exit, stderr } = await banks.run('split', banks.id, '--rules', 'banks.json');
    expect(exit).toBe(2);
    expect(stderr).toMatch(/^error: the evidence E\d cannot be read: .*dump\.sql\nhint: /u);
    renameSync(to, from);
    const whole = await banks.split('banks.json');
    expect((await banks.run('evidence', 'add', banks.id, 'leak/nord/dump.sql', '--copy')).exit).toBe(0);
    rmSync(from);
    const fromCopy = await banks.split('banks.json');
    expect(fromCopy.controllers).toEqual(whole.controllers);
  });
});
