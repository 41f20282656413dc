/*
 * Commands with everything they print, as a user would see it. A transcript is a file of
 * `$ command` lines, each followed by its stdout (`| line`), its stderr (`! line`) and its exit code
 * where it is not 0 (`= code`). Lines that begin with # are for the reader. `vitest run -u` writes
 * what is printed now in the place of what was expected.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { runTocsin } from './run-tocsin.fixture.ts';
import { scratchFolder } from './scratch-folder.fixture.ts';
import { dumpEnd, memberTable, peopleDump } from './small-dump.fixture.ts';

const transcripts = fileURLToPath(new URL('transcripts/', import.meta.url));
const names = readdirSync(transcripts);
const folder = scratchFolder();
const prompt = '$ tocsin';

/** The transcript with its commands run again. */
async function replay(text: string): Promise<string> {
  let seen = '';
  for (const line of text.split('\n').slice(0, -1)) {
    if (/^[|!=]( |$)/u.test(line)) continue;
    seen += `${line}\n`;
    if (line.startsWith(prompt)) seen += await run(line.slice(prompt.length).trim());
  }
  return seen;
}

async function run(command: string): Promise<string> {
  const [line, from] = command.split(' < ') as [string, string?];
  const args = [...line.matchAll(/"(?<quoted>[^"]*)"|\S+/gu)].map(
    (match) => match.groups?.['quoted'] ?? match[0],
  );
  const { exit, stdout, stderr } = await runTocsin(args, folder, {
    env: { TOCSIN_HOME: join(folder, 'home') },
    ...(from === undefined ? {} : { input: readFileSync(join(folder, from), 'utf8') }),
  });
  return prefixed('|', steady(stdout)) + prefixed('!', steady(stderr)) + (exit === 0 ? '' : `= ${exit}\n`);
}

function prefixed(mark: string, text: string): string {
  if (text === '') return '';
  const lines = text.replace(/\n$/u, '').split('\n');
  return lines.map((line) => `${`${mark} ${line}`.trimEnd()}\n`).join('');
}

/** Without what differs from run to run: time and rate, the day, the ids of cases. */
function steady(text: string): string {
  return text
    .replaceAll(/read in [\d.,]+ s(?: at [\d.,]+ MB\/s)?/gu, 'read in N s')
    .replaceAll(/\b\d{4}-[\da-z]{6}\b/gu, 'YYYY-cccccc')
    .replaceAll(/(?<=(?:opened|read|reading \d+ \() ?)\d{4}-\d\d-\d\d\b/gu, 'YYYY-MM-DD')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, 'YYYY-MM-DDThh:mm:ssZ')
    .replaceAll(/(?<=read on |lu le )\d+ \p{L}+ \d{4}/gu, 'D MONTH YYYY');
}

beforeAll(() => {
  writeFileSync(join(folder, 'people.sql'), peopleDump(120));
  writeFileSync(join(folder, 'cut.sql'), peopleDump(120).slice(0, -dumpEnd.length - 20));
  writeFileSync(join(folder, 'letter.txt'), 'nothing about anybody\n');
  writeFileSync(join(folder, 'members.csv'), memberTable(60));
  writeFileSync(join(folder, 'asked.txt'), 'Member7@example.org\n');
});

test.each(names)('%s is what the commands print', async (name) => {
  const path = join(transcripts, name);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(prompt);
  await expect(await replay(text)).toMatchFileSnapshot(path);
});
