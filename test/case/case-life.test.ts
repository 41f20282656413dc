/*
 * The commands on a case as a user types them: what they print, and what they refuse.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { testInstance } from './instance.fixture.ts';

const { run, json, attempt } = testInstance();

let id: string;

beforeAll(async () => {
  const chain = ['product=MOVEit Transfer', 'controller=Pôle emploi', 'processor=Majorel'];
  const said = {
    name: 'spring leak',
    aware: '2026-11-20T09:30',
    zone: 'Europe/Paris',
    'aware-by': 'A. Exemple',
    what: 'a backup lay on a web server',
    happened: '2026-11-01/2026-11-15',
    regime: 'gdpr,nis2',
  };
  const options = Object.entries(said).flatMap(([name, text]) => [`--${name}`, text]);
  const opened = await json('case', 'open', ...options, ...chain.flatMap((link) => ['--organisation', link]));
  id = opened['case'] as string;
});

test('a case that was just opened shows its chain, its deadlines, and nobody in it', async () => {
  expect(id).toMatch(/^\d{4}-\w{6}$/u);
  expect(await json('case', 'show', id)).toMatchObject({
    state: 'open',
    aware: { at: '2026-11-20T08:30:00.000Z', by: 'A. Exemple' },
    people: { count: 0, min: 0, max: 0 },
    chain: [{ names: ['Pôle emploi'] }, { names: ['Majorel'] }, { names: ['MOVEit Transfer'] }],
    next: { id: 'nis2-early-warning', dueAt: '2026-11-21T08:30:00.000Z', state: 'missed' },
    waiting: [{ rule: 'nis2-final' }],
    controllers: [],
    reachability: null,
  });
});

test('what is due next is the first line, in either language', async () => {
  const shown = await run('case', 'show', id);
  expect(shown.split('\n')[0]).toMatch(/^overdue by .*: warn the CSIRT \(NIS2 Art\. 23\(4\)\(a\)\)/u);
  expect(shown.split('\n').every((line) => line.length <= 80)).toBe(true);
  expect(await run('case', 'show', id, '--language', 'fr')).toMatch(/^en retard de .* : alerter le CSIRT/u);
});

test('what is changed, done and noted shows, by the new name of the case', async () => {
  expect(await json('case', 'set', id, '--found', '2026-11-19T18:00', '--name', 'autumn leak')).toEqual({
    case: id,
    changed: ['name', 'found'],
  });
  await run(
    'clock',
    'autumn leak',
    'met',
    'nis2-notification',
    '--at',
    '2026-11-22T10:00',
    '--reference',
    'N-1',
  );
  expect((await attempt(['case', 'note', id, '-'], { input: 'from a file\n' })).exit).toBe(0);
  await run('case', 'contact', id, 'Jean Exemple', '--role', 'DPO', '--email', 'jean@example.org');
  const shown = await run('case', 'show', 'autumn leak');
  for (const part of [
    'Found          2026-11-19 18:00 CET',
    'reference N-1',
    'from a file',
    'jean@example.org',
  ])
    expect(shown).toContain(part);
});

test('a closed case is told of its running clocks, and is in the register of incidents', async () => {
  const closed = await attempt(['case', 'close', id, '--why', 'handed over']);
  expect([closed.exit, closed.stderr]).toEqual([0, expect.stringContaining('a clock still runs')]);
  expect(await json('incidents')).toMatchObject({ incidents: [{ case: id, state: 'closed' }] });
  expect(await run('incidents')).toContain('what: a backup lay on a web server');
  await run('case', 'reopen', id, '--why', 'another file came');
  expect(await json('case', 'list')).toMatchObject({ cases: [{ case: id, state: 'open' }], unreadable: [] });
});

describe('refused', () => {
  test.each([
    [['case', 'open', '--aware', '2026-11-20T09:30'], '--aware has no zone'],
    [['case', 'open', '--name', 'autumn leak'], 'there is a case of this name already'],
    [['clock', 'autumn leak', 'stop', 'gdpr-33-1'], 'give --why'],
  ])('%j: %s', async (args, reason) => {
    const { exit, stdout, stderr } = await attempt(args);
    expect([exit, stdout, stderr]).toEqual([2, '', expect.stringContaining(reason)]);
  });
});
