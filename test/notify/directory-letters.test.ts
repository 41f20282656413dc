/*
 * A leak without any contact, joined with a controller's directory: everybody the directory reaches gets a letter in his
 * language; directions for single people hold; a correction reaches those who were told, once.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { approvedPlan, type NoticeCase, poleEmploiCase } from './notify.fixture.ts';

const folder = scratchFolder();
let opened: NoticeCase;
let customers: string[];

beforeAll(async () => {
  opened = await poleEmploiCase(folder, { people: 120, seed: 5 });
  customers = readFileSync(join(folder, 'leak.directory.csv'), 'utf8')
    .split(/\r?\n/u)
    .slice(1)
    .map((line) => line.split(';')[0]!);
}, 120_000);

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
const letters = ['--channels', 'letter'];

test('whom the directory reaches gets a letter, in French, and everybody is counted once', async () => {
  const plan = await approvedPlan(opened, ...letters);
  expect(plan['channels']).toMatchObject({ email: 0, text: 0, call: 0 });
  expect(plan['channels'].letter).toBeGreaterThan(60);
  expect(sum(plan['channels'])).toBe(plan['people']);
  expect(
    new Set(plan['variants'].map(({ controller }: { controller: string | null }) => controller)).size,
  ).toBe(1);
  const french = plan['variants'].filter(({ language }: { language: string }) => language === 'fr');
  expect(french.length).toBeGreaterThan(0);
});

test('directions are refused by line, and hold', async () => {
  writeFileSync(join(folder, 'wrong.csv'), 'customer;direction\nDE00000000;burn\n');
  const wrong = await opened.run('notify', 'plan', opened.id, '--directions', 'wrong.csv');
  expect(wrong.exit).toBe(2);
  expect(wrong.stderr).toContain('line 2: its direction is none that is known');
  expect(wrong.stderr).not.toContain('burn');

  const before = await opened.json('notify', 'plan', opened.id, ...letters);
  const directions = customers
    .slice(0, 60)
    .map((customer) => `${customer};not-to-be-told;asked by the police`);
  writeFileSync(
    join(folder, 'directions.csv'),
    ['customer;direction;reason', ...directions, 'NOBODY;no-letter;', ''].join('\n'),
  );
  const plan = await opened.json('notify', 'plan', opened.id, ...letters, '--directions', 'directions.csv');
  const left = plan['notTold'].find(({ reason }: { reason: string }) => reason.startsWith('not-to-be-told'));
  expect(left.people).toBeGreaterThan(0);
  const fewer = before['channels'].letter - plan['channels'].letter;
  expect(fewer).toBeGreaterThan(0);
  // some of them have no address in the directory
  expect(fewer).toBeLessThanOrEqual(left.people);
  expect(plan['directions'].unmatched).toContain(62);
  expect(sum(plan['channels'])).toBe(plan['people']);
});

test('a correction is for all who were told, and for nobody twice', async () => {
  await approvedPlan(opened, ...letters);
  const written = await opened.json('notify', 'letters', opened.id, '--out', 'letters');
  expect(written['letters']).toBeGreaterThan(60);
  const nothingNew = await opened.json('notify', 'plan', opened.id, ...letters);
  expect(nothingNew['channels'].letter).toBe(0);

  const correction = { en: 'The day was given wrongly.', fr: 'La date indiquée était fausse.' };
  writeFileSync(join(folder, 'about.json'), JSON.stringify({ correction }));
  const plan = await approvedPlan(opened, ...letters, '--about', 'about.json');
  expect(plan['kind']).toBe('correction');
  expect(plan['channels'].letter).toBe(written['letters']);
  await opened.json('notify', 'letters', opened.id, '--out', 'corrections');
  const again = await opened.json('notify', 'plan', opened.id, ...letters, '--about', 'about.json');
  expect(again['channels'].letter).toBe(0);
}, 60_000);
