/*
 * Commands with everything they print, as a user would see it. `vitest run --update=all` writes what is printed now in
 * the place of what was expected.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { scratchFolder } from './scratch-folder.fixture.ts';
import { dumpEnd, memberTable, peopleDump } from './small-dump.fixture.ts';
import { prompt, replay } from './transcript.fixture.ts';

const transcripts = fileURLToPath(new URL('transcripts/', import.meta.url));
const names = readdirSync(transcripts);
const folder = scratchFolder();

/** Without what differs from run to run: time and rate, the day, the ids of cases. */
function steady(text: string): string {
  return text
    .replaceAll(/read in [\d.,]+ s(?: at [\d.,]+ MB\/s)?/gu, 'read in N s')
    .replaceAll(/\b\d{4}-[\da-z]{6}\b/gu, 'YYYY-cccccc')
    .replaceAll(/(?<=(?:opened|open since|read|delivery \d+ \() ?)\d{4}-\d\d-\d\d\b/gu, 'YYYY-MM-DD')
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
  const surroundings = { folder, env: { TOCSIN_HOME: join(folder, 'home') }, steady };
  await expect(await replay(text, surroundings)).toMatchFileSnapshot(path);
});
