/*
 * The whole life of a case as one transcript, for reading: opened, evidence taken, examined, split, joined with a
 * directory, a controller's package, the clock, destroyed, verified. The leak is a small made-up one of the Pôle emploi
 * shape. `vitest run --update=all` writes what is printed now.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { replay } from '../examine/transcript.fixture.ts';

const transcript = fileURLToPath(new URL('whole-life.txt', import.meta.url));
const sample = fileURLToPath(new URL('../../samples/sample.ts', import.meta.url));

/** Lines break where a path ends: everywhere the same place, whatever the folder for temporary files is. */
const folder = mkdtempSync('/tmp/tocsin-life-');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Made for this test; the recipient stands in the transcript. */
const identity = 'AGE-SECRET-KEY-13AR5Y0R464759TWVLM4J9TWV3G9PHTXT02QSGGP6LWJLWF3604VQTQF385';

/** Agencies by the first digit of their department, as if there were two controllers. */
function rulesFile(): string {
  const rulesOf = (digits: string) =>
    [...digits].flatMap((prefix) => [
      { table: 'inscriptions', column: 'CODE_AGENCE', prefix },
      { table: 'demandeurs', column: 'column 8', prefix },
    ]);
  const controllers = [
    { name: 'Agences Nord', rules: rulesOf('01234') },
    { name: 'Agences Sud', rules: rulesOf('56789') },
  ];
  return JSON.stringify({ controllers }, null, 2);
}

const standIns = [
  ['YYYY-cccccc', /\b\d{4}-[\dbcdfghjkmnpqrstvwxz]{6}\b/u],
  ['cccc-cccc', /(?<=--confirm )[\da-z]{4}-[\da-z]{4}/u],
] as const;

/** Hashes of the evidence are the same each time, and stay. */
function steady(text: string): string {
  return text
    .replaceAll(/\/tmp\/tocsin-life-[\dA-Za-z]{1,6}/gu, (path) =>
      path.replace(/[^-]+$/u, (end) => 'x'.repeat(end.length)),
    )
    .replaceAll(/read in [\d.,]+ s(?: at [\d.,]+ MB\/s)?/gu, 'read in N s')
    .replaceAll(/(?<=read on )\d+ \p{L}+ \d{4}/gu, 'D MONTH YYYY')
    .replaceAll(/\b\d{4}-[\dbcdfghjkmnpqrstvwxz]{6}\b/gu, 'YYYY-cccccc')
    .replaceAll(/(?<=--confirm )[\da-z]{4}-[\da-z]{4}/gu, 'cccc-cccc')
    .replaceAll(/\b20(?:2[6-9]|[3-9]\d)-\d\d-\d\d\b/gu, 'YYYY-MM-DD')
    .replaceAll(/(?<=YYYY-MM-DD[ T])\d\d:\d\d(?::\d\d(?:\.\d+)?)?/gu, 'hh:mm')
    .replaceAll(/\b[\da-f]{64}\b/gu, (hash) => (hashes.has(hash) ? hash : 'h'.repeat(64)))
    .replaceAll(/tocsin\/[\da-f]{16}(\+[\da-f]{8}\+[\w+/=]{44})?/gu, (_, key?: string) =>
      key === undefined ? 'tocsin/kkkkkkkkkkkkkkkk' : `tocsin/kkkkkkkkkkkkkkkk+kkkkkkkk+${'k'.repeat(44)}`,
    )
    .replaceAll(/(?<=root )[\w+/=]{44}/gu, 'r'.repeat(44))
    .replaceAll(/\d+ days/gu, 'N days')
    .replaceAll(/[\d,]+ bytes(?=, in|, SHA)/gu, 'N bytes')
    .replaceAll(/(?<=; bytes )[\d,]+/gu, 'N')
    .replaceAll(new RegExp(`(?<=hh:mmZ  |, as )${userInfo().username}(?=:| noted)`, 'gu'), 'ada');
}

const hashes = new Set<string>();

beforeAll(() => {
  execFileSync(process.execPath, [sample, 'pole-emploi', '--people', '200', '--out', 'leak', '--directory'], {
    cwd: folder,
    stdio: 'ignore',
  });
  const sums = execFileSync('sha256sum', ['leak/demandeurs.txt', 'leak/inscriptions.csv'], { cwd: folder });
  for (const [hash] of sums.toString().matchAll(/^[\da-f]{64}/gmu)) hashes.add(hash);
  writeFileSync(join(folder, 'rules.json'), rulesFile());
  writeFileSync(join(folder, 'identity.txt'), `${identity}\n`);
});

test('a case is opened, filled, split, packed, and destroyed, and every word of it is told', async () => {
  const text = readFileSync(transcript, 'utf8');
  const env = { TOCSIN_HOME: join(folder, 'home'), XDG_STATE_HOME: join(folder, 'state') };
  await expect(await replay(text, { folder, env, steady, standIns })).toMatchFileSnapshot(transcript);
});
