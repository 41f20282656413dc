/*
 * The words of notices on the command line: a file of facts and one of words filled in and used, texts shown, linted and
 * approved, on a made-up leak of which nothing else is known.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { michaelPageCase, type MichaelPageCase } from './notify.fixture.ts';

const folder = scratchFolder();
let made: MichaelPageCase;

beforeAll(async () => {
  const own = join(folder, 'case');
  mkdirSync(own);
  made = await michaelPageCase(own, { people: 150, seed: 7 });
});

const guide = readFileSync(new URL('../../docs/guides/notices-text.md', import.meta.url), 'utf8');
const guideAbout = /```json\n(.*?)```/su.exec(guide)![1]!;

function fileOf(name: string, text: string): string {
  const path = join(made.folder, name);
  writeFileSync(path, text);
  return path;
}

test('the file to fill in has what the case knows, and is taken as it is', async () => {
  const out = join(made.folder, 'about.json');
  expect(await made.run('notify', 'about', made.id, '--out', out)).toMatchObject({ exit: 0 });
  expect(Object.keys(JSON.parse(readFileSync(out, 'utf8')) as object)).toContain('measures');
  expect((await made.run('notify', 'about', made.id, '--out', out)).exit).toBe(2);
  expect((await made.run('notify', 'plan', made.id, '--about', out)).exit).toBe(0);
});

test('with nothing said, every text of the plan passes, and what nobody said is told', async () => {
  await made.json('notify', 'plan', made.id);
  const shown = await made.json('notify', 'show', made.id);
  expect(shown['faults']).toEqual([]);
  expect(shown['variants'].length).toBeGreaterThan(10);
  const levels = shown['variants'] as { reading: { isReached: boolean } }[];
  expect(levels.every(({ reading }) => reading.isReached)).toBe(true);
  const approved = await made.run('notify', 'approve', made.id, '--by', 'Ada Lovelace');
  expect(approved).toMatchObject({
    exit: 0,
    stderr: expect.stringContaining('nobody said what was done') as string,
  });
  expect((await made.run('notify', 'approve', made.id, '--by', 'ADA LOVELACE')).stderr).toContain('already');
  expect(await made.json('notify', 'approve', made.id, '--by', 'Grace Hopper')).toMatchObject({
    state: 'approved',
    missing: 0,
  });
});

test('the example of the guide is said in every text, and passes', async () => {
  await made.json('notify', 'plan', made.id, '--about', fileOf('guide.json', guideAbout));
  const shown = await made.json('notify', 'show', made.id);
  expect(shown['faults']).toEqual([]);
  expect(shown['warnings']).toEqual([]);
  const { stdout } = await made.run('notify', 'show', made.id, '--all');
  expect(stdout.split('Example Jobs').length - 1).toBeGreaterThan(shown['variants'].length);
  expect(stdout).toContain('We closed the server on the same day.');
  expect(stdout).toContain('Nous avons fermé le serveur le jour même.');
  for (const line of (await made.run('notify', 'show', made.id)).stdout.split('\n'))
    expect(line.length).toBeLessThanOrEqual(80);
  for (const line of (await made.run('notify', 'show', made.id, '--sentences')).stdout.split('\n'))
    expect(line.length).toBeLessThanOrEqual(80);
  const [{ variant }] = shown['variants'];
  const html = await made.run('notify', 'show', made.id, '--variant', String(variant), '--as', 'html');
  expect(html.stdout).toContain('<html lang=');
});

test('a text with a fault is refused with its sentence, and exit code 1', async () => {
  const about = { event: { en: 'Your data may have been copied. See https://jobs.example for more.' } };
  await made.json('notify', 'plan', made.id, '--about', fileOf('bad.json', JSON.stringify(about)));
  const refused = await made.run('notify', 'approve', made.id, '--by', 'Ada Lovelace');
  expect(refused.exit).toBe(1);
  expect(refused.stdout).toMatch(/^REFUSED/u);
  expect(refused.stdout).toContain('“Your data may have been copied.”');
  for (const line of refused.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('a fault in the file of facts is told by its place', async () => {
  const path = fileOf('wrong.json', '{"contact": {"fax": "01 99 00 12 34"}}');
  const refused = await made.run('notify', 'plan', made.id, '--about', path);
  expect(refused).toMatchObject({ exit: 2, stderr: expect.stringContaining('"contact.fax"') as string });
  expect(refused.stderr).not.toContain('01 99');
});

test('words that were not translated are refused, and a language is none that is not one', async () => {
  const out = join(made.folder, 'de.json');
  expect((await made.run('notify', 'words', '--language', 'de', '--out', out)).exit).toBe(0);
  const refused = await made.run('notify', 'plan', made.id, '--words', out);
  expect(refused).toMatchObject({ exit: 2, stderr: expect.stringContaining('still in English') as string });
  expect((await made.run('notify', 'words', '--language', 'German!')).exit).toBe(2);
});
