/*
 * `tocsin notify letters` and `returned` as they are run: what lies in the folder, what is in the ledger, what a kill leaves,
 * what a second run does.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect, test } from 'vitest';
import { createNoticeReferences } from '../../src/notify/index.ts';
import { openNotices, readTally } from '../../src/store/notices/index.ts';
import { runTocsin, startTocsin } from '../examine/run-tocsin.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { madeUpSending } from './made-up-sending.fixture.ts';
import { drawPages } from './pdf-pages.fixture.ts';

const folder = scratchFolder();

function letterCase(name: string, people: number, channels = ['l']) {
  const homePath = join(folder, name, 'home');
  const { record, plan } = madeUpSending(homePath, { people, channels });
  const out = join(folder, name, 'out');
  const env = { TOCSIN_HOME: homePath };
  const run = (...args: string[]) => runTocsin(['notify', ...args], folder, { env });
  const letters = (...args: string[]) => run('letters', record.case, '--out', out, ...args);
  const states = () => {
    using notices = openNotices(record);
    return Object.fromEntries(
      readTally(notices.db, plan)
        .filter(({ what, count }) => what === 'l' && count > 0)
        .map(({ state, count }) => [state, count]),
    );
  };
  return { record, plan, out, env, run, letters, states };
}

const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const linesOf = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\r\n').slice(1);
interface Manifest {
  files: { file: string; sha256: string; list: string; listSha256: string; writtenAgain: number }[];
  table: { file: string; sha256: string };
}

const manifestIn = (out: string) => JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest;
const pdfsIn = (path: string) => readdirSync(path).filter((name) => name.endsWith('.pdf'));

test('every letter is on the pages that the manifest says, under its reference, and handed over', async () => {
  const { letters, out, states, record } = letterCase('whole', 25);
  const ran = await letters('--batch', '10', '--json');
  expect(ran).toMatchObject({ exit: 0 });
  const made = JSON.parse(ran.stdout) as object;
  expect(made).toMatchObject({ letters: 25, batches: 3, sheets: 25, pages: 50, unprintable: 0, notSet: [] });
  const manifest = manifestIn(out);
  expect(manifest).toMatchObject({ case: record.case, letters: 25, pages: 50, sheets: 25 });
  for (const { file, list, sha256: hash, listSha256 } of manifest.files) {
    expect([sha256(join(out, file)), sha256(join(out, list))]).toEqual([hash, listSha256]);
    expect(statSync(join(out, file)).mode & 0o777).toBe(0o600);
  }
  expect(sha256(join(out, 'manifest.csv'))).toBe(manifest.table.sha256);
  const lines = linesOf(join(out, 'manifest.csv'));
  expect(lines).toHaveLength(25);
  expect(lines).toEqual(manifest.files.flatMap(({ list }) => linesOf(join(out, list))));
  expect(readFileSync(join(out, 'manifest.csv'), 'utf8')).not.toContain('Ada');
  const pages = await drawPages(readFileSync(join(out, manifest.files[0]!.file)), { dpi: 30 });
  for (const line of lines.slice(0, 10)) {
    const [, first, last, reference] = line.split(',') as [string, string, string, string];
    for (let page = Number(first); page <= Number(last); page++)
      expect(pages[page - 1]!.text.replaceAll(/[\s\u00a0]/gu, '')).toContain(reference);
  }
  expect(states()).toEqual({ handed: 25 });
});

test('run again, there is nothing left to write, and the folder stays as it is', async () => {
  const { letters, out } = letterCase('again', 12);
  await letters('--batch', '5');
  const before = readdirSync(out).map((name) => [name, sha256(join(out, name))]);
  const ran = await letters('--batch', '5');
  expect(ran).toMatchObject({ exit: 0, stdout: 'no letter is planned that was not written before\n' });
  expect(readdirSync(out).map((name) => [name, sha256(join(out, name))])).toEqual(before);
});

test('a batch that was lost is written again, the same to the byte, and counted', async () => {
  const { letters, out, states } = letterCase('lost', 12);
  await letters('--batch', '5');
  const [first] = pdfsIn(out);
  const hash = sha256(join(out, first!));
  writeFileSync(join(out, first!), 'lost');
  const ran = await letters('--again', '1', '--json');
  expect(JSON.parse(ran.stdout)).toMatchObject({ letters: 5, again: { batch: 1, times: 1, isSame: true } });
  expect(sha256(join(out, first!))).toBe(hash);
  expect(states()).toEqual({ handed: 12 });
  expect(manifestIn(out).files[0]!.writtenAgain).toBe(1);
  expect(await letters('--again', '9')).toMatchObject({
    exit: 2,
    stderr: expect.stringContaining('no batch 9'),
  });
});

test(
  'killed at any moment and run again, every letter is in exactly one file',
  { timeout: 120_000 },
  async () => {
    const people = 400;
    const { record, out, env, letters, states } = letterCase('killed', people);
    for (const after of [1, 4, 5, 9]) {
      const { child, ended } = startTocsin(
        ['notify', 'letters', record.case, '--out', out, '--batch', '20'],
        folder,
        { env },
      );
      // as soon as so many files are there: wherever it is then
      while (child.exitCode === null && (existsSync(out) ? pdfsIn(out).length : 0) < after)
        await new Promise((resolve) => setTimeout(resolve, 1));
      child.kill('SIGKILL');
      await ended;
    }
    expect(states()['handed'] ?? 0).toBeLessThan(people);
    // what a run is killed over may be half a file
    writeFileSync(join(out, '.letters-00009-FR.pdf.0.partial'), 'half a letter');
    expect(await letters('--batch', '20')).toMatchObject({ exit: 0 });
    expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
    const manifest = manifestIn(out);
    const listed = manifest.files.flatMap(({ list }) => linesOf(join(out, list)));
    const references = new Set(listed.map((line) => line.split(',')[3]));
    expect([listed.length, references.size]).toEqual([people, people]);
    expect(pdfsIn(out).toSorted()).toEqual(manifest.files.map(({ file }) => file));
    for (const { file, sha256: hash } of manifest.files) expect(sha256(join(out, file))).toBe(hash);
    expect(states()).toEqual({ handed: people });
  },
);

test('to a recipient, nothing rests in clear', async () => {
  const { letters, out } = letterCase('sealed', 5);
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  expect(await letters('--recipient', recipient)).toMatchObject({ exit: 0 });
  expect(readdirSync(out).toSorted()).toEqual([
    'letters-00001-FR.csv.age',
    'letters-00001-FR.pdf.age',
    'manifest.csv.age',
    'manifest.json',
  ]);
  for (const name of readdirSync(out).filter((one) => one.endsWith('.age')))
    expect(readFileSync(join(out, name), 'latin1')).toMatch(/^age-encryption.org\/v1\n/u);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const opened = await decrypter.decrypt(readFileSync(join(out, 'letters-00001-FR.pdf.age')));
  expect(await drawPages(opened, { dpi: 30 })).toHaveLength(10);
});

test('no letter is written inside the instance, before two people approved, nor where another case has its letters', async () => {
  const one = letterCase('one', 3);
  const home = one.env.TOCSIN_HOME;
  expect(await one.run('letters', one.record.case, '--out', join(home, 'letters'))).toMatchObject({
    exit: 2,
  });
  await one.letters();
  const other = letterCase('other', 3);
  const ran = await other.run('letters', other.record.case, '--out', one.out);
  expect(ran).toMatchObject({ exit: 2, stderr: expect.stringContaining('another case') });
  const file = join(folder, 'a-file');
  writeFileSync(file, '');
  expect(await other.run('letters', other.record.case, '--out', file)).toMatchObject({
    exit: 2,
    stderr: expect.stringContaining('no folder can be made') as string,
  });
  expect(other.states()).toEqual({ planned: 3 });
  using notices = openNotices(other.record);
  notices.db.prepare('DELETE FROM approval WHERE who = ?').run('Bob');
  expect(await other.letters()).toMatchObject({ exit: 2, stderr: expect.stringContaining('not approved') });
});

test('letters that come back go to the next channel once, and what is no reference is told by its line', async () => {
  const { run, record, letters, states, plan } = letterCase('returned', 8, ['ls', 'l']);
  const file = join(folder, 'returned.csv');
  const references = (() => {
    using notices = openNotices(record);
    const of = createNoticeReferences(notices.secret);
    return [1, 2, 3].map((recipient) => of.of(recipient, 0));
  })();
  const wrong = references[0]!.replace(/^./u, (digit) => String((Number(digit) + 1) % 10));
  const unknown = createNoticeReferences(Buffer.alloc(32, 9)).of(1, 0);
  const text = [
    'reference;reason',
    `${references[0]};moved away`,
    `"${references[1]!.slice(0, 4)} ${references[1]!.slice(4)}";Ada Exemple <ada@example.org>`,
    wrong,
    unknown,
    references[0],
  ].join('\n');
  writeFileSync(file, text);
  const early = await run('returned', record.case, '--file', file, '--json');
  expect(JSON.parse(early.stdout)).toMatchObject({ bounced: 0, notSent: 2 });
  await letters();
  const ran = await run('returned', record.case, '--file', file, '--json');
  expect(ran.exit).toBe(1);
  expect(JSON.parse(ran.stdout)).toMatchObject({
    references: 3,
    bounced: 2,
    again: 0,
    repeated: 1,
    unreachable: 1,
    nextChannel: { email: 0, text: 1, call: 0 },
    lines: [
      { line: 4, why: 'damaged' },
      { line: 5, why: 'unknown' },
    ],
  });
  expect(states()).toEqual({ handed: 6, bounced: 2 });
  const second = await run('returned', record.case, '--file', file);
  expect(second.stdout).toContain('2  were known to have come back');
  expect(second.stdout).toContain('line 4: no reference, or a digit of it is wrong');
  using notices = openNotices(record);
  const replies = notices.db
    .prepare(`SELECT reply FROM send WHERE code = 'returned' ORDER BY send`)
    .pluck()
    .all();
  expect(replies).toEqual(['came back: moved away', 'came back']);
  expect(readTally(notices.db, plan)).toContainEqual(
    expect.objectContaining({ what: 's', state: 'planned', count: 1 }),
  );
});

test('an address that cannot be printed is told over the next channel; its name is in no file', async () => {
  const { record, letters, states, out } = letterCase('unprintable', 4, ['ls']);
  {
    using notices = openNotices(record);
    notices.db.prepare(`UPDATE recipient SET lines = '王府井大街 1\n100006 北京' WHERE recipient = 2`).run();
  }
  const ran = await letters('--json');
  expect(JSON.parse(ran.stdout)).toMatchObject({ letters: 3, unprintable: 1 });
  expect(states()).toEqual({ handed: 3, bounced: 1 });
  expect(linesOf(join(out, 'manifest.csv'))).toHaveLength(3);
});
