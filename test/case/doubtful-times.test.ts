/*
 * Times that cannot be, or are perhaps a typing error; the clocks of a case by themselves; and the version.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { testInstance } from './instance.fixture.ts';

const { run, json, attempt } = testInstance();
const dayMs = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString();
const dayIn = (days: number) => inDays(days).slice(0, 'yyyy-mm-dd'.length);

let id = '';

beforeAll(async () => {
  id = (await run('case', 'open', '--name', 'spring leak', '--aware', inDays(-1))).trim();
});

describe('a clock', () => {
  test('is not met in the future', async () => {
    const { exit, stderr } = await attempt(['clock', id, 'met', 'gdpr-33-1', '--at', inDays(2)]);
    expect(exit).toBe(2);
    expect(stderr).toContain('lies in the future: what is met has been done');
    expect(await json('clock', id)).toMatchObject({ next: { id: 'gdpr-33-1', state: 'running' } });
  });

  test('is listed with the others of its case where nothing is to be done with one', async () => {
    const listed = await run('clock', id);
    expect(listed).toContain('Deadlines\n');
    expect(listed).toContain('gdpr-33-1');
    expect(listed.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(await json('clock', id)).toMatchObject({ case: id, deadlines: [{ rule: 'gdpr-33-1' }] });
  });
});

async function noteOf(...options: string[]): Promise<string> {
  const { exit, stderr } = await attempt(['case', 'open', ...options]);
  expect(exit).toBe(0);
  return stderr.split('\n').find((line) => line.startsWith('note:')) ?? '';
}

describe('a case is opened all the same, with a note, where', () => {
  test('it became known more than a year ago', async () => {
    expect(await noteOf('--aware', inDays(-400))).toContain('more than a year back');
    expect(await noteOf('--aware', inDays(-300))).toBe('');
  });

  test('it became known before it happened', async () => {
    const before = 'before it happened';
    expect(await noteOf('--aware', inDays(-9), '--happened', dayIn(-5))).toContain(before);
    expect(await noteOf('--aware', inDays(-9), '--happened', inDays(-8))).toContain(before);
    expect(await noteOf('--aware', inDays(-3), '--happened', `${dayIn(-5)}/${dayIn(-2)}`)).toBe('');
    expect(await noteOf('--aware', inDays(-5), '--happened', dayIn(-5), '--zone', 'UTC')).toBe('');
  });

  test('its last day has passed', async () => {
    expect(await noteOf('--destroy-after', dayIn(-3))).toContain('has passed');
    expect(await noteOf('--destroy-after', dayIn(3))).toBe('');
  });
});

test('destroying names the duties that still run, the next one first', async () => {
  const { exit, stdout } = await attempt(['destroy', id]);
  expect(exit).toBe(1);
  expect(stdout).toMatch(/Duties of it that still run, the next one first:\n {2}due .*Art\. 33/u);
  const { stdout: asJson } = await attempt(['destroy', id, '--json']);
  expect(JSON.parse(asJson)).toMatchObject({ duties: [{ rule: 'gdpr-33-1', state: 'running' }] });
});

test('the version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  expect(await attempt(['--version'])).toMatchObject({ exit: 0, stdout: `${version}\n` });
});
