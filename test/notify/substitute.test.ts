/*
 * The public notice on the command line: numbers that add up, all elements, nobody by name, in each language; the list of
 * people only under a seal.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { hashOfTexts, type NoticeText } from '../../src/notify/index.ts';
import { findCase, openHome } from '../../src/store/index.ts';
import { openNotices } from '../../src/store/notices/index.ts';
import { type MadeUpPlan, madeUpPlan } from '../../src/store/notices/made-up-plan.fixture.ts';
import { type NoticeCase, openNoticeCase } from './notify.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-substitute-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const facts = {
  organisation: 'Recrutement Exemple',
  sender: { name: null, address: 'notices@recruiting.example' },
  contact: { name: 'Ada Officer', email: 'dpo@recruiting.example', phone: '+33 1 99 00 12 34', post: [] },
  event: null,
  happened: { from: '2026-10-01', to: '2026-10-01' },
  found: '2026-11-01',
  chain: [],
  consequences: null,
  measures: { en: 'We have closed the server.', fr: 'Nous avons fermé le serveur.' },
  told: [{ who: 'CNIL', on: '2026-11-03' }],
  authority: { name: 'CNIL', post: ['Paris'], site: null },
  site: 'recruiting.example',
  correction: null,
};

const content = (language: string, classes: { class: string; kinds: string[] }[]) => ({
  kind: 'first',
  controller: null,
  language,
  audience: 'person',
  relation: 'unknown',
  classes,
  notLost: [],
  before: [],
});

const emails = { class: 'Email addresses', kinds: [] };
const passwords = { class: 'Passwords', kinds: ['bcrypt'] };

let cases = 0;

function planned(given: Partial<MadeUpPlan>): NoticeCase {
  const opened = openNoticeCase(mkdtempSync(join(folder, `case-${cases++}-`)));
  madeUpPlan(findCase(openHome(opened.home), opened.id)!, {
    people: 400,
    channels: ['e', 'l', '', 'sc'],
    contents: [content('en', [emails]), content('fr', [emails, passwords])],
    settings: { facts: [{ controller: null, facts }] },
    hashOf: (texts) => hashOfTexts(texts as NoticeText[]),
    ...given,
  });
  return opened;
}

test('a public notice has all elements, the numbers of the plan, and nobody’s name, in each language', async () => {
  const { json, id, folder: own } = planned({});
  const made = await json('notify', 'substitute', id, '--out', 'public');
  const [controller] = made['controllers'];
  expect(made).toMatchObject({ people: 100, faults: [] });
  expect(controller).toMatchObject({
    people: 400,
    told: 300,
    notTold: 0,
    unreached: [{ reason: 'no contact', people: 100 }],
    classes: [
      { class: 'Email addresses', people: 400 },
      { class: 'Passwords', people: 200 },
    ],
  });
  const files = readdirSync(join(own, 'public')).toSorted();
  expect(files).toEqual([
    'public-notice.en.html',
    'public-notice.en.txt',
    'public-notice.fr.html',
    'public-notice.fr.txt',
    'reasons.txt',
  ]);
  const said = new Map(
    [...controller.files, ...made['files']].map((file: { file: string; sha256: string }) => [
      file.file,
      file.sha256,
    ]),
  );
  for (const name of files) {
    const bytes = readFileSync(join(own, 'public', name));
    expect(said.get(name)).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(bytes.toString()).not.toMatch(/Exemple \d|@mail|https?:|<a |<img|<script/u);
    const lines = name.endsWith('.txt') ? bytes.toString().split('\n') : [];
    expect(lines.filter((line) => line.length > 72)).toEqual([]);
  }
  const english = readFileSync(join(own, 'public', 'public-notice.en.txt'), 'utf8').replaceAll('\n', ' ');
  for (const sentence of [
    'Public notice of Recrutement Exemple',
    'It happened on 1 October 2026.',
    'The files hold data of 400 people.',
    'Password: 200 people',
    'We have closed the server.',
    'CNIL, on 3 November 2026',
    '300 people get a notice of their own.',
    '100 people could not be reached:',
    'You need no letter and no reference to ask us.',
    'Telephone: +33 1 99 00 12 34',
    'You have the right to complain',
  ])
    expect(english).toContain(sentence);
  // it is to nobody in person, and not everybody is told
  expect(english).not.toMatch(/You get this notice|about you in the files|We tell each of these/u);
  const french = readFileSync(join(own, 'public', 'public-notice.fr.html'), 'utf8');
  expect(french).toContain('<html lang="fr" dir="ltr">');
  expect(french).toContain('Nous avons fermé le serveur.');
});

test('a number that could point at somebody is not said', async () => {
  const { json, id, folder: own } = planned({ people: 12, channels: ['e', 'e', ''] });
  await json('notify', 'substitute', id, '--out', 'public');
  const text = readFileSync(join(own, 'public', 'public-notice.en.txt'), 'utf8');
  expect(text).toContain('Password: fewer than 10 people');
  expect(text).not.toContain('6 people');
});

test('what the linter refuses is not written', async () => {
  const settings = {
    facts: [
      { controller: null, facts: { ...facts, event: { en: 'Click here: https://x.example', fr: 'Rien.' } } },
    ],
  };
  const { run, id, folder: own } = planned({ settings });
  const ran = await run('notify', 'substitute', id, '--out', 'public');
  expect(ran.exit).toBe(1);
  expect(ran.stdout).toContain('refused, nothing was written');
  expect(readdirSync(join(own, 'public'))).toEqual([]);
});

test('the list of these people is written under a seal only', async () => {
  const { json, id, folder: own } = planned({});
  const recipient = 'age1cy0su9fwf3gf9mw868g5yut09p6nytfmmnktexz2ya5uqg9vl9sss4euqm';
  const made = await json('notify', 'substitute', id, '--out', 'public', '--recipient', recipient);
  expect(made['files'].map(({ file }: { file: string }) => file)).toContain('unreachable.csv.age');
  const sealed = readFileSync(join(own, 'public', 'unreachable.csv.age'), 'latin1');
  expect(sealed.startsWith('age-encryption.org/v1')).toBe(true);
  expect(sealed).not.toContain('Exemple');
  expect(existsSync(join(own, 'public', 'unreachable.csv'))).toBe(false);
});

test('who could be told over a channel that is not used is told so, and not that no address is known', async () => {
  const { run, id, folder: own } = planned({ channels: ['e'] });
  const record = findCase(openHome(join(own, 'home')), id)!;
  {
    using notices = openNotices(record);
    notices.db.prepare(`UPDATE recipient SET state = 'unreachable', why = 'channels-not-used'`).run();
  }
  const ran = await run('notify', 'substitute', id, '--out', 'public');
  expect(ran.stdout.replaceAll(/\s+/gu, ' ')).toContain(
    '400 of them could be told over channels that the plan does not use',
  );
  const said = (name: string) => readFileSync(join(own, 'public', name), 'utf8').replaceAll(/\s+/gu, ' ');
  expect(said('reasons.txt')).toContain('Of these, 400 could be told in person');
  expect(said('public-notice.en.txt')).not.toContain('To find out where they live');
});
