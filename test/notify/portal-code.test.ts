/*
 * The reference of a notice, where the case is published: with the date of birth the portal shows what the notice says was
 * lost, and the same reference is known as real.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openHome } from '../../src/store/index.ts';
import { openRegister } from '../../src/store/register/index.ts';
import { createApp } from '../../src/web/create-app.ts';
import { testContext } from '../../src/web/web-context.fixture.ts';
import { approvedPlan, examined, openNoticeCase } from './notify.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-portal-code-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const firstNames = ['Alice', 'Bruno', 'Chloé', 'David', 'Emma', 'Farid', 'Gaëlle', 'Hugo', 'Inès', 'Jules'];
const lastNames = ['Martin', 'Bernard', 'Dubois', 'Robert', 'Petit'];

const people = Array.from({ length: 40 }, (_, i) => ({
  first: firstNames[i % 10]!,
  last: lastNames[i % 5]!,
  phone: `+336399800${String(i).padStart(2, '0')}`,
  birth: `${1960 + i}-0${1 + (i % 9)}-1${i % 10}`,
}));

test('a reference shows at /code what was lost, and is real at /letter', async () => {
  const opened = openNoticeCase(folder);
  const { run, json, id, home: path } = opened;
  const lines = people.map(({ first, last, phone, birth }) => `${first},${last},${phone},${birth}`);
  writeFileSync(join(folder, 'leak.csv'), `first_name,last_name,phone,date_of_birth\n${lines.join('\n')}\n`);
  await examined(opened, 'leak.csv');
  const about = [
    '--name',
    'Recruiting',
    '--title',
    'Recruiting',
    '--domain',
    'recruiting.example',
    '--date',
    '2026-10-01',
  ];
  const published = await run('publish', id, ...about);
  expect(published.stderr).not.toContain('error:');
  expect(published.exit).toBe(0);
  await approvedPlan(opened);
  const known = await json('notify', 'references', id);
  expect(known).toMatchObject({ references: 40, codes: 40 });
  await json('notify', 'texts', id, '--out', 'texts.csv');
  const texts = readFileSync(join(folder, 'texts.csv'), 'utf8');
  const home = openHome(path);
  await using register = await openRegister(home, null);
  await using context = await testContext({ open: { home, register } });
  const app = createApp(context);
  const post = async (to: string, fields: Record<string, string>) => {
    const answer = await app.request(to, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'accept-language': 'en' },
    });
    return { status: answer.status, text: await answer.text() };
  };
  for (const { phone, birth } of people.slice(20, 23)) {
    const code = new RegExp(`^\\${phone},.*,(\\d{4} \\d{4} \\d{4} \\d),`, 'mu').exec(texts)![1]!;
    const [year, month, day] = birth.split('-') as [string, string, string];
    const statement = await post('/code', { code, day, month, year });
    expect(statement.status).toBe(200);
    expect(statement.text).toContain('Phone numbers');
    const other = await post('/code', { code, day, month, year: String(Number(year) + 1) });
    expect(other.status).toBe(404);
    expect((await post('/letter', { reference: code })).text).toContain('Yes, this reference is one of ours');
  }
});
