/*
 * The passwords of a case become ranges: each hash with how many people had it, whatever form they were stored in, and
 * nothing of what cannot be looked up by.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listCustody } from '../../src/custody/index.ts';
import { createPasswordRanges } from '../../src/lookup/index.ts';
import { examineIntoCase, passwordsOfCase } from '../../src/pipeline/index.ts';
import { ntlmOf } from '../../src/pipeline/passwords/hash-password.ts';
import { type CaseRecord, openCase } from '../../src/store/index.ts';
import { forBothEngines, type OpenedRegister } from '../../src/store/register/both-engines.fixture.ts';
import { passwordSources } from '../../src/store/register/index.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';

const folder = scratchFolder();
const now = new Date('2026-11-23T10:00:00Z');
const names = ['Alder', 'Birch', 'Cedar', 'Elm', 'Fir', 'Hazel', 'Larch', 'Maple', 'Oak', 'Rowan'];

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase();
const ntlm = (text: string) => ntlmOf(Buffer.from(text)).toString('hex').toUpperCase();
const mailOf = (i: number) => `person.${i}@mail${i % 7}.example.org`;

/** Of the `i`-th person: a tenth have the same, one has signs beyond ASCII, the others one of their own. */
const readable = (i: number) =>
  i % 10 === 0 ? 'Soleil-2016' : i === 7 ? 'été à Orléans9' : `Pw${i * 7919}-x`;
const stored = (i: number) => (i % 4 === 0 ? 'shared-Secret1' : `own-${i}-Secret`);

const people = 200;

function writeLeak(): string {
  const leak = join(folder, 'leak');
  mkdirSync(leak, { recursive: true });
  const rows = (columns: string, row: (i: number) => string) =>
    [columns, ...Array.from({ length: people }, (_, i) => row(i))].join('\n');
  const person = (i: number) => `${i + 1},${names[i % 10]},${names[(i * 3) % 10]},${mailOf(i)}`;
  const head = 'id,first_name,last_name,email';
  writeFileSync(
    join(leak, 'accounts.csv'),
    // the last row says the same once more: one person, one password
    `${rows(`${head},password`, (i) => `${person(i)},${readable(i)}`)}\n${person(10)},${readable(10)}\n`,
  );
  writeFileSync(
    join(leak, 'old_shop.csv'),
    rows(`${head},password_sha1`, (i) => `${person(i)},${sha1(stored(i)).toLowerCase()}`),
  );
  writeFileSync(
    join(leak, 'windows.csv'),
    rows(`${head},nt_hash`, (i) => `${person(i)},${ntlm(`Windows-${i % 50}`)}`),
  );
  const md5 = (text: string) => createHash('md5').update(text).digest('hex');
  writeFileSync(
    join(leak, 'forum.csv'),
    rows(`${head},password`, (i) => `${person(i)},${md5(stored(i))}`),
  );
  writeFileSync(
    join(leak, 'salted.csv'),
    rows(
      `${head},password,salt`,
      (i) => `${person(i)},${sha1(`s${i}${stored(i)}`).toLowerCase()},${md5(`${i}`).slice(0, 12)}`,
    ),
  );
  return leak;
}

const leak = writeLeak();

async function examined({ home }: OpenedRegister): Promise<CaseRecord> {
  const record = openCase(home, null, now);
  await examineIntoCase([leak], record, { workers: 1, now });
  return record;
}

forBothEngines((open) => {
  const countOf = async ({ register }: OpenedRegister, mode: 'sha1' | 'ntlm', hash: string) => {
    const { text } = await createPasswordRanges(register).rangeOf(
      mode,
      Number.parseInt(hash.slice(0, 5), 16),
    );
    const row = text
      .toString()
      .split('\r\n')
      .find((line) => line.startsWith(hash.slice(5)));
    return row === undefined ? 0 : Number(row.split(':')[1]);
  };

  test('each hash counts the people who had it, and nothing else is in the ranges', async () => {
    await using opened = await open();
    const { home, register } = opened;
    const record = await examined(opened);
    const taken = await passwordsOfCase(home, register, record, { who: 'Ada Example', now, workers: 1 });
    const readables = new Set(Array.from({ length: people }, (_, i) => readable(i)));
    const olds = new Set(Array.from({ length: people }, (_, i) => stored(i)));
    expect(taken).toMatchObject({
      name: record.case,
      wasThere: false,
      sha1: readables.size + olds.size,
      ntlm: readables.size + 50,
      raw: 2 * people,
      salted: 2 * people,
    });
    expect(await countOf(opened, 'sha1', sha1('Soleil-2016'))).toBe(20);
    expect(await countOf(opened, 'ntlm', ntlm('Soleil-2016'))).toBe(20);
    expect(await countOf(opened, 'sha1', sha1('été à Orléans9'))).toBe(1);
    expect(await countOf(opened, 'ntlm', ntlm('été à Orléans9'))).toBe(1);
    expect(await countOf(opened, 'sha1', sha1('shared-Secret1'))).toBe(50);
    expect(await countOf(opened, 'ntlm', ntlm('shared-Secret1'))).toBe(0);
    expect(await countOf(opened, 'ntlm', ntlm('Windows-3'))).toBe(4);
    expect(await countOf(opened, 'sha1', sha1('Windows-3'))).toBe(0);
    // a salted hash is no hash of a password
    expect(await countOf(opened, 'sha1', sha1(`s1${stored(1)}`))).toBe(0);

    const again = await passwordsOfCase(home, register, record, { who: 'Ada Example', now, workers: 1 });
    expect(again).toMatchObject({ wasThere: true, sha1: taken.sha1, ntlm: taken.ntlm });
    expect((await passwordSources(register)).map(({ caseId }) => caseId)).toEqual([record.case]);
    expect(readdirSync(home.path).filter((name) => name.endsWith('.partial'))).toEqual([]);
    const entries = [...listCustody(home, () => null)].filter(({ what }) => what === 'passwords');
    expect(entries.map(({ result }) => result)).toEqual(['begun', 'done']);
  });

  test('passwords that few people had are left out where that is asked for', async () => {
    await using opened = await open();
    const { home, register } = opened;
    const record = await examined(opened);
    const about = { who: 'Ada Example', now, workers: 1 };
    expect(await passwordsOfCase(home, register, record, { ...about, least: 5 })).toMatchObject({
      sha1: 2,
      ntlm: 1,
    });
    expect(await countOf(opened, 'ntlm', ntlm('Windows-3'))).toBe(0);
    expect(await passwordsOfCase(home, register, record, { ...about, least: 4 })).toMatchObject({
      sha1: 2,
      ntlm: 51,
    });
    expect(await countOf(opened, 'ntlm', ntlm('Windows-3'))).toBe(4);
    expect((await passwordSources(register)).map(({ state }) => state)).toEqual(['present']);
  });
});
