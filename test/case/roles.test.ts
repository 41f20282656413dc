/*
 * Several users on one instance: each command asks who acts, refusals are in the custody log, and so is every look at a
 * person, before anything is printed.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { listCustody } from '../../src/custody/index.ts';
import { findCase, openHome } from '../../src/store/index.ts';
import { testInstance } from './instance.fixture.ts';

const { folder, home, run, json, attempt } = testInstance();

const secrets = new Map<string, string>();
let id: string;

/** As that user. */
function as(user: string, ...args: string[]): ReturnType<typeof attempt> {
  return attempt(args, { env: { TOCSIN_USER: user, TOCSIN_SECRET: secrets.get(user) ?? '' } });
}

beforeAll(async () => {
  id = (await json('case', 'open', '--name', 'roles'))['case'] as string;
  const leak = 'name,email\nJean Exemple,jean@example.org\nAnne Exemple,anne@example.org\n';
  writeFileSync(join(folder, 'leak.csv'), leak);
  await run('examine', 'leak.csv', '--case', id);
  secrets.set('eve', (await run('user', 'add', 'eve', '--role', 'owner')).trim());
  for (const role of ['responder', 'reader', 'auditor']) {
    const added = await as('eve', 'user', 'add', role, '--role', role);
    secrets.set(role, added.stdout.trim());
  }
}, 60_000);

test('each role does what it allows, and is refused the rest', async () => {
  const commands: [args: string[], allowed: string[]][] = [
    [
      ['case', 'show', id],
      ['responder', 'reader'],
    ],
    [
      ['person', '--case', id, '--identifier', 'jean@example.org'],
      ['responder', 'reader'],
    ],
    [['case', 'note', id, 'text'], ['responder']],
    [
      ['custody', 'list'],
      ['responder', 'auditor'],
    ],
    [['incidents'], ['responder', 'reader', 'auditor']],
    [['user', 'list'], []],
    [['destroy', id], []],
  ];
  for (const [args, allowed] of commands) {
    const may: string[] = [];
    for (const role of ['responder', 'reader', 'auditor']) {
      const { exit, stdout, stderr } = await as(role, ...args);
      const isRefused =
        exit === 2 && stdout === '' && stderr.includes(`the role ${role} does not allow this`);
      if (!isRefused) may.push(exit === 0 ? role : `${role}: ${stderr}`);
    }
    expect([args, may]).toEqual([args, allowed]);
  }
}, 120_000);

test('without a user, or with a wrong secret, nothing is shown', async () => {
  const nobody = await attempt(['case', 'show', id]);
  expect([nobody.exit, nobody.stdout]).toEqual([2, '']);
  const wrong = await attempt(['case', 'show', id], { env: { TOCSIN_USER: 'eve', TOCSIN_SECRET: 'guess' } });
  expect([wrong.exit, wrong.stdout]).toEqual([2, '']);
});

test('a look at a person is in the log, with the reason and the result, and without the person', async () => {
  const asked = ['person', '--case', id, '--identifier', 'anne@example.org', '--why', 'she telephoned'];
  expect((await as('reader', ...asked)).exit).toBe(0);
  const instance = openHome(home);
  const entries = [...listCustody(instance, () => findCase(instance, id)!.key)];
  expect(entries.findLast(({ what }) => what === 'person.look')).toMatchObject({
    who: 'reader',
    case: id,
    result: 'done',
    counts: { people: 1, mentions: 0 },
    details: { why: 'she telephoned', askedAs: ['email'] },
  });
  expect(JSON.stringify(entries)).not.toMatch(/@example|Exemple/u);
});

test('where the log cannot be written, nobody is shown', async () => {
  writeFileSync(join(home, 'custody', 'checkpoint'), 'changed\n');
  const { exit, stdout } = await as('reader', 'person', '--case', id, '--identifier', 'anne@example.org');
  expect([exit, stdout]).toEqual([2, '']);
});
